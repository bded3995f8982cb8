"""Where the figures of a toll are drawn: across by the day said (per cent), up by number (pixels)."""

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sayso.desk.views.asked import is_day
from sayso.dossier.charts import MAX_DRAWN_NUMBER, Tick, axis_through

Row = Mapping[str, Any]

TOP, BOTTOM = 24, 324  # pixels
LEFT, RIGHT = 12.0, 86.0  # per cent; figures without a day stand beyond
UNDATED = 95.0
CLASSES = 6  # speakers or origins with a colour and shape of their own; all others share one
LOG_FROM = 50  # the ratio of highest to lowest from which the scale is logarithmic
CELL = 14  # pixels: marks of a day that are nearer than that stand side by side
MOST_BESIDE = 5  # the last of them stands for all that are more
MERGED = 2  # groups in one mark, from which it has no class of its own
CROWD = 24  # figures of a day, above which those of a cell and class are one mark
CROWDED_STEP = 26  # pixels between marks in a crowd, which have numbers beside them
REACH = 30  # pixels of a line that goes on
SHAPES = {"about": "soft", "vague": "soft", "implied": "hollow"}


@dataclass(frozen=True, slots=True)
class Dot:
    """The figures of one day, number, kind and class. `rows` are those it stands for."""

    rows: Sequence[Row]
    shape: str  # dot, soft, hollow, bar, up or down
    kind: int  # the class: 0 … CLASSES - 1, or CLASSES for others
    x: float
    y: float  # of the lower bound, or of the upper where there is no lower
    end: float  # where its line or bar ends
    aside: float  # pixels to the side


@dataclass(frozen=True, slots=True)
class TollChart:
    """A toll drawn. `band` is (upper y, lower y) of the rule's numbers; `without` have no number."""

    dots: Sequence[Dot]
    days: Sequence[tuple[str, float]]
    ticks: Sequence[tuple[int, float]]
    classes: Sequence[tuple[str, int, int]]  # name, class, how many figures
    band: tuple[float, float] | None
    best: float | None
    is_log: bool
    undated: bool
    without: int
    crowded: bool


def toll_chart(rows: Sequence[Row], toll: Row, by: str) -> TollChart:
    """The chart of a toll; `by` is voice or origin: what colour and shape tell apart."""
    numbers = [n for row in rows for n in (row["low"], row["high"]) if _can_draw(n)]
    numbers += [toll[end] for end in ("low", "best", "high") if _can_draw(toll[end])]
    scale = _Scale(numbers)
    days = [date.fromisoformat(row["day"]) for row in rows if is_day(row["day"])]
    names = {class_of(row, by): class_name(row, by) for row in reversed(rows)}
    count = Counter(class_of(row, by) for row in rows)
    kinds = {key: at for at, (key, _) in enumerate(count.most_common(CLASSES))}
    classes = [(names[key], at, count[key]) for key, at in kinds.items()]
    others = sum(count.values()) - sum(number for _, _, number in classes)
    if others:
        classes.append(("others", CLASSES, others))
    drawn = [row for row in rows if _can_draw(row["low"]) or _can_draw(row["high"])]
    low, high = (scale.y(toll[end]) if _can_draw(toll[end]) else None for end in ("low", "high"))
    return TollChart(
        _dots(drawn, kinds, by, scale, days),
        _day_ticks(days),
        [(tick.value, scale.y(tick.value)) for tick in scale.ticks],
        classes,
        (high, low) if low is not None and high is not None else None,
        scale.y(toll["best"]) if _can_draw(toll["best"]) else None,
        scale.is_log,
        any(not is_day(row["day"]) for row in drawn),
        len(rows) - len(drawn),
        any(number > CROWD for number in Counter(row["day"] for row in drawn).values()),
    )


def class_of(row: Row, by: str) -> str:
    """What tells a figure apart: its speaker, or the origin of its report.

    Speakers of the same name ("a doctor") are of one class, though they may be several people.
    """
    if by == "origin":
        return str(row["origin"] or row["report"])
    if not row["speaker"]:
        return f"outlet:{row['outlet'] or row['report']}"
    return str(row["shared"] or f"name:{row['speaker']}")


def class_name(row: Row, by: str) -> str:
    """The words for `class_of`."""
    if by == "origin":
        return str(row["origin_outlet"] or row["from_whom"])
    return str(row["voice_name"] or row["speaker"] or f"{row['from_whom']} itself")


class _Scale:
    """From a number to its height; logarithmic where the numbers lie far apart."""

    def __init__(self, numbers: Sequence[int]) -> None:
        above = [number for number in numbers if number > 0] or [1]
        self.is_log = max(above) / min(above) >= LOG_FROM
        axis = axis_through(above)
        powers = range(math.ceil(math.log10(max(above))) + 1)
        self.ticks = (
            tuple(Tick(value, 0) for value in (0, *(10**power for power in powers)))
            if self.is_log
            else axis.ticks
        )
        self.top = self.ticks[-1].value

    def y(self, number: int) -> float:
        share = math.log1p(number) / math.log1p(self.top) if self.is_log else number / self.top
        return round(BOTTOM - (BOTTOM - TOP) * share, 1)


def _dots(
    rows: Sequence[Row], kinds: Mapping[str, int], by: str, scale: _Scale, days: Sequence[date]
) -> list[Dot]:
    of_day: dict[str | None, list[Row]] = {}
    for row in rows:
        of_day.setdefault(row["day"], []).append(row)
    return [
        dot
        for day, some in of_day.items()
        for dot in _dots_of_day(some, kinds, by, scale, _x(day, days))
    ]


def _dots_of_day(
    rows: Sequence[Row], kinds: Mapping[str, int], by: str, scale: _Scale, x: float
) -> Iterator[Dot]:
    """The marks of a day. On a crowded day, those of one cell and class are one, in its middle."""
    crowded = len(rows) > CROWD
    groups: dict[tuple[Any, ...], list[Row]] = {}
    for row in rows:
        cell, kind = _cell(row, scale), kinds.get(class_of(row, by), CLASSES)
        own = () if crowded else (row["low"], row["high"], row["kind"])
        groups.setdefault((cell, kind, *own), []).append(row)
    cells: dict[int, list[list[Row]]] = {}
    for key, group in groups.items():
        cells.setdefault(key[0], []).append(group)
    for cell, beside in cells.items():
        shown, rest = beside[: MOST_BESIDE - 1], beside[MOST_BESIDE - 1 :]
        if rest:
            shown = [*shown, [row for group in rest for row in group]]
        for at, group in enumerate(shown):
            kind = (
                CLASSES
                if rest and len(rest) >= MERGED and group is shown[-1]
                else kinds.get(class_of(group[0], by), CLASSES)
            )
            middle = (cell + 0.5) * CELL if crowded else None
            aside = (at - (len(shown) - 1) / 2) * (CROWDED_STEP if crowded else CELL)
            yield _dot(group, kind, x, middle, aside, scale)


def _cell(row: Row, scale: _Scale) -> int:
    return int(scale.y(_number(row)) // CELL)


def _dot(
    rows: Sequence[Row], kind: int, x: float, middle: float | None, aside: float, scale: _Scale
) -> Dot:
    """One mark. In a crowd (with the `middle` of its cell) a line that goes on is short."""
    first = rows[0]
    low, high = first["low"], first["high"]
    y = middle or scale.y(_number(first))
    reach = CELL - 2 if middle else REACH
    shape, end = SHAPES.get(first["kind"], "dot"), y
    if not _can_draw(high):
        shape, end = "up", max(4.0, y - reach)
    elif not _can_draw(low):
        shape, end = "down", min(BOTTOM, y + reach)
    elif low != high and len(rows) == 1:
        shape, end = "bar", scale.y(high)
    return Dot(rows, shape, kind, x, y, end, aside)


def _number(row: Row) -> int:
    return int(row["low"] if _can_draw(row["low"]) else row["high"])


def _x(day: str | None, days: Sequence[date]) -> float:
    if not is_day(day):
        return UNDATED
    first, last = min(days), max(days)
    if first == last:
        return (LEFT + RIGHT) / 2
    share = (date.fromisoformat(str(day)) - first) / (last - first)
    return round(LEFT + (RIGHT - LEFT) * (0.04 + 0.92 * share), 2)


def _day_ticks(days: Sequence[date]) -> list[tuple[str, float]]:
    """The first and the last day, and the one between."""
    if not days:
        return []
    first, last = min(days), max(days)
    chosen = sorted({first, first + (last - first) / 2, last})
    return [(day.isoformat(), _x(day.isoformat(), days)) for day in chosen]


def _can_draw(number: int | None) -> bool:
    return number is not None and 0 <= number <= MAX_DRAWN_NUMBER
