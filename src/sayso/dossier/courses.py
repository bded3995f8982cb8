"""How the count of a toll changed, step by step, in the order of saying."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from sayso.dossier import wording
from sayso.dossier.reasons import without_folders
from sayso.dossier.report_words import Report, Reports
from sayso.dossier.shown_figures import FiguresById, FigureShown
from sayso.dossier.written import written_days
from sayso.model.comparison import Change, Step, Toll

# The changes for which a course is shown. A first figure and figures that agree with it are not enough.
TURNING_CHANGES = frozenset({Change.UPDATE, Change.CORRECTION, Change.OLDER, Change.RIVAL, None})


@dataclass(frozen=True, slots=True)
class StepShown:
    """One step: its figures and the day on which they were said.

    `dated` are the report's words for that day (or the time of an entry), if it is another day than
    the report's.
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
    """The steps of a toll, and their outcome in a word or two."""

    steps: tuple[StepShown, ...]
    outcome: str | None


def shown_course(toll: Toll, reports: Reports, figures: FiguresById) -> CourseShown | None:
    """The course of a toll; None if nothing changed.

    Figures of one day that only agree with an earlier one are one step.
    """
    if not any(step.change in TURNING_CHANGES for step in toll.course):
        return None
    groups = groupby(enumerate(toll.course), key=lambda numbered: _step_key(*numbered))
    steps = [_shown_step([step for _, step in group], reports, figures) for _, group in groups]
    return CourseShown(tuple(steps), course_outcome(toll.course))


def course_outcome(steps: Sequence[Step]) -> str | None:
    """What the steps come to: counts differ, a count was corrected, or it grew."""
    changes = {step.change for step in steps}
    return next((word for change, word in wording.OUTCOMES.items() if change in changes), None)


def _step_key(number: int, step: Step) -> tuple[object, ...]:
    agrees = step.change is Change.AGREES and step.dated is None
    return -1 if agrees else number, step.said_from, step.said_to


def _shown_step(steps: Sequence[Step], reports: Reports, figures: FiguresById) -> StepShown:
    first = steps[0]
    sign, word = wording.CHANGES[first.change]
    report = reports[first.document]
    why = wording.reasons_words(first.reasons) if first.reasons else first.why
    return StepShown(
        str(first.change or "unknown"),
        sign,
        word,
        _day_said(first, report) or "on an unknown day",
        reports[first.dated.document].document[first.dated.span] if first.dated else None,
        tuple(figures[step.document, step.figure] for step in steps),
        without_folders(reports, why),
    )


def _day_said(step: Step, report: Report) -> str | None:
    """When it was said. The report's own time stands for the day of the report."""
    if step.said_from is None or step.said_to is None:
        return None
    if step.dated is None and step.said_from == step.said_to == report.document.day:
        return report.date
    return written_days(step.said_from, step.said_to)
