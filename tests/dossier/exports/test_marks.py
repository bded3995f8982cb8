"""Which decisions bear on which rows."""

from dataclasses import replace

import pytest

from sayso.dossier.exports.lookup import Lookup
from sayso.dossier.exports.marks import Decided, Marks
from sayso.model.decisions import Decision, DecisionKind, Holdings, Subject, Target
from tests.dossier.exports.held import MADE_AT, demo, without_decisions


def decided(*decisions: Decision) -> Decided:
    holdings = replace(without_decisions(demo()), decisions=decisions)
    return Decided(holdings, Lookup(holdings.comparison))


def one(
    number: int, kind: DecisionKind, subject: Subject, value: dict[str, object] | None = None
) -> Decision:
    return Decision(number, MADE_AT, f"Reader {number}", kind, (subject,), value or {})


def of_demo() -> Decided:
    return Decided(demo(), Lookup(demo().comparison))


def point_members(holdings: Holdings, place: int = 0) -> list[str]:
    point = holdings.comparison.points[place]
    return [f"{stand.document}/{stand.claim}" for stand in point.claims]


def on_first_point(some: Decided) -> Marks:
    point = demo().comparison.points[0]
    return some.on_group(Target.POINT, point.id, point_members(demo()))


def test_decisions_on_a_claim_are_told_with_the_last_author_and_mark() -> None:
    stand = demo().comparison.points[0].claims[0]
    marks = of_demo().on_fact(Target.CLAIM, stand.document, stand.claim)
    assert (marks.by, marks.kinds, marks.numbers) == (
        "machine",
        "accept; credibility; credibility",
        "1; 2; 9",
    )
    assert (marks.author, marks.made_at, marks.credibility) == ("A. Reader", MADE_AT, "3")


def test_what_nobody_decided_on_is_the_machines() -> None:
    marks = of_demo().on_fact(Target.CLAIM, "none", "none")
    assert marks == Marks("machine", ())
    assert (marks.kinds, marks.numbers, marks.author, marks.made_at) == ("", "", "", "")


def test_what_a_person_corrected_is_a_persons() -> None:
    figure = demo().comparison.tolls[0].figures[0]
    marks = of_demo().on_fact(Target.FIGURE, figure.document, figure.figure)
    assert (marks.by, marks.kinds) == ("person", "correct")


def test_what_a_person_added_names_its_decision_even_without_a_subject() -> None:
    figure = demo().comparison.tolls[0].figures[0]
    key = f"{figure.document}/{figure.figure}"
    maker = one(7, DecisionKind.ADD, Subject(Target.CLAIM, "another"))
    holdings = replace(without_decisions(demo()), decisions=(maker,), added={key: 7})
    marks = Decided(holdings, Lookup(holdings.comparison)).on_fact(
        Target.FIGURE, figure.document, figure.figure
    )
    assert (marks.by, marks.numbers, marks.author) == ("person", "7", "Reader 7")


def test_a_decision_on_a_smaller_group_follows_to_the_one_that_holds_its_members() -> None:
    assert on_first_point(of_demo()).numbers == "5; 6"


@pytest.mark.parametrize(
    "members",
    [
        pytest.param(lambda: [*point_members(demo())[:1], "gone/claim"], id="one is gone"),
        pytest.param(
            lambda: [*point_members(demo())[:1], *point_members(demo(), 2)], id="in two groups"
        ),
        pytest.param(list, id="no members"),
    ],
)
def test_a_decision_on_another_group_does_not_follow(members: object) -> None:
    held: list[str] = members()  # type: ignore[operator]
    subject = Subject(Target.POINT, "0123456789ab", members=tuple(held))
    assert not on_first_point(decided(one(1, DecisionKind.ACCEPT, subject))).decisions


def test_a_decision_on_a_group_that_still_stands_stays_there() -> None:
    toll = demo().comparison.tolls[0]
    (twin, *_) = [
        other
        for other in demo().comparison.tolls
        if other.figures == toll.figures and other.id != toll.id
    ]
    members = tuple(f"{each.document}/{each.figure}" for each in toll.figures)
    subject = Subject(Target.TOLL, toll.id, members=members)
    marked = decided(one(1, DecisionKind.NOTE, subject))
    assert marked.on_group(Target.TOLL, toll.id, members).numbers == "1"
    assert not marked.on_group(Target.TOLL, twin.id, members).decisions


def test_an_orphan_marks_nothing() -> None:
    holdings = demo()
    (orphan,) = holdings.orphans
    (subject,) = orphan.subjects
    marks = of_demo().on_group(subject.kind, subject.id, subject.members)
    assert not marks.decisions


def test_a_claim_has_the_reliability_of_its_speaker_in_all_reports() -> None:
    shared = next(each for each in demo().comparison.actors if len(each.mentions) > 1)
    subject = Subject(
        Target.SHARED_SPEAKER,
        shared.id,
        members=tuple(f"{each.document}/{each.actor}" for each in shared.mentions),
    )
    marked = decided(one(1, DecisionKind.RELIABILITY, subject, {"mark": "C"}))
    said = [
        (facts.document.id, claim)
        for facts in demo().comparison.facts
        for claim in facts.claims
        if any(
            (each.document, each.actor) == (facts.document.id, claim.speaker)
            for each in shared.mentions
        )
    ]
    assert len({document for document, _ in said}) > 1
    assert {marked.on_claim(*each).reliability for each in said} == {"C"}


def test_an_outlets_own_claim_has_the_reliability_of_the_outlet() -> None:
    (facts,) = [
        each for each in demo().comparison.facts if each.document.outlet == "Daily Plumbline"
    ]
    marks = [of_demo().on_claim(facts.document.id, claim) for claim in facts.claims]
    own = [not claim.chain for claim in facts.claims]
    assert True in own
    assert [mark.reliability == "B" for mark in marks] == own


def test_a_mark_is_a_letter_or_a_digit_and_nothing_else() -> None:
    subject = Subject(Target.OUTLET, "O")
    marked = decided(
        one(1, DecisionKind.RELIABILITY, subject, {"mark": "A"}),
        one(2, DecisionKind.RELIABILITY, subject, {"mark": "=A"}),
        one(3, DecisionKind.CREDIBILITY, subject, {"mark": 4}),
        one(4, DecisionKind.CREDIBILITY, subject, {"mark": 7}),
    ).on_outlet("O")
    assert (marked.reliability, marked.credibility) == ("A", "4")


@pytest.mark.parametrize("report", [None, "its own"])
def test_a_decision_on_a_report_may_name_it_either_way(report: str | None) -> None:
    document = demo().comparison.facts[0].document.id
    subject = Subject(Target.REPORT, document, document if report else None)
    assert decided(one(1, DecisionKind.NOTE, subject)).on_report(document).numbers == "1"
