"""Where figures are drawn: a common axis, and marks on it in per cent of its width."""

from collections.abc import Iterable
from dataclasses import dataclass

from sayso.model.happening import Precision

LEFT, RIGHT = 3, 92  # the ends of the scale; the space beyond is for arrowheads
MAX_DRAWN_NUMBER = 10**12  # a larger number cannot count people


@dataclass(frozen=True, slots=True)
class Tick:
    """A number of the axis and its position."""

    value: int
    x: float


@dataclass(frozen=True, slots=True)
class Axis:
    """A scale from zero to `top`."""

    top: int
    ticks: tuple[Tick, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """A figure on the axis: `shape` is dot, soft, hollow, bar, up (open above) or down."""

    shape: str
    x1: float
    x2: float


def axis_through(values: Iterable[int]) -> Axis:
    """An axis for all the values, with at most six round numbers on it.

    >>> [tick.value for tick in axis_through([84, 50]).ticks]
    [0, 20, 40, 60, 80, 100]
    """
    highest = max([1, *(value for value in values if 0 <= value <= MAX_DRAWN_NUMBER)])
    step = _tick_step(highest)
    top = -(-highest // step) * step
    ticks = tuple(Tick(value, _x_position(value, top)) for value in range(0, top + 1, step))
    return Axis(top, ticks)


def figure_mark(kind: Precision, low: int | None, high: int | None, on: Axis) -> Mark | None:
    """The mark for a figure; None if it gives no number that can be drawn."""
    given = [value for value in (low, high) if value is not None]
    if not given or any(not 0 <= value <= on.top for value in given):
        return None
    if low is None:
        return Mark("down", _x_position(0, on.top), _x_position(given[0], on.top))
    if high is None:
        return Mark("up", _x_position(low, on.top), RIGHT)
    if low != high:
        return Mark("bar", _x_position(low, on.top), _x_position(high, on.top))
    shape = {Precision.ABOUT: "soft", Precision.VAGUE: "soft", Precision.IMPLIED: "hollow"}
    return Mark(shape.get(kind, "dot"), _x_position(low, on.top), _x_position(low, on.top))


def range_mark(low: int | None, high: int | None, on: Axis) -> Mark | None:
    """The bar from a policy's lowest to its highest number, open where one is missing."""
    return figure_mark(Precision.RANGE, low, high, on)


def axis_position(value: int | None, on: Axis) -> float | None:
    """The position of a value on the axis; None if it is not on it."""
    return None if value is None or not 0 <= value <= on.top else _x_position(value, on.top)


def _tick_step(highest: int) -> int:
    """The round number that divides the axis into at most five."""
    size = 1
    while True:
        for step in (size, 2 * size, 5 * size):
            if step * 5 >= highest:
                return step
        size *= 10


def _x_position(value: int, top: int) -> float:
    return round(LEFT + (RIGHT - LEFT) * value / top, 2)
