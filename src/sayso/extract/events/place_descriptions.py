"""What a report says of where a place lies: "Orle, a town in northern Mali", "the Malian town of Orle"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.lexicon.gazetteer import key
from sayso.lexicon.people import nations
from sayso.lexicon.places import surroundings
from sayso.lexicon.tenses import tense_words
from sayso.text.words import Word, words

AHEAD, BACK = 140, 60  # characters behind and before a name that are looked at
MOST = 20  # times that a name is looked at
PLAIN = 9  # words without a capital between a name and its country
CAPITALS = 4  # words of a country's or a region's name
OPENING = frozenset({",", "(", "in", "is", "was", "lies", "–", "—", "-"})
CLOSING = frozenset({".", ",", ")", "(", ";", ":", "–", "—", '"', "”", ""})


@dataclass(frozen=True, slots=True)
class Described:
    """The countries, in lower case, and the keys of regions in which a place is said to lie."""

    countries: frozenset[str]
    regions: frozenset[str]


def describe(text: str, name: str) -> Described:
    """What the text says, wherever it has the name; no country where only a border is told."""
    countries: set[str] = set()
    regions: set[str] = set()
    for start in _places(text, name):
        for inside, country in (*_before(text, start), *_behind(text, start + len(name))):
            (countries if country else regions).add(inside)
    return Described(frozenset(countries), frozenset(regions))


def _places(text: str, name: str) -> Iterator[int]:
    """Where the name stands as a whole word."""
    start = -1
    for _ in range(MOST):
        start = text.find(name, start + 1)
        if start < 0:
            return
        end = start + len(name)
        if not text[start - 1 : start].isalnum() and not text[end : end + 1].isalnum():
            yield start


def _before(text: str, start: int) -> Iterator[tuple[str, bool]]:
    """The country of "the Malian town of" or "Mali's"."""
    tokens = words(text, max(0, start - BACK), start)
    while tokens and tokens[-1].lower in surroundings().directions:
        tokens.pop()
    if tokens and tokens[-1].lower.endswith(("'s", "’s")):
        owner = nations().names.get(tokens[-1].lower[:-2])
        if owner:
            yield owner, True
        return
    known = surroundings()
    if len(tokens) < 2 or tokens[-1].lower not in ("of", "the") or "of" not in _lowers(tokens[-2:]):
        return
    noun = next(at for at in (-1, -2) if tokens[at].lower == "of") - 1
    if len(tokens) < -noun or tokens[noun].lower not in known.towns | known.regions:
        return
    for word in tokens[max(0, len(tokens) + noun - 3) : noun]:
        country = nations().country(word.lower.removesuffix("'s").removesuffix("’s"))
        if country and text[word.start].isupper():
            yield country, True


def _behind(text: str, end: int) -> Iterator[tuple[str, bool]]:
    """The region and the country behind ", a town in" and the like."""
    tokens = words(text, end, min(len(text), end + AHEAD))
    if not tokens or tokens[0].lower not in OPENING or "\n" in text[end : tokens[0].start]:
        return
    known = surroundings()
    at, plain = 1, 0
    while at < len(tokens):
        lower = tokens[at].lower
        if lower in known.borders or lower in ("near", "from", "with") or plain > PLAIN:
            return
        if text[tokens[at].start].isupper():
            found = _capitals(text, tokens, at)
            if found is None:
                return
            inside, country, at = found
            yield inside, country
            if country:
                return
            continue
        if lower in ".;:!?)" or lower in tense_words().clauses or lower in tense_words().helpers:
            return
        plain += 1
        at += 1


def _capitals(text: str, tokens: Sequence[Word], at: int) -> tuple[str, bool, int] | None:
    """The country or region named here, whether it is a country, and the index behind it."""
    known = surroundings()
    stop = at
    while stop < len(tokens) and stop - at < CAPITALS and text[tokens[stop].start].isupper():
        stop += 1
    name = " ".join(_lowers(tokens[at:stop]))
    behind = tokens[stop].lower if stop < len(tokens) else ""
    people = nations().people.get(name)
    if people is not None:
        return (people, True, stop) if behind in known.towns | known.regions else None
    if not (behind in CLOSING or behind in known.regions or behind in tense_words().determiners):
        return None
    country = nations().names.get(name)
    if country is not None:
        return country, True, stop
    return key(text[tokens[at].start : tokens[stop - 1].end]), False, stop


def _lowers(tokens: Sequence[Word]) -> list[str]:
    return [word.lower for word in tokens]
