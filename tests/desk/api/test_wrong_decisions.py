"""What the desk turns down: nothing is written, and it is said in the words of the desk."""

from typing import Any

import pytest

from sayso.case.case import Case
from sayso.desk.serving.bodies import MOST_BYTES
from tests.desk.api.test_decisions import claims_of, contested, named


@pytest.fixture
def case(path):
    with Case.open(path, author="eve") as case:
        yield case


def wrong(case) -> Any:
    claim = named(claims_of(case, contested(case))[0])
    point = contested(case)["id"]
    report = next(case.rows("reports"))["id"]
    long = "x" * 10_001
    return {
        "nothing": {},
        "no subject": {"kind": "accept", "subjects": []},
        "no list": {"kind": "accept", "subjects": claim},
        "unknown field": {"kind": "accept", "subjects": [claim], "colour": "red"},
        "unknown kind": {"kind": "praise", "subjects": [claim]},
        "an undo": {"kind": "undo", "subjects": [claim]},
        "not there": {"kind": "accept", "subjects": ["0" * 12]},
        "no name": {"kind": "accept", "subjects": [" "]},
        "a nul": {"kind": "accept", "subjects": ["a\0b"]},
        "number as name": {"kind": "accept", "subjects": [7]},
        "twice": {"kind": "merge", "subjects": [claim, claim]},
        "half a character": {"kind": "note", "subjects": [claim], "value": {"text": "\ud800"}},
        "long note": {"kind": "note", "subjects": [claim], "value": {"text": long}},
        "long reason": {"kind": "accept", "subjects": [claim], "reason": long},
        "field of another kind": {"kind": "accept", "subjects": [claim], "value": {"low": 1}},
        "figure of text": {"kind": "correct", "subjects": [claim], "value": {"low": "84"}},
        "huge": {"kind": "correct", "subjects": [claim], "value": {"low": 10**30}},
        "turned bounds": {"kind": "correct", "subjects": [claim], "value": {"low": 9, "high": 3}},
        "true is no number": {"kind": "correct", "subjects": [claim], "value": {"low": True}},
        "empty correction": {"kind": "correct", "subjects": [claim], "value": {}},
        "turned place": {"kind": "correct", "subjects": [claim], "value": {"content": [[9, 3]]}},
        "far place": {"kind": "correct", "subjects": [claim], "value": {"content": [[0, 10**9]]}},
        "overlap": {
            "kind": "correct",
            "subjects": [claim],
            "value": {"content": [[0, 9], [4, 12]]},
        },
        "no stance": {"kind": "correct", "subjects": [claim], "value": {"stance": "shouts"}},
        "no speaker": {"kind": "correct", "subjects": [claim], "value": {"speaker": "0" * 12}},
        "no side": {"kind": "correct", "subjects": [point], "value": {"sides": {claim: "left"}}},
        "no date": {"kind": "correct", "subjects": [report], "value": {"published": "Monday"}},
        "no claims": {"kind": "split", "subjects": [point], "value": {}},
        "alone": {"kind": "merge", "subjects": [claim]},
        "no mark": {"kind": "credibility", "subjects": [claim], "value": {"mark": "7"}},
        "claim without words": {"kind": "add", "subjects": [report], "value": {"what": "claim"}},
        "what": {"kind": "add", "subjects": [report], "value": {"what": "event"}},
        "rejected report": {"kind": "reject", "subjects": [report]},
        "seen": {"kind": "accept", "subjects": [claim], "seen": -1},
        "value of text": {"kind": "accept", "subjects": [claim], "value": "all"},
    }


WRONG = [
    "nothing",
    "no subject",
    "no list",
    "unknown field",
    "unknown kind",
    "an undo",
    "not there",
    "no name",
    "a nul",
    "number as name",
    "twice",
    "half a character",
    "long note",
    "long reason",
    "field of another kind",
    "figure of text",
    "huge",
    "turned bounds",
    "true is no number",
    "empty correction",
    "turned place",
    "far place",
    "overlap",
    "no stance",
    "no speaker",
    "no side",
    "no date",
    "no claims",
    "alone",
    "no mark",
    "claim without words",
    "what",
    "rejected report",
    "seen",
    "value of text",
]


@pytest.mark.parametrize("what", WRONG)
def test_what_makes_no_sense_is_turned_down_in_the_words_of_the_desk(case, ann, what):
    before = case.seal()
    said = ann.tell("/api/decisions", 422, **wrong(case)[what])["error"]
    assert case.seal() == before
    assert "`sayso" not in said
    assert "--" not in said
    assert said.endswith(".")


def test_all_that_is_wrong_is_tried(case):
    assert set(wrong(case)) == set(WRONG)


BODIES = {
    "nothing": b"",
    "no json": b"{",
    "a list": b"[]",
    "not a number": b'{"kind": "accept", "subjects": ["a"], "seen": NaN}',
    "twice": b'{"kind": "accept", "kind": "reject", "subjects": ["a"]}',
    "no utf-8": b'{"kind": "\xff"}',
    "deep": b"[" * 100_000,
    "digits": b'{"seen": ' + b"9" * 9_000 + b"}",
}


@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES)
def test_what_is_no_json_is_turned_down(ann, body):
    sent = {"content-type": "application/json"}
    answer = ann.ask("POST", "/api/decisions", content=body, headers=sent)
    assert answer.status_code == 422
    assert answer.json()["error"]


def test_what_is_too_long_or_of_another_type_is_turned_down(ann):
    async def pieces() -> Any:
        for _ in range(3):
            yield b" " * (MOST_BYTES // 2)

    sent = {"content-type": "application/json"}
    answer = ann.ask("POST", "/api/decisions", content=pieces(), headers=sent)
    assert answer.status_code == 413
    assert ann.ask("POST", "/api/decisions", content=b"{}").status_code == 415


def test_what_was_rejected_and_then_corrected_is_said_to_be_rejected_already(ann, case):
    claim = named(claims_of(case, contested(case))[0])
    first = ann.tell("/api/decisions", kind="reject", subjects=[claim])["number"]
    ann.tell("/api/decisions", kind="correct", subjects=[claim], value={"stance": "doubts"})
    again = ann.tell("/api/decisions", 422, kind="reject", subjects=[claim])
    assert f"It was rejected already, by decision {first}." in again["error"]
    ann.tell("/api/decisions", kind="accept", subjects=[claim])
    assert ann.tell("/api/decisions", kind="reject", subjects=[claim])["number"] > first
