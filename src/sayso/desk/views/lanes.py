"""Two lanes, what happened above and when it was said below, and lines between their days."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sayso.desk.views.asked import is_day

LEFT, RIGHT = 8.0, 92.0  # per cent of the width
LATE = 2  # days after which a telling counts as late
MOST_TICKS = 3


@dataclass(frozen=True, slots=True)
class Stop:
    """A day of a lane: its place in per cent, how many tellings it has, its radius in pixels."""

    day: str
    x: float
    tellings: int
    radius: float


@dataclass(frozen=True, slots=True)
class Line:
    """Tellings of one day's events on another day. `way` is prompt, late, early or changed."""

    happened: Stop
    said: Stop
    tellings: int
    way: str
    width: float


@dataclass(frozen=True, slots=True)
class Lanes:
    """The lanes drawn, and the days that are written below them."""

    happened: Sequence[Stop]
    said: Sequence[Stop]
    lines: Sequence[Line]
    days: Sequence[tuple[str, float]]


def lanes(tellings: Iterable[Mapping[str, Any]]) -> Lanes | None:
    """The lanes of rows with `happened`, `said`, `changed` and `tellings`; None if there are no days."""
    rows = [row for row in tellings if is_day(row["happened"]) and is_day(row["said"])]
    if not rows:
        return None
    days = [date.fromisoformat(row[lane]) for row in rows for lane in ("happened", "said")]
    first, span = min(days), (max(days) - min(days)).days
    above, below = (_stops(rows, lane, first, span) for lane in ("happened", "said"))
    lines = [
        Line(
            above[row["happened"]],
            below[row["said"]],
            row["tellings"],
            _way(row),
            round(1 + math.log2(row["tellings"]), 1),
        )
        for row in rows
    ]
    ticks = sorted({round(span * at / (MOST_TICKS - 1)) for at in range(MOST_TICKS)})
    written = [
        (date.fromordinal(first.toordinal() + day).isoformat(), _x(day, span)) for day in ticks
    ]
    return Lanes(list(above.values()), list(below.values()), lines, written)


def _stops(rows: Sequence[Mapping[str, Any]], lane: str, first: date, span: int) -> dict[str, Stop]:
    count: Counter[str] = Counter()
    for row in rows:
        count[row[lane]] += row["tellings"]
    return {
        day: Stop(
            day,
            _x((date.fromisoformat(day) - first).days, span),
            number,
            round(min(14.0, 4 + math.sqrt(number)), 1),
        )
        for day, number in sorted(count.items())
    }


def _way(row: Mapping[str, Any]) -> str:
    if row["changed"]:
        return "changed"
    after = (date.fromisoformat(row["said"]) - date.fromisoformat(row["happened"])).days
    return "early" if after < 0 else "late" if after > LATE else "prompt"


def _x(day: int, span: int) -> float:
    return round(LEFT + (RIGHT - LEFT) * (day / span if span else 0.5), 2)
