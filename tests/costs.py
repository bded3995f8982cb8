"""How the time that a function takes grows with what it is given."""

import cProfile
import gc
import time
from collections.abc import Callable, Iterable

SMALL, LARGE = 6_000, 24_000
MOST = 12.0  # four times as much may take so many times as long; sixteen is what a square takes
NOTHING = 0.02  # seconds, below which nothing is measured


def check_linear(
    work: Callable[[str], object],
    units: Iterable[str],
    end: str = "x",
    sizes: tuple[int, int] = (SMALL, LARGE),
) -> None:
    """Fail if four times as much of a unit takes far more than four times as long."""
    for unit in units:
        small, large = (made(unit, size) + end for size in sizes)
        spent = least(work, large)
        if spent > NOTHING:
            assert spent < MOST * least(work, small), f"{unit!r} takes {spent:.2f} s"


def made(unit: str, size: int) -> str:
    """So many characters of one thing over and over."""
    return (unit * (size // len(unit) + 1))[:size]


def least(work: Callable[[str], object], text: str) -> float:
    """The seconds that the processor spent on the quickest of three runs."""
    taken = []
    gc.disable()  # it runs the more often, the more the tests before have left behind
    try:
        for _ in range(3):
            begun = time.process_time()
            work(text)
            taken.append(time.process_time() - begun)
            if taken[-1] < NOTHING:
                break
    finally:
        gc.enable()
    return min(taken)


def counted_calls(work: Callable[[], object]) -> int:
    """How many calls of functions the work makes, the same in every run."""
    profile = cProfile.Profile()
    profile.enable()
    try:
        work()
    finally:
        profile.disable()
    return sum(entry.callcount for entry in profile.getstats())
