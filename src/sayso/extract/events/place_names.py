"""Where something happened: names that stand where places stand."""

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.extract.events.geocode import Atlas
from sayso.lexicon.actors import nouns, small
from sayso.lexicon.people import forenames, nations
from sayso.lexicon.places import surroundings
from sayso.lexicon.tenses import tense_words
from sayso.model.happening import Place
from sayso.model.text import Span
from sayso.text.words import Word

LONGEST = 6  # words of a place's name
FAR = 25  # words from a trigger
BEFORE = 3  # words that a place before its trigger counts as farther
COUNTRY = 5  # words of a country's name
DESCRIBED = 4  # words before "town of"
HYPHENS = frozenset("-‐‑")
APART = 6  # characters at most between two words of a name


@dataclass(frozen=True, slots=True)
class Named:
    """A place's name at words [first, last) of a sentence, behind the word at `at` that leads to it."""

    at: int
    first: int
    last: int


def named_places(text: str, tokens: Sequence[Word]) -> list[Named]:
    """The names in a sentence that stand where places stand, in order."""
    known = surroundings()
    shouted = text[tokens[0].start : tokens[-1].end].isupper() if tokens else False
    found = []
    for at, word in enumerate(tokens):
        led = word.lower == "of" and at > 0 and tokens[at - 1].lower in known.led
        if word.lower not in known.here and not led:
            continue
        one = _shouted(text, tokens, at + 1) if shouted else _named(text, tokens, at + 1)
        if one is not None:
            found.append(Named(at, *one))
    return found


def place_of(
    text: str, tokens: Sequence[Word], places: Sequence[Named], trigger: int, atlas: Atlas
) -> Place | None:
    """The place named nearest to the trigger in its own clause; None where there is none."""
    near = [
        (abs(one.at - trigger) + (BEFORE if one.at < trigger else 0), one.first, one.last)
        for one in places
        if abs(one.at - trigger) <= FAR and not parted(tokens, one.at, trigger)
    ]
    if not near:
        return None
    _, first, stop = min(near)
    span = Span(tokens[first].start, tokens[stop - 1].end)
    name = text[span.start : span.end].removesuffix("'s").removesuffix("’s")
    return atlas.place(Span(span.start, span.start + len(name)), name)


def parted(tokens: Sequence[Word], one: int, other: int) -> bool:
    """Whether another clause begins between two words of a sentence."""
    low, high = sorted((one, other))
    return any(word.lower in tense_words().clauses for word in tokens[low + 1 : high])


def _named(text: str, tokens: Sequence[Word], at: int) -> tuple[int, int] | None:
    """The words [first, stop) of a place's name that begins here, what describes it left out."""
    at += at < len(tokens) and tokens[at].lower == "the"
    at = _behind_owner(tokens, at)
    country = _country(text, tokens, at)
    if country is not None:
        return at, country
    first = at
    while at < len(tokens) and tokens[at].lower in surroundings().directions:
        at += 1
    described = _behind_of(tokens, at)
    if described is not None:
        at = first = described
    stop = _stop(text, tokens, at)
    return (first, stop) if stop > at and _is_place(tokens, at, stop) else None


def _behind_owner(tokens: Sequence[Word], at: int) -> int:
    """Behind "Mali's", where a name follows."""
    if at + 1 >= len(tokens) or not tokens[at].lower.endswith(("'s", "’s")):
        return at
    return at + 1 if tokens[at].lower[:-2] in nations().names else at


def _country(text: str, tokens: Sequence[Word], at: int) -> int | None:
    """The index behind a country of several words."""
    for stop in range(min(at + COUNTRY, len(tokens)), at + 1, -1):
        if _capital(text, tokens, at):
            name = " ".join(word.lower for word in tokens[at:stop])
            if name.removesuffix("'s").removesuffix("’s") in nations().names:
                return stop
    return None


def _behind_of(tokens: Sequence[Word], at: int) -> int | None:
    """The index behind "small Malian town of", where that is what stands here."""
    known = surroundings()
    for noun in range(at, min(at + DESCRIBED, len(tokens) - 1)):
        lower = tokens[noun].lower
        if lower in known.towns or lower in known.regions or lower in small("place_noun"):
            if tokens[noun + 1].lower != "of":
                return None
            behind = noun + 2
            return behind + (behind < len(tokens) and tokens[behind].lower == "the")
        if not lower.isalpha():
            return None
    return None


def _stop(text: str, tokens: Sequence[Word], at: int) -> int:
    """The index behind the capital letters that begin here."""
    stop = at
    while stop < len(tokens) and stop - at < LONGEST:
        if stop > at and _hyphened(tokens, stop):
            stop += 2
            continue
        joins = (
            stop > at
            and tokens[stop].lower in surroundings().inside_name
            and stop + 1 < len(tokens)
            and _capital(text, tokens, stop + 1)
            and tokens[stop + 1].start - tokens[stop - 1].end <= APART
        )
        if stop > at and tokens[stop].lower in surroundings().inside_name and _linked(tokens, stop):
            stop += 3
        elif _capital(text, tokens, stop):
            if stop > at and tokens[stop - 1].lower.endswith(("'s", "’s")):
                break
            stop += 1
        elif joins:
            stop += 2
        else:
            break
    kind = stop > at and stop < len(tokens) and tokens[stop].lower in surroundings().regions
    return stop + kind


def _linked(tokens: Sequence[Word], at: int) -> bool:
    """Whether a hyphen ties a small word to the one behind it: "ez-Zor"."""
    return at + 2 < len(tokens) and _hyphened(tokens, at + 1)


def _hyphened(tokens: Sequence[Word], at: int) -> bool:
    """Whether a hyphen here joins the words on either side."""
    return (
        tokens[at].lower in HYPHENS
        and at + 1 < len(tokens)
        and tokens[at - 1].end == tokens[at].start
        and tokens[at].end == tokens[at + 1].start
    )


def _shouted(text: str, tokens: Sequence[Word], at: int) -> tuple[int, int] | None:
    """The longest name in a sentence in capitals that a map has."""
    at += at < len(tokens) and tokens[at].lower == "the"
    described = _behind_of(tokens, at)
    at = at if described is None else described
    for stop in range(min(at + 4, len(tokens)), at, -1):
        if all(word.lower.isalpha() for word in tokens[at:stop]) and _is_place(tokens, at, stop):
            name = text[tokens[at].start : tokens[stop - 1].end]
            if Atlas.knows(name):
                return at, stop
    return None


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
    known = surroundings()
    kind = (
        words[-1] in known.regions or words[-1] in known.sites or words[-1] in small("place_noun")
    )
    return kind or last is None or (stop - first > 2 and tokens[stop - 2].lower in HYPHENS)
