"""Whether two names are of one place: the same words, or two spellings of them."""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.fuzz import ratio

from sayso.compare.clustering import leaders
from sayso.lexicon.families import place_words
from sayso.lexicon.people import nations
from sayso.text.words import words

ALIKE = 82  # of 100; "Tin Zaouatine" and "Tinzaouaten" reach 87
SHORT = 5  # letters; shorter names are the same only if they are equal
PART = 4  # letters of a name that may stand for a longer one that holds it
VOWELS = str.maketrans("", "", "aeiouy")


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A place's name without what every place has.

    A `wide` one is no one spot: a country, or a part of one, or "the bridge", which any place has.
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
def place(name: str) -> Place:
    """What a name says of a place.

    >>> place("the town of Tin Zaouatine").words, place("northern Mali").wide
    (('tin', 'zaouatine'), True)
    """
    plain = unicodedata.normalize("NFKD", name)
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    found = [word.lower.removesuffix("'s").removesuffix("’s") for word in words(plain)]
    known = place_words()
    sides = tuple(sorted({known.sides[word] for word in found if word in known.sides}))
    kept = [
        word
        for word in found
        if word[0].isalnum() and word not in known.generic and word not in known.sides
    ]
    country = nations().country(" ".join(kept)) if kept else None
    bare = " ".join(found).removeprefix("the "), " ".join(kept)
    wide = not kept or country is not None or not any(letter.isupper() for letter in plain)
    wide = wide or not known.lands.isdisjoint(bare) or not known.wide.isdisjoint(found)
    return Place(tuple(kept), sides, country, wide)


def same_places(names: Iterable[Place]) -> Mapping[Place, int]:
    """A number for each place that is not wide, the same for spellings of one name."""
    known = sorted({name for name in names if not name.wide})
    holders: dict[str, int] = {}
    joins = []
    for at, one in enumerate(known):
        for key in _keys(one):
            first = holders.setdefault(key, at)
            if first != at and alike(known[first], one):
                joins.append((first, at))
    return dict(zip(known, leaders(len(known), joins), strict=True))


def alike(one: Place, other: Place) -> bool:
    """Whether two names may be spellings of one, or one is the other and more."""
    if one.side and other.side and one.side != other.side:
        return False
    if _digits(one) != _digits(other):
        return False
    if one.letters == other.letters or _held(one, other) or _held(other, one):
        return True
    least = min(len(one.letters), len(other.letters))
    return least >= SHORT and ratio(one.letters, other.letters) >= ALIKE


def _held(one: Place, other: Place) -> bool:
    return set(one.words) < set(other.words) and len(one.letters) >= PART


def _digits(one: Place) -> list[str]:
    return [word for word in one.words if word.isdigit()]


def _keys(one: Place) -> Iterator[str]:
    """What two spellings of a name share: the name less a letter, its consonants, its words."""
    letters = one.letters
    yield letters
    if len(letters) >= SHORT:
        yield from (f"-{letters[:at]}{letters[at + 1 :]}" for at in range(min(len(letters), 40)))
        skeleton = letters.translate(VOWELS)
        if len(skeleton) >= 3:
            yield f"={skeleton}"
    yield from (f"+{word}" for word in one.words if len(word) >= PART)
