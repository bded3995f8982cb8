"""The entries of a running report ("live blog"), each with the time of day at its head."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import time
from functools import cache
from itertools import pairwise

from sayso.lexicon.dates import date_words
from sayso.model.text import Span
from sayso.text.prepared import read_once

MIN_TIMES = 3  # at the heads of lines; a text with fewer is no running report
TIME_AT_LINE_HEAD = (
    r"^[^\w\n]{0,4}(?:(?:%s) )?"  # words of `before_stamp`
    r"(?P<time>(?P<hour>\d{1,2})(?:(?P<point>[:.])(?P<minute>\d\d))?(?:[ \t]?(?P<half>[ap])\.?m\b\.?)?)"
    r"(?:[ \t]?\(?(?P<zone>[A-Z]{2,4})\b\)?)?(?P<bare>[ \t]*\r?$)?"
)


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a running report: from one time of day up to the next.

    `stamp` holds the words for the time. `universal` is whether its zone is GMT or UTC; any other
    zone is taken to be the report's own.
    """

    span: Span
    stamp: Span
    time: time
    universal: bool


@read_once
def entries(text: str) -> tuple[Entry, ...]:
    r"""The entries of a text, in text order; none if it is not a running report.

    In a running report three lines or more open with a time of day, and the times run one way: from
    the latest to the first, or from the first on. A text that passes midnight has no entries, since
    the day of each is not known.

    >>> text = "14:32 Toll at 9.\n13.05 GMT\nSix dead.\n9:40 am - A blast is heard."
    >>> [(str(one.time), text[one.stamp.start : one.stamp.end]) for one in entries(text)]
    [('14:32:00', '14:32'), ('13:05:00', '13.05'), ('09:40:00', '9:40 am')]
    >>> entries("9:40 am - A blast is heard. 14:32 Toll at 9.")
    ()
    """
    heads = [
        head
        for match in _line_head_pattern().finditer(text)
        if (head := _read_head(match)) is not None
    ]
    if len(heads) < MIN_TIMES or not _run_one_way([when for _, when, _ in heads]):
        return ()
    starts = [*(stamp.start for stamp, _, _ in heads), len(text)]
    return tuple(
        Entry(Span(start, end), *head)
        for (start, end), head in zip(pairwise(starts), heads, strict=True)
    )


@cache
def _line_head_pattern() -> re.Pattern[str]:
    before = "|".join(map(re.escape, sorted(date_words().before_stamp)))
    return re.compile(TIME_AT_LINE_HEAD % before, re.MULTILINE | re.IGNORECASE)


def entry_at(text: str, at: int) -> Entry | None:
    """The entry that holds a place of the text; None before the first, or if there are none."""
    found = entries(text)
    place = bisect_right(found, at, key=lambda entry: entry.span.start) - 1
    return found[place] if place >= 0 and at < found[place].span.end else None


def _read_head(match: re.Match[str]) -> tuple[Span, time, bool] | None:
    """The stamp of a line, its time, and whether that is universal; None if it is no time of day.

    "14.32 metres" is not one: without a colon a time needs "pm", or minutes and a zone or the end
    of the line.
    """
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    half = (match["half"] or "").lower()
    zone = match["zone"] if (match["zone"] or "").isupper() else None
    ends_head = zone or match["bare"] is not None
    if match["point"] != ":" and not (half or (match["minute"] and ends_head)):
        return None
    if half and not 1 <= hour <= 12:
        return None
    hour = hour % 12 + 12 * (half == "p") if half else hour
    if hour > 23 or minute > 59:
        return None
    return Span(*match.span("time")), time(hour, minute), zone in date_words().universal_zones


def _run_one_way(times: Sequence[time]) -> bool:
    """Whether the times never go back, or never go on, and are not all the same."""
    rising = all(first <= second for first, second in pairwise(times))
    falling = all(first >= second for first, second in pairwise(times))
    return len({*times}) > 1 and (rising or falling)
