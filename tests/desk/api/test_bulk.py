"""Deciding the same on many things: exactly what was previewed, or nothing."""

import pytest

from sayso.case.case import Case
from tests.case.test_deciding import named

DENIALS = {"what": "claims", "filters": {"stance": "denies"}}


@pytest.fixture
def case(path):
    with Case.open(path, author="eve") as case:
        yield case


def test_what_was_previewed_is_decided_a_decision_for_each_thing(case, ann):
    denials = {named(row) for row in case.rows("claims", {"stance": "denies"})}
    preview = ann.tell("/api/preview", 200, kind="credibility", value={"mark": "4"}, **DENIALS)
    assert preview["count"] == len(denials) == 8
    assert {row["name"] for row in preview["rows"]} == denials
    assert all(row["words"] for row in preview["rows"])
    assert case.decisions() == []
    answer = ann.tell("/api/bulk", token=preview["token"], reason="unsure")
    made = case.decisions()
    assert [one.number for one in made] == answer["numbers"]
    assert answer["number"] == made[0].number
    assert answer["count"] == 8
    assert {f"{one.subjects[0].report}/{one.subjects[0].id}" for one in made} == denials
    assert {(one.kind, one.value["mark"], one.reason) for one in made} == {
        ("credibility", "4", "unsure")
    }
    assert list(case.verify()) == []


def test_rows_and_comparison_follow_many_decisions_as_they_follow_one(case, ann):
    preview = ann.tell("/api/preview", 200, kind="reject", **DENIALS)
    ann.tell("/api/bulk", token=preview["token"])
    case.compare()
    assert {row["status"] for row in case.rows("claims", {"stance": "denies"})} == {"rejected"}
    assert not [row for row in case.rows("claims", {"stance": "denies"}) if row["point"]]
    assert list(case.verify()) == []


def test_if_anything_has_changed_since_the_preview_nothing_is_decided(case, ann, ben):
    preview = ann.tell("/api/preview", 200, kind="reject", **DENIALS)
    ben.tell("/api/decisions", kind="accept", subjects=[preview["rows"][0]["name"]])
    count = len(case.decisions())
    assert "Preview it again" in ann.tell("/api/bulk", 409, token=preview["token"])["error"]
    assert len(case.decisions()) == count


def test_the_same_token_does_not_decide_twice_where_things_changed(ann):
    preview = ann.tell("/api/preview", 200, kind="reject", **DENIALS)
    ann.tell("/api/bulk", token=preview["token"])
    ann.tell("/api/bulk", 409, token=preview["token"])


def test_if_one_thing_cannot_be_decided_none_is(case, ann):
    preview = ann.tell("/api/preview", 200, kind="correct", value={"harm": "killed"}, **DENIALS)
    ann.tell("/api/bulk", 422, token=preview["token"])
    assert case.decisions() == []


def test_what_others_decided_on_one_of_the_things_is_told(case, ann, ben):
    seen = case.seal()[0]
    claim = named(next(case.rows("claims", {"stance": "denies"})))
    theirs = ben.tell("/api/decisions", kind="note", subjects=[claim], value={"text": "x"})
    preview = ann.tell("/api/preview", 200, kind="accept", **DENIALS)
    answer = ann.tell("/api/bulk", token=preview["token"], seen=seen)
    assert [one["number"] for one in answer["others"]] == [theirs["number"]]


def test_too_many_things_are_turned_down(ann, monkeypatch):
    monkeypatch.setattr("sayso.desk.api.bulk.MOST", 7)
    assert "more than 7" in ann.tell("/api/preview", 422, kind="accept", **DENIALS)["error"]


WRONG = {
    "merge": {"kind": "merge", **DENIALS},
    "words of each": {"kind": "correct", "value": {"content": [[0, 5]]}, **DENIALS},
    "no list": {"kind": "accept", "what": "stories"},
    "no filter": {"kind": "accept", "what": "claims", "filters": {"colour": "red"}},
    "no value": {"kind": "accept", "what": "claims", "filters": {"stance": "shouts"}},
    "number": {"kind": "accept", "what": "claims", "filters": {"stance": 4}},
    "nothing found": {"kind": "accept", "what": "claims", "words": "elephants"},
    "no mark": {"kind": "accept", "what": "claims", "value": {"mark": "A"}},
    "filters of text": {"kind": "accept", "what": "claims", "filters": "all"},
}


@pytest.mark.parametrize("body", WRONG.values(), ids=WRONG)
def test_what_makes_no_sense_cannot_be_previewed(ann, body):
    assert ann.tell("/api/preview", 422, **body)["error"].endswith(".")


@pytest.mark.parametrize("token", ["", "x", "é.é", "bnVsbA==.00", "W10=." + "0" * 64, "=" * 5_000])
def test_a_token_that_no_preview_gave_is_turned_down(ann, token):
    assert ann.tell("/api/bulk", 409, token=token)["error"]


def test_a_token_that_somebody_changed_is_checked_as_strictly_as_a_preview(ann):
    token = "eyJraW5kIjoicHJhaXNlIiwid2hhdCI6ImNsYWltcyJ9." + "0" * 64  # {"kind": "praise", …}
    assert ann.tell("/api/bulk", 422, token=token)["error"]
