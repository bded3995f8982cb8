"""What a rule is given, and what it says about a figure."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from sayso.compare.figures.supersession import Supersession
from sayso.compare.tolls.counted_figure import CountedFigure
from sayso.compare.tolls.policies.base import FigureStatus
from sayso.model.comparison import FigureMention, Step
from sayso.model.reasons import Reason


@dataclass(frozen=True, slots=True)
class TollHistory:
    """The steps of a toll, in the order in which its figures were said, and what superseded what."""

    steps: tuple[Step, ...] = ()
    supersession: Supersession = field(default_factory=lambda: Supersession(()))


@dataclass(frozen=True, slots=True)
class TollFigures:
    """All figures of one toll, in order of publication, and its history."""

    every: Sequence[CountedFigure]
    history: TollHistory


@dataclass(frozen=True, slots=True)
class Outcome:
    """The status that a rule gives a figure, and the reason that a reader is shown."""

    status: FigureStatus
    reason: Reason | None


Outcomes = dict[FigureMention, Outcome]

# A rule is given the figures that no rule before it has decided on, and all figures of the toll.
# It returns those that it decides on.
Rule = Callable[[Sequence[CountedFigure], TollFigures], Outcomes]


def excluded(reason: Reason) -> Outcome:
    """The outcome that no policy counts a figure."""
    return Outcome(FigureStatus.EXCLUDED, reason)
