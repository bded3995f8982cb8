"""What families.toml says, checked: kinds of events that may be one event, and words of places."""

from dataclasses import dataclass
from functools import cache

from sayso.errors import BrokenLexicon
from sayso.lexicon.load import refuse_unknown, table, word_list

KEYS = (
    *("families", "places.generic", "places.wide", "places.lands", "places.sides", "times.night"),
    *("stems.ends", "stems.leading"),
)


@dataclass(frozen=True, slots=True)
class EventFamilies:
    """The family of each kind of event, the kinds that say little about the event, and the families
    with harm to people."""

    of_kind: dict[str, str]
    vague: frozenset[str]
    harmful: frozenset[str]

    def family(self, kind: str) -> str:
        """The family of a kind; one that no family lists is its own."""
        return (
            self.of_kind.get(kind)
            or self.of_kind.get(_kind_without_subkind(kind))
            or _kind_without_subkind(kind)
        )

    def listed(self, family: str) -> bool:
        """Whether it is one of the families, not a kind by itself."""
        return family in self.of_kind.values()


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """Words of places, names of `lands`; `sides` leads from "northern" to "north"."""

    generic: frozenset[str]
    wide: frozenset[str]
    lands: frozenset[str]
    sides: dict[str, str]


@cache
def event_families() -> EventFamilies:
    """The families. Raises BrokenLexicon."""
    refuse_unknown("families", KEYS)
    entries = table("families").get("families")
    if not isinstance(entries, dict):
        raise BrokenLexicon("families.toml: there is no table families")
    of_kind: dict[str, str] = {}
    vague: set[str] = set()
    for family, entry in entries.items():
        if not isinstance(entry, dict) or type(entry.get("harmful")) is not bool:
            raise BrokenLexicon(f"families.toml: {family} is harmful = true or false")
        refuse_unknown("families", ("kinds", "vague", "harmful"), "families", family)
        kinds = word_list("families", "families", family, "kinds")
        for kind in kinds:
            if of_kind.setdefault(kind, family) != family:
                raise BrokenLexicon(
                    f"families.toml: {kind!r} is in {of_kind[kind]} and in {family}"
                )
        least = word_list("families", "families", family, "vague")
        if not set(least) <= set(kinds):
            raise BrokenLexicon(f"families.toml: a vague kind of {family} is not one of its kinds")
        vague.update(least)
    harmful = frozenset(family for family in entries if entries[family]["harmful"])
    return EventFamilies(of_kind, frozenset(vague), harmful)


@cache
def place_words() -> PlaceWords:
    """The words of places. Raises BrokenLexicon."""
    section = table("families").get("places", {})
    sides = section.get("sides") if isinstance(section, dict) else None
    if not isinstance(sides, dict) or not all(isinstance(side, str) for side in sides.values()):
        raise BrokenLexicon("families.toml: places.sides is not a table of words")
    generic = frozenset(word_list("families", "places", "generic"))
    wide, lands = (frozenset(word_list("families", "places", key)) for key in ("wide", "lands"))
    return PlaceWords(generic, wide, lands, dict(sides))


@cache
def night_words() -> frozenset[str]:
    """Words for a time that lies on two days. Raises BrokenLexicon."""
    return frozenset(word_list("families", "times", "night"))


def _kind_without_subkind(kind: str) -> str:
    return kind.partition("/")[0]
