"""Where a clause has its finite verb, read off the words alone."""

from collections.abc import Sequence
from functools import cache

from sayso.lexicon.clauses import clause_words
from sayso.lexicon.cues import cue_words
from sayso.lexicon.grammar import grammar
from sayso.lexicon.inflect import Form
from sayso.lexicon.propositions import proposition_words, verb_kinds
from sayso.text.words import Word

MIN_LETTERS_OF_PAST = 5  # of a word in -ed that the lexicon does not know
UNFINITE = frozenset({"be", "been"})
MONTHS_AND_NAMES = frozenset({"may", "will"})  # with a capital they are no verbs


def finite_verb(body: str, spelt: Sequence[Word], doubtful: bool) -> int | None:
    """The number of the first finite verb; None if there is none.

    With `doubtful`, a word counts that may also be a participle or a noun ("signed", "reports").
    """
    places = range(len(spelt))
    return next((at for at in places if _is_finite(body, spelt, at, doubtful)), None)


def opens_inner_clause(body: str, spelt: Sequence[Word], end: int) -> bool:
    """Whether a verb, the word number `end`, is not that of the whole: "the man who fled", "the deal
    he signed", "the army and fled"."""
    inside = proposition_words().inside
    if end and spelt[end - 1].lower in grammar().conjunctions_joining:
        return True
    if any(word.lower in inside for word in spelt[1:end]):
        return True
    subject = end
    while subject and (_is_name(body, spelt[subject - 1]) or is_adverb(spelt[subject - 1].lower)):
        subject -= 1
    if subject == end and end and spelt[end - 1].lower in grammar().pronouns_people:
        subject -= 1
    return 0 < subject < end and _is_noun_like(body, spelt[subject - 1])


def is_infinitive(body: str, spelt: Sequence[Word], at: int) -> bool:
    """Whether "to" and a verb stand at a place, perhaps with an adverb or "not" between them."""
    if not spelt[at:] or spelt[at].lower != "to":
        return False
    behind = [word for word in spelt[at + 1 : at + 4] if not is_adverb(word.lower)]
    if not behind or (body[behind[0].start].isupper() and body[spelt[at].start].islower()):
        return False
    verb = behind[0].lower
    if verb in verb_kinds():
        return bool(verb_kinds()[verb] & {Form.BASE, Form.PAST})
    return verb in ("be", "have") or not (verb in _not_verbs() or verb.endswith(("s", "ing")))


@cache
def _not_verbs() -> frozenset[str]:
    return proposition_words().objects | proposition_words().inside | clause_words().prepositions


def is_gerund(word: str) -> bool:
    """Whether a word is a verb in -ing."""
    return word.endswith("ing") and word not in proposition_words().deed_things


def sees_deed(spelt: Sequence[Word], at: int) -> bool:
    """Whether a verb stands behind the one who is seen: "two men running", "him leave the house"."""
    word = spelt[at].lower
    if word.endswith("ing"):
        return is_gerund(word)
    opens_object = at + 1 < len(spelt) and spelt[at + 1].lower in proposition_words().objects
    return opens_object and Form.BASE in verb_kinds().get(word, frozenset())


def _is_finite(body: str, spelt: Sequence[Word], at: int, doubtful: bool) -> bool:
    word = spelt[at]
    before = spelt[at - 1].lower if at else ""
    if before in ("to", *grammar().articles, *grammar().possessives_all):
        return False
    if clause_words().is_finite(word.lower) and word.lower not in UNFINITE:
        is_capital = body[word.start].isupper() and not body[word.start : word.end].isupper()
        is_name = at and is_capital and word.lower in MONTHS_AND_NAMES
        return not is_name
    kinds = verb_kinds().get(word.lower, frozenset())
    if not kinds and word.lower.endswith("ed") and len(word.lower) >= MIN_LETTERS_OF_PAST:
        kinds = frozenset({Form.PAST})
    if Form.DID in kinds:
        return True
    if not at or not kinds & {Form.PAST, Form.THIRD, Form.BASE}:
        return False
    if before in clause_words().prepositions or before in grammar().demonstratives:
        return False
    if before in grammar().pronouns_subject or (Form.BASE not in kinds and before == "there"):
        return True
    return _takes_object(body, spelt, at, kinds) or (doubtful and _may_be_verb(kinds, before))


def _takes_object(body: str, spelt: Sequence[Word], at: int, kinds: frozenset[Form]) -> bool:
    """Whether an object or a clause follows, as behind a verb but not behind a participle or noun."""
    if not kinds & {Form.PAST, Form.THIRD} or at + 1 == len(spelt):
        return False
    behind = spelt[at + 1]
    if behind.lower in proposition_words().objects:
        return True
    return Form.THIRD in kinds and is_infinitive(body, spelt, at + 1)


def _may_be_verb(kinds: frozenset[Form], before: str) -> bool:
    return bool(kinds & {Form.PAST, Form.THIRD}) or before.endswith("s")


def is_adverb(word: str) -> bool:
    """Whether a word may stand between "to" and its verb, or before a verb in -ing."""
    adverbs = cue_words().lists["parted.words"] | grammar().negations_all
    return word in adverbs or word.endswith("ly")


def _is_name(body: str, word: Word) -> bool:
    return body[word.start].isupper()


def _is_noun_like(body: str, word: Word) -> bool:
    """Whether a word in small letters may be a noun: no small word of the grammar."""
    lower = word.lower
    lexicon = clause_words()
    return (
        body[word.start].islower()
        and lower.isalpha()
        and lower not in lexicon.prepositions
        and lower not in proposition_words().inside
        and lower not in lexicon.determiners
        and lower not in ("and", "or", "but", "that", "than", "so")
        and not lower.endswith("ly")
    )
