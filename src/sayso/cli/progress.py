"""How far long work has come, on standard error."""

import sys
import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

T = TypeVar("T")

EVERY = 10.0  # seconds between lines where there is no terminal to draw on


def watched(items: Iterable[T], what: str, total: int | None = None) -> Iterator[T]:
    """The items, while a bar (on a terminal) or a line now and then (elsewhere) tells the count."""
    if sys.stderr.isatty():
        yield from _drawn(items, what, total)
    else:
        yield from _told(items, what, total)


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
