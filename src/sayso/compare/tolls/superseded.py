"""Figures of a toll that a later, greater one has overtaken."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from sayso.compare.tolls.counted_figure import CountedFigure, alike
from sayso.compare.tolls.policies.base import FigureStatus
from sayso.model.comparison import FigureMention

# How a figure stands and why; one that is not there counts.
Standings = dict[FigureMention, tuple[FigureStatus, str]]


def overtaken(left: Sequence[CountedFigure], _: Sequence[CountedFigure]) -> Standings:
    """A toll that grows: where more was said later, the earlier figure is not best.

    Two reports of one day are told apart by the time of publication, if both give it, and the
    entries of a running report by the time at their heads. A figure of no known day goes with those
    that are the same.
    """
    found: Standings = {}
    numbered = [one for one in left if one.numbered]
    for times in (_days(numbered), _moments(numbered), *_clocks(numbered)):
        dated = [one for one in numbered if one.mention in times]
        dated.sort(key=lambda one: times[one.mention], reverse=True)
        greatest: CountedFigure | None = None
        for _time, group in groupby(dated, key=lambda one: times[one.mention]):
            at_once = list(group)
            for one in at_once:
                if greatest and (greatest.value or 0) > (one.value or 0):
                    why = f"a later report counts {greatest.label}"
                    found.setdefault(one.mention, (FigureStatus.EARLIER, why))
            grown = [one for one in at_once if one.figure.low is not None]
            greatest = max([*grown, *([greatest] if greatest else [])], key=greatness, default=None)
    return found | _repeated_later(numbered, found) | _undated(numbered, found)


def _repeated_later(numbered: Sequence[CountedFigure], found: Standings) -> Standings:
    """An overtaken figure that is told again after the greater one is no new count."""
    old = {one.numbers: one for one in numbered if one.mention in found}
    return {
        one.mention: (FigureStatus.EARLIER, f"repeats the {old[one.numbers].label}")
        for one in numbered
        if one.mention not in found and one.numbers in old and one.said
    }


def _undated(numbered: Sequence[CountedFigure], found: Standings) -> Standings:
    """The figures of no known day that stand as all dated ones with the same numbers do."""
    more: Standings = {}
    for same in alike(numbered, lambda one: (one.figure.low, one.figure.high)):
        dated = [one for one in same if one.said]
        if dated and all(one.mention in found for one in dated):
            undated = (one for one in same if not one.said)
            more |= {one.mention: found[dated[0].mention] for one in undated}
    return more


def greatness(one: CountedFigure) -> tuple[bool, int, str, FigureMention]:
    """By number; of equal ones the later report's is the greater."""
    return one.numbered, one.value or 0, one.document.published or "", one.mention


def _days(counts: Iterable[CountedFigure]) -> Mapping[FigureMention, float]:
    return {one.mention: float(one.said.last.toordinal()) for one in counts if one.said}


def _moments(counts: Iterable[CountedFigure]) -> Mapping[FigureMention, float]:
    return {
        one.mention: one.said.moment.timestamp() for one in counts if one.said and one.said.moment
    }


def _clocks(counts: Iterable[CountedFigure]) -> list[Mapping[FigureMention, float]]:
    """The times of day of the entries of each running report."""
    told = [(one.mention, one.said) for one in counts if one.said and one.said.clock]
    return [
        {mention: said.stamp.timestamp() for mention, said in report}
        for report in alike(told, lambda one: one[0].document)
    ]
