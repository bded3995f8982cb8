"""Figures that count some of the people that another figure counts."""

from collections.abc import Sequence

from sayso.compare.tolls.counted_figure import CountedFigure
from sayso.compare.tolls.outcome import Outcomes, TollFigures, excluded
from sayso.lexicon.victims import victim_words
from sayso.model.comparison import FigureMention
from sayso.model.happening import Harm
from sayso.model.reasons import RuleName, because


def part_of_whole(left: Sequence[CountedFigure], toll: TollFigures) -> Outcomes:
    """A part of a figure of the toll, or "33 of the dead" behind a greater number."""
    wholes = {count.mention: count for count in toll.every}
    greatest: dict[str, CountedFigure] = {}
    outcomes: Outcomes = {}
    for count in sorted(left, key=lambda count: (count.report, count.figure.span)):
        whole = wholes.get(FigureMention(count.report, count.figure.part_of or ""))
        before = greatest.get(count.report)
        if whole is None and before and count.is_partitive and _is_fewer(count, before):
            whole = before
        if whole is not None:
            outcomes[count.mention] = excluded(because(RuleName.PART_OF, whole.words))
        elif count.has_number and (before is None or _is_fewer(before, count)):
            greatest[count.report] = count
    return outcomes


def adds_to_others(left: Sequence[CountedFigure], _: TollFigures) -> Outcomes:
    """The dead who are added to others ("two more"), if another figure counts more.

    The injured stay: they may be added to the dead, as in "one dead, five others hurt".
    """
    others = [count for count in left if count.has_number and not count.adds_to_others]
    most = max(others, key=lambda count: count.size_order, default=None)
    if most is None:
        return {}
    outcome = excluded(because(RuleName.ADDED_TO_OTHERS, most.words))
    return {
        count.mention: outcome
        for count in left
        if count.figure.harm is Harm.KILLED and _is_fewer(count, most) and count.adds_to_others
    }


def among_all(left: Sequence[CountedFigure], toll: TollFigures) -> Outcomes:
    """Some of one kind ("three nurses"), where another figure counts more people of any kind."""
    most = _most_people(left, toll)
    if most is None:
        return {}
    outcome = excluded(because(RuleName.AMONG, most.words))
    return {
        count.mention: outcome
        for count in left
        if _is_of_a_kind(count) and count.figure.high != 0 and _is_fewer(count, most)
    }


def nobody_harmed(left: Sequence[CountedFigure], toll: TollFigures) -> Outcomes:
    """A count of none ("no one else died"), where another figure counts people."""
    most = _most_people(left, toll)
    if most is None:
        return {}
    outcome = excluded(because(RuleName.COUNTS_NONE, most.words))
    return {
        count.mention: outcome
        for count in left
        if _is_of_a_kind(count) and count.figure.high == 0 and _is_fewer(count, most)
    }


def _most_people(left: Sequence[CountedFigure], toll: TollFigures) -> CountedFigure | None:
    """The greatest figure of people of any kind."""
    if not any(count.victim.anyone for count in toll.every):
        return None
    numbered = [count for count in left if count.has_number and not _is_of_a_kind(count)]
    return max(numbered, key=lambda count: count.size_order, default=None)


def _is_of_a_kind(count: CountedFigure) -> bool:
    return count.victim.kind != victim_words().unnamed or bool(count.victim.names)


def _is_fewer(count: CountedFigure, other: CountedFigure) -> bool:
    return (count.value or 0) < (other.value or 0)
