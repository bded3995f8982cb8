"""Drafts of points: which claims are on which side, why, and how likely it is a dispute."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from sayso.compare.points.concessions import Concession
from sayso.compare.points.disputes import Dispute
from sayso.compare.points.figure_disputes import FigureDispute
from sayso.compare.points.likelihood import (
    PROBABILITY_OF_CONCESSION,
    probability_of_dispute,
    probability_of_figures,
)
from sayso.compare.points.stand_reasons import StandReasons
from sayso.compare.sources.claim_origins import ClaimKey
from sayso.model.comparison import Quote, State
from sayso.model.reasons import Reason, RuleName, because

FOR, AGAINST = 0, 1


@dataclass
class Draft:
    """A point that is being made; claims are given by their places in a list.

    `sides` are for and against. `probability` is None where nothing is disputed. `ties` has how surely
    claims belong to it, `conceding` those that admit it against interest.

    The others are for what people rule: `open` are claims on no side; `title` the words that name it,
    and `title_place` the claim that they are of; `ordered` that the sides stay as they are;
    `given_state` the state that somebody gave it; `decided` what was done by hand.
    """

    sides: tuple[list[int], list[int]]
    state: State
    probability: float | None = None
    reasons: dict[int, Reason] = field(default_factory=dict)
    ties: Mapping[int, float] = field(default_factory=dict)
    conceding: set[int] = field(default_factory=set)
    open: list[int] = field(default_factory=list)
    title: Quote | None = None
    title_place: int | None = None
    ordered: bool = False
    given_state: State | None = None
    decided: tuple[str, ...] = ()

    @property
    def members(self) -> list[int]:
        """All claims."""
        return [*self.sides[FOR], *self.sides[AGAINST], *self.open]

    def remove(self, place: int) -> None:
        """Take a claim out; if it gave the title, another one will."""
        for some in (*self.sides, self.open):
            if place in some:
                some.remove(place)
        self.reasons.pop(place, None)
        self.conceding.discard(place)
        if place == self.title_place:
            self.title = self.title_place = None


def figure_drafts(
    disputes: Iterable[FigureDispute], place_of: Mapping[ClaimKey, int]
) -> Iterator[Draft]:
    """A draft for each dispute of figures; a claim is in one at most."""
    taken: set[int] = set()
    for dispute in disputes:
        low, high = ([place_of[key] for key in side if key in place_of] for side in dispute.sides)
        if not low or not high or not taken.isdisjoint((*low, *high)):
            continue
        taken.update((*low, *high))
        yield Draft(
            (low, high),
            State.CONTESTED,
            probability_of_figures(dispute.strength),
            {place_of[key]: reason for key, reason in dispute.reasons.items() if key in place_of},
        )


def dispute_drafts(disputes: Iterable[Dispute], reasons: StandReasons) -> Iterator[Draft]:
    """A draft for each dispute of what is so."""
    for dispute in disputes:
        yield Draft(
            (list(dispute.sides[0]), list(dispute.sides[1])),
            State.CONTESTED,
            probability_of_dispute(dispute),
            {place: reasons.of_claim(place, dispute) for place in dispute.members},
            dispute.ties,
        )


def add_concessions(
    drafts: list[Draft], concessions: Sequence[Concession], reasons: StandReasons
) -> None:
    """Mark the concessions in the disputes that they belong to; others become drafts themselves.

    A concession belongs to a dispute that holds it, a denial that it goes against, or a claim that it
    bears out.
    """
    homes = {
        place: (draft, side)
        for draft in drafts
        for side in (FOR, AGAINST)
        for place in draft.sides[side]
    }
    for one in concessions:
        draft, side = _home_of(one, homes)
        if draft is None:
            draft = Draft(([], []), State.CONCEDED, PROBABILITY_OF_CONCESSION)
            drafts.append(draft)
        name = reasons.name_of(one.claim)
        joining: list[tuple[int, int, RuleName | None]] = [(one.claim, side, None)]
        joining += [(place, side, RuleName.SAYS_THE_SAME) for place in one.bears_out]
        joining += [(place, 1 - side, RuleName.SAYS_OTHERWISE) for place in one.denied_in]
        for place, its_side, rule in joining:
            if place not in homes:
                draft.sides[its_side].append(place)
                homes[place] = draft, its_side
                if rule is not None:
                    draft.reasons[place] = because(rule, name)
        draft.conceding.add(one.claim)
        if one.denier is not None:
            draft.reasons[one.claim] = because(RuleName.CONCEDES_AGAINST, one.denier)
        elif one.claim not in draft.reasons and one.bears_out:
            draft.reasons[one.claim] = because(
                RuleName.SAYS_THE_SAME, reasons.name_of(one.bears_out[0])
            )
        elif one.claim not in draft.reasons and one.denied_in:
            draft.reasons[one.claim] = because(
                RuleName.SAYS_OTHERWISE, reasons.name_of(one.denied_in[0])
            )


def _home_of(one: Concession, homes: Mapping[int, tuple[Draft, int]]) -> tuple[Draft | None, int]:
    """The dispute that a concession belongs to, and its side there."""
    for place in (one.claim, *one.denied_in, *one.bears_out):
        if place in homes:
            draft, side = homes[place]
            return draft, 1 - side if place in one.denied_in else side
    return None, FOR


def agreement_drafts(groups: Iterable[Sequence[int]], reasons: StandReasons) -> Iterator[Draft]:
    """A draft for each group of claims that agree."""
    for group in groups:
        why = {
            place: because(RuleName.SAYS_THE_SAME, reasons.who_agrees(place, group))
            for place in group
        }
        yield Draft((list(group), []), State.CORROBORATED, reasons=why)


def denial_drafts(places: Iterable[int], reasons: StandReasons) -> Iterator[Draft]:
    """A draft for each denial whose object nobody here utters."""
    for place in places:
        alone = because(RuleName.DENIED_ALONE, reasons.name_of(place))
        yield Draft(([], [place]), State.SINGLE, reasons={place: alone})
