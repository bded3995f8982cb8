"""Newspapers, stations and news agencies: their names, and words that show that a name is one's."""

from dataclasses import dataclass
from functools import cache

from sayso.errors import BrokenLexicon
from sayso.lexicon.load import refuse_unknown, table, word_list

KEYS = (
    *("agencies", "outlets", "usual.words", "usual.after", "shapes.first", "shapes.inside"),
    *("credits.helped", "families"),
)


@dataclass(frozen=True, slots=True)
class Outlets:
    """Known outlets. `forms` leads from every form of a name to the name; `usual` forms are also
    something else; `family` leads from a name to the house it belongs to."""

    forms: dict[str, str]
    agencies: frozenset[str]
    usual: frozenset[str]
    after_usual: frozenset[str]
    first: frozenset[str]
    inside: frozenset[str]
    helped: tuple[str, ...]
    family: dict[str, str]


@cache
def known_outlets() -> Outlets:
    """The outlets of the lexicon. Raises BrokenLexicon."""
    refuse_unknown("outlets", KEYS)
    agencies, others = _names_in_section("agencies"), _names_in_section("outlets")
    forms = {**others, **agencies}
    usual = frozenset(word_list("outlets", "usual", "words"))
    for form in usual - forms.keys():
        raise BrokenLexicon(f"outlets.toml: usual: {form!r} is no name of an outlet")
    return Outlets(
        forms=forms,
        agencies=frozenset(agencies.values()),
        usual=usual,
        after_usual=frozenset(word_list("outlets", "usual", "after")),
        first=frozenset(word_list("outlets", "shapes", "first")),
        inside=frozenset(word_list("outlets", "shapes", "inside")),
        helped=word_list("outlets", "credits", "helped"),
        family=_house_of_outlet(),
    )


def _names_in_section(section: str) -> dict[str, str]:
    names = table("outlets").get(section)
    if not isinstance(names, dict):
        raise BrokenLexicon(f"outlets.toml: there is no table {section}")
    return {form: name for name in names for form in (name, *word_list("outlets", section, name))}


def _house_of_outlet() -> dict[str, str]:
    houses = table("outlets").get("families", {})
    return {member: house for house in houses for member in word_list("outlets", "families", house)}
