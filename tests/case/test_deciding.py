"""Decisions of every kind, on a case: what they change, undo, orphans, and another reading."""

import random
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from sayso.case.case import Case
from sayso.case.readings import Reader
from sayso.case.standing import Standing
from sayso.errors import WrongDecision
from sayso.model.decisions import Decision, DecisionKind
from sayso.model.facts import Facts
from sayso.model.speech import Stance
from tests.case.invented import made_case, marked

OTHER = Reader("another", "0.2.0")
TABLES = ("claim", "figure", "event", "speaker", "point", "stand", "toll", "toll_figure", "report")


@pytest.fixture
def case(tmp_path):
    with Case.open(made_case(tmp_path, 8), author="ann") as case:
        yield case


def named(row, kind="id") -> str:
    return f"{row['report']}/{row[kind]}"


def claims(case, **filters) -> list[Any]:
    return list(case.rows("claims", filters))


def state_of(case) -> Any:
    """All that is shown, without the numbers of rows."""
    connection = case._connection
    found = {}
    for table in TABLES:
        cursor = connection.execute(f"SELECT * FROM {table}")
        columns = [one[0] for one in cursor.description]
        kept = [at for at, name in enumerate(columns) if name != "number"]
        found[table] = sorted((tuple(row[at] for at in kept) for row in cursor), key=repr)
    return found


def test_a_rejected_claim_is_in_no_point(case):
    (point, *_) = case.rows("points", {"state": "contested"})
    shown = case.show(point["id"])
    denied = next(one for one in shown["claims"] if one["stance"] == "denies")
    case.decide("reject", named(denied), reason="misread")
    case.compare()
    connection = case._connection
    assert not connection.execute(
        "SELECT 1 FROM stand WHERE report = ? AND claim = ?", (denied["report"], denied["id"])
    ).fetchone()
    (row,) = list(claims(case, status="rejected"))
    assert named(row) == named(denied)


def test_a_corrected_figure_enters_the_toll(case):
    toll = next(one for one in case.rows("tolls", {"policy": "ucdp"}) if one["best"])
    figures = case.show(toll["id"])["figures"]
    for figure in figures:
        case.decide("correct", named(figure), value={"low": 40, "high": 40}, reason="read again")
    case.compare()
    after = list(case.rows("tolls", {"policy": "ucdp", "story": toll["story"]}))
    assert {one["best"] for one in after if one["harm"] == toll["harm"]} == {40}


def test_speakers_of_several_reports_that_are_merged_are_one(case):
    doctors = [one for one in case.rows("claims") if one["speaker"] == "A doctor"][:2]
    subjects = [f"{one['report']}/{one['speaker_id']}" for one in _with_ids(case, doctors)]
    case.decide("merge", *subjects, reason="the same doctor")
    case.compare()
    rows = case._connection.execute(
        "SELECT id FROM shared_speaker WHERE report || '/' || speaker IN (?, ?)", subjects
    ).fetchall()
    assert len(rows) == 2
    assert len(set(rows)) == 1


def _with_ids(case, rows) -> Iterator[Any]:
    connection = case._connection
    for row in rows:
        found = connection.execute(
            "SELECT speaker_id FROM claim WHERE report = ? AND id = ?", (row["report"], row["id"])
        ).fetchone()
        yield {**row, "speaker_id": found[0]}


def test_a_corrected_date_is_read_under_and_can_be_taken_back(case):
    report = next(case.rows("reports"))
    before = state_of(case)
    made = case.decide("correct", report["id"], value={"published": "2031-04-01"})
    assert case.count_unread() == 1
    for document in case.unread():
        assert document.published == "2031-04-01"
        case.keep(marked(document))
    case.compare()
    case.undo(made.number)
    assert case.count_unread() == 0
    assert list(case.unread()) == []
    case.compare()
    assert state_of(case) == before


WRONG = [
    ("correct", {"stance": "shouts"}, "stance"),
    ("correct", {"colour": "red"}, "cannot be corrected"),
    ("correct", {"speaker": "0" * 12}, "speaker"),
    ("credibility", {"mark": "7"}, "digit"),
    ("credibility", {"mark": 3}, "digit"),
    ("reliability", {"mark": "A"}, "outlet"),
    ("note", {"text": " "}, "text"),
    ("merge", {}, "two or more"),
    ("split", {}, "two or more"),
    ("add", {"what": "claim"}, "added to a report"),
]


@pytest.mark.parametrize(
    ("kind", "value", "said"), WRONG, ids=[f"{one[0]}-{one[2]}" for one in WRONG]
)
def test_a_decision_that_makes_no_sense_is_turned_down_and_nothing_is_written(
    case, kind, value, said
):
    name = named(claims(case)[0])
    before = state_of(case), case.seal()
    with pytest.raises(WrongDecision, match=said):
        case.decide(kind, name, value=value)
    assert (state_of(case), case.seal()) == before


def test_an_undo_of_what_was_never_decided_is_turned_down(case):
    with pytest.raises(WrongDecision, match="no decision 2"):
        case.undo(2)
    made = case.decide("note", named(claims(case)[0]), value={"text": "see"})
    case.undo(made.number)
    with pytest.raises(WrongDecision, match="taken back already"):
        case.undo(made.number)


def random_decision(case: Case, chance: random.Random) -> Decision | None:
    """One decision that makes sense, of any kind."""
    kind = chance.choice(list(DecisionKind))
    claim, report = chance.choice(claims(case)), chance.choice(list(case.rows("reports")))
    figure = dict(
        zip(
            ("report", "id"),
            chance.choice(case._connection.execute("SELECT report, id FROM figure").fetchall()),
            strict=True,
        )
    )
    points = list(case.rows("points"))
    if kind is DecisionKind.UNDO:
        made = case.decisions()
        gone = Standing(made).taken_back
        open_ones = [one for one in made if one.number not in gone]
        return case.undo(chance.choice(open_ones).number) if open_ones else None
    if kind in (DecisionKind.ACCEPT, DecisionKind.REJECT):
        return case.decide(kind, named(chance.choice([claim, figure])))
    if kind is DecisionKind.CORRECT:
        return (
            case.decide(kind, named(claim), value={"stance": chance.choice(list(Stance)).value})
            if chance.random() < 0.5
            else case.decide(kind, named(figure), value={"low": chance.randrange(90), "high": None})
        )
    if kind is DecisionKind.MERGE and len(points) > 1:
        return case.decide(kind, *[one["id"] for one in chance.sample(points, 2)])
    if kind is DecisionKind.SPLIT and points:
        point = chance.choice(points)
        member = chance.choice(case.show(point["id"])["claims"])
        return case.decide(kind, point["id"], value={"claims": [named(member)]})
    if kind is DecisionKind.ADD:
        return case.decide(
            kind, report["id"], value={"what": "claim", "content": [[0, 5 + chance.randrange(30)]]}
        )
    if kind is DecisionKind.RELIABILITY:
        return case.decide(
            kind, f"outlet:{report['outlet']}", value={"mark": chance.choice("ABCDEF")}
        )
    if kind is DecisionKind.CREDIBILITY:
        return case.decide(kind, named(claim), value={"mark": chance.choice("123456")})
    if kind is DecisionKind.SIDE:
        return case.decide(kind, f"outlet:{report['outlet']}", value={"text": "rebels"})
    return case.decide(DecisionKind.NOTE, named(claim), value={"text": f"note {chance.random()}"})


def test_decisions_of_every_kind_then_undo_in_reverse_give_the_first_state_back(case):
    chance = random.Random(5)  # noqa: S311
    before = state_of(case)
    made: list[Decision] = []
    while len(made) < 60:
        try:
            one = random_decision(case, chance)
        except WrongDecision:
            continue
        if one is not None:
            made.append(one)
        if len(made) % 20 == 0:
            case.compare()
    case.compare()
    assert {one.kind for one in made} == set(DecisionKind)
    assert [one.number for one in case.decisions()] == [one.number for one in made]
    for one in reversed(made):
        if one.number not in Standing(case.decisions()).taken_back:
            case.undo(one.number)
    assert not case._decided().in_force
    case.compare()
    assert state_of(case) == before
    assert list(case.verify()) == []


def test_after_another_reading_each_decision_is_followed_or_an_orphan(case, monkeypatch):
    chance = random.Random(7)  # noqa: S311
    for row in claims(case):
        case.decide("note", named(row), value={"text": "seen"})
        if chance.random() < 0.3:
            case.decide("correct", named(row), value={"stance": "doubts"})
    count = len(case.decisions())
    lost = claims(case)[0]
    monkeypatch.setattr("sayso.case.door.readings.this_reader", lambda: OTHER)

    def read_again(document) -> Facts:
        facts = marked(document)
        kept = tuple(
            one for one in facts.claims if (document.id, one.id) != (lost["report"], lost["id"])
        )
        figures = tuple(replace(one, claim=None) for one in facts.figures)
        return replace(facts, claims=kept, figures=figures)

    for document in list(case.unread()):
        case.keep(read_again(document))
    case.compare()
    orphans = case.orphans()
    assert {(one.subjects[0].report, one.subjects[0].id) for one in orphans} == {
        (lost["report"], lost["id"])
    }
    assert all(one.subjects[0].words == lost["words"] for one in orphans)
    assert len(case.decisions()) == count
    doubted = {
        (one.subjects[0].report, one.subjects[0].id)
        for one in case.decisions()
        if one.kind is DecisionKind.CORRECT
    }
    shown = {(one["report"], one["id"]) for one in claims(case, stance="doubts")}
    assert shown == doubted - {(lost["report"], lost["id"])}
    assert list(case.verify()) == []


def test_a_kind_of_decision_that_is_none_is_named(case):
    name = named(claims(case)[0])
    with pytest.raises(WrongDecision, match=r"'praise' is no kind of decision\. Choose .*accept"):
        case.decide("praise", name)
    with pytest.raises(WrongDecision, match="'praise' is no kind"):
        case.decide_each("praise", lambda: [case.subject(name)])
    assert case.decisions() == []
