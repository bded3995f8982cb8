"""What speakers are called: nouns with the type of speaker they make, and small words."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from functools import cache

from sayso.errors import BrokenLexicon
from sayso.lexicon.load import refuse_unknown, table, word_list
from sayso.lexicon.people import SEXES
from sayso.model.speech import ActorType

# Of two sections that hold a noun, the earlier one gives its type.
BODIES = {
    "state": ActorType.STATE,
    "organisation": ActorType.ORGANISATION,
    "group": ActorType.GROUP,
    "media": ActorType.MEDIA,
    "document": ActorType.DOCUMENT,
}
NAMED_BODIES = ("state", "organisation", "media")


@dataclass(frozen=True, slots=True)
class Noun:
    """A form of a noun. `type` is that of a speaker who is called no more than this; a `human` one
    becomes a person where a name goes with it."""

    lemma: str
    type: ActorType
    plural: bool
    sex: str | None
    human: bool


@dataclass(frozen=True, slots=True)
class ActorWords:
    """Words around the nouns and names of those who speak. A field is named after its key under
    `words`."""

    definite: frozenset[str]
    indefinite: frozenset[str]
    possessive: frozenset[str]
    preposition: frozenset[str]
    conjunction: frozenset[str]
    verb: frozenset[str]
    particle: frozenset[str]
    joined_particle: frozenset[str]
    pronoun: frozenset[str]
    surname: frozenset[str]
    small_in_headline: frozenset[str]
    his: frozenset[str]
    her: frozenset[str]
    link: frozenset[str]
    tail: frozenset[str]
    month: frozenset[str]
    place_before: frozenset[str]
    place_noun: frozenset[str]
    generic: frozenset[str]
    renamed: frozenset[str]
    also_verb: frozenset[str]
    coordinating: frozenset[str]
    behind_office: frozenset[str]
    behind_body: frozenset[str]
    complement: frozenset[str]
    before_body: frozenset[str]
    behind_role: frozenset[str]
    filler: frozenset[str]
    in_body: frozenset[str]
    renamed_kind: frozenset[str]
    determiner: frozenset[str]
    before_name: frozenset[str]
    before_name_at_start: frozenset[str]
    ending_phrase: frozenset[str]


@dataclass(frozen=True, slots=True)
class InterviewWords:
    """Words by which an interview is known. A field is named after its key under `interview`."""

    first: frozenset[str]
    second: frozenset[str]
    asking: frozenset[str]
    credits: frozenset[str]


KEYS = (
    *("invariable", "irregular", "person", "crowd.either", "alike", "words", "pronouns"),
    *(f"{body}.noun" for body in BODIES),
    *(f"{body}.name" for body in NAMED_BODIES),
    *("media.last", "interview"),
)
PRONOUNS = ("he", "she", "it", "they", "first", "second", "relative", "nobody")


@cache
def speaker_nouns() -> dict[str, Noun]:
    """Every form of every noun, in lower case. Raises BrokenLexicon.

    Several people of one office are UNNAMED, several of one crowd a GROUP.
    """
    refuse_unknown("actors", KEYS)
    refuse_unknown("actors", SEXES, "person")
    found: dict[str, Noun] = {}
    for noun in (*_human_nouns(), *_body_nouns()):
        if noun.lemma in word_list("actors", "invariable"):
            forms = [replace(noun, plural=True)]
        else:
            forms = [noun, replace(noun, plural=True)]
        for form in forms:
            found.setdefault(_form_of(form), form)
    for lemma in word_list("actors", "crowd", "either"):
        if found[_plural_of(lemma)].human:
            found[_plural_of(lemma)] = Noun(lemma, ActorType.GROUP, True, None, True)
    return found


@cache
def known_names() -> dict[str, ActorType]:
    """Names, in lower case, whose bearers' type is known. Raises BrokenLexicon."""
    return {name: BODIES[key] for key in NAMED_BODIES for name in word_list("actors", key, "name")}


@cache
def actor_words() -> ActorWords:
    """The words around those who speak. Raises BrokenLexicon."""
    kinds = [field.name for field in fields(ActorWords)]
    refuse_unknown("actors", kinds, "words")
    return ActorWords(**{kind: frozenset(word_list("actors", "words", kind)) for kind in kinds})


@cache
def source_pronouns(kind: str) -> frozenset[str]:
    """The pronouns listed under `pronouns.kind`. Raises BrokenLexicon."""
    refuse_unknown("actors", PRONOUNS, "pronouns")
    return frozenset(word_list("actors", "pronouns", kind))


@cache
def interview_words() -> InterviewWords:
    """The words by which an interview is known. Raises BrokenLexicon."""
    kinds = [field.name for field in fields(InterviewWords)]
    refuse_unknown("actors", kinds, "interview")
    return InterviewWords(
        **{kind: frozenset(word_list("actors", "interview", kind)) for kind in kinds}
    )


@cache
def media_endings() -> frozenset[str]:
    """Last words of the names of newspapers and stations. Raises BrokenLexicon."""
    return frozenset(word_list("actors", "media", "last"))


@cache
def nouns_alike(lemma: str) -> frozenset[str]:
    """The nouns that may stand for this one where a text refers back to it, itself among them."""
    found = {lemma}
    groups = table("actors").get("alike", [])
    for number in range(len(groups)):
        if not isinstance(groups[number], dict):
            raise BrokenLexicon("actors.toml: alike holds tables of nouns")
        alike = groups[number].get("nouns", ())
        if lemma in alike:
            found.update(alike)
    return frozenset(found)


def _human_nouns() -> Iterator[Noun]:
    for field, sex in SEXES.items():
        for lemma in word_list("actors", "person", field):
            yield Noun(lemma, ActorType.UNNAMED, False, sex, True)
    for lemma in word_list("actors", "crowd", "either"):
        yield Noun(lemma, ActorType.UNNAMED, False, None, True)


def _body_nouns() -> Iterator[Noun]:
    for section, kind in BODIES.items():
        for lemma in word_list("actors", section, "noun"):
            yield Noun(lemma, kind, False, None, False)


def _form_of(noun: Noun) -> str:
    if not noun.plural or noun.lemma in word_list("actors", "invariable"):
        return noun.lemma
    return _plural_of(noun.lemma)


@cache
def _plural_of(lemma: str) -> str:
    irregular = table("actors").get("irregular", {})
    if lemma in irregular:
        return str(irregular[lemma])
    if lemma.endswith("man"):
        return lemma[:-3] + "men"
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return lemma[:-1] + "ies"
    return lemma + ("es" if lemma.endswith(("s", "x", "z", "ch", "sh")) else "s")
