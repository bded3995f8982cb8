"""Figures that a later, greater one has superseded."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from sayso.compare.clustering import grouped_by
from sayso.compare.tolls.counted_figure import CountedFigure
from sayso.compare.tolls.policies.base import FigureStatus
from sayso.compare.tolls.ruling import Ruling, Rulings, TollFigures
from sayso.model.comparison import FigureMention
from sayso.model.reasons import RuleName, because

Times = Mapping[FigureMention, float]


def superseded_by_later(left: Sequence[CountedFigure], _: TollFigures) -> Rulings:
    """A lower number than one that was said later: the toll has grown.

    Two reports of one day are told apart by the time of publication, if both give it, and the
    entries of a running report by the time at their heads. A figure of no known day goes with those
    that give the same number.
    """
    rulings: Rulings = {}
    numbered = [count for count in left if count.has_number]
    for times in (_days(numbered), _moments(numbered), *_entry_times(numbered)):
        rulings = _lower_than_later(numbered, times) | rulings
    return rulings | _repeated_later(numbered, rulings) | _undated(numbered, rulings)


def _lower_than_later(numbered: Sequence[CountedFigure], times: Times) -> Rulings:
    rulings: Rulings = {}
    dated = [count for count in numbered if count.mention in times]
    dated.sort(key=lambda count: times[count.mention], reverse=True)
    greatest: CountedFigure | None = None
    for _time, group in groupby(dated, key=lambda count: times[count.mention]):
        at_once = list(group)
        for count in at_once:
            if greatest and (greatest.value or 0) > (count.value or 0):
                reason = because(RuleName.LATER_REPORT, greatest.label)
                rulings[count.mention] = Ruling(FigureStatus.SUPERSEDED, reason)
        bounded = [count for count in at_once if count.figure.low is not None]
        candidates = [*bounded, *([greatest] if greatest else [])]
        greatest = max(candidates, key=lambda count: count.size_order, default=None)
    return rulings


def _repeated_later(numbered: Sequence[CountedFigure], rulings: Rulings) -> Rulings:
    """A superseded number that is said again after the greater one."""
    older = {count.bounds_and_kind: count for count in numbered if count.mention in rulings}
    return {
        count.mention: Ruling(
            FigureStatus.SUPERSEDED,
            because(RuleName.REPEATS_EARLIER, older[count.bounds_and_kind].label),
        )
        for count in numbered
        if count.mention not in rulings and count.bounds_and_kind in older and count.said
    }


def _undated(numbered: Sequence[CountedFigure], rulings: Rulings) -> Rulings:
    """The undated figures that give the same number as dated ones, all of them superseded."""
    more: Rulings = {}
    for group in grouped_by(numbered, lambda count: (count.figure.low, count.figure.high)):
        dated = [count for count in group if count.said]
        if dated and all(count.mention in rulings for count in dated):
            ruling = rulings[dated[0].mention]
            more |= {count.mention: ruling for count in group if not count.said}
    return more


def _days(counts: Iterable[CountedFigure]) -> Times:
    return {count.mention: float(count.said.last.toordinal()) for count in counts if count.said}


def _moments(counts: Iterable[CountedFigure]) -> Times:
    return {
        count.mention: count.said.moment.timestamp()
        for count in counts
        if count.said and count.said.moment
    }


def _entry_times(counts: Iterable[CountedFigure]) -> list[Times]:
    """The times of day of the entries of each running report."""
    timed = [
        (count.mention, count.said) for count in counts if count.said and count.said.entry_time
    ]
    return [
        {mention: said.sort_time.timestamp() for mention, said in report}
        for report in grouped_by(timed, lambda entry: entry[0].document)
    ]
