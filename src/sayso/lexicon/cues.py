"""What cues.toml says, checked: which words tie a content to its speaker, and what they do."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from sayso.errors import BrokenLexicon
from sayso.lexicon.grammar import grammar
from sayso.lexicon.inflect import noun_forms, verb_forms
from sayso.lexicon.load import refuse_unknown, table
from sayso.lexicon.no_comment import no_comment
from sayso.lexicon.phrases import Phrase, Phrases, phrases_by_first_word, single_words
from sayso.lexicon.untrue import untrue_words
from sayso.model.speech import Kind, Stance

STANCES = (
    "stance",
    "negated",
    "withheld",
    "unable",
    "infinitive",
    "charge",
    "offer",
    "threat",
    "finite",
)
SWITCHES = ("plain", "light", "aloud", "firm", "naming")
FORMS = ("verbs", "nouns", "others")
EFFECTS = frozenset({"negated", "withheld", "unable"})
POSSESSIVE = "one's"  # any possessive pronoun
POSSESSIVES = grammar().possessives_all | {POSSESSIVE}


@dataclass(frozen=True, slots=True)
class CueClass:
    """Cues that do one thing. `negated`, `withheld` and `unable` name the stance if the verb group
    negates, withholds or rules it out; the others stand for special complements (see the head of
    cues.toml)."""

    name: str
    stance: Stance
    kind: Kind
    negated: Stance = Stance.DECLINES
    withheld: Stance = Stance.DECLINES
    unable: Stance = Stance.DECLINES
    infinitive: Stance | None = None
    charge: Stance | None = None
    by: frozenset[str] = frozenset()
    offer: Stance | None = None
    threat: Stance | None = None
    finite: Stance | None = None
    plain: bool = False
    light: bool = False
    aloud: bool = False
    firm: bool = False
    naming: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """A phrase with the class it belongs to and the effect it has on a class behind it; one that
    has neither is passed over.

    `forms` says where the lexicon lists it, `base` that its verb is in the dictionary form.
    """

    phrase: Phrase
    cue: CueClass | None = None
    effect: str | None = None
    forms: frozenset[str] = frozenset()
    base: bool = False


@dataclass(frozen=True, slots=True)
class CueWords:
    """All phrases by their first word, longest first; `lists` and `phrases` hold what serves a
    single purpose, under its dotted key, as single words and as phrases."""

    entries: dict[str, list[Entry]]
    lists: dict[str, frozenset[str]]
    phrases: dict[str, Phrases]


LISTS = (
    "rejected.claims",
    "rejected.pronouns",
    "rejected.copulas",
    "rejected.saying",
    "rejected.leading",
    "rejected.behind",
    "rejected.between",
    "rejected.conditions",
    "rejected.first_person",
    "rejected.itself",
    "rejected.denying",
    "rejected.relative",
    "rejected.negations",
    "rejected.adverbs",
    "offered.words",
    "charged.not_after",
    "circumstance.words",
    "circumstance.articles",
    "hedge.nouns",
    "hedge.not_behind_nouns",
    "hedge.behind",
    "hedge.not_before",
    "hedge.not_after",
    "hedge.obliging",
    "hedge.amounts",
    "parted.words",
    "silence.not_after",
    "nobody.ability",
    "threatened.subjects",
    "threatened.verbs",
    "threatened.adverbs",
    "threatened.not_before",
    "supposed.words",
    "supposed.inverted",
    "supposed.asking",
    "supposed.between",
    "infinitive.not_before",
    "infinitive.subjects",
    "written.words",
    "written.breaks",
    "sourceless.subjects",
    "sourceless.joints",
    "sourceless.articles",
    "sourceless.words",
    "sourceless.be",
    "sourceless.adverbs",
    "sourceless.participles",
)
PHRASES = (
    "hedge.words",
    "hedge.modals",
    "hedge.passives",
    "hedge.perfects",
    "hedge.adjectives",
    "hedge.about",
    "admitted.words",
    "bidding.words",
    "nobody.words",
    "framing.words",
)


@cache
def cue_words() -> CueWords:
    """The cues. Raises BrokenLexicon."""
    refuse_unknown(
        "cues", ("class", "operator", *(f"passed_over.{key}" for key in FORMS), *LISTS, *PHRASES)
    )
    return CueWords(
        entries=_filed_entries(),
        lists={key: single_words("cues", *key.split(".")) for key in LISTS},
        phrases={key: phrases_by_first_word("cues", *key.split(".")) for key in PHRASES}
        | {f"rejected.{kind}": found for kind, found in untrue_words().rejecting.items()}
        | {"silence.words": no_comment().declining},
    )


def _filed_entries() -> dict[str, list[Entry]]:
    found: dict[Phrase, Entry] = {}
    for made, form, base, phrase in _class_phrases():
        one = found.get(phrase, Entry(phrase, made))
        found[phrase] = replace(one, forms=one.forms | {form}, base=one.base or base)
    for effect, phrase in _operator_phrases():
        one = found.get(phrase, Entry(phrase))
        found[phrase] = replace(one, effect=one.effect or effect)
    found |= {phrase: Entry(phrase) for phrase in _passed_over()}
    filed: dict[str, list[Entry]] = {}
    for phrase in sorted(found, key=lambda phrase: (-len(phrase), phrase)):
        filed.setdefault(phrase[0], []).append(found[phrase])
    return filed


def _class_phrases() -> Iterator[tuple[CueClass, str, bool, Phrase]]:
    """Every phrase of every class, with where it is listed and whether it is in its base form."""
    for number, section in enumerate(_sections_named("class"), 1):
        where = f"cues.toml: class {section.get('name', number)!r}"
        made = _cue_class(section, where)
        for form, base, phrase in _inflected_phrases(section, where):
            yield made, form, base, phrase


def _cue_class(section: dict[str, Any], where: str) -> CueClass:
    unknown = section.keys() - {"name", "kind", "by", *STANCES, *SWITCHES, *FORMS}
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
    given["by"] = frozenset(_phrase_list(section, "by", where))
    if ("charge" in section) != bool(given["by"]):
        raise BrokenLexicon(f"{where}: charge and by go together")
    return CueClass(**given)


def _operator_phrases() -> Iterator[tuple[str, Phrase]]:
    for section in _sections_named("operator"):
        effect = section.get("effect")
        if effect not in EFFECTS:
            raise BrokenLexicon(f"cues.toml: operator: {effect!r} is none of {sorted(EFFECTS)}")
        for _, _, phrase in _inflected_phrases(section, f"cues.toml: operator {effect!r}"):
            yield effect, phrase


def _passed_over() -> Iterator[Phrase]:
    section = table("cues").get("passed_over")
    if not isinstance(section, dict):
        raise BrokenLexicon("cues.toml: there is no passed_over")
    for _, _, phrase in _inflected_phrases(section, "cues.toml: passed_over"):
        yield phrase


def _sections_named(key: str) -> list[dict[str, Any]]:
    found = table("cues").get(key)
    if not isinstance(found, list) or not all(isinstance(section, dict) for section in found):
        raise BrokenLexicon(f"cues.toml: there are no [[{key}]]")
    return found


def _inflected_phrases(section: dict[str, Any], where: str) -> Iterator[tuple[str, bool, Phrase]]:
    """Every form of every phrase: verbs inflect in their first word, nouns in their last."""
    for key in FORMS:
        for phrase in _phrase_list(section, key, where):
            first, *rest = phrase.split()
            if key == "verbs":
                yield from (
                    (key, form == first, (form, *rest))
                    for form in sorted(_hyphenated_verb_forms(first))
                )
            elif key == "nouns":
                *before, last = phrase.split()
                yield from ((key, False, (*before, form)) for form in sorted(noun_forms(last)))
            else:
                yield key, False, (first, *rest)


def _phrase_list(section: dict[str, Any], key: str, where: str) -> list[str]:
    listed = section.get(key, [])
    if not isinstance(listed, list) or not all(
        isinstance(phrase, str) and phrase.split() for phrase in listed
    ):
        raise BrokenLexicon(f"{where}: {key} is not a list of phrases")
    return listed


def _hyphenated_verb_forms(verb: str) -> frozenset[str]:
    """The forms of a verb; a hyphen before it stays ("co-author")."""
    before, hyphen, last = verb.rpartition("-")
    return frozenset(before + hyphen + form for form in verb_forms(last))
