"""Deciding in the desk: every kind and value, and two people at once."""

from typing import Any

import pytest

from sayso.case.case import Case
from tests.desk.client import Client


@pytest.fixture
def case(path):
    with Case.open(path, author="eve") as case:
        yield case


def named(row) -> str:
    return f"{row['report']}/{row['id']}"


def contested(case) -> Any:
    return next(case.rows("points", {"state": "contested"}))


def claims_of(case, point) -> Any:
    return case.show(point["id"])["claims"]


def every_kind(case) -> Any:
    """A request for each thing that a person may decide, all of which make sense together."""
    report, other = list(case.rows("reports"))[:2]
    points = list(case.rows("points"))
    claims = claims_of(case, points[0])
    claim, figure = claims[0], next(case.rows("figures", {"report": report["id"]}))
    event = next(case.rows("events", {"report": report["id"]}))
    speakers = case.query("SELECT * FROM speaker WHERE report = ? ORDER BY start", (report["id"],))
    shared = case.query("SELECT DISTINCT id FROM shared_speaker ORDER BY id")
    alone = case.query(
        "SELECT * FROM speaker WHERE (report, id) NOT IN (SELECT report, speaker FROM shared_speaker)"
    )
    toll = next(case.rows("tolls"))
    side = {named(claims[0]): "against"}
    loose = [one for one in case.rows("claims", {"report": other["id"]}) if one["point"] is None]
    free = named(loose[0] if loose else claims_of(case, points[1])[0])
    return {
        "accept": ("accept", [named(claim), named(figure)], {}),
        "reject": ("reject", [named(event)], {}),
        "stance": ("correct", [named(claim)], {"stance": "doubts"}),
        "speaker": ("correct", [named(claim)], {"speaker": None}),
        "figure": ("correct", [named(figure)], {"low": 40, "high": None, "harm": "injured"}),
        "event": ("correct", [named(event)], {"place": {"name": "Marsk"}, "from": "2031-03-01"}),
        "name": ("correct", [named(speakers[0])], {"type": "group", "named": False}),
        "head": ("correct", [report["id"]], {"title": "Shells", "published": "2031-03-02"}),
        "side": ("correct", [points[0]["id"]], {"sides": side}),
        "out": ("split", [points[0]["id"]], {"claims": [named(claims[-1])]}),
        "merge-points": ("merge", [points[0]["id"], points[1]["id"]], {"turned": True}),
        "merge-speakers": ("merge", [shared[0]["id"], named(alone[0])], {}),
        "split-speakers": ("split", [named(one) for one in speakers[:2]], {}),
        "add-claim": (
            "add",
            [report["id"]],
            {"what": "claim", "content": [[0, 6], [9, 12]], "source": [20, 25], "stance": "denies"},
        ),
        "add-figure": (
            "add",
            [report["id"]],
            {"what": "figure", "span": [0, 6], "low": 3, "high": 3, "harm": "killed"},
        ),
        "add-point": ("add", [free], {"what": "point", "sides": {free: "for"}}),
        "letter": ("reliability", [f"outlet:{report['outlet']}"], {"mark": "B"}),
        "digit": ("credibility", [toll["id"]], {"mark": "2"}),
        "for-whom": ("side", [f"outlet:{report['outlet']}"], {"text": "rebels"}),
        "note": ("note", [points[0]["id"]], {"text": "ask Ilsa"}),
    }


KINDS = [
    "accept",
    "reject",
    "stance",
    "speaker",
    "figure",
    "event",
    "name",
    "head",
    "side",
    "out",
    "merge-points",
    "merge-speakers",
    "split-speakers",
    "add-claim",
    "add-figure",
    "add-point",
    "letter",
    "digit",
    "for-whom",
    "note",
]


@pytest.mark.parametrize("what", KINDS)
def test_what_can_be_decided_on_the_command_line_can_be_decided_here(case, ann, what):
    kind, subjects, value = every_kind(case)[what]
    answer = ann.tell("/api/decisions", kind=kind, subjects=subjects, value=value, reason="seen")
    made = case.decisions()[-1]
    assert (made.number, made.kind, made.author) == (answer["number"], kind, "ann")
    assert (made.value, made.reason) == (value, "seen")
    assert answer["log"] == made.number
    assert [one for one in subjects if "/" in one] == [
        f"{one.report}/{one.id}" for one in made.subjects if one.report and one.report != one.id
    ]
    case.compare()
    assert case.orphans() == []
    assert list(case.verify()) == []


def test_all_kinds_are_tried(case):
    assert set(every_kind(case)) == set(KINDS)


def test_a_claim_whose_words_are_corrected_gets_another_name_and_the_old_one_finds_it(case, ann):
    claim = claims_of(case, contested(case))[0]
    place = [[claim["start"], claim["end"] - 7]]
    answer = ann.tell(
        "/api/decisions", kind="correct", subjects=[named(claim)], value={"content": place}
    )
    ((old, new),) = answer["renamed"]
    assert old == named(claim)
    assert new != old
    ann.tell("/api/decisions", kind="note", subjects=[old], value={"text": "shorter"})
    assert [f"{one.report}/{one.id}" for one in case.decisions()[-1].subjects] == [new]


def test_two_people_who_decide_on_one_point_at_once_are_both_heard(case, ann, ben):
    point = contested(case)
    first, *_, last = claims_of(case, point)
    seen = ann.told("/api/history") and case.seal()[0]
    moved = {"sides": {named(first): "against"}}
    mine = ann.tell(
        "/api/decisions", kind="correct", subjects=[point["id"]], value=moved, seen=seen
    )
    assert mine["others"] == []
    out = {"claims": [named(last)]}
    theirs = ben.tell("/api/decisions", kind="split", subjects=[point["id"]], value=out, seen=seen)
    (told,) = theirs["others"]
    assert (told["number"], told["author"], told["kind"]) == (mine["number"], "ann", "correct")
    assert told["words"] == point["title"]
    assert [one.author for one in case.decisions()] == ["ann", "ben"]
    case.compare()
    assert case.orphans() == []


def test_another_tab_of_the_same_person_is_told_too(case, ann):
    claim = named(claims_of(case, contested(case))[0])
    seen = case.seal()[0]
    first = ann.tell("/api/decisions", kind="accept", subjects=[claim], seen=seen)
    second = ann.tell(
        "/api/decisions", kind="credibility", subjects=[claim], value={"mark": "3"}, seen=seen
    )
    assert [one["number"] for one in second["others"]] == [first["number"]]
    third = ann.tell(
        "/api/decisions", kind="note", subjects=[claim], value={"text": "x"}, seen=second["log"]
    )
    assert third["others"] == []


def test_what_others_decide_on_other_things_is_not_told(case, ann, ben):
    first, second = claims_of(case, contested(case))[:2]
    seen = case.seal()[0]
    ann.tell("/api/decisions", kind="accept", subjects=[named(first)], seen=seen)
    answer = ben.tell("/api/decisions", kind="accept", subjects=[named(second)], seen=seen)
    assert answer["others"] == []


def test_an_undo_of_another_person_is_told(case, ann, ben):
    claim = named(claims_of(case, contested(case))[0])
    made = ann.tell("/api/decisions", kind="accept", subjects=[claim])
    undone = ann.tell("/api/undo", seen=made["log"])
    answer = ben.tell("/api/decisions", kind="reject", subjects=[claim], seen=made["log"])
    assert [(one["number"], one["kind"]) for one in answer["others"]] == [
        (undone["number"], "undo")
    ]


def test_a_point_that_was_compared_again_meanwhile_is_still_found(case, ann, ben):
    point = contested(case)
    claims = claims_of(case, point)
    seen = case.seal()[0]
    gone = {"claims": [named(one) for one in claims[:2]]}
    ann.tell("/api/decisions", kind="split", subjects=[point["id"]], value=gone, seen=seen)
    case.compare()
    if any(one["id"] == point["id"] for one in case.rows("points")):
        pytest.fail("the point has its old name still: this test shows nothing")
    note = {"text": "both of them"}
    answer = ben.tell("/api/decisions", kind="note", subjects=[point["id"]], value=note, seen=seen)
    assert [one["author"] for one in answer["others"]] == ["ann"]


def test_one_decision_of_another_is_taken_back_by_its_number(case, ann, ben):
    claim = named(claims_of(case, contested(case))[0])
    made = ann.tell("/api/decisions", kind="reject", subjects=[claim])
    answer = ben.tell(f"/api/decisions/{made['number']}/undo", reason="misread")
    assert answer["of"]["number"] == made["number"]
    assert answer["of"]["kind"] == "reject"
    assert case.decisions()[-1].reason == "misread"
    again = ben.tell(f"/api/decisions/{made['number']}/undo", 422)
    assert "taken back already" in again["error"]
    assert "no decision 99999" in ben.tell("/api/decisions/99999/undo", 404)["error"]


def test_a_desk_with_a_worker_lets_it_compare_after_each_decision(case, ann):
    class Worker:
        asked = 0

        def compare_soon(self) -> None:
            self.asked += 1

        def close(self) -> None:
            pass

    ann.desk.worker = worker = Worker()
    claim = named(claims_of(case, contested(case))[0])
    ann.tell("/api/decisions", kind="accept", subjects=[claim])
    ann.tell("/api/decisions", 422, kind="praise", subjects=[claim])
    ann.tell("/api/undo")
    assert worker.asked == 2


def test_who_writes_meanwhile_is_named(case, path, monkeypatch):
    monkeypatch.setattr("sayso.case.storage.SECONDS_TO_WAIT", 0.05)
    claim = named(claims_of(case, contested(case))[0])
    with case.held("adding", print), case._writing():
        said = Client(path, "ann").tell("/api/decisions", 503, kind="accept", subjects=[claim])
    assert "another program" in said["error"]
    assert "adding" in said["error"]
