"""Figures that one voice, one side of the fight or one origin has given already."""

from collections.abc import Iterable, Sequence

from sayso.compare.clustering import grouped_by
from sayso.compare.tolls.counted_figure import CountedFigure
from sayso.compare.tolls.outcome import Outcomes, TollFigures, excluded
from sayso.model.happening import Precision
from sayso.model.reasons import RuleName, because


def less_than_same_voice(left: Sequence[CountedFigure], _: TollFigures) -> Outcomes:
    """What a voice says beside its greatest figure in a report, or beside a range about that."""
    outcomes: Outcomes = {}
    for group in grouped_by(left, lambda count: (count.voice.key, count.report)):
        kept = _greatest(group)
        outcome = excluded(because(RuleName.SPEAKER_COUNTS, kept[0].words))
        outcomes |= {count.mention: outcome for count in group if count not in kept}
    return outcomes


def _greatest(group: Sequence[CountedFigure]) -> list[CountedFigure]:
    """The greatest figure of a voice in a report, or the range that a reader should see in its place.

    A range about it ("9", "8-10") stands for it. A range that ends in it ("9", "4-9") stands beside
    it. "18" stands beside "up to 22".
    """
    greatest = max(group, key=lambda count: count.size_order)
    value = greatest.value
    if value is None:
        return [greatest]
    ranges = [count for count in group if _is_range_about(count, value)]
    if ranges:
        widest = max(ranges, key=lambda count: count.size_order)
        return [widest] if (widest.figure.high or 0) > value else [greatest, widest]
    numbered = [count for count in group if count.has_number and count.figure.low is not None]
    if greatest.figure.low is not None or not numbered:
        return [greatest]
    return [greatest, max(numbered, key=lambda count: count.size_order)]


def _is_range_about(count: CountedFigure, value: int) -> bool:
    low, high = count.figure.low, count.figure.high
    return count.figure.kind is Precision.RANGE and (low or 0) <= value <= (high or 0)


def said_before_by_same_voice(left: Sequence[CountedFigure], _: TollFigures) -> Outcomes:
    """What a voice said before the day of its latest figure, if that is another number."""
    outcomes: Outcomes = {}
    for group in grouped_by(left, lambda count: count.voice.key):
        latest = max(group, key=lambda count: count.publication_order)
        days = {count.mention: count.said and count.said.last for count in group}
        if None in days.values():
            continue
        outcome = excluded(because(RuleName.SPEAKER_LATER, latest.words))
        for count in group:
            other_day = days[count.mention] != days[latest.mention]
            if other_day and count.bounds_and_kind != latest.bounds_and_kind:
                outcomes[count.mention] = outcome
    return outcomes


def said_again_by_origin(left: Sequence[CountedFigure], _: TollFigures) -> Outcomes:
    """The same number again in texts of one origin."""
    return _said_again(grouped_by(left, lambda count: (count.origin, count.bounds_and_kind)))


def said_again_by_side(left: Sequence[CountedFigure], _: TollFigures) -> Outcomes:
    """The same number again from one voice, or from one side of the fight."""
    return _said_again(grouped_by(left, lambda count: (count.side_or_voice, count.bounds_and_kind)))


def _said_again(groups: Iterable[Sequence[CountedFigure]]) -> Outcomes:
    """All but one figure of each group, which the outlet itself gives if it gives any.

    Two voices in one report stay apart.
    """
    outcomes: Outcomes = {}
    for group in groups:
        first = next((count for count in group if count.voice.name is None), group[0])
        outcome = excluded(because(RuleName.SAME_VOICE, first.label))
        for count in group:
            two_voices = count.report == first.report and count.side_or_voice != first.side_or_voice
            if count is not first and not two_voices:
                outcomes[count.mention] = outcome
    return outcomes
