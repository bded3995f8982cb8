"""The progress of long work, on standard error."""

import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    Task,
    TextColumn,
    TimeRemainingColumn,
)
from rich.text import Text

from sayso.casework.telling import HowFar, in_words
from sayso.cli.terminal import is_terminal, print_note

T = TypeVar("T")

SECONDS_BETWEEN_LINES = 10.0  # on a standard error that is no terminal
MIN_REPORTS_FOR_A_LINE = 200  # the comparison of fewer is quick


def with_progress(
    items: Iterable[T], what: str, total: int | None = None, is_printed: bool = False
) -> Iterator[T]:
    """The items; meanwhile a bar (on a terminal) or a line now and then shows how far it is.

    If each item is printed and this shows on a terminal, neither a bar nor a line comes between.
    """
    if is_printed and is_terminal(sys.stdout):
        yield from items
        return
    with progress(what, total) as how_far:
        for count, item in enumerate(items, 1):
            yield item
            how_far.reach(count)


@contextmanager
def progress(what: str, total: int | None = None) -> Iterator[HowFar]:
    """Within it, a bar (on a terminal) or a line now and then shows how far the work is, and how fast."""
    if not is_terminal(sys.stderr):
        yield _Lines(what, total)
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), _Rate())
    with Progress(
        *columns,
        TimeRemainingColumn(),
        console=Console(stderr=True),
        transient=True,
        redirect_stdout=False,  # results are not for the terminal that the bar is on
    ) as bar:
        yield _Bar(bar, what, total)


@contextmanager
def with_spinner(what: str, size: int) -> Iterator[None]:
    """Shows a spinner during the work, or one line if standard error is no terminal and `size` is large."""
    if is_terminal(sys.stderr):
        with Console(stderr=True).status(what):
            yield
        return
    if size >= MIN_REPORTS_FOR_A_LINE:
        print_note(what)
    yield


class _Bar:
    def __init__(self, bar: Progress, what: str, total: int | None) -> None:
        self._bar, self._task = bar, bar.add_task(what, total=total)

    def reach(self, done: int, total: int | None = None) -> None:
        if total is not None:
            self._bar.update(self._task, total=total)
        self._bar.update(self._task, completed=done)


class _Lines:
    """The rate is that since the first one was done: what the first one waits for is no measure."""

    def __init__(self, what: str, total: int | None) -> None:
        self._what, self._total = what, total
        self._printed = time.monotonic()
        self._first: tuple[int, float] | None = None

    def reach(self, done: int, total: int | None = None) -> None:
        self._total = self._total if total is None else total
        now = time.monotonic()
        if self._first is None and done:
            self._first = done, now
        if now - self._printed >= SECONDS_BETWEEN_LINES and done != self._total:
            self._printed = now
            count = f"{done:,} of {self._total:,}" if self._total else f"{done:,}"
            print_note(f"{self._what}: {count}{self._speed(done, now)}")

    def _speed(self, done: int, now: float) -> str:
        if self._first is None or done == self._first[0]:
            return ""
        rate = (done - self._first[0]) / (now - self._first[1])
        left = f", about {in_words((self._total - done) / rate)} left" if self._total else ""
        return f" ({rate:.1f} a second{left})"


class _Rate(ProgressColumn):
    """How many a second."""

    def render(self, task: Task) -> Text:
        """The text of the column."""
        return Text(f"{task.speed:.1f}/s" if task.speed else "")
