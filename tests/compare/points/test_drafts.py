"""Drafts of points: which claims are on which side, and why."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from sayso.compare.points import drafts as module
from sayso.compare.points.concessions import Concession
from sayso.compare.points.disputes import Dispute
from sayso.compare.points.drafts import (
    Draft,
    add_concessions,
    agreement_drafts,
    denial_drafts,
    dispute_drafts,
    figure_drafts,
)
from sayso.compare.points.figure_disputes import FigureDispute
from sayso.compare.points.prepared_claim import PreparedClaim
from sayso.compare.points.stand_reasons import StandReasons
from sayso.model.comparison import State
from sayso.model.reasons import RuleName, because
from tests.compare.points.prepared import prepared_claim, reports_of

CLAIMS = [prepared_claim(f"the mill {at} burned", f"speaker {at}", sentence=at) for at in range(8)]
PLACE_OF = {claim.key: place for place, claim in enumerate(CLAIMS)}


def reasons(claims: Sequence[PreparedClaim] = CLAIMS) -> StandReasons:
    """The reasons where nothing is known but who speaks."""
    return StandReasons(claims, reports_of(claims), (), {})


def figures(low: Sequence[int], high: Sequence[int]) -> FigureDispute:
    """A dispute of two counts."""
    sides = tuple(CLAIMS[place].key for place in low), tuple(CLAIMS[place].key for place in high)
    why = {key: because(RuleName.OTHER_COUNT, "9 people") for side in sides for key in side}
    return FigureDispute(sides, True, True, True, why)


def contested(left: Sequence[int], right: Sequence[int]) -> Draft:
    """A dispute."""
    return Draft((list(left), list(right)), State.CONTESTED, 0.6)


def conceded(
    *drafts: Draft,
    claim: int,
    bears_out: Sequence[int] = (),
    denied_in: Sequence[int] = (),
    denier: str | None = "the council",
) -> list[Draft]:
    """The drafts with a concession added."""
    made = list(drafts)
    one = Concession(claim, tuple(bears_out), tuple(denied_in), denier)
    add_concessions(made, [one], reasons())
    return made


def test_a_claim_is_in_one_dispute_of_figures_at_most() -> None:
    made = list(
        figure_drafts([figures([0], [1, 2]), figures([2], [3]), figures([4], [5])], PLACE_OF)
    )
    assert [draft.sides for draft in made] == [([0], [1, 2]), ([4], [5])]
    assert made[0].state is State.CONTESTED
    assert made[0].reasons[1].rule == RuleName.OTHER_COUNT


def test_a_dispute_of_figures_needs_a_claim_on_each_side() -> None:
    known = {key: place for key, place in PLACE_OF.items() if place != 1}
    assert not list(figure_drafts([figures([0], [1])], known))


def test_a_dispute_has_its_chance_ties_and_reasons(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "probability_of_dispute", lambda dispute: dispute.chance / 2)
    dispute = Dispute(((3,), (1, 0)), 0.8, {3: 0.8, 1: 0.8, 0: 0.4})
    (draft,) = dispute_drafts([dispute], reasons())
    assert draft.sides == ([3], [1, 0])
    assert (draft.state, draft.probability, draft.ties) == (State.CONTESTED, 0.4, dispute.ties)
    assert draft.reasons[3] == because(RuleName.SAYS_OTHERWISE, "speaker 1")


def test_a_concession_in_a_dispute_is_marked_there() -> None:
    (draft,) = conceded(contested([0, 1], [2]), claim=1, denied_in=[2])
    assert draft.sides == ([0, 1], [2])
    assert draft.conceding == {1}
    assert draft.reasons[1] == because(RuleName.CONCEDES_AGAINST, "the council")


@pytest.mark.parametrize(
    ("bears_out", "denied_in"), [([0], []), ([], [2]), ([0], [2]), ([5, 0], [6])]
)
def test_a_concession_joins_the_dispute_of_what_it_is_linked_to(
    bears_out: list[int], denied_in: list[int]
) -> None:
    (draft,) = conceded(contested([0], [2]), claim=4, bears_out=bears_out, denied_in=denied_in)
    assert 4 in draft.sides[0]
    assert 2 in draft.sides[1]
    assert draft.state is State.CONTESTED
    assert draft.conceding == {4}


def test_a_concession_goes_against_the_denial_on_whichever_side_that_is() -> None:
    (draft,) = conceded(contested([2], [0]), claim=4, denied_in=[2])
    assert draft.sides == ([2], [0, 4])


def test_a_concession_that_is_linked_to_no_dispute_is_a_point() -> None:
    other, draft = conceded(contested([0], [1]), claim=4, bears_out=[5], denied_in=[6])
    assert other.members == [0, 1]
    assert draft.sides == ([4, 5], [6])
    assert draft.state is State.CONCEDED
    assert draft.reasons == {
        4: because(RuleName.CONCEDES_AGAINST, "the council"),
        5: because(RuleName.SAYS_THE_SAME, "speaker 4"),
        6: because(RuleName.SAYS_OTHERWISE, "speaker 4"),
    }


def test_a_concession_of_what_the_own_side_denied_names_no_one() -> None:
    (draft,) = conceded(contested([0, 1], [2]), claim=1, denied_in=[2], denier="")
    assert draft.reasons == {1: because(RuleName.CONCEDES_AGAINST, "")}


@pytest.mark.parametrize("denied_in", [[], [2]])
def test_a_concession_that_no_one_is_known_to_have_denied_says_the_same(
    denied_in: list[int],
) -> None:
    (draft,) = conceded(
        contested([0], [2]), claim=4, bears_out=[0], denied_in=denied_in, denier=None
    )
    assert draft.conceding == {4}
    assert draft.reasons == {4: because(RuleName.SAYS_THE_SAME, "speaker 0")}


@pytest.mark.parametrize("denied_in", [[], [2]])
def test_a_concession_that_no_one_is_known_to_have_denied_keeps_its_reason(
    denied_in: list[int],
) -> None:
    why = {1: because(RuleName.SAYS_OTHERWISE, "speaker 2")}
    dispute = replace(contested([0, 1], [2]), reasons=dict(why))
    (draft,) = conceded(dispute, claim=1, bears_out=[0], denied_in=denied_in, denier=None)
    assert draft.conceding == {1}
    assert draft.reasons == why


def test_no_claim_is_in_two_points() -> None:
    made = [contested([0], [1]), contested([2], [3])]
    concessions = [
        Concession(4, (0, 2, 5), (3, 6), ""),
        Concession(5, (4,), (6, 7), ""),
        Concession(2, (6,), (1,), ""),
    ]
    add_concessions(made, concessions, reasons())
    members = [place for draft in made for place in draft.members]
    assert sorted(members) == sorted(set(members))
    assert sorted(place for draft in made for place in draft.conceding) == [2, 4, 5]


def test_those_who_agree_say_the_same_as_the_first_of_the_others() -> None:
    (draft,) = agreement_drafts([(2, 0, 5)], reasons())
    assert draft.sides == ([2, 0, 5], [])
    assert (draft.state, draft.probability) == (State.CORROBORATED, None)
    assert draft.reasons == {
        2: because(RuleName.SAYS_THE_SAME, "speaker 0"),
        0: because(RuleName.SAYS_THE_SAME, "speaker 2"),
        5: because(RuleName.SAYS_THE_SAME, "speaker 2"),
    }


@pytest.mark.parametrize("voices", [("x", "x", "y"), ("x", "y", "x"), ("y", "x", "x")])
def test_nobody_agrees_with_oneself(voices: tuple[str, ...]) -> None:
    claims = [prepared_claim("the mill burned", one, sentence=at) for at, one in enumerate(voices)]
    (draft,) = agreement_drafts([(0, 1, 2)], reasons(claims))
    named = [draft.reasons[place].values[0] for place in range(3)]
    assert named == ["y" if voice == "x" else "x" for voice in voices]


def test_a_denial_alone_is_against() -> None:
    (draft,) = denial_drafts([3], reasons())
    assert (draft.sides, draft.state) == (([], [3]), State.SINGLE)
    assert draft.reasons == {3: because(RuleName.DENIED_ALONE, "speaker 3")}
