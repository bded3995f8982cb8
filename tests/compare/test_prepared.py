"""Reports that are made ready for comparing stay the same reports."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.compare import prepared
from sayso.compare.prepared import prepare_reports
from sayso.model.facts import Facts
from sayso.model.text import Document
from sayso.text.prepared import PreparedText
from sayso.text.words import words
from tests.strategies import facts


@settings(max_examples=20)
@given(st.lists(facts(1), max_size=3, unique_by=lambda one: one.document.id))
def test_reports_are_equal_when_prepared_but_for_broken_lines(pile: list[Facts]) -> None:
    reports = prepare_reports(pile)
    ready = reports.plain
    assert [report.own for report in reports.reports.values()] == pile
    assert all(
        report.plain == report.own
        for report in reports.reports.values()
        if "\n" not in report.own.document.text.strip()
    )
    assert [report.document.id for report in ready] == [report.document.id for report in pile]
    assert all(type(report.document.text) is PreparedText for report in ready)
    assert all(type(report.document.text) is str for report in pile)


def test_the_reports_share_one_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(prepared, "MAX_CHARACTERS", 10)
    pile = [Facts(Document(name, f"{name} {name}")) for name in ("abc", "def")]
    first, second = (report.document.text for report in prepare_reports(pile).plain)
    assert isinstance(first, PreparedText)
    assert words(first) == words("abc abc")
    assert first._answers
    assert words(second) == words("def def")
    assert not first._answers
    assert words(first) == words("abc abc")
