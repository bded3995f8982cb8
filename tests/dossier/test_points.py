"""Points with their sides."""

from dataclasses import replace

from sayso.dossier.page import dossier_page
from sayso.dossier.points import Listing, PlacedSaying, PointShown
from sayso.model.comparison import Comparison, Likelihood, Point, Side, Stand, State
from sayso.model.reasons import Reason, RuleName, because
from tests.dossier.compared import sample, steps


def shown() -> tuple[PointShown, ...]:
    return dossier_page(sample()).points


def alone(point: Point) -> PointShown:
    """The point as it is shown when it is the only one."""
    (made,) = dossier_page(replace(sample(), points=(point,))).points
    return made


def test_clear_disputes_come_first_then_likely_ones_then_the_rest() -> None:
    assert [point.state for point in shown()] == ["contested", "conceded", "corroborated"]
    assert [point.likelihood for point in shown()] == ["clear", "likely", None]
    assert [point.anchor for point in shown()] == ["p1", "p2", "p3"]


def test_a_point_is_listed_by_what_is_disputed_and_how_surely() -> None:
    made = dossier_page(steps())
    assert [point.listing for point in made.points] == [
        Listing.DISPUTED,
        Listing.DISPUTED,
        Listing.PERHAPS_DISPUTED,
        Listing.AGREED,
        Listing.DENIED_ALONE,
        Listing.SINGLE,
    ]
    (perhaps,) = made.perhaps_disputed
    assert (perhaps.title.pieces, perhaps.likelihood) == (("some 40",), "perhaps")
    assert perhaps not in made.disputed
    assert made.has_other_points


def test_disputes_of_one_likelihood_keep_the_order_of_the_comparison() -> None:
    dead, mortars, fired = (
        replace(point, state=state, likelihood=likelihood)
        for point, state, likelihood in zip(
            sample().points,
            (State.CONTESTED, State.CONCEDED, State.CONTESTED),
            (Likelihood.LIKELY, None, Likelihood.LIKELY),
            strict=True,
        )
    )
    for order in ((dead, mortars, fired), (fired, mortars, dead)):
        made = dossier_page(replace(sample(), points=order))
        assert [one.title.pieces for one in made.disputed] == [
            (made.numbered[one.title.document].document[one.title.span],) for one in order
        ]
        assert {one.likelihood for one in made.disputed} == {"likely"}


def test_every_side_has_its_voices_and_how_many_are_independent() -> None:
    sides = {side.side: side for side in shown()[0].sides}
    assert {name: len(side.claims) for name, side in sides.items()} == {
        "for": 3,
        "against": 3,
        "open": 1,
    }
    assert [sides[name].origins for name in ("for", "against", "open")] == [1, 2, None]


def test_a_side_shows_wire_copy_once_with_all_who_carry_it() -> None:
    (fired,) = [side for side in shown()[0].sides if side.side == "for"]
    again = {one.saying.claim.note: len(one.saying.again) for one in fired.sayings}
    assert sorted(again.values()) == [0, 1]


def test_a_title_comes_with_who_said_it() -> None:
    contested, conceded, _ = shown()
    assert contested.title.pieces == ("firing on the town",)
    assert contested.lead is not None
    assert (contested.lead.chain[-1].name, contested.lead.past) == (
        "The Defence Ministry",
        "denied",
    )
    assert conceded.lead is not None
    assert conceded.lead.chain[-1].name in {"rebel commanders", "The Saltmarsh Review"}


def test_a_title_that_no_claim_of_the_point_holds_has_no_lead() -> None:
    point = sample().points[2]
    stands = tuple(one for one in point.claims if one.document != point.title.document)
    assert alone(replace(point, claims=stands)).lead is None


def test_a_denial_of_what_no_report_claims_is_not_among_the_disputes() -> None:
    point = sample().points[2]
    denials = tuple(one for one in point.claims if one.side is Side.AGAINST)
    for claims, state in ((denials[:1], State.SINGLE), (denials, State.CORROBORATED)):
        made = alone(replace(point, claims=claims, state=state))
        assert (made.listing, made.likelihood) == (Listing.DENIED_ALONE, None)
        assert [side.side for side in made.sides] == ["against"]


def placed(*reasons: tuple[Reason, ...], concedes: int | None = None) -> list[PlacedSaying]:
    """Two wire copies of one saying and another saying, with these reasons, on one side."""
    point = sample().points[2]
    copied = [one for one in point.claims if one.side is Side.FOR]
    claims = tuple(
        replace(one, reasons=why, concedes=place == concedes)
        for place, (one, why) in enumerate(zip(copied, reasons, strict=True))
    )
    (side,) = alone(replace(point, claims=claims)).sides
    return list(side.sayings)


def test_the_claims_of_a_side_keep_the_order_of_the_comparison() -> None:
    point = sample().points[2]
    for claims in (point.claims, point.claims[::-1]):
        made = alone(replace(point, claims=claims))
        for side in made.sides:
            given = [one for one in claims if one.side.value == side.side]
            first = side.sayings[0].saying.claim
            assert (first.words.report.document.id, first.claim) == (
                given[0].document,
                given[0].claim,
            )


def test_a_claim_is_shown_with_its_reasons_and_never_a_score() -> None:
    charge, same = because(RuleName.CHARGES), because(RuleName.SAYS_THE_SAME, "/home/me/a")
    accused, fired = placed((charge, same), (), ())
    assert accused.reasons == (
        "makes the accusation that others answer; says the same as /home/me/a"
    )
    assert fired.reasons == ""


def test_a_saying_has_the_reasons_of_its_first_claim_that_has_any() -> None:
    charge, same = because(RuleName.CHARGES), because(RuleName.SAYS_THE_SAME, "Mali")
    assert placed((), (charge,), (same,))[1].reasons == "makes the accusation that others answer"
    assert placed((), (), (same,))[1].reasons == "says the same as Mali"


def test_a_saying_is_a_concession_if_one_of_its_claims_is() -> None:
    assert [one.concedes for one in placed((), (), ())] == [False, False]
    assert [one.concedes for one in placed((), (), (), concedes=2)] == [False, True]


def test_a_reason_names_no_private_folder() -> None:
    name = sample().facts[0].document.name
    private = f"/home/me/{name}"
    facts = sample().facts
    moved = replace(facts[0], document=replace(facts[0].document, name=private))
    point = sample().points[2]
    stand = replace(point.claims[0], reasons=(because(RuleName.SAYS_THE_SAME, private),))
    comparison = replace(
        sample(), facts=(moved, *facts[1:]), points=(replace(point, claims=(stand,)),)
    )
    (made,) = dossier_page(comparison).points
    assert made.sides[0].sayings[0].reasons == f"says the same as {name}"


def test_a_claim_knows_the_points_that_it_speaks_to() -> None:
    made = dossier_page(sample())
    for point in made.points:
        for side in point.sides:
            for voice in side.claims:
                assert (point, side.name.lower()) in made.points_of[voice.words.anchor]


def test_a_claim_may_speak_to_two_points() -> None:
    comparison = sample()
    first, second, third = comparison.points
    stand = third.claims[0]
    both = replace(first, claims=(*first.claims, Stand(stand.document, stand.claim, Side.OPEN)))
    made = dossier_page(replace(comparison, points=(both, second, third)))
    assert max(len(points) for points in made.points_of.values()) == 2


def test_the_page_counts_what_is_disputed() -> None:
    made = dossier_page(sample())
    assert made.state_counts == [("contested", "contested", 1), ("conceded", "conceded", 1)]
    assert [point.state for point in made.agreed_points] == ["corroborated"]
    assert made.single_points == []
    assert dossier_page(Comparison(sample().facts)).disputed == []
