"""What places.toml says, checked: the words around names of places."""

from dataclasses import dataclass, fields
from functools import cache

from sayso.lexicon.load import refuse_unknown, word_list


@dataclass(frozen=True, slots=True)
class PlaceContextWords:
    """Words that lead to a place, stand inside its name, or say what kind of place it is."""

    here: frozenset[str]
    led: frozenset[str]
    directions: frozenset[str]
    inside_name: frozenset[str]
    regions: frozenset[str]
    sites: frozenset[str]
    towns: frozenset[str]
    elsewhere: frozenset[str]
    opening: frozenset[str]
    small: frozenset[str]


@cache
def place_context_words() -> PlaceContextWords:
    """The words. Raises BrokenLexicon."""
    refuse_unknown("places", [field.name for field in fields(PlaceContextWords)])
    return PlaceContextWords(
        **{
            field.name: frozenset(word_list("places", field.name))
            for field in fields(PlaceContextWords)
        }
    )
