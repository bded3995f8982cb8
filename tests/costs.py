"""How the time that a function takes grows with what it is given."""

import cProfile
import gc
import time
from collections.abc import Callable, Iterable

from tests.asked_once import asked_anew

SMALL, LARGE = 6_000, 24_000
MOST = 12.0  # four times as much may take so many times as long; sixteen is what a square takes
NOTHING = 0.02  # seconds, below which nothing is measured
RUNS = 3


def check_linear(
    work: Callable[[str], object],
    units: Iterable[str],
    end: str = "x",
    sizes: tuple[int, int] = (SMALL, LARGE),
) -> None:
    """Fail if four times as much of a unit takes far more than four times as long.

    The quickest of three runs counts; no more are made than are needed to tell.
    """
    for unit in units:
        small, large = (made(unit, size) + end for size in sizes)
        spent = seconds(work, large)
        if spent <= NOTHING:
            continue
        quickest = seconds(work, small)
        if spent < MOST / 2 * quickest:  # no run of the small text is twice as slow as another
            continue
        bar = MOST * min(quickest, *(seconds(work, small) for _ in range(RUNS - 1)))
        for _ in range(RUNS - 1):
            if spent < bar:
                break
            spent = min(spent, seconds(work, large))
        assert spent < max(bar, NOTHING), f"{unit!r} takes {spent:.2f} s"


def made(unit: str, size: int) -> str:
    """So many characters of one thing over and over."""
    return (unit * (size // len(unit) + 1))[:size]


def seconds(work: Callable[[str], object], text: str) -> float:
    """The seconds that the processor spends on a run."""
    gc.disable()  # it runs the more often, the more the tests before have left behind
    try:
        with asked_anew():
            begun = time.process_time()
            work(text)
            return time.process_time() - begun
    finally:
        gc.enable()


def counted_calls(work: Callable[[], object]) -> int:
    """How many calls of functions the work makes, the same in every run."""
    profile = cProfile.Profile()
    with asked_anew():
        profile.enable()
        try:
            work()
        finally:
            profile.disable()
    return sum(entry.callcount for entry in profile.getstats())
