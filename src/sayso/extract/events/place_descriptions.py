"""What a report says of where a place lies: "Orle, a town in northern Mali", "the Malian town of Orle"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.lexicon.gazetteer import place_key
from sayso.lexicon.people import nations
from sayso.lexicon.places import place_context_words
from sayso.lexicon.tenses import tense_words
from sayso.text.marks import is_possessive, without_possessive
from sayso.text.words import Word, words

MAX_CHARACTERS_BEHIND = 140  # characters behind a name that are looked at
MAX_CHARACTERS_BEFORE = 60
MAX_MENTIONS = 20  # mentions of a name that are looked at
MAX_PLAIN_WORDS = 9  # words without a capital between a name and its country
MAX_CAPITALS = 4  # words of a country's or a region's name
MAX_WORDS_TO_NATION = 3  # words before "town of" where "Malian" may stand
CLOSING = frozenset({".", ",", ")", "(", ";", ":", "–", "—", '"', "”", ""})


@dataclass(frozen=True, slots=True)
class PlaceDescription:
    """The countries, in lower case, and the keys of regions that a place is said to lie in."""

    countries: frozenset[str]
    regions: frozenset[str]


def place_description(text: str, name: str) -> PlaceDescription:
    """What the text says wherever it has the name; a border says nothing of a country."""
    countries: set[str] = set()
    regions: set[str] = set()
    for start in _mentions(text, name):
        for area, is_country in (
            *_areas_before(text, start),
            *_areas_behind(text, start + len(name)),
        ):
            (countries if is_country else regions).add(area)
    return PlaceDescription(frozenset(countries), frozenset(regions))


def _mentions(text: str, name: str) -> Iterator[int]:
    """Where the name stands as a whole word."""
    start = -1
    for _ in range(MAX_MENTIONS):
        start = text.find(name, start + 1)
        if start < 0:
            return
        end = start + len(name)
        if not text[start - 1 : start].isalnum() and not text[end : end + 1].isalnum():
            yield start


def _areas_before(text: str, start: int) -> Iterator[tuple[str, bool]]:
    """The country of "the Malian town of" or "Mali's"; True says that it is a country."""
    known = place_context_words()
    tokens = words(text, max(0, start - MAX_CHARACTERS_BEFORE), start)
    while tokens and tokens[-1].lower in known.directions:
        tokens = tokens[:-1]
    if tokens and is_possessive(tokens[-1].lower):
        owner = nations().names.get(without_possessive(tokens[-1].lower))
        if owner:
            yield owner, True
        return
    noun = _kind_before(tokens)
    if noun is None:
        return
    for word in tokens[max(0, noun - MAX_WORDS_TO_NATION) : noun]:
        country = nations().country(without_possessive(word.lower))
        if country and text[word.start].isupper():
            yield country, True


def _kind_before(tokens: Sequence[Word]) -> int | None:
    """The index of "town" in "town of" or "town of the" at the end of some words."""
    lowers = [word.lower for word in tokens[-2:]]
    if len(lowers) < 2 or lowers[1] not in ("of", "the") or "of" not in lowers:
        return None
    noun = len(tokens) - (2 if lowers[1] == "of" else 3)
    known = place_context_words()
    return noun if noun >= 0 and tokens[noun].lower in known.towns | known.regions else None


def _areas_behind(text: str, end: int) -> Iterator[tuple[str, bool]]:
    """The region and the country behind ", a town in"; True says that it is a country."""
    tokens = words(text, end, min(len(text), end + MAX_CHARACTERS_BEHIND))
    known = place_context_words()
    if not tokens or tokens[0].lower not in known.opening or "\n" in text[end : tokens[0].start]:
        return
    at, plain = 1, 0
    while at < len(tokens) and plain <= MAX_PLAIN_WORDS:
        lower = tokens[at].lower
        if lower in known.elsewhere:
            return
        if not text[tokens[at].start].isupper():
            if _ends_clause(lower):
                return
            plain += 1
            at += 1
            continue
        area = _area_at(text, tokens, at)
        if area is None:
            return
        name, is_country, at = area
        yield name, is_country
        if is_country:
            return


def _ends_clause(lower: str) -> bool:
    """Whether a word is a mark, the helper of a verb, or the first of another clause."""
    known = tense_words()
    return lower in ".;:!?)" or lower in known.clauses or lower in known.helpers


def _area_at(text: str, tokens: Sequence[Word], at: int) -> tuple[str, bool, int] | None:
    """The country or region named here, whether it is a country, and the index behind it."""
    known = place_context_words()
    stop = at
    while stop < len(tokens) and stop - at < MAX_CAPITALS and text[tokens[stop].start].isupper():
        stop += 1
    name = " ".join(word.lower for word in tokens[at:stop])
    behind = tokens[stop].lower if stop < len(tokens) else ""
    people = nations().people.get(name)
    if people is not None:
        return (people, True, stop) if behind in known.towns | known.regions else None
    if not (behind in CLOSING or behind in known.regions or behind in tense_words().determiners):
        return None
    country = nations().names.get(name)
    if country is not None:
        return country, True, stop
    return place_key(text[tokens[at].start : tokens[stop - 1].end]), False, stop
