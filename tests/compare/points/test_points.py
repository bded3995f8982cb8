"""Which claims speak to one thing, on which side they stand, and why."""

import pytest

from sayso.compare.comparison import compare
from sayso.extract.extracting import extract_together
from sayso.model.comparison import Comparison, Point, Side, Stand, State
from sayso.model.reasons import RuleName
from sayso.model.text import Document

GAZETTE = (
    "The Nine Valleys Front accused the army on Sunday of shelling the ferry market at Yalmet from "
    "Fort Drumlow.\n\nThe Ministry of Defence denied that the army had shelled the ferry market. "
    "The ministry's spokesman, Colonel Idren Oskeld, said that the rebels had stored munitions there."
)
POST = (
    "YALMET – A rebel group says the army shelled the ferry market at Yalmet. The army rejected "
    "these accusations on Sunday, calling them a lie.\n\nA senior defence official admitted that the "
    "guns at Fort Drumlow had been active overnight."
)
BAKER = "A bakery in Sellan has won a prize. The baker said that she uses old flour and cold water."


def compared(*texts: str) -> Comparison:
    """The comparison of reports with these texts."""
    documents = [Document(f"{number}.txt", text) for number, text in enumerate(texts)]
    return compare(extract_together(documents))


def words_of(comparison: Comparison, stand: Stand) -> str:
    """The words of a claim."""
    facts = {one.document.id: one for one in comparison.facts}
    own = facts[stand.document]
    claim = next(one for one in own.claims if one.id == stand.claim)
    return " … ".join(own.document[part] for part in claim.content)


def words(comparison: Comparison, point: Point) -> list[tuple[str, str]]:
    """The side and the words of each claim of a point."""
    return [(str(stand.side), words_of(comparison, stand)) for stand in point.claims]


def contested(comparison: Comparison) -> list[Point]:
    """The points that are contested."""
    return [one for one in comparison.points if one.state is State.CONTESTED]


def test_a_denial_stands_against_the_accusation() -> None:
    comparison = compared(GAZETTE)
    first = contested(comparison)[0]
    sides = words(comparison, first)
    assert any(side == "for" and "shelling the ferry market" in text for side, text in sides)
    assert any(side == "against" and "had shelled the ferry market" in text for side, text in sides)


def test_these_accusations_point_back() -> None:
    comparison = compared(
        "A rebel group accused the army of shelling the ferry market. The ministry rejected these "
        "accusations on Sunday."
    )
    (point,) = contested(comparison)
    assert words(comparison, point) == [
        ("for", "the army of shelling the ferry market"),
        ("against", "these accusations"),
    ]
    charge, denial = point.claims
    assert charge.reasons[0].rule == RuleName.CHARGES
    assert denial.reasons[0].rule == RuleName.DENIES_BY_NOUN
    assert denial.reasons[0].values == ("these accusations", "A rebel group", "1")


def test_two_reports_make_two_voices_only_if_independent() -> None:
    top = compared(GAZETTE, POST).points[0]
    assert top.state is State.CONTESTED
    copied = compared(GAZETTE, GAZETTE + "\n\nThe road was shut.")
    assert len(copied.origins) == 1
    assert contested(copied)
    assert all(one.origins_for <= 1 and one.origins_against <= 1 for one in copied.points)


def test_a_claim_is_in_one_point_at_most() -> None:
    stands = [
        (stand.document, stand.claim)
        for point in compared(GAZETTE, POST, BAKER).points
        for stand in point.claims
    ]
    assert len(stands) == len(set(stands))


def test_every_claim_of_a_dispute_says_why_it_is_there() -> None:
    for point in contested(compared(GAZETTE, POST)):
        assert all(stand.reasons for stand in point.claims)
        assert {stand.side for stand in point.claims} == {Side.FOR, Side.AGAINST}
        assert point.probability is not None
        assert point.likelihood is not None


def test_an_admission_is_marked_in_its_point() -> None:
    comparison = compared(
        "The army denied that its guns at Fort Drumlow had fired on Sunday. A senior army official "
        "admitted that the army had fired its guns at Fort Drumlow."
    )
    marked = {
        words_of(comparison, stand): stand.concedes
        for point in comparison.points
        for stand in point.claims
    }
    assert marked == {
        "that its guns at Fort Drumlow had fired": False,
        "that the army had fired its guns at Fort Drumlow": True,
    }


def test_a_report_of_something_else_keeps_to_itself() -> None:
    comparison = compared(GAZETTE, POST, BAKER)
    baker = comparison.facts[2].document.id
    assert not [
        one for one in comparison.points if baker in {stand.document for stand in one.claims}
    ]


def test_titles_are_words_of_one_of_the_claims() -> None:
    comparison = compared(GAZETTE, POST)
    facts = {one.document.id: one for one in comparison.facts}
    for point in comparison.points:
        claims = [
            claim
            for stand in point.claims
            for claim in facts[stand.document].claims
            if claim.id == stand.claim and stand.document == point.title.document
        ]
        assert any(span.holds(point.title.span) for claim in claims for span in claim.content)


def test_the_order_of_reports_changes_nothing() -> None:
    there, back = compared(GAZETTE, POST, BAKER), compared(BAKER, POST, GAZETTE)
    assert there.points == back.points
    assert there.stories == back.stories
    assert there.origins == back.origins


def test_disputes_come_first_and_the_surest_of_them_before_the_others() -> None:
    points = compared(GAZETTE, POST, BAKER).points
    disputed = [point for point in points if point.probability is not None]
    assert list(points[: len(disputed)]) == disputed
    chances = [point.probability or 0.0 for point in disputed]
    assert chances == sorted(chances, reverse=True)


def test_who_declines_to_say_stands_against_nobody() -> None:
    comparison = compared(GAZETTE.replace("denied that", "declined to say whether"))
    against = [
        text
        for point in comparison.points
        for side, text in words(comparison, point)
        if side == "against"
    ]
    assert not [text for text in against if "had shelled" in text]


def test_two_numbers_of_one_toll_stand_against_each_other() -> None:
    comparison = compared(
        "At least 84 soldiers were killed near Yalmet, the Nine Valleys Front said. The ministry "
        "said that 17 soldiers were killed.",
    )
    assert {side for side, _ in words(comparison, contested(comparison)[0])} == {"for", "against"}


@pytest.mark.parametrize(
    "answer",
    [
        "The minister called the report absurd.",
        "The minister said that the report was a lie.",
        "The minister denied it.",
    ],
)
def test_who_is_called_a_liar_is_answered(answer: str) -> None:
    comparison = compared(
        f"The union said that the officers had fired live rounds into the crowd. {answer}"
    )
    (point,) = contested(comparison)
    assert [side for side, _ in words(comparison, point)] == ["for", "against"]


def sides(*texts: str) -> dict[str, str]:
    """The side of each claim of the first point, by its words."""
    comparison = compared(*texts)
    return {text: side for side, text in words(comparison, comparison.points[0])}


def test_a_second_denial_denies_the_same() -> None:
    found = sides(
        "The Front accused the army of burning the mill at Yalmet. The ministry denied that the army "
        "had burned the mill. The president rejected the accusation."
    )
    assert found["the accusation"] == "against"
    assert found["that the army had burned the mill"] == "against"


def test_accounts_of_two_things_are_no_dispute() -> None:
    comparison = compared(
        "Quist would play on the left, the trainer said. Season tickets would not become dearer, the "
        "club said."
    )
    assert not contested(comparison)


def test_a_title_is_whole() -> None:
    comparison = compared(
        "The envoy of Ostland, which the Front says is arming the rebels, left on Sunday. Ostland "
        "denied that it was arming the rebels."
    )
    (point,) = contested(comparison)
    facts = {one.document.id: one for one in comparison.facts}
    title = facts[point.title.document].document[point.title.span]
    assert title == "Ostland, which the Front says is arming the rebels"


def test_a_denial_of_what_nobody_says_is_a_point_by_itself() -> None:
    comparison = compared(
        "Rescuers said at least 12 people were killed in the villages below the dam. The operator "
        "denied that the gates had been left open. The ministry said 14 people had died."
    )
    denying = [
        (point, words(comparison, point))
        for point in comparison.points
        if any("gates" in text for _, text in words(comparison, point))
    ]
    ((point, sides_of_point),) = denying
    assert point.state is State.SINGLE
    assert sides_of_point == [("against", "that the gates had been left open")]
    assert point.claims[0].reasons[0].rule == RuleName.DENIED_ALONE


FLOOD = "The dam above Selm burst on Sunday and killed {} people in the town, {} said."
MORNING, NIGHT = "2031-05-04T08:00Z", "2031-05-04T22:00Z"
MAYOR, MINISTRY = "mayor Ilva Brant", "the interior ministry"


def disputes_of_tolls(*reports: tuple[str, str, str]) -> list[Point]:
    """The disputes among reports of one flood, each a number, its speaker and when it was published."""
    documents = [
        Document(f"{at}.txt", FLOOD.format(number, who), outlet=f"Outlet {at}", published=published)
        for at, (number, who, published) in enumerate(reports)
    ]
    return contested(compare(extract_together(documents)))


@pytest.mark.parametrize(
    "reports",
    [
        [("20", MAYOR, MORNING), ("35", MAYOR, NIGHT)],
        [("20", MAYOR, MORNING), ("35", MINISTRY, NIGHT)],
        # The same speaker takes it back.
        [("35", MAYOR, MORNING), ("20", MAYOR, NIGHT)],
        # An older figure comes again.
        [("20", MAYOR, MORNING), ("35", MAYOR, NIGHT), ("20", "the council", "2031-05-06")],
    ],
)
def test_a_number_that_only_changed_is_not_contested(reports: list[tuple[str, str, str]]) -> None:
    assert not disputes_of_tolls(*reports)


@pytest.mark.parametrize(
    "reports",
    [
        [("20", MAYOR, NIGHT), ("35", MINISTRY, NIGHT)],
        [("35", MAYOR, MORNING), ("20", MINISTRY, NIGHT)],
        [("20", "the army", MORNING), ("84", "the rebels", NIGHT)],
    ],
)
def test_numbers_that_cannot_both_be_right_are(reports: list[tuple[str, str, str]]) -> None:
    (point,) = disputes_of_tolls(*reports)
    assert (point.origins_for, point.origins_against) == (1, 1)
    assert {stand.reasons[0].rule for stand in point.claims} == {RuleName.OTHER_COUNT}
