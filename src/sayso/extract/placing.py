"""Where something happened: names that stand where places stand."""

from collections.abc import Sequence

from sayso.lexicon.actors import nouns, small
from sayso.lexicon.people import forenames, nations
from sayso.model.happening import Place
from sayso.model.text import Span
from sayso.text.words import Word

HERE = frozenset(
    {"in", "at", "near", "outside", "around", "inside", "over", "across"}
)  # not "from"
DIRECTIONS = frozenset(
    {
        "northern",
        "southern",
        "eastern",
        "western",
        "central",
        "north",
        "south",
        "east",
        "west",
        "north-western",
        "north-eastern",
        "south-western",
        "south-eastern",
        "northwestern",
        "northeastern",
        "southwestern",
        "southeastern",
        "upper",
        "lower",
    }
)
INSIDE_NAME = frozenset({"of", "de", "du", "el", "al", "la", "le", "the", "-", "’", "'"})
LONGEST = 6  # words of a place's name
FAR = 25  # words from a trigger
# A word that opens another clause: what stands behind it is not told of what stands before it.
CLAUSES = frozenset(
    {
        "since",
        "until",
        "when",
        "while",
        "who",
        "which",
        "where",
        "because",
        "although",
        "though",
        "whose",
        "that",
        "said",
        "says",
        "told",
        ";",
        ":",
    }
)


def find_place(text: str, tokens: Sequence[Word], trigger: int) -> Place | None:
    """The place named nearest to the trigger in its sentence; None where there is none."""
    found: list[tuple[int, int, int]] = []
    for at, word in enumerate(tokens):
        if word.lower not in HERE or abs(at - trigger) > FAR or parted(tokens, at, trigger):
            continue
        named = _named(text, tokens, at + 1)
        if named is not None:
            found.append((abs(at - trigger) + (3 if at < trigger else 0), *named))
    if not found:
        return None
    _, first, stop = min(found)
    span = Span(tokens[first].start, tokens[stop - 1].end)
    name = text[span.start : span.end]
    return Place(span, name, country=_country(name))


def parted(tokens: Sequence[Word], one: int, other: int) -> bool:
    """Whether another clause begins between two words of a sentence."""
    low, high = sorted((one, other))
    return any(word.lower in CLAUSES for word in tokens[low + 1 : high])


def _named(text: str, tokens: Sequence[Word], at: int) -> tuple[int, int] | None:
    """The words [first, stop) of a place's name that begins here, an article left out."""
    if at < len(tokens) and tokens[at].lower == "the":
        at += 1
    first = at
    while at < len(tokens) and tokens[at].lower in DIRECTIONS:
        at += 1
    if (
        at < len(tokens)
        and tokens[at].lower in small("place_noun")
        and not _capital(text, tokens, at)
    ):
        at, first = _behind_of(tokens, at), _behind_of(tokens, at)
    stop = at
    while stop < len(tokens) and stop - at < LONGEST:
        lower = tokens[stop].lower
        if _capital(text, tokens, stop):
            stop += 1
        elif (
            stop > at
            and lower in INSIDE_NAME
            and stop + 1 < len(tokens)
            and _capital(text, tokens, stop + 1)
        ):
            if tokens[stop + 1].start - tokens[stop - 1].end > 6:
                break
            stop += 2
        else:
            break
    return (first, stop) if stop > at and _is_place(tokens, at, stop) else None


def _behind_of(tokens: Sequence[Word], at: int) -> int:
    """Behind "the town of"."""
    if at + 1 < len(tokens) and tokens[at + 1].lower == "of":
        at += 2
        return at + 1 if at < len(tokens) and tokens[at].lower == "the" else at
    return at


def _capital(text: str, tokens: Sequence[Word], at: int) -> bool:
    return text[tokens[at].start].isupper()


def _is_place(tokens: Sequence[Word], first: int, stop: int) -> bool:
    """Not a month, a person, a body of people, or an adjective of a nation."""
    words = [word.lower for word in tokens[first:stop]]
    if words[0] in small("month") or words[0] in nations().people:
        return False
    if words[0] in forenames() and len(words) > 1:
        return False
    last = nouns().get(words[-1])
    place = words[-1] in small("place_noun")
    return place or last is None


def _country(name: str) -> str | None:
    """The country, if the name is one's or ends in one's ("northern Mali")."""
    words = name.split()
    for size in range(min(4, len(words)), 0, -1):
        country = nations().names.get(" ".join(words[-size:]).lower())
        if country is not None and (size == len(words) or words[0].lower() in DIRECTIONS):
            return country.title()
    return None
