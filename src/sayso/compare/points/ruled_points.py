"""What people have ruled about points: which are one, which claims leave, on which side one is.

Rulings are followed in drafts, so that sides, voices and state come out as for any other point.
"""

from collections.abc import Iterable, Mapping, Sequence

from sayso.compare.points.drafts import AGAINST, FOR, Draft
from sayso.compare.points.point_maker import PointMaker
from sayso.compare.sources.claim_origins import ClaimKey
from sayso.model.comparison import Side, State
from sayso.model.reasons import RuleName, because
from sayso.model.rulings import AddedPoint, ClaimMention, Rulings, SamePoint, SidedClaim

MIN_CLAIMS = 2  # of a point that claims have left
# What people did, as reasons have it.
ADDED, JOINED, TAKEN_OUT, SIDE_SET = "added", "joined", "claims taken out", "side set"


def follow_point_rulings(
    drafts: Sequence[Draft],
    rulings: Rulings,
    place_of: Mapping[ClaimKey, int],
    maker: PointMaker,
) -> tuple[list[Draft], Rulings]:
    """The drafts as people want them, and the rulings on points that could not be followed.

    `place_of` has the place of each claim in the maker's list.
    """
    table = _Table(drafts, place_of, maker)
    unmet = Rulings(
        other_points=tuple(one for one in rulings.other_points if not table.take_out(one)),
        same_points=tuple(one for one in rulings.same_points if not table.join(one)),
        rejected_points=tuple(one for one in rulings.rejected_points if not table.reject(one)),
        sides=tuple(one for one in rulings.sides if not table.set_side(one)),
        added_points=tuple(one for one in rulings.added_points if not table.add(one)),
    )
    return table.drafts, unmet


class _Table:
    """Drafts while rulings are followed; each method says whether it could be."""

    def __init__(
        self, drafts: Sequence[Draft], place_of: Mapping[ClaimKey, int], maker: PointMaker
    ) -> None:
        self.drafts = list(drafts)
        self._place_of, self._maker = place_of, maker
        self._home = {place: draft for draft in drafts for place in draft.members}

    def take_out(self, claim: ClaimMention) -> bool:
        """Let a claim leave its point, if it has one."""
        place = self._place(claim)
        if place is not None:
            self._leave(place)
        return place is not None

    def join(self, same: SamePoint) -> bool:
        """Make one point of two; the larger keeps its title and sides."""
        left, right = self._home_of(same.left), self._home_of(same.right)
        if left is None or right is None:
            return False
        places = [self._place_of[one.document, one.claim] for one in (same.left, same.right)]
        kept, dropped = sorted((left, right), key=_weight, reverse=True)
        self._maker.settle(kept)
        sides = [_side_of(draft, place) for draft, place in zip((left, right), places, strict=True)]
        turned = None not in sides and (sides[0] == sides[1]) is same.opposed
        if left is right:
            if turned:
                self._move(left, places[1], _other(sides[1]), SIDE_SET)
            return True
        for side in (FOR, AGAINST):
            for place in dropped.sides[side]:
                self._move(kept, place, _other(side) if turned else side, JOINED)
        for place in dropped.open:
            self._move(kept, place, None, JOINED)
        kept.conceding |= dropped.conceding
        self._drop(dropped)
        return True

    def reject(self, claims: Iterable[ClaimMention]) -> bool:
        """Drop the point that holds all of the claims."""
        homes = {id(home): home for home in map(self._home_of, claims)}
        home = homes.popitem()[1] if len(homes) == 1 else None
        if home is not None:
            self._drop(home)
        return home is not None

    def set_side(self, sided: SidedClaim) -> bool:
        """Put a claim of a point on a side of it."""
        place = self._place_of.get((sided.document, sided.claim), -1)
        draft = self._home.get(place)
        if draft is None:
            return False
        title = None if sided.title is None else self._place(sided.title)
        is_other = title != place and _side_of(draft, title) is not None
        self._maker.settle(draft, title if is_other else None)
        wanted = {Side.FOR: FOR, Side.AGAINST: AGAINST, Side.OPEN: None}[sided.side]
        if _side_of(draft, place) != wanted:
            self._move(draft, place, wanted, SIDE_SET)
        return True

    def add(self, point: AddedPoint) -> bool:
        """Make the point that a person made, of those of its claims that are here."""
        sides: dict[Side, list[int]] = {side: [] for side in Side}
        for one in point.claims:
            place = self._place(one.mention)
            if place is not None:
                self._leave(place)
                sides[one.side].append(place)
        places = [place for some in sides.values() for place in some]
        if not places:
            return False
        draft = Draft(
            (sides[Side.FOR], sides[Side.AGAINST]),
            State.SINGLE,
            reasons={place: because(RuleName.DECIDED, ADDED) for place in places},
            open=sides[Side.OPEN],
            title=point.title,
            ordered=True,
            given_state=point.state,
        )
        self._change(draft, ADDED)
        self.drafts.append(draft)
        self._home |= dict.fromkeys(places, draft)
        return True

    def _place(self, claim: ClaimMention) -> int | None:
        return self._place_of.get((claim.document, claim.claim))

    def _home_of(self, claim: ClaimMention) -> Draft | None:
        place = self._place(claim)
        return None if place is None else self._home.get(place)

    def _leave(self, place: int) -> None:
        draft = self._home.pop(place, None)
        if draft is None:
            return
        draft.remove(place)
        self._change(draft, TAKEN_OUT)
        if len(draft.members) < MIN_CLAIMS and ADDED not in draft.decided:
            self._drop(draft)

    def _drop(self, draft: Draft) -> None:
        self.drafts = [one for one in self.drafts if one is not draft]
        self._home = {place: home for place, home in self._home.items() if home is not draft}

    def _move(self, draft: Draft, place: int, side: int | None, what: str) -> None:
        draft.remove(place)
        (draft.open if side is None else draft.sides[side]).append(place)
        draft.reasons[place] = because(RuleName.DECIDED, what)
        self._home[place] = draft
        self._change(draft, what)

    @staticmethod
    def _change(draft: Draft, what: str) -> None:
        """Note what somebody did; how likely it is a dispute is nobody's guess then."""
        draft.decided = tuple(dict.fromkeys((*draft.decided, what)))
        draft.probability, draft.ties = None, {}
        if draft.sides[FOR] and draft.sides[AGAINST]:
            draft.state = State.CONTESTED
        else:
            draft.state = State.CONCEDED if draft.conceding else State.CORROBORATED


def _side_of(draft: Draft, place: int | None) -> int | None:
    """The side of a claim in a draft; None where it takes none."""
    return next((side for side in (FOR, AGAINST) if place in draft.sides[side]), None)


def _other(side: int | None) -> int | None:
    return None if side is None else 1 - side


def _weight(draft: Draft) -> tuple[int, float, int]:
    """A sort key: how much a point has to keep."""
    return len(draft.members), draft.probability or 0.0, -min(draft.members)
