"""How the count of a toll changed, step by step, in the order in which it was said."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from sayso.dossier import wording
from sayso.dossier.given import FigureShown, Told
from sayso.dossier.places import Report, Reports, tidy
from sayso.model.comparison import Change, Step, Toll

# What makes a course worth showing: more than a first figure and those that agree with it.
TURNS = frozenset({Change.UPDATE, Change.CORRECTION, Change.OLDER, Change.RIVAL, None})


@dataclass(frozen=True, slots=True)
class StepShown:
    """One step: its figures and the day on which they were said.

    `dated` are the report's words for the day, or the time of an entry, where it is not the report's.
    """

    change: str
    sign: str
    word: str
    day: str
    dated: str | None
    figures: tuple[FigureShown, ...]
    why: str


@dataclass(frozen=True, slots=True)
class CourseShown:
    """The steps of a toll, and what they come to in a word or two."""

    steps: tuple[StepShown, ...]
    turn: str | None


def course(toll: Toll, reports: Reports, told: Told) -> CourseShown | None:
    """The course of a toll; None where nothing changed.

    Figures one after another that agree with one before them, said on one day, are one step.
    """
    if not any(step.change in TURNS for step in toll.course):
        return None
    groups = groupby(enumerate(toll.course), key=lambda one: _like(*one))
    steps = [_shown([step for _, step in group], reports, told) for _, group in groups]
    return CourseShown(tuple(steps), turn(toll.course))


def turn(steps: Sequence[Step]) -> str | None:
    """What a course comes to: that counts differ, or were corrected, or that the count grew."""
    known = {step.change for step in steps}
    return next((word for change, word in wording.TURNS.items() if change in known), None)


def _like(place: int, step: Step) -> tuple[object, ...]:
    alone = -1 if step.change is Change.AGREES and step.dated is None else place
    return alone, step.said_from, step.said_to


def _shown(steps: Sequence[Step], reports: Reports, told: Told) -> StepShown:
    first = steps[0]
    sign, word = wording.CHANGES[first.change]
    report = reports[first.document]
    return StepShown(
        str(first.change or "unknown"),
        sign,
        word,
        _day(first, report) or "on an unknown day",
        report.document[first.dated.span] if first.dated else None,
        tuple(told[step.document, step.figure] for step in steps),
        tidy(reports, first.why),
    )


def _day(step: Step, report: Report) -> str | None:
    """When it was said: by the report's own time, if it was on its day and no words tell it."""
    if step.said_from is None or step.said_to is None:
        return None
    if step.dated is None and step.said_from == step.said_to == report.document.day:
        return report.date
    return wording.days(step.said_from, step.said_to)
