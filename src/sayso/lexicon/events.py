"""What events.toml and ordinary.toml say, checked: kinds of events and the words that trigger them."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from sayso.errors import BrokenLexicon
from sayso.lexicon.inflect import Form, noun_forms, verb_forms_with_kind
from sayso.lexicon.load import table, word_list
from sayso.model.happening import Harm

KEYS = frozenset({"plover", "acled", "harm", "verbs", "nouns"})
FILES = ("events", "ordinary")
WORDS = "words"  # the table of ordinary.toml that is no kind
OTHER = "other"  # the kind of events that fit no other kind


@dataclass(frozen=True, slots=True)
class TriggerPhrase:
    """A phrase that mentions an event: a form of a verb, or a noun where `form` is None.

    A `doubtful` one is more often a noun that mentions no event.
    """

    phrase: tuple[str, ...]
    kind: str
    form: Form | None
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class EventWords:
    """Triggers by their first word, longest first; the kind of event that does each harm; the kinds
    that are `ordinary`, and words that trigger nothing."""

    triggers: dict[str, list[TriggerPhrase]]
    harms: dict[Harm, str]
    ordinary: frozenset[str]
    things: frozenset[str]


@cache
def event_words() -> EventWords:
    """The kinds of events. Raises BrokenLexicon."""
    found: dict[tuple[bool, tuple[str, ...]], TriggerPhrase] = {}
    harms: dict[Harm, str] = {}
    for name, kind, entry in _event_kinds():
        if "harm" in entry:
            harms[_harm_named(kind, entry["harm"])] = kind
        for trigger in _triggers_of_kind(name, kind):
            key = trigger.form is None, trigger.phrase
            if key not in found or (found[key].doubtful and not trigger.doubtful):
                found[key] = trigger
    if harms.keys() != set(Harm):
        raise BrokenLexicon(f"events.toml: no kind does {sorted(set(Harm) - harms.keys())}")
    filed: dict[str, list[TriggerPhrase]] = {}
    for key in sorted(found, key=lambda one: (-len(one[1]), one)):
        filed.setdefault(key[1][0], []).append(found[key])
    ordinary = frozenset(kind for name, kind, _ in _event_kinds() if name == "ordinary")
    return EventWords(filed, harms, ordinary, frozenset(word_list("ordinary", WORDS, "things")))


@cache
def event_kinds() -> tuple[str, ...]:
    """The names of all kinds of events, in order."""
    return tuple(sorted({kind for _, kind, _ in _event_kinds()}))


def _event_kinds() -> Iterator[tuple[str, str, dict[str, object]]]:
    """The kinds of both files, each with the name of its file and what stands there."""
    seen: set[str] = set()
    for name in FILES:
        for kind, entry in table(name).items():
            if (name, kind) == ("ordinary", WORDS):
                continue
            if not isinstance(entry, dict) or not entry.keys() <= KEYS or kind in seen:
                raise BrokenLexicon(f"{name}.toml: {kind} may have {', '.join(sorted(KEYS))}, once")
            if not all(isinstance(entry.get(scheme), str) for scheme in ("plover", "acled")):
                raise BrokenLexicon(f"{name}.toml: {kind} names no nearest kind of plover or acled")
            seen.add(kind)
            yield name, kind, entry


def _triggers_of_kind(name: str, kind: str) -> Iterator[TriggerPhrase]:
    doubtful = frozenset(word_list("ordinary", WORDS, "doubtful"))
    for phrase in word_list(name, kind, "verbs"):
        first, *rest = phrase.split()
        for verb, form in verb_forms_with_kind(first).items():
            doubted = first in doubtful and form in (Form.BASE, Form.THIRD)
            yield TriggerPhrase((verb, *rest), kind, form, doubted)
    for phrase in word_list(name, kind, "nouns"):
        *before, last = phrase.split()
        for noun in sorted(noun_forms(last)):
            yield TriggerPhrase((*before, noun), kind, None)


def _harm_named(kind: str, name: object) -> Harm:
    try:
        return Harm(str(name))
    except ValueError as error:
        raise BrokenLexicon(f"events.toml: {kind}.harm: {error}") from error
