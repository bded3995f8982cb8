"""Two people's cases become one."""

import io
import json
from dataclasses import replace
from typing import Any

import pytest

from sayso.case.case import Case
from sayso.case.joining import copy_decisions
from sayso.case.storage import writing
from sayso.dossier.exports.jsonl import read_holdings, write_jsonl
from sayso.errors import CaseNotUsable, NoCase
from sayso.model.decisions import Decision, DecisionKind
from sayso.model.wire import comparison_to_wire
from tests.case.invented import made_case, read_by_hand, write_reports


@pytest.fixture
def ours(tmp_path):
    with Case.open(made_case(tmp_path, 8), author="ann") as case:
        yield case


@pytest.fixture
def theirs(tmp_path):
    """A case with half of the same reports, and two more."""
    path = tmp_path / "theirs.sayso"
    with Case.open(path, make=True, author="bob") as case:
        case.add(*write_reports(tmp_path / "more", [2, 3, 20, 21]), extract=read_by_hand)
    return path


def comparison_of(case) -> Any:
    return comparison_to_wire(case.comparison())


def finish(case) -> None:
    for facts in read_by_hand(case.unread(), print):
        case.keep(facts)
    case.compare()


def test_the_same_reports_come_in_once(ours, theirs):
    joined = ours.merge(theirs)
    finish(ours)
    assert (joined.reports, joined.conflicts) == (2, [])
    assert len(list(ours.rows("reports"))) == 10
    assert list(ours.verify()) == []


def test_a_merge_says_what_one_case_of_all_reports_says(ours, theirs, tmp_path):
    ours.merge(theirs)
    finish(ours)
    both = tmp_path / "both.sayso"
    with Case.open(both, make=True) as case:
        case.add(*write_reports(tmp_path / "reports", range(8)), extract=read_by_hand)
        case.add(*write_reports(tmp_path / "more", [2, 3, 20, 21]), extract=read_by_hand)
        assert comparison_of(case)["points"] == comparison_of(ours)["points"]
        assert comparison_of(case)["tolls"] == comparison_of(ours)["tolls"]


def test_decisions_of_both_are_kept_with_their_authors_and_conflicts_are_named(ours, theirs):
    with Case.open(theirs, author="bob") as case:
        shared = next(one["id"] for one in case.rows("reports") if "report002" in one["name"])
        claim = next(case.rows("claims", {"stance": "denies", "report": shared}))
        name = f"{claim['report']}/{claim['id']}"
        case.decide("reject", name, reason="no")
        taken_back = case.decide("note", name, value={"text": "hm"})
        case.undo(taken_back.number)
    ours.decide("accept", name, reason="yes")
    joined = ours.merge(theirs)
    finish(ours)
    assert joined.decisions == 3
    (conflict,) = joined.conflicts
    assert (conflict.ours.author, conflict.theirs.author) == ("ann", "bob")
    assert [one.author for one in ours.decisions()] == ["ann", "bob", "bob", "bob"]
    assert {one.kind.value for one in ours._decided().in_force} == {"accept", "reject"}
    assert list(ours.verify()) == []
    ours.undo(conflict.theirs.number)
    (row,) = [one for one in ours.rows("claims") if one["status"]]
    assert row["status"] == "accepted"


def test_a_second_merge_changes_nothing_but_the_log(ours, theirs):
    with Case.open(theirs) as case:
        claim = next(case.rows("claims"))
        case.decide("note", f"{claim['report']}/{claim['id']}", value={"text": "seen"})
    ours.merge(theirs)
    finish(ours)
    before = comparison_of(ours), ours.decisions()
    again = ours.merge(theirs)
    assert (again.reports, again.readings, again.decisions) == (0, 0, 0)
    assert (comparison_of(ours), ours.decisions()) == before


def test_a_case_that_was_changed_behind_its_back_is_not_taken_in(ours, theirs):
    import sqlite3

    connection = sqlite3.connect(theirs)
    connection.execute("UPDATE arrival SET name = 'other'")
    connection.commit()
    connection.close()
    before = ours.seal()
    with pytest.raises(CaseNotUsable, match="sayso verify"):
        ours.merge(theirs)
    assert ours.seal() == before


def test_what_is_no_case_is_not_taken_in(ours, tmp_path):
    other = tmp_path / "other.sayso"
    other.write_text("words")
    with pytest.raises(NoCase, match="no case"):
        ours.merge(other)


def test_an_export_comes_back_as_it_was(ours, tmp_path):
    claim, other, *_ = ours.rows("claims")
    ours.decide("correct", f"{claim['report']}/{claim['id']}", value={"stance": "doubts"})
    ours.decide("reject", f"{other['report']}/{other['id']}", reason="no claim")
    report = next(ours.rows("reports"))
    ours.decide("note", report["id"], value={"text": "by phone"})
    ours.compare()
    written = io.BytesIO()
    write_jsonl(ours.holdings(), written)
    written.seek(0)
    with Case.open(tmp_path / "back.sayso", make=True, author="ann") as case:
        joined = case.take_in_export(read_holdings(written), written, "export.jsonl")
        finish(case)
        assert (joined.reports, joined.decisions) == (8, 3)
        assert comparison_of(case) == comparison_of(ours)
        assert list(case.verify()) == []
        again = io.BytesIO()
        write_jsonl(case.holdings(), again)
    assert lines_without_numbers(again) == lines_without_numbers(written)


def lines_without_numbers(stream) -> list[Any]:
    """The lines of an export, without what is of one case: its name, times, and numbers of its log."""
    found = []
    for line in stream.getvalue().splitlines():
        data = json.loads(line)
        data.pop("holdings", None)
        if "decision" in data:
            data["decision"].pop("number")
        found.append(data)
    return found


def test_a_long_chain_of_undoing_is_taken_in_once(ours):
    note = Decision(
        1, "2031-03-02T07:15:00Z", "bob", DecisionKind.NOTE, (), value={"text": 'it "moves"'}
    )
    chain = [note]
    for number in range(2, 2002):
        undo = replace(note, number=number, kind=DecisionKind.UNDO, value={}, undoes=number - 1)
        chain.append(undo)
    with writing(ours._connection):
        assert copy_decisions(ours._connection, chain, "ann") == (2001, [])
        assert copy_decisions(ours._connection, chain, "ann") == (0, [])
        other = [replace(note, made_at="2031-03-02T07:16:00Z"), *chain[1:]]
        assert copy_decisions(ours._connection, other, "ann") == (
            2001,
            [],
        )  # they take back another
    assert len(ours.decisions()) == 4002
    assert ours.decisions()[2000].undoes == ours.decisions()[1999].number
