"""A network is asked once for each window: what it answered stands for the rest of the process.

Every window goes through a network by itself, so its answer depends on nothing else
(docs/decisions/0002-one-window-at-a-time.md). Tests of the networks themselves, and of what reading
costs, ask them anew.
"""

from collections import OrderedDict
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sayso.encoder.session import Ints, Session

Answer = list[NDArray[Any]]

MAX_BYTES = (
    300_000_000  # of answers that are kept; the one that was asked for longest ago goes first
)


class Answers:
    """Answers by the session and the window, as long as there is room."""

    def __init__(self) -> None:
        self.kept: OrderedDict[tuple[object, ...], Answer] = OrderedDict()
        self.bytes = 0
        self.lock = Lock()
        self.is_on = True

    def get(self, key: tuple[object, ...]) -> Answer | None:
        with self.lock:
            if key in self.kept:
                self.kept.move_to_end(key)
            return self.kept.get(key)

    def keep(self, key: tuple[object, ...], answer: Answer) -> None:
        for array in answer:
            array.setflags(write=False)  # who changed it would change what others are told
        with self.lock:
            if key not in self.kept:
                self.kept[key] = answer
                self.bytes += _size(answer)
            while self.bytes > MAX_BYTES:
                self.bytes -= _size(self.kept.popitem(last=False)[1])


ANSWERS = Answers()


def ask_once() -> None:
    """From now on, give what was answered before instead of asking a network again."""
    ask = Session._run_window

    def run_window(self: Session, window: dict[str, Ints]) -> Answer:
        if not ANSWERS.is_on:
            return ask(self, window)
        inputs = ((name, array.tobytes()) for name, array in window.items())
        key = (self, *inputs)
        found = ANSWERS.get(key)
        if found is None:
            found = [np.array(output) for output in ask(self, window)]
            ANSWERS.keep(key, found)
        return list(found)

    Session._run_window = run_window  # type: ignore[method-assign]


@contextmanager
def asked_anew() -> Iterator[None]:
    """Networks are asked again for windows that they know."""
    was, ANSWERS.is_on = ANSWERS.is_on, False
    try:
        yield
    finally:
        ANSWERS.is_on = was


def _size(answer: Answer) -> int:
    return sum(array.nbytes for array in answer)
