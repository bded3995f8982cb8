"""The progress of long work, on standard error."""

import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from sayso.cli.terminal import is_terminal, print_note

T = TypeVar("T")

SECONDS_BETWEEN_LINES = 10.0  # on a standard error that is no terminal
MIN_REPORTS_FOR_A_LINE = 200  # the comparison of fewer is quick


def with_progress(
    items: Iterable[T], what: str, total: int | None = None, is_printed: bool = False
) -> Iterator[T]:
    """The items; meanwhile a bar (on a terminal) or a line now and then shows the count.

    If each item is printed and this shows on a terminal, neither a bar nor a line comes between.
    """
    if is_printed and is_terminal(sys.stdout):
        yield from items
    elif is_terminal(sys.stderr):
        yield from _with_bar(items, what, total)
    else:
        yield from _with_lines(items, what, total)


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


def _with_bar(items: Iterable[T], what: str, total: int | None) -> Iterator[T]:
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    console = Console(stderr=True)
    with Progress(
        *columns,
        TimeRemainingColumn(),
        console=console,
        transient=True,
        redirect_stdout=False,  # results are not for the terminal that the bar is on
    ) as bar:
        yield from bar.track(items, total=total, description=what)


def _with_lines(items: Iterable[T], what: str, total: int | None) -> Iterator[T]:
    printed = time.monotonic()
    for count, item in enumerate(items, 1):
        yield item
        if time.monotonic() - printed >= SECONDS_BETWEEN_LINES:
            printed = time.monotonic()
            print_note(f"{what}: {count}" + (f" of {total}" if total else ""))
