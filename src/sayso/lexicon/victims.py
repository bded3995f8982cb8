"""What victims.toml says, checked: kinds of victims, and the sides of those who speak of them."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from sayso.errors import BrokenLexicon
from sayso.lexicon.inflect import noun_forms
from sayso.lexicon.load import refuse_unknown, table, word_list

Phrase = tuple[str, ...]
KEYS = (
    *("kinds", "generic.nouns", "generic.also", "unnamed", "names_nobody", "of_them", "further"),
    *("sides", "naming.joining", "naming.leading", "naming.describing"),
)
FIELDS = frozenset({"name", "nouns", "also", "within", "may_be", "side"})


@dataclass(frozen=True, slots=True)
class VictimKind:
    """One kind of victim: the wider kind it lies `within`, those it `may_be`, its side."""

    name: str
    within: str | None
    may_be: tuple[str, ...]
    side: str | None


@dataclass(frozen=True, slots=True)
class VictimWords:
    """Kinds of victims by name, the forms of nouns that mean them, and nouns that mean any.

    `unnamed` is the kind of people who are only counted, with a word of `names_nobody` or without any word.
    `of_them` points back to the people named last. `further` people are added to those counted before.
    """

    kinds: dict[str, VictimKind]
    forms: dict[str, str]
    generic: frozenset[str]
    unnamed: str
    names_nobody: frozenset[str]
    of_them: tuple[str, ...]
    further: frozenset[str]


@dataclass(frozen=True, slots=True)
class SideWords:
    """Phrases for speakers of a side, filed under their first word, longest first; and enemies.

    A phrase of `final` says so only where it ends what the speaker is called. `joining`, `leading` and
    `describing` are small words around the name of a side.
    """

    speakers: dict[str, list[tuple[Phrase, str]]]
    final: frozenset[Phrase]
    enemies: dict[str, frozenset[str]]
    joining: frozenset[str]
    leading: frozenset[str]
    describing: frozenset[str]


@cache
def victim_words() -> VictimWords:
    """The kinds of victims. Raises BrokenLexicon."""
    refuse_unknown("victims", KEYS)
    entries = table("victims").get("kinds")
    if not isinstance(entries, list):
        raise BrokenLexicon("victims.toml: kinds is no list of tables")
    kinds: dict[str, VictimKind] = {}
    forms: dict[str, str] = {}
    for entry in entries:
        kind = _victim_kind(entry)
        kinds[kind.name] = kind
        for form in _noun_forms_of(entry, kind.name):
            if forms.setdefault(form, kind.name) != kind.name:
                raise BrokenLexicon(f"victims.toml: {form!r} is {forms[form]} and {kind.name}")
    _check_names(kinds)
    generic = frozenset(_noun_forms_of(table("victims").get("generic", {}), "generic"))
    names_nobody, of_them = word_list("victims", "names_nobody"), word_list("victims", "of_them")
    further = frozenset(word_list("victims", "further"))
    return VictimWords(
        kinds, forms, generic, _unnamed_kind(kinds), frozenset(names_nobody), of_them, further
    )


@cache
def side_words() -> SideWords:
    """The sides. Raises BrokenLexicon."""
    entries = table("victims").get("sides")
    if not isinstance(entries, dict):
        raise BrokenLexicon("victims.toml: there is no table sides")
    speakers: dict[str, list[tuple[Phrase, str]]] = {}
    final: set[Phrase] = set()
    enemies: dict[str, frozenset[str]] = {}
    for side in entries:
        refuse_unknown("victims", ("speakers", "final", "enemies"), "sides", side)
        anywhere = word_list("victims", "sides", side, "speakers")
        last = word_list("victims", "sides", side, "final")
        final |= {tuple(phrase.split()) for phrase in last}
        for phrase in (*anywhere, *last):
            parts = tuple(phrase.split())
            speakers.setdefault(parts[0], []).append((parts, side))
        enemies[side] = frozenset(word_list("victims", "sides", side, "enemies"))
        if not enemies[side] <= entries.keys():
            raise BrokenLexicon(f"victims.toml: an enemy of {side} is no side")
    filed = {
        first: sorted(some, key=lambda one: (-len(one[0]), one)) for first, some in speakers.items()
    }
    naming = (
        frozenset(word_list("victims", "naming", key))
        for key in ("joining", "leading", "describing")
    )
    return SideWords(filed, frozenset(final), enemies, *naming)


def _victim_kind(entry: Any) -> VictimKind:
    if (
        not isinstance(entry, dict)
        or not set(entry) <= FIELDS
        or not isinstance(entry.get("name"), str)
    ):
        raise BrokenLexicon(f"victims.toml: a kind has a name, and may have {sorted(FIELDS)}")
    may_be = _word_list_in(entry, "may_be", entry["name"])
    return VictimKind(entry["name"], entry.get("within"), may_be, entry.get("side"))


def _noun_forms_of(entry: dict[str, Any], name: str) -> frozenset[str]:
    made = (form for noun in _word_list_in(entry, "nouns", name) for form in noun_forms(noun))
    return frozenset((*made, *_word_list_in(entry, "also", name)))


def _word_list_in(entry: dict[str, Any], field: str, name: str) -> tuple[str, ...]:
    found = entry.get(field, [])
    if not isinstance(found, list) or not all(isinstance(entry, str) and entry for entry in found):
        raise BrokenLexicon(f"victims.toml: {field} of {name} is not a list of words")
    return tuple(found)


def _check_names(kinds: dict[str, VictimKind]) -> None:
    for kind in kinds.values():
        named = [*kind.may_be, *([kind.within] if kind.within else [])]
        if not kinds.keys() >= set(named) or kind.name in named:
            raise BrokenLexicon(f"victims.toml: {kind.name} names a kind that is not there")
        if kind.side is not None and kind.side not in table("victims").get("sides", {}):
            raise BrokenLexicon(f"victims.toml: the side of {kind.name} is not there")


def _unnamed_kind(kinds: dict[str, VictimKind]) -> str:
    name = table("victims").get("unnamed")
    if name not in kinds:
        raise BrokenLexicon("victims.toml: unnamed is no kind")
    return str(name)
