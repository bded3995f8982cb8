"""How far long work has come, on standard error."""

import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

T = TypeVar("T")

EVERY = 10.0  # seconds between lines where there is no terminal to draw on
MUCH = 200  # reports whose comparison takes long enough to wonder about


def watched(items: Iterable[T], what: str, total: int | None = None) -> Iterator[T]:
    """The items, while a bar (on a terminal) or a line now and then (elsewhere) tells the count."""
    if sys.stderr.isatty():
        yield from _drawn(items, what, total)
    else:
        yield from _told(items, what, total)


@contextmanager
def working(what: str, size: int) -> Iterator[None]:
    """While something goes on that has no count: a spinner, or a line if there is MUCH to do."""
    if sys.stderr.isatty():
        with Console(stderr=True).status(what):
            yield
        return
    if size >= MUCH:
        print(f"sayso: {what}", file=sys.stderr)
    yield


def _drawn(items: Iterable[T], what: str, total: int | None) -> Iterator[T]:
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    console = Console(stderr=True)
    with Progress(*columns, TimeRemainingColumn(), console=console, transient=True) as bar:
        yield from bar.track(items, total=total, description=what)


def _told(items: Iterable[T], what: str, total: int | None) -> Iterator[T]:
    told = time.monotonic()
    for count, item in enumerate(items, 1):
        yield item
        if time.monotonic() - told >= EVERY:
            told = time.monotonic()
            print(f"sayso: {what}: {count}" + (f" of {total}" if total else ""), file=sys.stderr)
