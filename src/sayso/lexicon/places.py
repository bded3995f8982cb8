"""What places.toml says, checked: the words around names of places."""

from dataclasses import dataclass, fields
from functools import cache

from sayso.lexicon.load import refuse_unknown, words


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Words that lead to a place, stand inside its name, or say what kind of place it is."""

    here: frozenset[str]
    led: frozenset[str]
    directions: frozenset[str]
    inside_name: frozenset[str]
    regions: frozenset[str]
    sites: frozenset[str]
    towns: frozenset[str]
    borders: frozenset[str]


@cache
def surroundings() -> Surroundings:
    """The words. Raises BrokenLexicon."""
    refuse_unknown("places", [field.name for field in fields(Surroundings)])
    return Surroundings(
        **{one.name: frozenset(words("places", one.name)) for one in fields(Surroundings)}
    )
