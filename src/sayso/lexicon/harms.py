"""What harms.toml says, checked: the words for what was done to people."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from sayso.lexicon.inflect import verb_forms
from sayso.lexicon.load import words
from sayso.model.happening import Harm


class Frame(StrEnum):
    """How a word of harm takes the number of those harmed."""

    VERBS = "verbs"
    HAPPEN = "happen"
    ADJECTIVES = "adjectives"
    NOUNS = "nouns"


@dataclass(frozen=True, slots=True)
class Predicate:
    """A phrase that says what was done; `harm` is None where it only looks so ("death threats")."""

    phrase: tuple[str, ...]
    harm: Harm | None
    frame: Frame


@dataclass(frozen=True, slots=True)
class HarmWords:
    """Predicates by their first word, longest first; words around them; who can be counted."""

    predicates: dict[str, list[Predicate]]
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
    foreseen: frozenset[str]
    unreal: frozenset[str]
    leading: frozenset[str]
    achieving: frozenset[str]
    before_month: frozenset[str]
    parting: frozenset[str]
    people: frozenset[str]
    single: frozenset[str]
    never: frozenset[str]


BETWEEN = (
    "passive",
    "helpers",
    "preposition",
    "object",
    "described",
    "reporting",
    "subset",
    "of_them",
    "includes",
    "known_as",
    "be",
)
VOICE = ("have", "participles", "nominal", "before_nominal", "firing", "objects", "reflexive")

TALLY = (
    *("putting", "standing", "numbering", "heads", "reaching", "passing", "ranging", "foreseen"),
)
FATE = ("anybody", "crowd", "young", "grown")
SEXES = ("m", "f")


@cache
def harm_words() -> HarmWords:
    """The words of harm. Raises BrokenLexicon."""
    found: dict[tuple[str, ...], Predicate] = {}
    for phrase in words("harms", "harmless", "phrases"):
        form = tuple(phrase.split())
        found[form] = Predicate(form, None, Frame.NOUNS)
    for harm in Harm:
        for frame in Frame:
            for phrase in words("harms", harm, frame):
                for form in _forms(phrase, frame):
                    found.setdefault(form, Predicate(form, harm, frame))
    filed: dict[str, list[Predicate]] = {}
    for form in sorted(found, key=lambda one: (-len(one), one)):
        filed.setdefault(form[0], []).append(found[form])
    return HarmWords(
        predicates=filed,
        **{name: frozenset(words("harms", "between", name)) for name in BETWEEN},
        **{name: frozenset(words("harms", "voice", name)) for name in VOICE},
        bearing=frozenset(words("harms", "bearing", "before")).union(
            *(verb_forms(verb) for verb in words("harms", "bearing", "verbs"))
        ),
        injuries=frozenset(words("harms", "bearing", "injuries")),
        contact=frozenset(words("harms", "contact", "forms")),
        unsettled=frozenset(
            form for verb in words("harms", "fate", "unsettled") for form in verb_forms(verb)
        ),
        **{name: frozenset(words("harms", "fate", name)) for name in FATE},
        sexes={word: sex for sex in SEXES for word in words("harms", "fate", sex)},
        opening=frozenset(words("harms", "people", "opening")),
        things=frozenset(words("harms", "people", "things")),
        named_things=frozenset(words("harms", "people", "named_things")),
        day=frozenset(words("harms", "people", "day")),
        parents=frozenset(words("harms", "people", "parents")),
        owned=frozenset(words("harms", "owned", "nouns")),
        doers=frozenset(words("harms", "owned", "doers")),
        counted_harm=frozenset(words("harms", "owned", "counted")),
        tallied=frozenset(words("harms", "tally", "nouns")),
        **{name: frozenset(words("harms", "tally", name)) for name in TALLY},
        unreal=frozenset(words("harms", "unreal", "words")),
        leading=frozenset(words("harms", "unreal", "leading")),
        achieving=frozenset(words("harms", "unreal", "achieving")),
        before_month=frozenset(words("harms", "unreal", "before_month")),
        parting=frozenset(words("harms", "unreal", "parting")),
        people=frozenset(words("harms", "people", "nouns")),
        single=frozenset(words("harms", "people", "single")),
        never=frozenset(words("harms", "people", "never")),
    )


def _forms(phrase: str, frame: Frame) -> list[tuple[str, ...]]:
    first, *rest = phrase.split()
    if frame not in (Frame.VERBS, Frame.HAPPEN):
        return [(first, *rest)]
    if first == "fatally":
        verb, *rest = rest
        return [("fatally", form, *rest) for form in sorted(verb_forms(verb))]
    return [(form, *rest) for form in sorted(verb_forms(first))]


@cache
def around(kind: str) -> frozenset[str]:
    """The words listed under `around.kind`. Raises BrokenLexicon."""
    return frozenset(words("harms", "around", kind))
