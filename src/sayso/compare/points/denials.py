"""Which claims a denial may deny: those that it tells itself, that its noun means, or that say it.

Rules find the candidates; the reader of pairs only orders them and turns down poor ones.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from sayso.compare.clustering import IndexPair
from sayso.compare.points.denial_objects import Candidate, Candidates
from sayso.compare.points.denial_reader import Denial, DenialForm, read_denial
from sayso.compare.points.prepared_claim import PreparedClaim
from sayso.compare.points.propositions import says_proposition
from sayso.compare.points.speaker_names import names_of_speakers
from sayso.compare.points.story_claims import claims_by_story
from sayso.model.facts import Facts
from sayso.model.speech import Attribution, Kind, Stance
from sayso.model.text import Span
from sayso.text.words import Word, words

MAX_OBJECTS = 4
MAX_CANDIDATES = 16  # of the claims that a denial may deny by the rules
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


class FoundDenial(NamedTuple):
    """A denial, by its place in a list of claims, and what it may deny by the rules alone."""

    place: int
    denial: Denial
    candidates: tuple[Candidate, ...]

    def moved(self, first: int) -> "FoundDenial":
        """The same in a longer list, where the claims begin at `first`."""
        moved = tuple(one._replace(place=first + one.place) for one in self.candidates)
        return FoundDenial(first + self.place, self.denial, moved)


def find_denials(
    claims: Sequence[PreparedClaim], facts: Mapping[str, Facts]
) -> tuple[FoundDenial, ...]:
    """Every claim of one story that denies, doubts or answers, with the claims that it may deny."""
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
        if denial is not None:
            likely = candidates.of_denial(place, denial)[:MAX_CANDIDATES]
            found.append(FoundDenial(place, denial, tuple(likely)))
    return tuple(found)


def denials_by_story(
    claims: Sequence[PreparedClaim], facts: Mapping[str, Facts], story_of: Mapping[str, str]
) -> list[FoundDenial]:
    """The denials of every story, with the claims of that story that they may deny.

    The claims of a story stand together in the list.
    """
    return [
        denial.moved(story.first)
        for story in claims_by_story(claims, facts, story_of)
        for denial in find_denials(story.claims, story.facts)
    ]


def asked_pairs(denials: Sequence[FoundDenial]) -> dict[IndexPair, float]:
    """Each denial with its likeliest objects by the rules: 1 for the first, less for the others."""
    return _by_rank((one.place, [other.place for other in one.candidates]) for one in denials)


def answered_pairs(answers: Sequence[Answer]) -> dict[IndexPair, float]:
    """Each denial with the claims that it may deny: 1 for the likeliest, less for the others."""
    return _by_rank((answer.denial, answer.objects) for answer in answers)


def _by_rank(found: Iterable[tuple[int, Sequence[int]]]) -> dict[IndexPair, float]:
    ranked: dict[IndexPair, float] = {}
    for denial, objects in found:
        for rank, other in enumerate(objects[:MAX_OBJECTS]):
            pair = min(denial, other), max(denial, other)
            ranked[pair] = max(ranked.get(pair, 0.0), 1 / (1 + rank))
    return ranked


def find_answers(denials: Sequence[FoundDenial], judge: Judge) -> tuple[Answer, ...]:
    """For every denial the claims that it may deny, as the reader of pairs orders them."""
    found = []
    for place, denial, candidates in denials:
        objects = _objects(place, candidates, judge)
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
        chain = claim.claim.chain  # empty where a person says that the outlet denies
        alone = denies and not answer.objects and bool(chain)
        alone = alone and (claim.document, chain[-1]) in aloud
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
