"""What propositions.toml says, checked: which words say something, and which only name a thing."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from sayso.errors import BrokenLexicon
from sayso.lexicon.cues import cue_words
from sayso.lexicon.denials import denial_words
from sayso.lexicon.events import event_words
from sayso.lexicon.harms import Frame, harm_words
from sayso.lexicon.inflect import (
    Form,
    irregular_bases,
    noun_forms,
    verb_forms,
    verb_forms_with_kind,
)
from sayso.lexicon.load import refuse_unknown, word_list
from sayso.lexicon.phrases import Phrases, phrases_by_first_word, single_words

CLASSES = ("answering", "telling", "feeling", "asking", "infinitive")
VERBS = ("clause", "telling", "feeling", "comparing", "framing", "discussing")
WORDS = {
    "deed_things": "deeds.things",
    "complements": "deeds.complements",
    "information": "deeds.information",
    "about": "deeds.about",
    "accusing": "deeds.accusing",
    "reasons": "deeds.reasons",
    "judging": "deeds.judging",
    "indefinite": "deeds.indefinite",
    "relative": "cut.relative",
    "conditional": "cut.conditional",
    "inside": "cut.inside",
    "objects": "objects.opening",
    "referring": "objects.referring",
}


@dataclass(frozen=True, slots=True)
class PropositionWords:
    """The lists of propositions.toml; `classes` and `verbs` by their keys, each verb in all its forms.

    `sayings` are nouns for something said, thought or planned, `deeds` nouns for something that is done
    or holds, those of other tables included.
    """

    classes: Mapping[str, frozenset[str]]
    verbs: Mapping[str, frozenset[str]]
    sayings: frozenset[str]
    deeds: frozenset[str]
    deed_endings: tuple[str, ...]
    deed_things: frozenset[str]
    complements: frozenset[str]
    information: frozenset[str]
    about: frozenset[str]
    accusing: frozenset[str]
    reasons: frozenset[str]
    judging: frozenset[str]
    judging_endings: tuple[str, ...]
    indefinite: frozenset[str]
    relative: frozenset[str]
    conditional: frozenset[str]
    inside: frozenset[str]
    objects: frozenset[str]
    referring: frozenset[str]
    furniture: Phrases

    def is_deed(self, noun: str) -> bool:
        """Whether a noun names something that is done or holds: "closure", "responsibility"."""
        single = noun.removesuffix("s")
        if single in self.deed_things or noun in self.deed_things:
            return False
        return noun in self.deeds or (
            single.endswith(self.deed_endings) and noun not in self.sayings
        )


@cache
def proposition_words() -> PropositionWords:
    """The lists. Raises BrokenLexicon."""
    keys = (*(f"classes.{key}" for key in CLASSES), *(f"verbs.{key}" for key in VERBS))
    others = ("deeds.endings", "deeds.judging_endings", "deeds.nouns", "furniture.openings")
    refuse_unknown("propositions", (*keys, *WORDS.values(), *others, "intransitive.verbs"))
    return PropositionWords(
        classes={key: _known_classes(key) for key in CLASSES},
        verbs={
            key: frozenset(
                form
                for verb in word_list("propositions", "verbs", key)
                for form in verb_forms(verb)
            )
            for key in VERBS
        },
        sayings=_sayings(),
        deeds=frozenset(_deeds()),
        deed_endings=word_list("propositions", "deeds", "endings"),
        judging_endings=word_list("propositions", "deeds", "judging_endings"),
        furniture=phrases_by_first_word("propositions", "furniture", "openings"),
        **{name: single_words("propositions", *key.split(".")) for name, key in WORDS.items()},
    )


def _known_classes(key: str) -> frozenset[str]:
    named = frozenset(word_list("propositions", "classes", key))
    known = {
        entry.cue.name for entries in cue_words().entries.values() for entry in entries if entry.cue
    }
    if not named <= known:
        raise BrokenLexicon(
            f"propositions.toml: classes.{key}: no cues are {sorted(named - known)}"
        )
    return named


def _deeds() -> Iterator[str]:
    """Nouns for something that is done or holds: those of events, harms and charges, and others."""
    for noun in word_list("propositions", "deeds", "nouns"):
        yield from noun_forms(noun)
    ordinary = event_words().ordinary
    for phrases in event_words().triggers.values():
        for one in phrases:
            if one.form is None and (one.kind not in ordinary or one.phrase[-1] not in _sayings()):
                yield one.phrase[-1]
    for predicates in harm_words().predicates.values():
        for harm in predicates:
            if harm.frame is Frame.NOUNS and harm.harm is not None and len(harm.phrase) == 1:
                yield harm.phrase[0]
    yield from denial_words().deed


@cache
def _sayings() -> frozenset[str]:
    return frozenset(
        one.phrase[0]
        for entries in cue_words().entries.values()
        for one in entries
        if "nouns" in one.forms and len(one.phrase) == 1
    )


@cache
def verb_kinds() -> Mapping[str, frozenset[Form]]:
    """What each form of a known verb may be: `DID` is only a past, `PAST` also a participle."""
    found: dict[str, set[Form]] = {}
    intransitive = word_list("propositions", "intransitive", "verbs")
    for verb in sorted({*_known_verbs(), *intransitive}):
        for form, kind in verb_forms_with_kind(verb).items():
            is_only_past = kind is Form.PAST and verb in intransitive
            found.setdefault(form, set()).add(Form.DID if is_only_past else kind)
    return {form: frozenset(kinds) for form, kinds in found.items()}


def _known_verbs() -> Iterator[str]:
    """The verbs of the lexicon in dictionary form."""
    yield from irregular_bases().values()
    for triggers in event_words().triggers.values():
        yield from (one.phrase[0] for one in triggers if one.form is Form.BASE)
    for entries in cue_words().entries.values():
        yield from (one.phrase[0] for one in entries if one.base and len(one.phrase) == 1)
