"""What floor.toml says, checked: words that show who has the floor."""

from dataclasses import dataclass
from functools import cache

from sayso.lexicon.inflect import verb_forms
from sayso.lexicon.load import refuse_unknown, word_list
from sayso.lexicon.phrases import single_words

KEYS = (
    *("labels.asking", "labels.answering", "labels.nobody"),
    *("labels.witnesses", "labels.unnamed"),
    *("introduction.words", "introduction.meeting"),
    *("introduction.spoken", "introduction.addressed"),
    *("reply.verbs", "leading.words", "inverting.words"),
    *("pointing.words", "pointing.nouns", "pointing.owning", "pointing.telling"),
)


@dataclass(frozen=True, slots=True)
class FloorWords:
    """The lists of floor.toml: `replying` has the verbs of a reply in all their forms."""

    asking: frozenset[str]
    answering: frozenset[str]
    nobody: frozenset[str]
    witnesses: frozenset[str]
    unnamed: frozenset[str]
    introducing: frozenset[str]
    meeting: frozenset[str]
    spoken: frozenset[str]
    addressed: frozenset[str]
    replying: frozenset[str]
    leading: frozenset[str]
    inverting: frozenset[str]
    pointing: frozenset[str]
    pointing_nouns: frozenset[str]
    owning: frozenset[str]
    telling: frozenset[str]


@cache
def floor_words() -> FloorWords:
    """The words. Raises BrokenLexicon."""
    refuse_unknown("floor", KEYS)
    lists = {key: single_words("floor", *key.split(".")) for key in KEYS if key != "reply.verbs"}
    replying = {form for verb in word_list("floor", "reply", "verbs") for form in verb_forms(verb)}
    return FloorWords(
        asking=lists["labels.asking"],
        answering=lists["labels.answering"],
        nobody=lists["labels.nobody"],
        witnesses=lists["labels.witnesses"],
        unnamed=lists["labels.unnamed"],
        introducing=lists["introduction.words"],
        meeting=lists["introduction.meeting"],
        spoken=lists["introduction.spoken"],
        addressed=lists["introduction.addressed"],
        replying=frozenset(replying),
        leading=lists["leading.words"],
        inverting=lists["inverting.words"],
        pointing=lists["pointing.words"],
        pointing_nouns=lists["pointing.nouns"],
        owning=lists["pointing.owning"],
        telling=lists["pointing.telling"],
    )
