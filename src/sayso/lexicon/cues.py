"""What cues.toml says, checked: which words tie a content to its speaker, and what they do."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from sayso.errors import BrokenLexicon
from sayso.lexicon.inflect import noun_forms, verb_forms
from sayso.lexicon.load import table, words
from sayso.model.speech import Kind, Stance

STANCES = ("stance", "negated", "withheld", "unable", "infinitive", "charge", "offer")
SWITCHES = ("plain", "light")
FORMS = ("verbs", "nouns", "others")
EFFECTS = frozenset({"negated", "withheld", "unable"})
POSSESSIVE = "one's"  # any possessive pronoun


@dataclass(frozen=True, slots=True)
class CueClass:
    """Cues that do one thing. `negated`, `withheld` and `unable` say which stance holds if the verb
    group turns it so; the others stand for special complements (see the head of cues.toml)."""

    name: str
    stance: Stance
    kind: Kind
    negated: Stance = Stance.DECLINES
    withheld: Stance = Stance.DECLINES
    unable: Stance = Stance.DECLINES
    infinitive: Stance | None = None
    charge: Stance | None = None
    offer: Stance | None = None
    plain: bool = False
    light: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """A phrase with the class it belongs to and the effect it has on a class behind it; one that
    has neither is passed over."""

    phrase: tuple[str, ...]
    cue: CueClass | None
    effect: str | None


@dataclass(frozen=True, slots=True)
class CueWords:
    """All phrases by their first word, longest first, and the lists of single purpose."""

    entries: dict[str, list[Entry]]
    hedges: dict[str, list[tuple[str, ...]]]
    silence: tuple[tuple[str, ...], ...]
    subjects: frozenset[str]
    untrue: tuple[tuple[str, ...], ...]
    first_person: frozenset[str]
    denying: frozenset[str]
    offered: frozenset[str]


@cache
def cue_words() -> CueWords:
    """The cues. Raises BrokenLexicon."""
    classes: dict[tuple[str, ...], CueClass] = {}
    for made, phrase in _classes():
        classes.setdefault(phrase, made)
    effects: dict[tuple[str, ...], str] = {}
    for effect, phrase in _operators():
        effects.setdefault(phrase, effect)
    passed = {tuple(phrase.split()) for phrase in words("cues", "passed_over", "others")}
    entries: dict[str, list[Entry]] = {}
    for phrase in sorted(
        classes.keys() | effects.keys() | passed, key=lambda one: (-len(one), one)
    ):
        if phrase in passed:
            entry = Entry(phrase, None, None)
        else:
            entry = Entry(phrase, classes.get(phrase), effects.get(phrase))
        entries.setdefault(phrase[0], []).append(entry)
    return CueWords(
        entries=entries,
        hedges=_by_first(words("cues", "hedge", "words")),
        silence=_split(words("cues", "silence", "words")),
        subjects=frozenset(words("cues", "rejected", "subjects")),
        untrue=_split(words("cues", "rejected", "untrue")),
        first_person=frozenset(words("cues", "rejected", "first_person")),
        denying=frozenset(words("cues", "rejected", "denying")),
        offered=frozenset(words("cues", "offered", "words")),
    )


def _classes() -> Iterator[tuple[CueClass, tuple[str, ...]]]:
    for number, section in enumerate(_sections("class"), 1):
        where = f"cues.toml: class {section.get('name', number)!r}"
        made = _class(section, where)
        for phrase in _phrases(section, where):
            yield made, phrase


def _class(section: dict[str, Any], where: str) -> CueClass:
    unknown = section.keys() - {"name", "kind", *STANCES, *SWITCHES, *FORMS}
    if unknown:
        raise BrokenLexicon(f"{where}: there is no {min(unknown)!r} in a class")
    for key in ("name", "stance", "kind"):
        if not isinstance(section.get(key), str):
            raise BrokenLexicon(f"{where}: {key} is missing")
    given: dict[str, Any] = {"name": section["name"]}
    try:
        given["kind"] = Kind(section["kind"])
        given |= {key: Stance(section[key]) for key in STANCES if key in section}
    except ValueError as error:
        raise BrokenLexicon(f"{where}: {error}") from error
    for key in SWITCHES:
        if not isinstance(section.get(key, False), bool):
            raise BrokenLexicon(f"{where}: {key} is true or false")
        given[key] = section.get(key, False)
    return CueClass(**given)


def _operators() -> Iterator[tuple[str, tuple[str, ...]]]:
    for section in _sections("operator"):
        effect = section.get("effect")
        if effect not in EFFECTS:
            raise BrokenLexicon(f"cues.toml: operator: {effect!r} is none of {sorted(EFFECTS)}")
        for phrase in _phrases(section, f"cues.toml: operator {effect!r}"):
            yield effect, phrase


def _sections(key: str) -> list[dict[str, Any]]:
    found = table("cues").get(key)
    if not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
        raise BrokenLexicon(f"cues.toml: there are no [[{key}]]")
    return found


def _phrases(section: dict[str, Any], where: str) -> Iterator[tuple[str, ...]]:
    """Every form of every phrase: verbs inflect in their first word, nouns in their last."""
    for key in FORMS:
        listed = section.get(key, [])
        if not isinstance(listed, list) or not all(isinstance(one, str) and one for one in listed):
            raise BrokenLexicon(f"{where}: {key} is not a list of phrases")
        for phrase in listed:
            first, *rest = phrase.split()
            if key == "verbs":
                yield from ((form, *rest) for form in _verb(first))
            elif key == "nouns":
                *before, last = phrase.split()
                yield from ((*before, form) for form in noun_forms(last))
            else:
                yield (first, *rest)


def _verb(verb: str) -> frozenset[str]:
    """The forms of a verb; a hyphen before it stays ("co-author")."""
    before, hyphen, last = verb.rpartition("-")
    return frozenset(before + hyphen + form for form in verb_forms(last))


def _split(phrases: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(phrase.split()) for phrase in phrases)


def _by_first(phrases: tuple[str, ...]) -> dict[str, list[tuple[str, ...]]]:
    out: dict[str, list[tuple[str, ...]]] = {}
    for phrase in sorted(_split(phrases), key=lambda one: (-len(one), one)):
        out.setdefault(phrase[0], []).append(phrase)
    return out
