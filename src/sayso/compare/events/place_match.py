"""Whether two names are of one place: the same words, or two spellings of them."""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.fuzz import ratio

from sayso.compare.clustering import component_labels
from sayso.lexicon.families import place_words
from sayso.lexicon.people import nations
from sayso.text.marks import without_possessive
from sayso.text.words import words

MIN_SPELLING_RATIO = 82  # of 100; "Tin Zaouatine" and "Tinzaouaten" reach 87
MIN_FUZZY_LETTERS = 5  # shorter names are of one place only if they are equal
MIN_PART_LETTERS = 4  # of a name that may stand for a longer one with the same words
MIN_CONSONANTS = 3  # of a name that is looked up by its consonants
MAX_LETTERS_LEFT_OUT = 40  # one at a time, of a name that is looked up by the other letters
VOWELS = str.maketrans("", "", "aeiouy")


@dataclass(frozen=True, slots=True, order=True)
class PlaceName:
    """The words of a place's name that not every place has ("town of" is left out).

    `side` is the part of the place that the name gives, such as north. A `wide` name is not of one
    spot: a country, a part of one, or "the bridge", which any place has.
    """

    words: tuple[str, ...]
    side: tuple[str, ...]
    country: str | None
    wide: bool

    @property
    def letters(self) -> str:
        """The name in one piece."""
        return "".join(self.words)


@lru_cache(4096)
def place_name(name: str) -> PlaceName:
    """A name taken apart.

    >>> place_name("the town of Tin Zaouatine").words, place_name("northern Mali").wide
    (('tin', 'zaouatine'), True)
    """
    plain = unicodedata.normalize("NFKD", name)
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    lowers = [without_possessive(word.lower) for word in words(plain)]
    known = place_words()
    sides = tuple(sorted({known.sides[word] for word in lowers if word in known.sides}))
    kept = [
        word
        for word in lowers
        if word[0].isalnum() and word not in known.generic and word not in known.sides
    ]
    country = nations().country(" ".join(kept)) if kept else None
    phrases = " ".join(lowers).removeprefix("the "), " ".join(kept)
    wide = not kept or country is not None or not any(letter.isupper() for letter in plain)
    wide = wide or not known.lands.isdisjoint(phrases) or not known.wide.isdisjoint(lowers)
    return PlaceName(tuple(kept), sides, country, wide)


def same_places(names: Iterable[PlaceName]) -> Mapping[PlaceName, int]:
    """A number for each name that is not wide, the same for spellings of one name."""
    places = sorted({name for name in names if not name.wide})
    first_with_key: dict[str, int] = {}
    links = []
    for number, name in enumerate(places):
        for key in _lookup_keys(name):
            first = first_with_key.setdefault(key, number)
            if first != number and may_be_one_place(places[first], name):
                links.append((first, number))
    return dict(zip(places, component_labels(len(places), links), strict=True))


def may_be_one_place(left: PlaceName, right: PlaceName) -> bool:
    """Whether two names may be spellings of one name, or one of them is the other with more words."""
    if left.side and right.side and left.side != right.side:
        return False
    if _digits_in_name(left) != _digits_in_name(right):
        return False
    if left.letters == right.letters or _is_part_of(left, right) or _is_part_of(right, left):
        return True
    shorter = min(len(left.letters), len(right.letters))
    return shorter >= MIN_FUZZY_LETTERS and ratio(left.letters, right.letters) >= MIN_SPELLING_RATIO


def _is_part_of(short: PlaceName, long: PlaceName) -> bool:
    return set(short.words) < set(long.words) and len(short.letters) >= MIN_PART_LETTERS


def _digits_in_name(name: PlaceName) -> list[str]:
    return [word for word in name.words if word.isdigit()]


def _lookup_keys(name: PlaceName) -> Iterator[str]:
    """What two spellings of a name share: the name without one letter, its consonants, its words."""
    letters = name.letters
    yield letters
    if len(letters) >= MIN_FUZZY_LETTERS:
        left_out = range(min(len(letters), MAX_LETTERS_LEFT_OUT))
        yield from (f"-{letters[:at]}{letters[at + 1 :]}" for at in left_out)
        consonants = letters.translate(VOWELS)
        if len(consonants) >= MIN_CONSONANTS:
            yield f"={consonants}"
    yield from (f"+{word}" for word in name.words if len(word) >= MIN_PART_LETTERS)
