"""Long work says how far it is, on standard error, and what it passes on stays the same."""

import io
import sys
from itertools import count

import pytest

from sayso.cli.progress import MIN_REPORTS_FOR_A_LINE, progress, with_progress, with_spinner


def test_without_a_terminal_a_line_comes_now_and_then(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    clock = count(step=4)
    monkeypatch.setattr("sayso.cli.progress.time.monotonic", lambda: next(clock))
    assert list(with_progress("abcdef", "reports read", 6)) == list("abcdef")
    out, err = capsys.readouterr()
    assert out == ""
    assert (
        err.splitlines()[0] == "sayso: reports read: 3 of 6 (0.2 a second, about 12 seconds left)"
    )
    assert 1 <= len(err.splitlines()) <= 3


def test_a_total_that_is_known_late_tells_the_time_left(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    clock = count(step=6)
    monkeypatch.setattr("sayso.cli.progress.time.monotonic", lambda: next(clock))
    with progress("stories compared") as how_far:
        how_far.reach(0, 90)
        how_far.reach(1, 90)
        how_far.reach(2)
        how_far.reach(3)
        how_far.reach(90, 90)
    assert capsys.readouterr().err == (
        "sayso: stories compared: 1 of 90\n"
        "sayso: stories compared: 3 of 90 (0.2 a second, about 9 minutes left)\n"
    )


def test_short_work_says_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert list(with_progress(iter([1, 2]), "reports read")) == [1, 2]
    assert capsys.readouterr() == ("", "")


def test_on_a_terminal_a_bar_is_drawn_and_taken_away(monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    screen = Terminal()
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setenv("TERM", "xterm")
    assert list(with_progress("abc", "reports read", 3)) == list("abc")
    assert "reports read" in screen.getvalue()
    assert not screen.getvalue().endswith("3/3")


def test_a_comparison_of_many_reports_says_that_it_goes_on(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with with_spinner("comparing two reports", 2):
        pass
    assert capsys.readouterr().err == ""
    with with_spinner("comparing many reports", MIN_REPORTS_FOR_A_LINE):
        assert capsys.readouterr().err == "sayso: comparing many reports\n"
