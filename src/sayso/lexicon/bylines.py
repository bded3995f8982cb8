"""What bylines.toml says, checked: the words around the people who wrote a report."""

from dataclasses import dataclass, fields
from functools import cache
from typing import Any

from sayso.lexicon.load import refuse_unknown, word_list
from sayso.lexicon.outlets import known_outlets


@dataclass(frozen=True, slots=True)
class BylineWords:
    """The words of bylines in lower case; each field is a list of bylines.toml.

    `agencies` has the names of news agencies as they are written, those of outlets.toml among them.
    """

    openers: tuple[str, ...]
    others: tuple[str, ...]
    ends: tuple[str, ...]
    joiners: tuple[str, ...]
    prepositions: frozenset[str]
    particles: frozenset[str]
    roles: frozenset[str]
    role_words: frozenset[str]
    bodies: frozenset[str]
    places: frozenset[str]
    labels: frozenset[str]
    shared: frozenset[str]
    lands: frozenset[str]
    family_names: frozenset[str]
    behind: frozenset[str]
    agencies: frozenset[str]


ORDERED = ("openers", "others", "ends", "joiners")
LISTS = tuple(one.name for one in fields(BylineWords))


@cache
def byline_words() -> BylineWords:
    """The words of bylines. Raises BrokenLexicon."""
    refuse_unknown("bylines", LISTS)
    outlets = known_outlets()
    listed = {form for form, name in outlets.forms.items() if name in outlets.agencies}
    words: dict[str, Any] = {name: frozenset(word_list("bylines", name)) for name in LISTS}
    for name in ORDERED:
        words[name] = tuple(sorted(words[name], key=lambda one: (-len(one), one)))
    words["agencies"] |= listed
    return BylineWords(**words)
