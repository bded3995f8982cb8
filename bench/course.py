"""How costs grow from one length to the next, as a table and as JSON."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from itertools import pairwise
from typing import Any

from bench.meter import Cost

BAR = 2.3  # so many times as much work may twice the length take
# Less than this is not measured: small amounts jump.
LEAST = {"calls": 20_000.0, "windows": 10.0, "seconds": 0.3, "bytes": 20_000.0}


@dataclass
class Course:
    """The costs of one command for one pattern, by length. `ended` is false if one was stopped."""

    pattern: str
    command: str
    costs: dict[int, Cost] = field(default_factory=dict)
    ended: bool = True

    def growth(self, what: str) -> float:
        """The greatest growth of a cost at a doubling; for a pile, that of the cost of one report."""
        if not self.ended:
            return float("inf")
        amounts = [
            max(getattr(cost, what), LEAST[what]) / (size if self.command == "pile" else 1)
            for size, cost in sorted(self.costs.items())
        ]
        return max((large / small for small, large in pairwise(amounts)), default=0.0)

    def worst(self) -> float:
        """The greatest growth of what is counted."""
        return max(self.growth(what) for what in ("calls", "windows", "bytes"))


def shown_line(course: Course) -> str:
    """One line of the table."""
    if not course.ended:
        last = max(course.costs, default=0)
        return f"{course.pattern:36} {course.command:8} did not end after {last}"
    factors = "".join(f"{course.growth(what):9.2f}" for what in LEAST)
    largest = course.costs[max(course.costs)] if course.costs else Cost(0, 0, 0, 0)
    slower = "  seconds?" if course.growth("seconds") > BAR else ""
    mark = "  <-- too much" if course.worst() > BAR else slower
    amounts = f"{largest.calls:13,.0f} {largest.windows:7,.0f} {largest.seconds:8.2f} s"
    return f"{course.pattern:36} {course.command:8}{factors} {amounts} {largest.bytes:12,.0f}{mark}"


def figures(courses: Sequence[Course]) -> dict[str, Any]:
    """All figures as JSON."""
    ended = [course for course in courses if course.ended and course.costs]
    return {
        "patterns": len({course.pattern for course in courses}),
        "most growth at a doubling": max((round(one.worst(), 2) for one in ended), default=0.0),
        "did not end": [f"{one.pattern}, {one.command}" for one in courses if not one.ended],
        "growth": {
            pattern: {
                one.command: round(one.worst(), 2) if one.ended else None
                for one in courses
                if one.pattern == pattern
            }
            for pattern in dict.fromkeys(course.pattern for course in courses)
        },
        "worst": [
            asdict(one) for one in sorted(ended, key=lambda one: one.worst(), reverse=True)[:10]
        ],
    }
