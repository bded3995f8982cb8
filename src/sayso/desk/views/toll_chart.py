"""Where the figures of a toll are drawn: across by the day said (per cent), up by number (pixels)."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sayso.dossier.charts import MAX_DRAWN_NUMBER, Tick, axis_through

Row = Mapping[str, Any]

TOP, BOTTOM = 24, 324  # pixels
LEFT, RIGHT = 12.0, 86.0  # per cent; figures without a day stand beyond
UNDATED = 95.0
CLASSES = 6  # speakers or origins with a colour and shape of their own; all others share one
LOG_FROM = 50  # the ratio of highest to lowest from which the scale is logarithmic
CELL = 14  # pixels: marks of a day that are nearer than that stand side by side
MOST_BESIDE = 5  # then they are one mark with their number


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


def toll_chart(rows: Sequence[Row], toll: Row, by: str) -> TollChart:
    """The chart of a toll; `by` is voice or origin: what colour and shape tell apart."""
    numbers = [n for row in rows for n in (row["low"], row["high"]) if _can_draw(n)]
    numbers += [toll[end] for end in ("low", "best", "high") if _can_draw(toll[end])]
    scale = _Scale(numbers)
    days = [date.fromisoformat(row["day"]) for row in rows if _is_day(row["day"])]
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
        any(not _is_day(row["day"]) for row in drawn),
        len(rows) - len(drawn),
    )


def class_of(row: Row, by: str) -> str:
    """What tells a figure apart from those of others: its speaker, or the origin of its report."""
    if by == "origin":
        return str(row["origin"] or row["report"])
    return str(row["voice"] or f"outlet:{row['outlet'] or row['report']}")


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
    rows: Iterable[Row], kinds: Mapping[str, int], by: str, scale: _Scale, days: Sequence[date]
) -> list[Dot]:
    groups: dict[tuple[Any, ...], list[Row]] = {}
    for row in rows:
        kind = kinds.get(class_of(row, by), CLASSES)
        key = (row["day"], row["low"], row["high"], row["kind"], kind)
        groups.setdefault(key, []).append(row)
    cells: dict[tuple[Any, int], list[tuple[Any, ...]]] = {}
    for key in groups:
        cells.setdefault((key[0], int(scale.y(_number(key)) // CELL)), []).append(key)
    dots = []
    for keys in cells.values():
        beside, rest = keys[:MOST_BESIDE], keys[MOST_BESIDE:]
        if rest:
            beside, rest = keys[: MOST_BESIDE - 1], keys[MOST_BESIDE - 1 :]
            groups[rest[0]] = [row for key in rest for row in groups[key]]
            beside = [*beside, rest[0]]
        for at, key in enumerate(beside):
            aside = (at - (len(beside) - 1) / 2) * CELL
            dots.append(_dot(key, groups[key], aside, scale, days))
    return dots


def _dot(
    key: tuple[Any, ...], rows: Sequence[Row], aside: float, scale: _Scale, days: Sequence[date]
) -> Dot:
    day, low, high, precision, kind = key
    y = scale.y(_number(key))
    shape, end = {"about": "soft", "vague": "soft", "implied": "hollow"}.get(precision, "dot"), y
    if not _can_draw(high):
        shape, end = "up", max(4.0, y - 30)
    elif not _can_draw(low):
        shape, end = "down", min(BOTTOM, y + 30)
    elif low != high:
        shape, end = "bar", scale.y(high)
    return Dot(rows, shape, kind, _x(day, days), y, end, aside)


def _number(key: tuple[Any, ...]) -> int:
    return int(key[1] if _can_draw(key[1]) else key[2])


def _x(day: str | None, days: Sequence[date]) -> float:
    if not _is_day(day):
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


def _is_day(day: str | None) -> bool:
    try:
        return bool(date.fromisoformat(day or ""))
    except ValueError:
        return False


def _can_draw(number: int | None) -> bool:
    return number is not None and 0 <= number <= MAX_DRAWN_NUMBER
