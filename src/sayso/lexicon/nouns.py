"""Nouns for people, animals and things: those of WordNet 3.1, read when first asked.

training/nouns.py made nouns.tsv.gz and says which ones it has.
"""

import gzip
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from sayso.errors import BrokenLexicon

PERSON, ANIMAL, THING = "person", "animal", "thing"
PLURALS = (
    ("ies", "y"),
    ("men", "man"),
    ("es", ""),
    ("s", ""),
)  # endings, with those of the singular


@dataclass(frozen=True, slots=True)
class Nouns:
    """Nouns in the singular with what they are for. Words are asked for in lower case."""

    kinds: Mapping[str, str]

    def is_person(self, word: str) -> bool:
        """Whether a word is for one person: "baker"."""
        return self.kinds.get(word) == PERSON

    def is_people(self, word: str) -> bool:
        """Whether a word is for several people: "bakers"."""
        return PERSON in self._kinds_of_plural(word)

    def is_animal(self, word: str) -> bool:
        """Whether a word is for one animal or several."""
        return self._is_kind(word, ANIMAL)

    def is_thing(self, word: str) -> bool:
        """Whether a word is for one thing or several."""
        return self._is_kind(word, THING)

    def _is_kind(self, word: str, kind: str) -> bool:
        return self.kinds.get(word) == kind or kind in self._kinds_of_plural(word)

    def _kinds_of_plural(self, word: str) -> Iterator[str]:
        for ending, singular in PLURALS:
            if word.endswith(ending):
                known = self.kinds.get(word[: -len(ending)] + singular)
                if known is not None:
                    yield known
                    return


@cache
def nouns() -> Nouns:
    """The nouns of the package. Raises BrokenLexicon."""
    packed = files(__package__).joinpath("nouns.tsv.gz").read_bytes()
    rows = [line.split("\t") for line in gzip.decompress(packed).decode().splitlines()]
    if any(len(row) != 2 or row[0] not in (PERSON, ANIMAL, THING) for row in rows):
        raise BrokenLexicon("nouns.tsv.gz: a line is no kind with its noun")
    return Nouns({noun: kind for kind, noun in rows})
