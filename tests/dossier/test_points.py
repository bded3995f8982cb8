"""Points with their sides."""

from dataclasses import replace

from sayso.dossier.page import dossier_page
from sayso.dossier.points import PointShown
from sayso.model.comparison import Comparison, Point, Side, Stand, State
from tests.dossier.compared import sample


def shown() -> tuple[PointShown, ...]:
    return dossier_page(sample()).points


def alone(point: Point) -> PointShown:
    """The point as it is shown when it is the only one."""
    (made,) = dossier_page(replace(sample(), points=(point,))).points
    return made


def test_the_contested_come_first_then_the_conceded_then_the_rest() -> None:
    assert [point.state for point in shown()] == ["contested", "conceded", "corroborated"]
    assert [point.anchor for point in shown()] == ["p1", "p2", "p3"]
    assert [point.disputed for point in shown()] == [True, True, False]


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
    again = {saying.claim.note: len(saying.again) for saying in fired.sayings}
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


def test_a_denial_that_stands_alone_is_disputed() -> None:
    point = sample().points[2]
    (against,) = [one for one in point.claims if one.side is Side.AGAINST][:1]
    made = alone(replace(point, claims=(against,), state=State.SINGLE))
    assert made.disputed
    assert [side.side for side in made.sides] == ["against"]


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
