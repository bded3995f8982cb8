"""`sayso decide` and `sayso remove`: what a person types becomes a decision, and is followed."""

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from sayso.case.case import Case
from sayso.case.readings import Reader
from sayso.model.decisions import Decision
from tests.case.invented import made_case

from ..driving import Said, sayso


@pytest.fixture
def case(tmp_path: Path) -> Path:
    return made_case(tmp_path, 4)


def rows(case: Path, what: str, **filters: str) -> list[dict[str, Any]]:
    with Case.open(case) as opened:
        return list(opened.rows(what, filters))


def name_of(row: dict[str, Any]) -> str:
    return f"{row['report'][:8]}/{row['id']}"


def decide(case: Path, *words: str, later: bool = True) -> Said:
    return sayso("decide", case, *words, *(["--later"] if later else []))


def last(case: Path) -> Decision:
    with Case.open(case) as opened:
        return opened.decisions()[-1]


def shown(case: Path, name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(sayso("show", case, name, "--json").out)
    return found


def fact(case: Path, kind: str) -> str:
    """The name of the first figure, event or speaker of the first report."""
    with Case.open(case) as opened:
        report = next(opened.rows("reports"))["id"]
        facts = opened.facts(report)
    assert facts is not None
    return f"{report[:8]}/{getattr(facts, kind)[0].id}"


@contextmanager
def unchanged(case: Path) -> Iterator[None]:
    """Within it, nothing is decided."""
    with Case.open(case) as opened:
        before = opened.status().head
    yield
    with Case.open(case) as opened:
        assert opened.status().head == before


def test_a_decision_says_its_number_and_how_to_take_it_back(case: Path) -> None:
    claim = name_of(rows(case, "claims")[0])
    said = decide(case, "reject", claim, "--reason", "a caption", "--author", "bea")
    assert said.status == 0
    made = last(case)
    assert (made.kind, made.reason, made.author) == ("reject", "a caption", "bea")
    assert said.out.startswith(f"decision {made.number}: reject · claim “{made.subjects[0].words}”")
    assert shown(case, claim)["status"] == "rejected"
    undo = re.findall(r"take it back: sayso (.*)", said.out)[0].split()
    assert sayso(*undo).status == 0
    assert shown(case, claim)["status"] is None


def test_a_decision_is_compared_at_once_or_later(case: Path) -> None:
    claims = [name_of(one) for one in rows(case, "claims")]
    assert decide(case, "reject", claims[0]).status == 0
    assert "not compared" in sayso("status", case).out
    assert decide(case, "accept", claims[1], later=False).status == 0
    assert "not compared" not in sayso("status", case).out


def test_a_decision_leaves_comparing_to_who_adds_now(case: Path) -> None:
    claim = name_of(rows(case, "claims")[0])
    with Case.open(case) as opened, opened.held("adding", lambda _: None):
        said = decide(case, "reject", claim, later=False)
    assert said.status == 0
    assert "compared later, by " in said.err
    assert ": adding" in said.err


CORRECTIONS = [
    ("claims", ["stance=doubts"], {"stance": "doubts"}),
    ("figures", ["low=84", "high="], {"low": 84, "high": None, "kind": "at_least"}),
    ("figures", ["low=1,200", "high=1,300"], {"low": 1200, "high": 1300, "kind": "range"}),
    ("figures", ["high=9", "low="], {"low": None, "high": 9, "kind": "at_most"}),
    ("figures", ["harm=injured"], {"harm": "injured"}),
    ("events", ["place=Tin Zaouatine"], {"place": "Tin Zaouatine"}),
    ("events", ["from=2031-03-01"], {"first": "2031-03-01", "last": "2031-03-01"}),
    (
        "events",
        ["from=2031-03-01", "to=2031-03-02"],
        {"first": "2031-03-01", "last": "2031-03-02"},
    ),
    ("events", ["negated=yes"], {"negated": 1}),
    ("actors", ["type=state", "named=no"], {"type": "state", "named": 0}),
    ("actors", ["name=The mayor"], {"name": "The mayor"}),
]


@pytest.mark.parametrize(("kind", "typed", "wanted"), CORRECTIONS)
def test_what_is_corrected_is_shown(
    kind: str, typed: list[str], wanted: dict[str, Any], case: Path
) -> None:
    name = fact(case, kind)
    said = decide(case, "correct", name, *typed)
    assert said.status == 0, said.err
    renamed = {"name", "harm"} & wanted.keys()  # they are part of the fact's id
    if renamed:
        with Case.open(case) as opened:
            table = {"actors": "speaker", "figures": "figure"}[kind]
            query = f"SELECT {renamed.copy().pop()} FROM {table} WHERE decision = ?"
            found = opened._connection.execute(query, (last(case).number,)).fetchone()[0]
        assert [found] == list(wanted.values())
        return
    row = shown(case, name)
    assert {key: row[key] for key in wanted} == wanted
    assert (row["source"], row["decision"]) == ("person", last(case).number)


def test_one_bound_that_is_corrected_leaves_the_other(case: Path) -> None:
    figure = fact(case, "figures")
    assert decide(case, "correct", figure, "low=10", "high=20").status == 0
    assert decide(case, "correct", figure, "low=20").status == 0
    row = shown(case, figure)
    assert (row["low"], row["high"], row["kind"]) == (20, 20, "exact")


def test_the_days_of_an_event_can_be_corrected_one_by_one(case: Path) -> None:
    event = fact(case, "events")
    assert decide(case, "correct", event, "from=2031-03-01", "to=2031-03-05").status == 0
    assert decide(case, "correct", event, "to=2031-03-02").status == 0
    row = shown(case, event)
    assert (row["first"], row["last"]) == ("2031-03-01", "2031-03-02")


def test_a_head_is_corrected_and_an_unknown_date_is_read_again(case: Path) -> None:
    report = rows(case, "reports")[0]["id"]
    said = decide(
        case, "correct", report[:8], "outlet=Tarn Courier", "published=2031-04-02", later=False
    )
    assert said.status == 0, said.err
    row = shown(case, report)
    assert (row["outlet"], row["published"]) == ("Tarn Courier", "2031-04-02")
    assert "to read" not in sayso("status", case).out  # it was read under the new date
    with Case.open(case) as opened:
        assert len(opened.readings(report)) == 2


def test_the_speaker_and_the_places_of_a_claim_are_corrected(case: Path) -> None:
    claim = rows(case, "claims", stance="denies")[0]
    report = claim["report"]
    with Case.open(case) as opened:
        facts = opened.facts(report)
        assert facts is not None
        doctor = next(one for one in facts.actors if not one.named)
        text = facts.document.text
    said = decide(case, "correct", name_of(claim), f"speaker={report[:8]}/{doctor.id}")
    assert said.status == 0, said.err
    assert shown(case, name_of(claim))["speaker_id"] == doctor.id
    start = text.index("dispatch")
    said = decide(case, "correct", name_of(claim), f"content={start}:{start + 8}")
    assert said.status == 0, said.err
    found = [one for one in rows(case, "claims", source="person") if one["words"] == "dispatch"]
    assert len(found) == 1


def test_a_speaker_of_several_reports_is_the_one_of_the_claim(case: Path) -> None:
    with Case.open(case) as opened:
        shared = next(one for one in opened.rows("speakers") if "/" not in one["id"])
    claims = rows(case, "claims", stance="denies")
    said = decide(case, "correct", name_of(claims[0]), f"speaker={shared['id'][:8]}")
    assert said.status == 0, said.err
    assert shown(case, name_of(claims[0]))["speaker"] == shared["name"]


def test_sides_of_a_point_are_named_by_claims(case: Path) -> None:
    point = rows(case, "points", state="contested")[0]
    claim = next(one for one in rows(case, "claims", point=point["id"]))
    other = "against" if claim["side"] == "for" else "for"
    said = decide(case, "correct", point["id"], f"{name_of(claim)}={other}")
    assert said.status == 0, said.err
    assert dict(last(case).value) == {"sides": {f"{claim['report']}/{claim['id']}": other}}


def test_claims_figures_and_points_are_added_by_their_words(case: Path) -> None:
    report = rows(case, "reports")[0]["id"]
    added = decide(
        *(case, "add", report[:8], "claim", "--at", "the army had shelled", "--stance", "accuses"),
        *("--source", "A doctor"),
    )
    assert added.status == 0, added.err
    claim = rows(case, "claims", source="person")[0]
    assert (claim["words"], claim["stance"]) == ("the army had shelled", "accuses")
    assert claim["speaker"] == "A doctor"
    figure = decide(
        case, "add", report[:8], "figure", "--at", "2 March", "--low", "2", "--harm", "killed"
    )
    assert figure.status == 0, figure.err
    with Case.open(case) as opened:
        found = opened._connection.execute(
            "SELECT words, low, high, kind FROM figure WHERE source = 'person'"
        )
        assert found.fetchall() == [("2 March", 2, None, "at_least")]
    denial = rows(case, "claims", stance="denies")[0]
    point = decide(case, "add", "point", f"{name_of(claim)}=for", f"{name_of(denial)}=against")
    assert point.status == 0, point.err
    assert last(case).value["what"] == "point"
    assert len(last(case).subjects) == 2


def test_speakers_are_merged_and_split_and_claims_leave_a_point(case: Path) -> None:
    report = rows(case, "reports")[0]["id"]
    with Case.open(case) as opened:
        facts = opened.facts(report)
    assert facts is not None
    one, two = (f"{report[:8]}/{actor.id}" for actor in facts.actors[:2])
    assert decide(case, "merge", one, two).status == 0
    assert decide(case, "undo", str(last(case).number)).status == 0
    assert decide(case, "split", one, two).status == 0
    point = rows(case, "points", state="contested")[0]
    claim = rows(case, "claims", point=point["id"])[0]
    assert decide(case, "split", point["id"], name_of(claim)).status == 0
    assert dict(last(case).value) == {"claims": [f"{claim['report']}/{claim['id']}"]}


def test_marks_sides_and_notes(case: Path) -> None:
    outlet = rows(case, "reports")[0]["outlet"]
    claim = name_of(rows(case, "claims")[0])
    for words, value in (
        (("reliability", f"outlet:{outlet.upper()}", "b"), {"mark": "B"}),
        (("credibility", claim, "2"), {"mark": "2"}),
        (("side", f"outlet:{outlet}", "the army"), {"text": "the army"}),
        (("note", claim, "ask the desk in Velden"), {"text": "ask the desk in Velden"}),
    ):
        said = decide(case, *words)
        assert said.status == 0, said.err
        assert dict(last(case).value) == value
    assert last(case).kind == "note"


WRONG = [
    (["correct", "{figure}", "low=many"], "low is a whole number"),
    (["correct", "{figure}", "low=9", "high=3"], "makes no sense"),
    (["correct", "{figure}", "lowest=9"], "lowest cannot be corrected"),
    (["correct", "{figure}", "low"], "is no NAME=VALUE"),
    (["correct", "{claim}", "stance=lies"], "is no stance"),
    (["correct", "{claim}", "speaker={claim}"], "is no speaker of that report"),
    (["correct", "{claim}", "content=0:900000"], "is no place in the"),
    (["correct", "{claim}", "content=not in the text"], "does not stand in"),
    (["correct", "{report}", "published=yesterday"], "is no date"),
    (["correct", "{event}", "from=soon"], "makes no sense"),
    (["correct", "{event}", "negated=perhaps"], "is yes or no"),
    (["correct", "{point}", "{member}=maybe"], "is no side"),
    (["correct", "{point}", "{claim}=for"], "is not in the point"),
    (["correct", "{point}", "{report}=for"], "only claims have a side"),
    (["reject", "{report}"], "sayso remove"),
    (["reject", "nothing"], "there is no report"),
    (["reject", "{claim}", "{report}/ffff"], "there is no fact"),
    (["reliability", "{claim}", "A"], "reliability is that of an outlet"),
    (["reliability", "{report}", "Z"], "is no mark"),
    (["credibility", "{claim}", "7"], "is no mark"),
    (["reliability", "outlet:The Velden Pots", "A"], "no report in the case is of the outlet"),
    (["add", "{report}", "claim"], "say where the claim stands"),
    (["add", "{report}", "claim", "--at", "the"], "stands in"),
    (["add", "{report}", "claim", "--at", "3:9", "--low", "4"], "a claim has no --low"),
    (
        ["add", "{report}", "figure", "--at", "3:9", "--stance", "denies"],
        "a figure has no --stance",
    ),
    (["add", "{claim}", "figure", "--at", "3:9"], "is added to a report"),
    (["add", "point", "{claim}=for", "{report}=against"], "only claims have a side"),
    (["merge", "{claim}", "{report}"], "name two or more"),
    (["merge", "{claim}"], "name two or more"),
    (["undo", "1"], "there is no decision 1"),
    (["side", "{claim}", "the army"], "a side is that of"),
    (["note", "{claim}", " "], "is text"),
]


@pytest.mark.parametrize(("words", "why"), WRONG)
def test_what_makes_no_sense_is_turned_down(words: list[str], why: str, case: Path) -> None:
    point = rows(case, "points", state="contested")[0]["id"]
    names = {
        "figure": fact(case, "figures"),
        "event": fact(case, "events"),
        "claim": name_of(next(one for one in rows(case, "claims") if one["point"] != point)),
        "report": rows(case, "reports")[0]["id"][:8],
        "point": point,
        "member": name_of(rows(case, "claims", point=point)[0]),
    }
    with unchanged(case):
        said = decide(case, *(word.format(**names) for word in words))
    assert said.status == 1
    assert why in said.err
    assert said.out == ""


@pytest.mark.parametrize("words", [["add"], ["add", "x", "event"], ["reject"], ["undo", "x"], []])
def test_wrong_usage_has_status_2(words: list[str], case: Path) -> None:
    with unchanged(case):
        assert sayso("decide", case, *words).status == 2


def test_a_decision_on_what_is_gone_is_an_orphan(
    case: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    claim = rows(case, "claims")[0]
    assert decide(case, "accept", name_of(claim), "--reason", "seen").status == 0
    with Case.open(case) as opened:
        facts = opened.facts(claim["report"])
        assert facts is not None
        kept = tuple(one for one in facts.claims if one.id != claim["id"])
        monkeypatch.setattr("sayso.case.door.readings.this_reader", lambda: Reader("newer", "9.9"))
        opened.keep(replace(facts, claims=kept))
    said = sayso("decide", case, "orphans")
    assert said.out.startswith(
        f"decision {last(case).number}: accept · claim “{claim['words']}” · seen"
    )
    assert "decide" in sayso("status", case).out


def test_a_report_that_is_taken_out_is_shown_no_more(case: Path) -> None:
    report = rows(case, "reports")[0]["id"]
    said = sayso("remove", case, report[:8], "--reason", "an essay")
    assert said.status == 0, said.err
    assert said.out.startswith(f"{report[:8]} is out of the case: ")
    assert not rows(case, "claims", report=report)
    assert "3 reports" in sayso("status", case).out
    assert "not compared" not in sayso("status", case).out
    row = json.loads(sayso("log", case, "--json").out)[-1]
    assert json.loads(row["body"]) == {"report": report, "reason": "an essay"}
    again = sayso("remove", case, report[:8])
    assert again.status == 1
    assert "out of the case already" in again.err
    assert sayso("verify", case).status == 0
