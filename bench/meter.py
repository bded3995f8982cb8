"""Counting the work of a function: calls, windows of the network, processor seconds."""

import cProfile
import gc
import pstats
import signal
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from sayso.encoder.session import Session

MAX_CALLS = 150_000_000  # of one piece of work
SECONDS_TO_LOOK = 1.0  # of the processor, between two looks at how many calls there were


@dataclass
class Cost:
    """What a piece of work cost; `bytes` is the size of what it writes."""

    calls: int
    windows: int
    seconds: float
    bytes: int


class TooManyCalls(BaseException):
    """The work was stopped; not an Exception, so that nothing takes it for a fault of a report."""


class Network:
    """The answers of the network, remembered; counts the windows that it is given."""

    def __init__(self) -> None:
        self.windows = 0
        self._answers: dict[tuple[Any, ...], Any] = {}

    def install(self) -> None:
        """Let every session ask this memory first, in one thread."""

        def run(session: Any, windows: Sequence[dict[str, Any]]) -> list[Any]:
            self.windows += len(windows)
            return [self._answer(session, window) for window in windows]

        setattr(Session, "run", run)  # noqa: B010 - a method is replaced on purpose

    def _answer(self, session: Any, window: dict[str, Any]) -> Any:
        key = (id(session), *(array.tobytes() for array in window.values()))
        if key not in self._answers:
            self._answers[key] = session._run_window(window)
        return self._answers[key]


class Meter:
    """Measures work, and stops it where it does not end."""

    def __init__(self, network: Network, shown: int) -> None:
        self._network = network
        self._shown = shown

    def measure(self, work: Callable[[], Any], written: Callable[[Any], int]) -> tuple[Any, Cost]:
        """What the work returns, and what it cost. Raises Stopped."""
        gc.collect()
        windows, profile = self._network.windows, cProfile.Profile()
        begun = time.process_time()
        with Watch(profile):
            profile.enable()
            try:
                result = work()
            finally:
                profile.disable()
                if self._shown:
                    show_profile(profile, self._shown)
        seconds = round(time.process_time() - begun, 3)
        windows = self._network.windows - windows
        return result, Cost(calls_of(profile), windows, seconds, written(result))


class Watch:
    """Looks from time to time whether there were too many calls."""

    def __init__(self, profile: cProfile.Profile) -> None:
        self._profile = profile

    def __enter__(self) -> None:
        signal.signal(signal.SIGVTALRM, self._look)
        signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS_TO_LOOK, SECONDS_TO_LOOK)

    def __exit__(self, *_: object) -> None:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)

    def _look(self, *_: object) -> None:
        if calls_of(self._profile) > MAX_CALLS:
            raise TooManyCalls


def calls_of(profile: cProfile.Profile) -> int:
    """How many calls a profile has seen."""
    return sum(entry.callcount for entry in profile.getstats())


def show_profile(profile: cProfile.Profile, lines: int) -> None:
    """Print the functions that take most of the time."""
    pstats.Stats(profile, stream=sys.stderr).sort_stats("tottime").print_stats(lines)
