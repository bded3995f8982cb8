"""The entries of a running report ("live blog"), each with the time of day that stands at its head."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import time
from itertools import pairwise

from sayso.model.text import Span
from sayso.text.prepared import read_once

FEWEST = 3  # times at the heads of lines that make a text a running report
STAMP = re.compile(
    r"^[^\w\n]{0,4}(?:posted at |at )?"
    r"(?P<time>(?P<hour>\d{1,2})(?:(?P<point>[:.])(?P<minute>\d\d))?(?:[ \t]?(?P<half>[ap])\.?m\b\.?)?)"
    r"(?:[ \t]?\(?(?P<zone>GMT|UTC|[A-Z]{2,4})\b\)?)?(?P<bare>[ \t]*\r?$)?",
    re.MULTILINE | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry from one time of day to the next; `stamp` are the words that tell it.

    `universal` is set where the zone beside it is GMT or UTC; others are the report's own.
    """

    span: Span
    stamp: Span
    time: time
    universal: bool


@read_once
def entries(text: str) -> tuple[Entry, ...]:
    r"""The entries of a text, in text order; none where it is not a running report.

    Three lines or more open with a time of day, and the times run one way, from the latest to the
    first or on from the first: what passes midnight is not known to be of one day, and has none.

    >>> text = "14:32 Toll at 9.\n13.05 GMT\nSix dead.\n9:40 am - A blast is heard."
    >>> [(str(one.time), text[one.stamp.start : one.stamp.end]) for one in entries(text)]
    [('14:32:00', '14:32'), ('13:05:00', '13.05'), ('09:40:00', '9:40 am')]
    >>> entries("9:40 am - A blast is heard. 14:32 Toll at 9.")
    ()
    """
    heads = [head for found in STAMP.finditer(text) if (head := _head(found)) is not None]
    times = [when for _, when, _ in heads]
    if len(heads) < FEWEST or not _one_way(times):
        return ()
    starts = [*(stamp.start for stamp, _, _ in heads), len(text)]
    return tuple(
        Entry(Span(start, end), *head)
        for (start, end), head in zip(pairwise(starts), heads, strict=True)
    )


def entry_at(text: str, at: int) -> Entry | None:
    """The entry that holds a place of the text."""
    found = entries(text)
    place = bisect_right(found, at, key=lambda one: one.span.start) - 1
    return found[place] if place >= 0 and at < found[place].span.end else None


def _head(found: re.Match[str]) -> tuple[Span, time, bool] | None:
    """The stamp of a line, its time, and whether it is universal; None where it is no time of day.

    "14.32 metres" is none: a point needs "pm", a zone or the end of the line; so do hours alone.
    """
    hour, minute, half = (
        int(found["hour"]),
        int(found["minute"] or 0),
        (found["half"] or "").lower(),
    )
    zone = found["zone"] if (found["zone"] or "").isupper() else None
    if found["point"] != ":" and not (
        half or (found["minute"] and (zone or found["bare"] is not None))
    ):
        return None
    if half and not 1 <= hour <= 12:
        return None
    hour = hour % 12 + 12 * (half == "p") if half else hour
    if hour > 23 or minute > 59:
        return None
    return Span(*found.span("time")), time(hour, minute), zone in ("GMT", "UTC")


def _one_way(times: Sequence[time]) -> bool:
    on = [one <= other for one, other in pairwise(times)]
    back = [one >= other for one, other in pairwise(times)]
    return len({*times}) > 1 and (all(on) or all(back))
