"""Which claims a denial may deny: those that it tells itself, that its noun means, or that say it.

Rules find the candidates; the reader of pairs only orders them and turns down poor ones.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from sayso.compare.points.denial_objects import Candidate, Candidates
from sayso.compare.points.denial_reader import DenialForm, read_denial
from sayso.compare.points.prepared_claim import PreparedClaim
from sayso.compare.points.propositions import says_proposition
from sayso.compare.points.speaker_names import names_of_speakers
from sayso.model.facts import Facts
from sayso.model.speech import Attribution, Kind, Stance
from sayso.model.text import Span
from sayso.text.words import Word, words

MAX_OBJECTS = 4
MIN_SCORE = 0.3  # of an object; with less, nobody here says what is denied
MAX_BEHIND_BEST = 1.5  # by so much less than the best score, a claim is no object beside it
MIN_JUDGED = -4.0  # log-odds; with less, the two claims can both be true
JUDGED_WEIGHT = 0.5  # of the log-odds beside the rules' score
MAX_JUDGED = 4.0  # log-odds beyond it count no more

# For two places of a list of claims: the log-odds that the claims exclude each other, or None.
Judge = Callable[[int, int], float | None]


class Answer(NamedTuple):
    """A denial and the claims that it may deny, by their places in a list, the likeliest first.

    There is no object where nobody here utters what is denied. `words` is the noun phrase that points
    back ("the accusations"); None if the denial has none.
    """

    denial: int
    objects: tuple[int, ...]
    words: Span | None


def find_answers(
    claims: Sequence[PreparedClaim], facts: Mapping[str, Facts], judge: Judge
) -> tuple[Answer, ...]:
    """For every claim that denies, doubts or answers, the claims that it may deny."""
    attributions = {
        (document, one.id): one for document, report in facts.items() for one in report.attributions
    }
    innermost = [
        attributions[claim.document, claim.claim.chain[-1]] if claim.claim.chain else None
        for claim in claims
    ]
    texts = {document: report.document.text for document, report in facts.items()}
    cues = [
        _words_of_cue(texts[claim.document], attribution)
        for claim, attribution in zip(claims, innermost, strict=True)
    ]
    candidates = Candidates(claims, cues, names_of_speakers(claims, facts))
    found = []
    for place, claim in enumerate(claims):
        denial = read_denial(claim, texts[claim.document], innermost[place])
        if denial is None:
            continue
        objects = _objects(place, candidates.of_denial(place, denial), judge)
        if objects or denial.form is not DenialForm.NEGATION:
            found.append(Answer(place, tuple(one.place for one in objects), denial.words))
    return tuple(found)


def denied_alone(
    claims: Sequence[PreparedClaim], facts: Mapping[str, Facts], answers: Sequence[Answer]
) -> tuple[int, ...]:
    """The denials aloud whose object nobody utters and that say a whole proposition."""
    aloud = {
        (document, one.id)
        for document, report in facts.items()
        for one in report.attributions
        if one.kind is not Kind.THOUGHT
    }
    found = []
    for answer in answers:
        claim = claims[answer.denial]
        denies = claim.claim.stance is Stance.DENIES and claim.speaker_polarity < 0
        alone = denies and not answer.objects and (claim.document, claim.claim.chain[-1]) in aloud
        if alone and says_proposition(claim, facts[claim.document].document.text):
            found.append(answer.denial)
    return tuple(found)


def _objects(place: int, found: Sequence[Candidate], judge: Judge) -> list[Candidate]:
    """The likeliest of the candidates, those that are about as likely as the best."""
    judged = [one for one in (_judged(place, candidate, judge) for candidate in found) if one]
    judged.sort(key=lambda one: (-one.score, abs(one.place - place), one.place))
    return [
        one
        for one in judged[:MAX_OBJECTS]
        if one.score >= max(MIN_SCORE, judged[0].score - MAX_BEHIND_BEST)
    ]


def _judged(place: int, candidate: Candidate, judge: Judge) -> Candidate | None:
    """A candidate with what the reader of pairs adds to its score; None if that is too low."""
    odds = judge(place, candidate.place)
    if odds is None:
        return candidate
    if odds < MIN_JUDGED and not candidate.in_clause:
        return None
    added = JUDGED_WEIGHT * max(-MAX_JUDGED, min(MAX_JUDGED, odds))
    return candidate._replace(score=candidate.score + added)


def _words_of_cue(text: str, attribution: Attribution | None) -> list[Word]:
    if attribution is None or attribution.cue is None:
        return []
    return words(text, attribution.cue.start, attribution.cue.end)
