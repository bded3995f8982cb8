"""Whether the words of one claim admit something about their speaker, and how plainly."""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from sayso.compare.points.prepared_claim import PreparedClaim
from sayso.compare.terms import terms_of
from sayso.lexicon.concessions import concession_words
from sayso.lexicon.grammar import grammar
from sayso.lexicon.inflect import is_participle
from sayso.lexicon.phrases import phrase_length_at
from sayso.model.speech import Attribution, Speech, Stance
from sayso.model.text import Span
from sayso.text.words import Word, words

MAX_CONTENT_WORDS = 60  # of a content that are looked at
MAX_WORDS_TO_FAULT = 30
MAX_WORDS_TO_NAME = 8  # of a content, where the speaker may be named
MAX_WORDS_TO_FIRST_PERSON = 3
MAX_WORDS_TO_POSSESSIVE = 3
MAX_WORDS_BEFORE_SUBJECT = 3
MAX_WORDS_OF_DUTY = 8
MAX_WORDS_TO_CONTEST = 5
MAX_WORDS_BETWEEN = 5  # a subject and the words by which it admits something
MAX_WORDS_BEFORE_CUE = 3
MAX_CHARACTERS_BEFORE_CUE = 30

# What speaks for an admission, found on real reports; only the differences count.
ADMITTING = 2.0
PLEADING = 2.0
ACKNOWLEDGING = 1.0
REGRETTING = 2.0
NOT_DENYING = 1.0
ACCEPTING = -1.0
OWN_WORDS = 2.0
OWN_WORDS_BESIDE_CUE = 1.0
ABOUT_SELF = 1.0
OWN_DEED = 1.0
FAULT = 1.0
FORCED = 1.0


class Admission(NamedTuple):
    """How plainly the words admit something. A plea alone admits only what somebody charged."""

    score: float
    is_plea: bool


def read_admission(
    claim: PreparedClaim, text: str, attribution: Attribution | None
) -> Admission | None:
    """How plainly the words of a claim admit something; None where they do not.

    `attribution` is the one whose content the claim is; None for a claim of the outlet itself.
    """
    if attribution is None:
        return None
    concedes = claim.claim.stance is Stance.CONCEDES
    tokens = _content_of(claim, text)
    asserts = claim.claim.stance is Stance.ASSERTS and claim.speaker_polarity > 0
    if not tokens or not (concedes or asserts):
        return None
    source, cue = _lower_in(text, attribution.source), _lower_in(text, attribution.cue)
    content = [word.lower for word in tokens]
    own_words = _admits_in_own_words(content, source, attribution)
    if not (concedes or own_words) or _admits_nothing(text, attribution, cue, content):
        return None
    score = ABOUT_SELF * _is_about_self(claim, source, attribution, tokens)
    lexicon = concession_words()
    score += FAULT * (not lexicon.fault.isdisjoint(content[:MAX_WORDS_TO_FAULT]))
    score += FORCED * (not lexicon.forced.isdisjoint(cue))
    if not concedes:
        return Admission(score + OWN_WORDS, False)
    score += OWN_WORDS_BESIDE_CUE * own_words + OWN_DEED * _opens_with_gerund(content)
    return Admission(score + _score_of_cue(cue), not lexicon.pleading.isdisjoint(cue))


def names_first_person(text: str, source: Span | None) -> bool:
    """Whether the words for a speaker are "I", "we" or the like."""
    return any(map(_is_first_person, _lower_in(text, source)[:1]))


def _content_of(claim: PreparedClaim, text: str) -> list[Word]:
    """The words of a content without marks and without "that" before them."""
    found = [word for span in claim.claim.content for word in words(text, span.start, span.end)]
    found = [word for word in found if word.lower[0].isalnum()][:MAX_CONTENT_WORDS]
    return found[1:] if len(found) > 1 and found[0].lower == "that" else found


def _admits_nothing(
    text: str, attribution: Attribution, cue: Sequence[str], content: Sequence[str]
) -> bool:
    """Whether it only looks like an admission: a wish, a lost game, sympathy."""
    contest = concession_words().contest
    return (
        _is_unreal(text, attribution, cue)
        or not contest.isdisjoint(content[:MAX_WORDS_TO_CONTEST])
        or _is_sympathy(cue, content)
    )


def _score_of_cue(cue: Sequence[str]) -> float:
    """How surely a cue of concession admits a fault."""
    lexicon = concession_words()
    for forms, score in (
        (lexicon.admitting, ADMITTING),
        (lexicon.pleading, PLEADING),
        (lexicon.acknowledging, ACKNOWLEDGING),
        (lexicon.regretting, REGRETTING),
        (lexicon.denying, NOT_DENYING),
    ):
        if not forms.isdisjoint(cue):
            return score
    return ACCEPTING


def _is_unreal(text: str, attribution: Attribution, cue: Sequence[str]) -> bool:
    """Whether the admission may not have happened: "should admit", "called on him to admit"."""
    if not concession_words().unreal.isdisjoint(cue):
        return True
    if attribution.cue is None:
        return False
    start = attribution.cue.start
    before = words(text, max(0, start - MAX_CHARACTERS_BEFORE_CUE), start)
    lower = {word.lower for word in before[-MAX_WORDS_BEFORE_CUE:]}
    return not concession_words().unreal.isdisjoint(lower)


def _is_sympathy(cue: Sequence[str], content: Sequence[str]) -> bool:
    """Whether somebody only feels for others: "are sorry to hear", "regret any inconvenience"."""
    lexicon = concession_words()
    return not lexicon.regretting.isdisjoint(cue) and (
        content[0] in lexicon.sympathy or not lexicon.sympathy.isdisjoint(cue[-1:])
    )


def _is_about_self(
    claim: PreparedClaim, source: Sequence[str], attribution: Attribution, tokens: Sequence[Word]
) -> bool:
    """Whether a content begins with its speaker: "admitted he lied", "admitted lying", "I lied"."""
    content = [word.lower for word in tokens]
    if _opens_with_gerund(content):
        return True
    if any(_is_first_person(word) for word in content[:MAX_WORDS_TO_FIRST_PERSON]):
        return True
    if claim.speaker_terms & terms_of(tokens[:MAX_WORDS_TO_NAME]):
        return True
    if not _may_mean_speaker(source, attribution):
        return False
    if content[0] == "it" and len(content) > 1 and content[1] in _helpers():
        return False  # "it would be hard"
    own = {*grammar().possessives_third, "own"}
    return content[0] in _third_person() or not own.isdisjoint(content[:MAX_WORDS_TO_POSSESSIVE])


def _opens_with_gerund(content: Sequence[str]) -> bool:
    """Whether a content tells the speaker's own deed: "admitted supplying boats"."""
    return content[0].endswith("ing") and content[0] not in concession_words().no_gerund


def _may_mean_speaker(source: Sequence[str], attribution: Attribution) -> bool:
    """Whether "he" in a content may be who says it: not in a quotation, and not said by "I"."""
    return attribution.speech is not Speech.DIRECT and not any(map(_is_first_person, source[:1]))


def _admits_in_own_words(
    content: Sequence[str], source: Sequence[str], attribution: Attribution
) -> bool:
    """Whether a speaker admits a wrong outright: "we made a mistake", "we should have asked"."""
    lexicon = concession_words()
    looks_back = [phrase_length_at(lexicon.hindsight, content, at) for at in range(len(content))]
    subjects = [at for at, word in enumerate(content) if _is_first_subject(content, at)]
    if _may_mean_speaker(source, attribution):
        opening = looks_back[0] if looks_back[0] < len(content) else 0
        subjects += [opening] if content[opening] in grammar().pronouns_people else []
    if subjects and any(looks_back):
        return True
    return any(_admits_behind(content, subject) for subject in subjects)


def _is_first_subject(content: Sequence[str], at: int) -> bool:
    """Whether "I" or "we" is a subject at a place: not in a question, nor in what others say."""
    if _without_verb(content[at]) not in concession_words().own_subject:
        return False
    before = content[max(0, at - MAX_WORDS_BEFORE_SUBJECT) : at]
    return not (
        (before and before[-1] in _helpers()) or not concession_words().supposing.isdisjoint(before)
    )


def _admits_behind(content: Sequence[str], subject: int) -> bool:
    """Whether words of admission follow a subject, with no word between that undoes them."""
    lexicon = concession_words()
    for at in range(subject + 1, min(subject + 1 + MAX_WORDS_BETWEEN, len(content))):
        length = phrase_length_at(lexicon.after_subject, content, at)
        if length:
            return lexicon.sympathy.isdisjoint(content[at + length : at + length + 1])
        if _is_missed_duty(content, at):
            return True
        if content[at] in lexicon.blocked or _is_first_person(content[at]):
            return False
    return False


def _is_missed_duty(content: Sequence[str], at: int) -> bool:
    """Whether words say what should have been done: "should have asked", "could have done more"."""
    lexicon, first = concession_words(), content[at]
    if first not in lexicon.missed | lexicon.missed_if_better:
        return False
    behind = content[at + 1 : at + 1 + MAX_WORDS_OF_DUTY]
    behind = [word for word in behind if word not in lexicon.before_have]
    if len(behind) < 2 or behind[0] != "have" or not is_participle(behind[1]):
        return False
    return first in lexicon.missed or not lexicon.better.isdisjoint(behind)


def _is_first_person(word: str) -> bool:
    """Whether a word is "I", "we", "our" or the like, shortened with a verb too."""
    bare = _without_verb(word)
    return bare in concession_words().own_subject or bare in concession_words().own_possessive


def _without_verb(word: str) -> str:
    """A pronoun without the verb that it is shortened with: "we've"."""
    return word.replace("’", "'").partition("'")[0]


@cache
def _third_person() -> frozenset[str]:
    small = grammar()
    return (
        small.pronouns_he
        | small.pronouns_she
        | small.pronouns_they
        | small.pronouns_it
        | small.possessives_third
    )


@cache
def _helpers() -> frozenset[str]:
    small = grammar()
    return (
        small.auxiliaries_be
        | small.auxiliaries_modals
        | small.auxiliaries_do
        | small.auxiliaries_have
    )


def _lower_in(text: str, span: Span | None) -> list[str]:
    return [word.lower for word in words(text, span.start, span.end)] if span else []
