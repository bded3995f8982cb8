"""What events.toml says, checked: kinds of events and the words that trigger them."""

from dataclasses import dataclass
from functools import cache

from sayso.errors import BrokenLexicon
from sayso.lexicon.inflect import noun_forms, verb_forms
from sayso.lexicon.load import table, words
from sayso.model.happening import Harm

KEYS = frozenset({"plover", "acled", "harm", "verbs", "nouns"})


@dataclass(frozen=True, slots=True)
class Trigger:
    """A phrase that tells of an event; `verb` says that it is a form of a verb."""

    phrase: tuple[str, ...]
    kind: str
    verb: bool


@dataclass(frozen=True, slots=True)
class Happenings:
    """Triggers by their first word, longest first; and the kind of event that does each harm."""

    triggers: dict[str, list[Trigger]]
    harms: dict[Harm, str]


@cache
def happenings() -> Happenings:
    """The kinds of events. Raises BrokenLexicon."""
    found: dict[tuple[str, ...], Trigger] = {}
    harms: dict[Harm, str] = {}
    for kind, entry in table("events").items():
        if not isinstance(entry, dict) or not entry.keys() <= KEYS:
            raise BrokenLexicon(f"events.toml: {kind} may have {', '.join(sorted(KEYS))}")
        if not all(isinstance(entry.get(scheme), str) for scheme in ("plover", "acled")):
            raise BrokenLexicon(f"events.toml: {kind} names no nearest kind of plover or acled")
        if "harm" in entry:
            harms[_harm(kind, entry["harm"])] = kind
        for phrase in words("events", kind, "verbs"):
            first, *rest = phrase.split()
            for verb in verb_forms(first):
                found.setdefault((verb, *rest), Trigger((verb, *rest), kind, verb=True))
        for phrase in words("events", kind, "nouns"):
            *before, last = phrase.split()
            for noun in noun_forms(last):
                found.setdefault((*before, noun), Trigger((*before, noun), kind, verb=False))
    if harms.keys() != set(Harm):
        raise BrokenLexicon(f"events.toml: no kind does {sorted(set(Harm) - harms.keys())}")
    filed: dict[str, list[Trigger]] = {}
    for form in sorted(found, key=lambda one: (-len(one), one)):
        filed.setdefault(form[0], []).append(found[form])
    return Happenings(filed, harms)


def _harm(kind: str, name: object) -> Harm:
    try:
        return Harm(str(name))
    except ValueError as error:
        raise BrokenLexicon(f"events.toml: {kind}.harm: {error}") from error
