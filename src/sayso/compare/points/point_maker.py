"""Points as a reader gets them: title, sides in order, voices, probability, and reasons."""

from collections.abc import Mapping, Sequence

from sayso.compare.points.drafts import AGAINST, FOR, Draft
from sayso.compare.points.likelihood import likelihood_of
from sayso.compare.points.prepared_claim import PreparedClaim
from sayso.compare.points.propositions import says_proposition
from sayso.compare.points.title import TITLE_WORDS
from sayso.compare.points.verdicts import Verdicts
from sayso.compare.sources.claim_origins import ClaimKey
from sayso.model.comparison import Evidence, Point, Quote, Side, Stand, State
from sayso.model.facts import Facts
from sayso.model.reasons import RuleName, because
from sayso.model.speech import Stance

BY_HAND = "decided"  # the feature of the evidence for what people did to a point


class PointMaker:
    """Makes points of drafts. `origin_of` has the origin that each claim comes from."""

    def __init__(
        self,
        claims: Sequence[PreparedClaim],
        facts: Mapping[str, Facts],
        origin_of: Mapping[ClaimKey, str],
        verdicts: Verdicts,
    ) -> None:
        self._claims, self._facts, self._origin_of = claims, facts, origin_of
        self._verdicts = verdicts

    def make(self, draft: Draft) -> Point:
        """The point of a draft: the best claim that says a whole proposition gives the title."""
        sides = self._sides_in_order(draft)
        origins = [self._count_voices(side) for side in sides]
        chance = draft.probability
        named = zip((*Side,), (*sides, draft.open), strict=True)
        return Point(
            title=draft.title or self._title(self._title_place(draft, sides)),
            claims=tuple(self._stand(draft, place, name) for name, side in named for place in side),
            state=draft.given_state or self._state(draft, sides, max(origins)),
            origins_for=origins[FOR],
            origins_against=origins[AGAINST],
            why=_by_hand(draft),
            probability=None if chance is None else round(chance, 4),
            likelihood=None if chance is None else likelihood_of(chance),
        )

    def settle(self, draft: Draft, title: int | None = None) -> None:
        """Let the sides and the title of a draft stay as they are now, whatever is moved later.

        `title` is a claim on one of the sides: it gives the title, and its side comes first.
        """
        if draft.title is not None and draft.title_place is None:
            return  # somebody gave it its title
        if title is None and draft.ordered:
            return
        left, right = self._sides_in_order(draft)
        draft.sides = (right, left) if title in right else (left, right)
        draft.title_place = self._title_place(draft, draft.sides) if title is None else title
        draft.title, draft.ordered = self._title(draft.title_place), True

    def _title_place(self, draft: Draft, sides: Sequence[Sequence[int]]) -> int:
        firsts = [side[0] for side in (*sides, sorted(draft.open, key=self._rank)) if side]
        return next((place for place in firsts if self._is_whole(place)), firsts[0])

    def _title(self, place: int) -> Quote:
        claim = self._claims[place]
        return Quote(claim.document, claim.title_span)

    def _state(self, draft: Draft, sides: Sequence[Sequence[int]], origins: int) -> State:
        """The state of a draft; conceded if all who deny it admit it themselves."""
        if draft.state is State.CORROBORATED and origins < 2:
            return State.SINGLE
        denying = {self._claims[place].voice for place in sides[AGAINST]}
        admitting = {
            self._claims[place].voice
            for place in sides[FOR]
            if place in draft.conceding or self._claims[place].claim.stance is Stance.CONCEDES
        }
        if draft.state is State.CONTESTED and denying <= admitting:
            return State.CONCEDED
        return draft.state

    def _stand(self, draft: Draft, place: int, side: Side) -> Stand:
        claim = self._claims[place]
        reason, tie = draft.reasons.get(place), draft.ties.get(place)
        return Stand(
            claim.document,
            claim.claim.id,
            side,
            reasons=() if reason is None else (reason,),
            score=None if tie is None else round(tie, 4),
            concedes=place in draft.conceding,
        )

    def _sides_in_order(self, draft: Draft) -> list[list[int]]:
        """The side that is less of an answer, then the other; the best claims of each first."""
        left, right = (sorted(side, key=self._rank) for side in draft.sides)
        turned = (
            not draft.ordered
            and bool(left and right)
            and self._answering(left) > self._answering(right)
        )
        return [right, left] if turned else [left, right]

    def _answering(self, side: Sequence[int]) -> tuple[float, float]:
        """How much a side is the answer: the share of its denials, then what the network says."""
        denials = [self._claims[place].polarity < 0 for place in side]
        known = [self._verdicts.claims[place] for place in side if place in self._verdicts.claims]
        answers = sum(verdict.answers for verdict in known) / len(known) if known else 0.0
        return sum(denials) / len(side), answers

    def _rank(self, place: int) -> tuple[bool, bool, bool, bool, bool, float, int]:
        """A sort key: first what reads best alone, a whole proposition in a speaker's words."""
        claim = self._claims[place]
        verdict = self._verdicts.claims.get(place)
        return (
            claim.back_reference is not None,
            not self._is_whole(place),
            claim.opens_with_pronoun,
            claim.outlet_voice,
            len(claim.compared_text.split()) not in TITLE_WORDS,
            -verdict.disputed if verdict else 0.0,
            place,
        )

    def _is_whole(self, place: int) -> bool:
        """Whether a claim says a whole proposition."""
        claim = self._claims[place]
        return says_proposition(claim, self._facts[claim.document].document.text)

    def _count_voices(self, side: Sequence[int]) -> int:
        """How many independent voices a side has: its origins, but no more than its speakers."""
        claims = [self._claims[place] for place in side]
        origins = {self._origin_of[claim.key] for claim in claims}
        return min(len(origins), len({claim.voice for claim in claims}))


def _by_hand(draft: Draft) -> tuple[Evidence, ...]:
    """What people did to a point."""
    reasons = [because(RuleName.DECIDED, what) for what in draft.decided]
    return (Evidence.of(BY_HAND, 1.0, *reasons),) if reasons else ()
