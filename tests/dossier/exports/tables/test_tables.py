"""The tables say the same as the holdings, word for word."""

import json
from collections import Counter
from dataclasses import replace
from typing import Any

import pytest

from sayso.dossier.exports.tables.all_tables import TABLES
from sayso.dossier.exports.tables.table import Kind
from sayso.model.decisions import Holdings
from tests.dossier.exports.held import HOSTILE, demo, documents, every_claim, hostile
from tests.dossier.exports.writing import check_words, export, table_rows

NAMES = [table.name for table in TABLES]
MARKED = {"reports", "claims", "points", "point_claims", "tolls", "toll_figures", "figures"} | {
    *("speakers", "events", "timeline")
}
PYTHON = {
    Kind.TEXT: "str",
    Kind.WHOLE: "int",
    Kind.NUMBER: "float",
    Kind.FLAG: "bool",
    Kind.DAY: "date",
}


def expected_count(name: str, holdings: Holdings) -> int:
    comparison = holdings.comparison
    of_facts = {"claims": "claims", "figures": "figures", "speakers": "actors", "events": "events"}
    if name in of_facts:
        return sum(len(getattr(facts, of_facts[name])) for facts in comparison.facts)
    counts = {
        "reports": sum(len(facts.document.heads) for facts in comparison.facts),
        "points": len(comparison.points),
        "point_claims": sum(len(point.claims) for point in comparison.points),
        "tolls": len(comparison.tolls),
        "toll_figures": sum(len(toll.figures) for toll in comparison.tolls),
        "timeline": len(comparison.timeline),
        "decisions": sum(len(one.subjects) for one in holdings.decisions),
        "copies": sum(max(1, len(copy.passages)) for copy in comparison.copies),
    }
    return counts[name]


@pytest.mark.parametrize("holdings", [demo, hostile])
@pytest.mark.parametrize("name", NAMES)
def test_all_words_are_the_reports_at_their_places(name: str, holdings: Any) -> None:
    rows = table_rows(name, holdings())
    checked = check_words(rows, name, documents(holdings()))
    assert bool(checked) == (name not in ("reports", "decisions"))


@pytest.mark.parametrize("name", [name for name in NAMES if name != "quotes"])
def test_everything_has_a_row(name: str) -> None:
    for holdings in (demo(), hostile()):
        assert len(table_rows(name, holdings)) == expected_count(name, holdings)


def test_every_piece_of_every_fact_is_among_the_quotes() -> None:
    rows = table_rows("quotes", demo())
    found = Counter((row["report"], row["fact"], row["what"], row["quote_start"]) for row in rows)
    for facts in demo().comparison.facts:
        report = facts.document.id
        for claim in facts.claims:
            for span in claim.content:
                assert found[report, claim.id, "content", span.start] == 1
            for span in claim.hedges:
                assert found[report, claim.id, "hedge", span.start] == 1
        for actor in facts.actors:
            for span in actor.mentions:
                assert found[report, actor.id, "mention", span.start] == 1
        for attribution in facts.attributions:
            for span in attribution.content:
                assert found[report, attribution.id, "content", span.start] == 1


@pytest.mark.parametrize("name", NAMES)
def test_the_cells_are_of_the_kind_of_their_column(name: str) -> None:
    (table,) = [one for one in TABLES if one.name == name]
    for holdings in (demo(), hostile()):
        for row in table_rows(name, holdings):
            for column in table.columns:
                cell = row[column.name]
                wanted = PYTHON[column.kind]
                bases = [kind.__name__ for kind in type(cell).__mro__]
                assert cell is None or wanted in bases or (wanted, bases[0]) == ("float", "int")
                assert cell != ""
                assert (wanted == "bool") == (bases[0] == "bool")


@pytest.mark.parametrize("name", NAMES)
def test_no_two_columns_have_one_name(name: str) -> None:
    (table,) = [one for one in TABLES if one.name == name]
    names = [column.name for column in table.columns]
    assert len(names) == len(set(names))
    marks = {"by", "decision", "decided_at", "reliability", "credibility"}
    assert (marks <= set(names)) == (name in MARKED)


def test_a_claim_row_says_who_says_it_and_how() -> None:
    rows = {(row["report"], row["claim"]): row for row in table_rows("claims", demo())}
    for document, claim in every_claim(demo()):
        row = rows[document.id, claim.id]
        assert row["stance"] == claim.stance
        assert (row["speaker_id"] or None) == claim.speaker
        assert row["voice"] == (
            "outlet" if not claim.chain else "speaker" if claim.speaker else "unresolved"
        )
        assert row["pieces"] == len(claim.content)
        assert (row["quote_start"], row["quote_end"]) == (
            claim.content[0].start,
            max(span.end for span in claim.content),
        )


def test_a_toll_row_has_the_numbers_of_the_toll() -> None:
    rows = {row["toll"]: row for row in table_rows("tolls", demo())}
    for toll in demo().comparison.tolls:
        row = rows[toll.id]
        assert (row["policy"], row["low"], row["best"], row["high"]) == (
            toll.policy,
            toll.low,
            toll.best,
            toll.high,
        )


def test_the_rows_show_what_people_decided() -> None:
    first, second = demo().comparison.points[0].claims[:2]
    rows = {(row["report"], row["claim"]): row for row in table_rows("claims", demo())}
    accepted = rows[first.document, first.claim]
    assert (accepted["by"], accepted["decision"], accepted["credibility"]) == (
        "machine",
        "accept; credibility; credibility",
        "3",
    )
    assert rows[second.document, second.claim]["decision"] == "reject"
    point = table_rows("points", demo())[0]
    assert (point["decision"], point["decision_numbers"]) == ("note; accept", "5; 6")
    corrected = [row for row in table_rows("figures", demo()) if row["by"] == "person"]
    assert [(row["decision"], row["decided_by"]) for row in corrected] == [("correct", "A. Reader")]
    plumbline = [row for row in table_rows("reports", demo()) if row["outlet"] == "Daily Plumbline"]
    assert [row["reliability"] for row in plumbline] == ["B"]


def test_a_decision_row_says_all_of_the_decision() -> None:
    rows = table_rows("decisions", hostile())
    for row, words in zip(rows, HOSTILE, strict=True):
        assert (row["author"], row["words"], row["reason"]) == (words, words, words)
        assert json.loads(row["value"])["note"] == words
    orphans = [row["number"] for row in table_rows("decisions", demo()) if row["orphan"]]
    assert orphans == [one.number for one in demo().orphans]


def test_reports_with_one_text_are_told_from_each_other() -> None:
    rows = table_rows("reports", hostile())
    assert [row["same_as"] for row in rows[:2]] == [None, 1]
    assert [row["file"] for row in rows[:2]] == ["0.txt", "again-0.txt"]
    assert rows[0]["report"] == rows[1]["report"]


def test_a_toll_and_an_event_without_words_have_empty_cells() -> None:
    comparison = hostile().comparison
    bare = replace(
        comparison,
        tolls=tuple(replace(toll, who=None, event=None) for toll in comparison.tolls),
        events=tuple(replace(event, place=None) for event in comparison.events),
    )
    for name, column in (("tolls", "who"), ("timeline", "place")):
        rows = table_rows(name, replace(hostile(), comparison=bare))
        assert len(rows) == len(HOSTILE)
        for row in rows:
            assert (row["report"], row[column], row[f"{column}_start"]) == (None, None, None)


def test_what_no_table_holds_is_counted() -> None:
    _, report = export("csv", hostile())
    said = " ".join(report.left_out)
    for what in ("33 texts of reports", "33 runs of words outside", "33 links from participants"):
        assert what in said
