"""The points that claims speak to: who is for, who is against, and how many voices each side has."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from sayso.compare.points.claim_reader import prepare_claims
from sayso.compare.points.contradiction import Polarities
from sayso.compare.points.grouping import ClaimGroup, back_reference_evidence, group_claims
from sayso.compare.points.numeric_sides import PointNumbers, changed_numbers, read_point_numbers
from sayso.compare.points.pair_scores import PairScore, PairScores, pair_evidence, score_pairs
from sayso.compare.points.pile_size import MAX_REPORTS_OF_ONE_QUESTION
from sayso.compare.points.prepared_claim import PreparedClaim
from sayso.compare.points.sides import (
    against_interest,
    concession_evidence,
    decide_polarities,
    split_unmatched_denials,
)
from sayso.compare.sources.speakers import speaker_keys
from sayso.model.comparison import (
    Evidence,
    Origin,
    Point,
    Quote,
    SharedActor,
    Side,
    Stand,
    State,
    Story,
)
from sayso.model.facts import Facts
from sayso.model.speech import Stance

MAX_REASONS = 6  # shown for a point
TITLE_WORDS = range(4, 28)
SHOWN_FIRST = frozenset({Stance.DENIES, Stance.ACCUSES})
TAKING_A_STAND = frozenset({Stance.DENIES, Stance.DOUBTS, Stance.CONCEDES, Stance.ACCUSES})
SIDE_OF_POLARITY = {1: Side.FOR, -1: Side.AGAINST, 0: Side.OPEN}
STATE_ORDER = {State.CONTESTED: 0, State.CONCEDED: 1, State.CORROBORATED: 2, State.SINGLE: 3}

# For a claim, by its place in a list, the scores of its pairs.
ScoresOfClaim = Mapping[int, Sequence[PairScore]]
SidedClaim = tuple[PreparedClaim, Side]


def find_points(
    pile: Sequence[Facts],
    stories: Sequence[Story],
    origins: Sequence[Origin],
    actors: Sequence[SharedActor],
) -> tuple[Point, ...]:
    """The points of every story, the disputed first.

    A claim speaks to one point at most. A claim that no other speaks to is a point only if it denies,
    doubts, concedes or accuses.
    """
    facts = {report.document.id: report for report in pile}
    voices = speaker_keys(pile, actors)
    origin_of = {document: origin.id for origin in origins for document in origin.documents}
    found: list[tuple[tuple[int, bool, int, str], Point]] = []
    for reports in _reports_compared_together(stories):
        claims = [claim for name in reports for claim in prepare_claims(facts[name], voices)]
        scores = score_pairs(claims, facts)
        maker = _PointMaker(claims, _scores_of_claims(scores), origin_of)
        for whole in group_claims(claims, scores):
            for group, stated in split_unmatched_denials(claims, whole):
                members = [claims[place] for place in group.members]
                if _may_be_a_point(members, origin_of):
                    point = maker.make_point(group, stated)
                    first = any(claim.claim.stance in SHOWN_FIRST for claim in members)
                    key = STATE_ORDER[point.state], not first, -len(members), point.id
                    found.append((key, point))
    return tuple(point for _, point in sorted(found, key=lambda item: item[0]))


def _reports_compared_together(stories: Sequence[Story]) -> list[tuple[str, ...]]:
    """The reports whose claims are compared: those of one story, or all of a small pile."""
    if sum(len(story.documents) for story in stories) <= MAX_REPORTS_OF_ONE_QUESTION:
        return [tuple(sorted(document for story in stories for document in story.documents))]
    return [story.documents for story in stories]


def _may_be_a_point(members: Sequence[PreparedClaim], origin_of: Mapping[str, str]) -> bool:
    """Whether several speak here, or one takes a stand that others may want to answer.

    An outlet that only carries another's text is not a second voice.
    """
    voices = {(origin_of[one.document], one.claim.chain and one.voice) for one in members}
    if len(voices) > 1:
        return True
    return any(
        claim.claim.stance in TAKING_A_STAND and claim.back_reference is None for claim in members
    )


def _scores_of_claims(scores: PairScores) -> ScoresOfClaim:
    scores_of: dict[int, list[PairScore]] = {}
    for pair, score in scores.items():
        for place in pair:
            scores_of.setdefault(place, []).append(score)
    return scores_of


class _PointMaker:
    """Makes points of the groups of a list of claims."""

    def __init__(
        self,
        claims: Sequence[PreparedClaim],
        scores_of: ScoresOfClaim,
        origin_of: Mapping[str, str],
    ) -> None:
        self._claims, self._scores_of, self._origin_of = claims, scores_of, origin_of

    def make_point(self, group: ClaimGroup, stated: Polarities) -> Point:
        """The point of a group, whose claims have these sides by their words alone."""
        claims = self._claims
        numbers = read_point_numbers(claims, group.content)
        polarities = decide_polarities(claims, group, stated, numbers)
        title = self._title_place(group, polarities)
        turn = -1 if polarities[title] < 0 < claims[title].speaker_polarity else 1
        sided = [
            (claims[place], SIDE_OF_POLARITY[polarities[place] * turn]) for place in group.members
        ]
        why = [
            *self._evidence_of_sides(group, polarities, numbers),
            *self._evidence_of_pairs(group),
        ]
        return Point(
            title=Quote(claims[title].document, claims[title].title_span),
            claims=tuple(Stand(claim.document, claim.claim.id, side) for claim, side in sided),
            state=self._state_of(sided),
            origins_for=self._count_voices(sided, Side.FOR),
            origins_against=self._count_voices(sided, Side.AGAINST),
            why=tuple(dict.fromkeys(why)),
        )

    def _title_place(self, group: ClaimGroup, polarities: Polarities) -> int:
        """The claim whose words name the point.

        It is affirmed, complete, said by a speaker, easy to read and like the other claims.
        """

        def rank(place: int) -> tuple[bool, bool, bool, bool, bool, float, int]:
            claim = self._claims[place]
            return (
                claim.back_reference is None,
                polarities[place] > 0 and not claim.negated,
                not claim.opens_with_pronoun,
                not claim.outlet_voice,
                len(claim.compared_text.split()) in TITLE_WORDS,
                sum(score.probability for score in self._scores_of.get(place, ())),
                -place,
            )

        return max(group.members, key=rank)

    def _state_of(self, sided: Sequence[SidedClaim]) -> State:
        """Contested where voices stand on both sides, unless all who denied it concede it later."""
        voices = {side: {claim.voice for claim, held in sided if held is side} for side in Side}
        conceding = _voices_come_round(sided) | {
            claim.voice
            for claim, side in sided
            if side is Side.FOR and claim.claim.stance is Stance.CONCEDES
        }
        if voices[Side.FOR] and voices[Side.AGAINST] and not voices[Side.AGAINST] <= conceding:
            return State.CONTESTED
        if conceding:
            return State.CONCEDED
        most = max(self._count_voices(sided, side) for side in (Side.FOR, Side.AGAINST))
        return State.CORROBORATED if most > 1 else State.SINGLE

    def _count_voices(self, sided: Sequence[SidedClaim], side: Side) -> int:
        """How many independent voices a side has: its origins, but no more than its speakers."""
        claims = [claim for claim, held in sided if held is side]
        origins = {self._origin_of[claim.document] for claim in claims}
        return min(len(origins), len({claim.voice for claim in claims}))

    def _evidence_of_sides(
        self, group: ClaimGroup, polarities: Polarities, numbers: PointNumbers
    ) -> Iterator[Evidence]:
        """What points back, each concession, and what only changed."""
        claims = self._claims
        yield from (back_reference_evidence(claims[place]) for place in group.referents)
        for place, rule in against_interest(claims, polarities):
            yield concession_evidence(claims[place], rule)
        yield from changed_numbers(numbers)

    def _evidence_of_pairs(self, group: ClaimGroup) -> Iterator[Evidence]:
        """The surest reasons why these claims are together, those that are equally sure by words."""
        members = set(group.members)
        scores = [
            score
            for place in group.members
            for score in self._scores_of.get(place, ())
            if score.pair[0] == place and score.pair[1] in members
        ]
        scores.sort(key=_sureness_key)
        if not scores:
            return
        last = _sureness_key(scores[:MAX_REASONS][-1])
        shown = [score for score in scores if _sureness_key(score) <= last]
        reasons = [(_sureness_key(score), pair_evidence(self._claims, score)) for score in shown]
        reasons.sort(key=lambda reason: (reason[0], reason[1].detail))
        yield from (why for _, why in reasons[:MAX_REASONS])


def _voices_come_round(sided: Sequence[SidedClaim]) -> set[str]:
    """The voices that first spoke against it and, in a later report, for it."""
    last: dict[tuple[str, Side], date] = {}
    for claim, side in sided:
        if claim.saying_time is not None and not claim.outlet_voice:
            key, day = (claim.voice, side), claim.saying_time.first
            last[key] = max(last.get(key, day), day)
    return {
        voice
        for (voice, side), day in last.items()
        if side is Side.FOR and last.get((voice, Side.AGAINST), day) < day
    }


def _sureness_key(score: PairScore) -> tuple[bool, float]:
    """A sort key: sure pairs come first, then the likely ones."""
    return not score.sure, -score.probability
