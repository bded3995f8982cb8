"""Signals that ask a command to stop: it ends in order, with nothing left behind."""

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import NoReturn

STOPPING = ("SIGINT", "SIGTERM", "SIGHUP")  # Windows has no SIGHUP
SIGNAL_STATUS = 128  # a shell shows this and the number for a program that a signal ended


class Stopped(BaseException):
    """A signal asked the command to stop. What handles errors lets it through.

    `what_now` is what the user is told to do.
    """

    what_now = "type the same command to start again"

    def __init__(self, number: int) -> None:
        super().__init__(signal.Signals(number).name)
        self.status = SIGNAL_STATUS + number


@contextmanager
def goes_on() -> Iterator[None]:
    """Within it, work that is stopped is kept as far as it came."""
    try:
        yield
    except Stopped as stopped:
        stopped.what_now = "the case is whole, and the same command goes on from here"
        raise


def stop_in_order() -> None:
    """From now on, a signal that asks to stop raises Stopped, unless it was to be ignored."""
    for number in _stopping_signals():
        if signal.getsignal(number) is not signal.SIG_IGN:  # `nohup`, or a job in the background
            signal.signal(number, _stop)


def ignore_signals() -> None:
    """From now on, a signal that asks to stop changes nothing: the end has come already."""
    for number in _stopping_signals():
        signal.signal(number, signal.SIG_IGN)


def end_processes() -> None:
    """End the processes that still start or work: nobody waits any more for what they do."""
    multiprocessing = sys.modules.get("multiprocessing")
    if multiprocessing is not None:
        for process in multiprocessing.active_children():
            process.kill()


def _stopping_signals() -> list[signal.Signals]:
    return [signal.Signals[name] for name in STOPPING if hasattr(signal, name)]


def _stop(number: int, _: FrameType | None) -> NoReturn:
    raise Stopped(number)
