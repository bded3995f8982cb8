"""Finding the greatest number that outgrows another, without trying all of them."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta
from itertools import chain

from sayso.compare.clustering import grouped_by
from sayso.compare.figures.dated_number import DatedNumber, are_opposed, outgrows
from sayso.compare.figures.said_when import SayingTime

# Numbers whose times can be compared: by day, by moment, or within one running report; of these, the
# numbers that have a moment or those that have none.
_Clock = tuple[str, bool]
BY_DAY, BY_MOMENT = "day", "moment"

# A number with its place in a list.
_Ranked = tuple[int, DatedNumber]


class LaterNumbers:
    """Numbers to be searched for the greatest that outgrows another.

    `by` is how much later it must have been said than the other.
    """

    def __init__(self, numbers: Iterable[DatedNumber], by: timedelta) -> None:
        self._by = by
        sides = grouped_by(enumerate(numbers), lambda entry: (entry[1].side, entry[1].of_enemy))
        self._sides = [(side[0][1], _NumbersOfSide(side)) for side in sides]

    def greatest_outgrowing(self, number: DatedNumber) -> DatedNumber | None:
        """The greatest that outgrows a number; of equal ones the first."""
        if number.said is None:
            return None
        later = chain.from_iterable(
            side.greatest_after(number.said, self._by)
            for example, side in self._sides
            if not are_opposed(number, example)
        )
        grown = (ranked for ranked in later if outgrows(ranked[1], number))
        return max(grown, key=_rank, default=(0, None))[1]


class _NumbersOfSide:
    """Numbers of one side, by every clock that shows which are later."""

    def __init__(self, numbers: Iterable[_Ranked]) -> None:
        timed: dict[_Clock, list[tuple[float, _Ranked]]] = {}
        for ranked in numbers:
            for clock, time in _times_on_clocks(ranked[1].said):
                timed.setdefault(clock, []).append((time, ranked))
        self._by_clock = {clock: _ByTime(entries) for clock, entries in timed.items()}

    def greatest_after(self, said: SayingTime, by: timedelta) -> Iterator[_Ranked]:
        """The greatest numbers said later, by each clock: two, since one may be the same number."""
        for clock, time in _times_to_pass(said, by):
            if clock in self._by_clock:
                yield from self._by_clock[clock].greatest_after(time)


class _ByTime:
    """Numbers in order of time, with the greatest two of different amounts from each time on."""

    def __init__(self, entries: Iterable[tuple[float, _Ranked]]) -> None:
        ordered = sorted(entries, key=lambda entry: entry[0])
        self._times = [time for time, _ in ordered]
        self._greatest: list[Sequence[_Ranked]] = [()]
        for _, ranked in reversed(ordered):
            self._greatest.append(_greatest_two([ranked, *self._greatest[-1]]))
        self._greatest.reverse()

    def greatest_after(self, time: float) -> Sequence[_Ranked]:
        """The greatest two of different amounts that were said after a time."""
        return self._greatest[bisect_right(self._times, time)]


def _greatest_two(numbers: Iterable[_Ranked]) -> Sequence[_Ranked]:
    first, *rest = sorted(numbers, key=_rank, reverse=True)
    others = [other for other in rest if other[1].amount != first[1].amount]
    return first, *others[:1]


def _rank(ranked: _Ranked) -> tuple[int, int]:
    order, number = ranked
    return number.amount, -order


def _times_on_clocks(said: SayingTime | None) -> Iterator[tuple[_Clock, float]]:
    """The clocks by which something said is found to be later, and its time on each."""
    if said is None:
        return
    has_moment = said.moment is not None
    yield (BY_DAY, has_moment), said.first.toordinal()
    if said.moment is not None:
        yield (BY_MOMENT, True), said.moment.timestamp()
    if said.entry_time is not None:
        yield (said.entry_time[0], has_moment), said.sort_time.timestamp()


def _times_to_pass(said: SayingTime, by: timedelta) -> Iterator[tuple[_Clock, float]]:
    """The clocks by which others may be later, and the times that they must pass.

    As in `is_said_earlier`: moments count where both have one, then the times of entries of one
    running report, then days.
    """
    others_have_moment = (False,) if said.moment is not None else (False, True)
    if said.moment is not None:
        yield (BY_MOMENT, True), said.moment.timestamp() + by.total_seconds()
    for has_moment in others_have_moment:
        yield (BY_DAY, has_moment), said.last.toordinal()
        if said.entry_time is not None:
            entry_time = said.sort_time.timestamp() + by.total_seconds()
            yield (said.entry_time[0], has_moment), entry_time
