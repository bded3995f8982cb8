"""What harms.toml says, checked: the words for what was done to people."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from enum import StrEnum
from functools import cache

from sayso.lexicon.inflect import verb_forms
from sayso.lexicon.load import refuse_unknown, word_list
from sayso.lexicon.phrases import Phrase, single_words
from sayso.model.happening import Harm


class Frame(StrEnum):
    """How a word of harm takes the number of those harmed."""

    VERBS = "verbs"
    HAPPEN = "happen"
    ADJECTIVES = "adjectives"
    NOUNS = "nouns"
    LOOSE = "loose"
    BEFALL = "befall"
    NAMING = "naming"


@dataclass(frozen=True, slots=True)
class Predicate:
    """A phrase that says what was done; `harm` is None where it only looks so ("death threats").

    `tail`: words that must follow, behind those harmed or at once: "drove 40 people [from]".
    `loose`: it tells harm only of people who stand right beside it: "held nine men".
    """

    phrase: tuple[str, ...]
    harm: Harm | None
    frame: Frame
    tail: tuple[str, ...] = ()
    loose: bool = False


@dataclass(frozen=True, slots=True)
class WordsAroundHarm:
    """Small words around those harmed. A field is named after its key under `around`."""

    article: frozenset[str]
    definite: frozenset[str]
    owner: frozenset[str]
    among: frozenset[str]
    those: frozenset[str]
    then: frozenset[str]
    joining: frozenset[str]
    carrying: frozenset[str]
    governing: frozenset[str]
    saint: frozenset[str]
    listing: frozenset[str]
    listing_any: frozenset[str]
    going_on: frozenset[str]
    adding: frozenset[str]
    behind_added: frozenset[str]
    before_object: frozenset[str]
    beside_number: frozenset[str]
    ending_place: frozenset[str]
    share: frozenset[str]
    behind_nation: frozenset[str]
    behind_bare: frozenset[str]
    one_subject: frozenset[str]
    one_object: frozenset[str]
    before_noun: frozenset[str]
    before_counted: frozenset[str]
    joining_harm: frozenset[str]
    together: frozenset[Phrase]
    in_addition: frozenset[Phrase]
    trade: tuple[str, ...]
    person: tuple[str, ...]
    saying: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HarmWords:
    """Predicates by their first word, longest first; words around them; who can be counted."""

    predicates: dict[str, list[Predicate]]
    with_loose: dict[str, list[Predicate]]
    around: WordsAroundHarm
    passive: frozenset[str]
    helpers: frozenset[str]
    preposition: frozenset[str]
    object: frozenset[str]
    described: frozenset[str]
    reporting: frozenset[str]
    subset: frozenset[str]
    of_them: frozenset[str]
    includes: frozenset[str]
    known_as: frozenset[str]
    be: frozenset[str]
    have: frozenset[str]
    participles: frozenset[str]
    nominal: frozenset[str]
    before_nominal: frozenset[str]
    firing: frozenset[str]
    objects: frozenset[str]
    reflexive: frozenset[str]
    owned: frozenset[str]
    counted_harm: frozenset[str]
    doers: frozenset[str]
    bearing: frozenset[str]
    injuries: frozenset[str]
    contact: frozenset[str]
    unsettled: frozenset[str]
    anybody: frozenset[str]
    crowd: frozenset[str]
    young: frozenset[str]
    grown: frozenset[str]
    somebody_else: frozenset[str]
    sexes: dict[str, str]
    opening: frozenset[str]
    things: frozenset[str]
    named_things: frozenset[str]
    parents: frozenset[str]
    day: frozenset[str]
    tallied: frozenset[str]
    putting: frozenset[str]
    standing: frozenset[str]
    numbering: frozenset[str]
    heads: frozenset[str]
    reaching: frozenset[str]
    passing: frozenset[str]
    ranging: frozenset[str]
    changing_to: frozenset[str]
    leading_up: frozenset[Phrase]
    foreseen: frozenset[str]
    unreal: frozenset[str]
    leading: frozenset[str]
    achieving: frozenset[str]
    before_month: frozenset[str]
    to_harm: frozenset[str]
    parting: frozenset[str]
    people: frozenset[str]
    single: frozenset[str]
    never: frozenset[str]


# Fields that are lists of words, with their keys.
LISTS = {
    **{
        name: f"between.{name}"
        for name in (
            *("passive", "helpers", "preposition", "object", "described", "reporting", "subset"),
            *("of_them", "includes", "known_as", "be"),
        )
    },
    **{
        name: f"voice.{name}"
        for name in (
            *("have", "participles", "nominal", "before_nominal", "firing", "objects"),
            "reflexive",
        )
    },
    **{
        name: f"tally.{name}"
        for name in (
            *("putting", "standing", "numbering", "heads", "reaching", "passing", "ranging"),
            *("foreseen", "changing_to"),
        )
    },
    **{name: f"fate.{name}" for name in ("anybody", "crowd", "young", "grown", "somebody_else")},
    **{
        name: f"people.{name}"
        for name in ("opening", "things", "named_things", "day", "parents", "single", "never")
    },
    **{
        name: f"unreal.{name}"
        for name in ("leading", "achieving", "before_month", "to_harm", "parting")
    },
    "injuries": "bearing.injuries",
    "contact": "contact.forms",
    "owned": "owned.nouns",
    "doers": "owned.doers",
    "counted_harm": "owned.counted",
    "tallied": "tally.nouns",
    "unreal": "unreal.words",
    "people": "people.nouns",
}
# Parts of between.passive.
PARTS = ("found", "staying", "adverbs", "quantifiers", "auxiliaries", "marks")
OTHERS = (
    *("harmless.phrases", "bearing.before", "bearing.verbs", "fate.unsettled", "fate.m", "fate.f"),
    "tally.leading_up",
)
TAIL = ("*",)
STRICT = {
    Frame.LOOSE: Frame.VERBS,
    Frame.BEFALL: Frame.HAPPEN,
    Frame.NAMING: Frame.NOUNS,
}  # how loose words take the harmed
# Lists under `around` of phrases, and of endings.
AROUND_PHRASES = ("together", "in_addition")
AROUND_ENDINGS = ("trade", "person", "saying")
SEXES = ("m", "f")


@cache
def harm_words() -> HarmWords:
    """The words of harm. Raises BrokenLexicon."""
    frames = [f"{harm}.{frame}" for harm in Harm for frame in Frame]
    parts = [f"between.{part}" for part in PARTS]
    around = [f"around.{field.name}" for field in fields(WordsAroundHarm)]
    refuse_unknown("harms", (*frames, *parts, *around, *LISTS.values(), *OTHERS))
    entries = _predicates()
    lists = {name: frozenset(word_list("harms", *key.split("."))) for name, key in LISTS.items()}
    return HarmWords(
        predicates=_filed(entry for entry in entries if not entry.loose),
        with_loose=_filed(entries),
        around=_words_around(),
        leading_up=_phrases("tally", "leading_up"),
        **lists,
        bearing=_forms_of("bearing", "verbs").union(word_list("harms", "bearing", "before")),
        unsettled=_forms_of("fate", "unsettled"),
        sexes={word: sex for sex in SEXES for word in word_list("harms", "fate", sex)},
    )


def _predicates() -> Sequence[Predicate]:
    """Every form of every predicate."""
    predicates: dict[tuple[str, ...], Predicate] = {}
    for phrase in word_list("harms", "harmless", "phrases"):
        form = tuple(phrase.split())
        predicates[(*form, *TAIL)] = Predicate(form, None, Frame.NOUNS)
    for harm in Harm:
        for frame in Frame:
            for phrase in word_list("harms", harm, frame):
                for entry in _entries(phrase, harm, frame):
                    predicates.setdefault((*entry.phrase, *TAIL, *entry.tail), entry)
    return list(predicates.values())


def _filed(entries: Iterable[Predicate]) -> dict[str, list[Predicate]]:
    """Predicates by their first word, the longest first, those with a tail before those without."""
    filed: dict[str, list[Predicate]] = {}
    for entry in sorted(entries, key=lambda one: (-len(one.phrase + one.tail), one.phrase)):
        filed.setdefault(entry.phrase[0], []).append(entry)
    return filed


def _entries(phrase: str, harm: Harm, frame: Frame) -> Iterator[Predicate]:
    """The entries of a phrase of the lexicon, one for each form; a star stands for those harmed."""
    words, _, tail = phrase.partition(" * ")
    own = STRICT.get(frame, frame)
    for form in _forms_in_frame(words, own):
        yield Predicate(form, harm, own, tuple(tail.split()), loose=frame in STRICT)


def _words_around() -> WordsAroundHarm:
    words = {
        field.name: single_words("harms", "around", field.name)
        for field in fields(WordsAroundHarm)
        if field.name not in (*AROUND_PHRASES, *AROUND_ENDINGS)
    }
    return WordsAroundHarm(
        **words,
        together=_phrases("around", "together"),
        in_addition=_phrases("around", "in_addition"),
        trade=word_list("harms", "around", "trade"),
        person=word_list("harms", "around", "person"),
        saying=word_list("harms", "around", "saying"),
    )


def _phrases(*keys: str) -> frozenset[Phrase]:
    return frozenset(tuple(phrase.split()) for phrase in word_list("harms", *keys))


def _forms_of(*keys: str) -> frozenset[str]:
    """Every form of the verbs of a list."""
    return frozenset(form for verb in word_list("harms", *keys) for form in verb_forms(verb))


def _forms_in_frame(phrase: str, frame: Frame) -> list[tuple[str, ...]]:
    first, *rest = phrase.split()
    if frame not in (Frame.VERBS, Frame.HAPPEN):
        return [(first, *rest)]
    if first == "fatally":
        verb, *rest = rest
        return [("fatally", form, *rest) for form in sorted(verb_forms(verb))]
    return [(form, *rest) for form in sorted(verb_forms(first))]
