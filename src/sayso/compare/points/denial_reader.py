"""What a claim that denies, doubts or answers says about the claim that it denies."""

from collections.abc import Sequence
from enum import StrEnum
from itertools import takewhile
from typing import NamedTuple

from sayso.compare.points.prepared_claim import PreparedClaim
from sayso.compare.terms import bare_lower, terms_of
from sayso.lexicon.clauses import clause_words
from sayso.lexicon.denials import denial_words
from sayso.lexicon.grammar import grammar
from sayso.lexicon.phrases import Phrases, phrase_length_at
from sayso.lexicon.points import point_words
from sayso.model.speech import Attribution, Stance
from sayso.model.text import Span
from sayso.text.words import Word, words

MAX_CONTENT_WORDS = 60  # of a content that are looked at
MAX_WORDS_TO_NOUN = 7  # from the start of a content to its noun for something said
MAX_WORDS_OF_OWNER = 4  # behind "by"
MAX_WORDS_TO_PLEA = 10  # of a content, where a plea may begin
MAX_WORDS_OF_VERDICT = 6  # behind a pronoun, where words may call it untrue
CLAUSE_MARKS = frozenset('.,;:!?"“”')
REFUSING = frozenset({Stance.DENIES, Stance.DOUBTS})


class DenialForm(StrEnum):
    """How a claim denies: by its stance, by a plea, by a cue that counters, or by a negation."""

    STANCE = "stance"
    PLEA = "plea"
    COUNTER = "counter"
    NEGATION = "negation"


class Denial(NamedTuple):
    """A claim that denies another one, and how its words tell which.

    `words` are the noun phrase that points back ("the accusations"), `accusing` whether it means a
    charge, `owners` the terms for who made that. `proposition` are the terms of what is denied, as
    far as the claim says so itself.
    """

    form: DenialForm
    words: Span | None
    accusing: bool
    owners: frozenset[str]
    proposition: frozenset[str]


class _Pointing(NamedTuple):
    """A noun phrase for something said; it ends before the word at `after`."""

    span: Span
    accusing: bool
    owner: Sequence[Word]
    after: int


def read_denial(claim: PreparedClaim, text: str, attribution: Attribution | None) -> Denial | None:
    """How a claim denies another; None where it denies none.

    `attribution` is the one whose content the claim is; None for a claim of the outlet itself.
    """
    cue = _words_in(text, attribution.cue) if attribution else []
    content = [word for span in claim.claim.content for word in words(text, span.start, span.end)]
    content = content[:MAX_CONTENT_WORDS]
    form = _form_of(claim, text, cue, content)
    if form is None:
        return None
    pointing = _pointing_phrase(text, cue, content, claim.back_reference is not None)
    if pointing is None:
        accusing = form is DenialForm.PLEA
        return Denial(form, None, accusing, frozenset(), _proposition(claim, content))
    owners = terms_of(pointing.owner)
    if claim.back_reference is not None:
        owners |= claim.back_reference.owners
    rest = _proposition(claim, content[pointing.after :])
    accusing = pointing.accusing or form is DenialForm.PLEA
    return Denial(form, pointing.span, accusing, owners, rest - owners)


def _form_of(
    claim: PreparedClaim, text: str, cue: Sequence[Word], content: Sequence[Word]
) -> DenialForm | None:
    """How the claim denies; None where it denies no claim."""
    lexicon, stance = denial_words(), claim.claim.stance
    if not content or stance in (Stance.CONCEDES, Stance.DECLINES, Stance.INTENDS):
        return None
    if _has_phrase(lexicon.plea, [*cue, *content[:MAX_WORDS_TO_PLEA]]):
        return DenialForm.PLEA
    refuses = stance in REFUSING and claim.speaker_polarity < 0
    if refuses or _calls_statement_untrue(claim, text, content):
        verbs = {word.lower for word in cue}
        is_wish = _opens_with_wish(content) or not lexicon.opposing.isdisjoint(verbs)
        return None if is_wish else DenialForm.STANCE
    if claim.speaker_polarity <= 0:
        return None
    if _has_phrase(lexicon.countering, cue):
        return DenialForm.COUNTER
    if _has_phrase(lexicon.never, content[:MAX_WORDS_TO_PLEA]):
        return DenialForm.STANCE
    answers = any(word.lower in lexicon.answering for word in cue)
    answers |= stance is Stance.ASSERTS and bool(claim.claim.chain)
    return DenialForm.NEGATION if claim.negated and answers else None


def _calls_statement_untrue(claim: PreparedClaim, text: str, content: Sequence[Word]) -> bool:
    """Whether the words call something said untrue: "that is a lie"."""
    untrue = claim.back_reference is not None and claim.back_reference.untrue
    return untrue and _pointing_phrase(text, [], content, points_back=True) is not None


def _opens_with_wish(content: Sequence[Word]) -> bool:
    """Whether the first known noun is for what people ask for or plan: "a call for talks"."""
    lexicon = denial_words()
    for word in content[:MAX_WORDS_TO_NOUN]:
        if word.lower in lexicon.nouns or word.lower in point_words().relative | {"that"}:
            return False
        if word.lower in lexicon.wish:
            return True
    return False


def _pointing_phrase(
    text: str, cue: Sequence[Word], content: Sequence[Word], points_back: bool
) -> _Pointing | None:
    """The noun phrase for something said that opens a content or ends a cue."""
    return (
        _phrase_of_pronoun(content, points_back)
        or _phrase_of_noun(text, content)
        or _phrase_ending_cue(cue)
    )


def _phrase_of_noun(text: str, content: Sequence[Word]) -> _Pointing | None:
    """The noun for something said that opens a content, with who said it."""
    lexicon, clauses = denial_words(), clause_words()
    start = _start_of_phrase(content)
    opening = content[start : start + MAX_WORDS_TO_NOUN]
    for at, word in enumerate(opening):
        if clauses.is_finite(word.lower.replace("’", "'")) or word.lower == "with":
            return None
        lower = bare_lower(word)
        if lower not in lexicon.nouns or word.lower != lower:
            continue
        end = start + at + 1
        owner = [*_owner_before(text, opening[: at + 1]), word]
        if end < len(content) and content[end].lower in lexicon.before_owner:
            behind = content[end + 1 : end + 1 + MAX_WORDS_OF_OWNER]
            owner += _up_to_proposition(behind)
        accusing = lower in lexicon.charge or lower in lexicon.deed
        return _Pointing(Span(opening[0].start, word.end), accusing, owner, end)
    return None


def _owner_before(text: str, phrase: Sequence[Word]) -> Sequence[Word]:
    """The words for an owner before a noun: "the union's claim", "the Courier report"."""
    if any("'" in word.lower or "’" in word.lower for word in phrase):
        return phrase[:-1]
    return [word for word in phrase[1:-1] if text[word.start].isupper()]


def _up_to_proposition(behind: Sequence[Word]) -> list[Word]:
    """The words for an owner, up to the word that opens what was said."""
    stops = denial_words().before_proposition
    found = []
    for word in behind:
        if word.lower in stops or not word.lower[0].isalnum():
            break
        found.append(word)
    return found


def _phrase_of_pronoun(content: Sequence[Word], points_back: bool) -> _Pointing | None:
    """A pronoun for what was said, where nothing else is said of it but that it is untrue."""
    lexicon = denial_words()
    start = _start_of_phrase(content) if len(content) > 1 else 0
    at = start
    while at < len(content) and content[at].lower in lexicon.quantity:
        at += 1
    if at >= len(content) or content[at].lower not in lexicon.pronouns:
        return None
    span = Span(content[start].start, content[at].end)
    said_of_it = list(takewhile(lambda word: word.lower not in CLAUSE_MARKS, content[at + 1 :]))
    following = said_of_it[0].lower if said_of_it else ""
    if content[at].lower in grammar().demonstratives and following in lexicon.nouns:
        return None  # "these accusations"
    if any(word.lower in point_words().untrue for word in said_of_it[:MAX_WORDS_OF_VERDICT]):
        return _Pointing(span, False, [], len(content))
    is_named = following in grammar().articles
    if is_named or points_back or not terms_of(content[at + 1 :]):
        return _Pointing(span, False, [], at + 1)
    return None


def _start_of_phrase(content: Sequence[Word]) -> int:
    """The place of the first word behind marks and "that"."""
    start = next((at for at, word in enumerate(content) if word.lower[0].isalnum()), 0)
    opens = content[start].lower == "that" and start + 2 < len(content)
    return start + 1 if opens and content[start + 1].lower not in denial_words().nouns else start


def _phrase_ending_cue(cue: Sequence[Word]) -> _Pointing | None:
    """A noun for something said at the end of a cue: "rejected rumours"."""
    lexicon = denial_words()
    last = [word for word in cue[-2:] if word.lower in lexicon.nouns] if len(cue) > 1 else []
    if not last:
        return None
    return _Pointing(Span(last[0].start, last[0].end), last[0].lower in lexicon.charge, [], 0)


def _proposition(claim: PreparedClaim, content: Sequence[Word]) -> frozenset[str]:
    """The terms of what is denied, without words that only call it untrue."""
    lexicon = point_words()
    said = [word for word in content if word.lower not in lexicon.untrue | denial_words().nouns]
    return terms_of(said) & claim.terms


def _words_in(text: str, span: Span | None) -> list[Word]:
    return words(text, span.start, span.end) if span else []


def _has_phrase(phrases: Phrases, found: Sequence[Word]) -> bool:
    lower = [word.lower for word in found]
    return any(phrase_length_at(phrases, lower, at) for at in range(len(lower)))
