"""`sayso compare`: one object that keeps to the schema, from reports or from their facts."""

import json
from functools import cache
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from sayso.model.schema import schema
from sayso.model.wire import comparison_from_wire, facts_from_wire

from .driving import DENIAL, REPLY, demo_facts, sayso
from .test_extract import HOSTILE


@cache
def validator() -> Draft202012Validator:
    return Draft202012Validator(schema("compare"), format_checker=FormatChecker())


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(DENIAL, "utf-8")
    (tmp_path / "b.txt").write_text(REPLY, "utf-8")
    return tmp_path


def test_the_demo_keeps_to_the_schema_and_reads_back() -> None:
    facts = demo_facts()
    said = sayso("compare", stdin=facts.out)
    assert (said.status, said.err) == (0, "")
    found = said.object()
    validator().validate(found)
    assert all(found[name] for name in found if name != "sayso")
    comparison_from_wire(found, [facts_from_wire(line) for line in facts.lines()])


def test_facts_and_reports_come_to_the_same(desk: Path) -> None:
    facts = sayso("extract", "--text", desk).out
    piped = sayso("compare", stdin=facts)
    read = sayso("compare", desk)
    assert piped.object()["points"]
    assert sayso("compare", "-", stdin=facts).out == piped.out == read.out


def test_hostile_reports_keep_to_the_schema(desk: Path) -> None:
    (desk / "h.txt").write_bytes(HOSTILE.encode())
    (desk / "i.txt").write_bytes((HOSTILE * 2).encode())
    said = sayso("compare", desk)
    assert len(said.out.splitlines()) == 1
    validator().validate(said.object())


def test_one_report_is_enough(desk: Path) -> None:
    found = sayso("compare", desk / "a.txt").object()
    validator().validate(found)
    assert len(found["documents"]) == len(found["origins"]) == 1
    assert found["copies"] == []


def test_a_dash_takes_documents_too(desk: Path) -> None:
    lines = [
        json.dumps({"name": name, "text": (desk / name).read_text()}) for name in ("a.txt", "b.txt")
    ]
    said = sayso("compare", "-", stdin="\n".join(lines))
    assert said.status == 0
    assert [one["name"] for one in said.object()["documents"]] == ["a.txt", "b.txt"]


def test_broken_lines_are_named_and_skipped(desk: Path) -> None:
    good = sayso("extract", "--text", desk / "a.txt").out
    bare = sayso("extract", desk / "b.txt").out
    wrong = good.replace('"quote":"denied', '"quote":"defied')
    assert wrong != good
    said = sayso("compare", stdin=f'not json\n{bare}\n{wrong}{good}{{"sayso":2}}\n')
    assert said.status == 3
    for number in (1, 2, 4, 6):
        assert f"standard input, line {number}: " in said.err
    assert "extract --text" in said.err
    assert len(said.object()["documents"]) == 1


def test_lines_that_come_twice_count_once(desk: Path) -> None:
    good = sayso("extract", "--text", desk).out
    twice = sayso("compare", stdin=good + good)
    assert twice.status == 0
    assert "read once" in twice.err
    assert twice.out == sayso("compare", stdin=good).out


@pytest.mark.parametrize("given", ["", "\n\n", "[]\n", '{"name": "n", "text": "A man said so."}\n'])
def test_nothing_of_use_on_standard_input(given: str) -> None:
    said = sayso("compare", stdin=given)
    assert said.status == 1
    assert said.out == ""
    assert "nothing to read" in said.err


def test_a_terminal_is_not_waited_for() -> None:
    said = sayso("compare", terminal=True)
    assert said.status == 2
    assert "extract --text" in said.err
