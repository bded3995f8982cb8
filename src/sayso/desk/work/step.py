"""What the worker's process is at, and how long it will take."""

from dataclasses import dataclass
from time import monotonic
from typing import Any


@dataclass
class Step:
    """What the process is at: so many of so many, since when the first one was done."""

    state: str = "idle"  # "adding", "reading", "comparing", "waiting" or "idle"
    done: int = 0
    total: int = 0
    words: str = ""
    first: tuple[int, float] | None = None

    def as_json(self) -> dict[str, Any]:
        """For the pages' script; `rate` is how many a second, `left` how many seconds more."""
        rate = self._rate()
        left = (self.total - self.done) / rate if rate and self.total else None
        return {
            "job": 0,
            "state": self.state,
            "done": self.done,
            "total": self.total,
            "words": self.words,
            "rate": rate and round(rate, 2),
            "left": left if left is None else round(left),
        }

    def reach(self, done: int, total: int) -> None:
        """So much is done."""
        if done and self.first is None:
            self.first = done, monotonic()
        self.done, self.total = done, total

    def _rate(self) -> float | None:
        if self.first is None or self.done <= self.first[0]:
            return None
        return (self.done - self.first[0]) / max(monotonic() - self.first[1], 0.001)
