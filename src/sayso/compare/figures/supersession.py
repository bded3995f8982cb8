"""Which numbers have been superseded: the one place that decides it, for histories and for policies."""

from collections.abc import Hashable, Iterator, Sequence
from datetime import timedelta

from sayso.compare.clustering import grouped_by
from sayso.compare.figures.dated_number import DatedNumber, are_opposed
from sayso.compare.figures.later_numbers import LaterNumbers
from sayso.compare.figures.quantity import Bounds
from sayso.compare.figures.revisions import ThreadStep
from sayso.compare.figures.said_when import TIME_TO_HEAR
from sayso.model.comparison import Change
from sayso.model.reasons import Reason, RuleName, because


class Supersession:
    """What the later ones of some numbers supersede, by the steps of their threads.

    A number is superseded by one that outgrows it: said later, higher (of the missing, also lower),
    and not for another side of the fight. A number that is presented as an earlier one, that its
    speaker or side only repeats, or that has been corrected since, supersedes nothing; nor does "up
    to 20".
    """

    def __init__(self, steps: Sequence[ThreadStep]) -> None:
        standing = [number for number in _new_numbers(steps) if number.bounds[0] > 0]
        self._of_all = _extremes_of_each_time(standing, TIME_TO_HEAR)
        self._by_speaker = {
            group[0].speaker: _extremes_of_each_time(group, timedelta(0))
            for group in grouped_by(standing, lambda number: number.speaker)
        }
        self._alike = {
            group[0].bounds: group
            for group in grouped_by((step.number for step in steps), lambda number: number.bounds)
        }
        self._later_than_alike: dict[Bounds, list[tuple[DatedNumber, DatedNumber | None]]] = {}

    def reason_for(self, number: DatedNumber) -> Reason | None:
        """Why a number is superseded, or None. The number need not be one of the steps.

        A superseded number that is given again is superseded too. A number of unknown
        time is superseded where all that give the same number at a known time are.
        """
        later = self._outgrowing(number)
        if later is not None:
            return because(RuleName.LATER_REPORT, later.label)
        older = self._superseded_alike(number)
        return because(RuleName.REPEATS_EARLIER, older.label) if older else None

    def _superseded_alike(self, number: DatedNumber) -> DatedNumber | None:
        """A number that is the same, and is superseded by another speaker than its own."""
        if number.bounds not in self._later_than_alike:
            pairs = [
                (other, later)
                for other in self._alike.get(number.bounds, ())
                for later in [self._outgrowing(other)]
                if other.said and (later is None or later.speaker != other.speaker)
            ]
            # Of pairs that are opposed to the same numbers, the first is enough.
            self._later_than_alike[number.bounds] = [
                group[0]
                for group in grouped_by(
                    pairs, lambda pair: (_side_key(pair[0]), _side_key(pair[1]))
                )
            ]
        alike = [
            (other, later)
            for other, later in self._later_than_alike[number.bounds]
            if not are_opposed(number, other) and not (later and are_opposed(number, later))
        ]
        if number.said is None and not all(later for _, later in alike):
            return None
        return next((other for other, later in alike if later), None)

    def _outgrowing(self, number: DatedNumber) -> DatedNumber | None:
        """The greatest standing number that outgrows a number."""
        of_speaker = self._by_speaker.get(number.speaker)
        own = of_speaker.greatest_outgrowing(number) if of_speaker else None
        best = self._of_all.greatest_outgrowing(number)
        if own is None or best is None:
            return own or best
        return best if best.amount > own.amount else own


def _side_key(number: DatedNumber | None) -> tuple[object, ...]:
    """Equal for two numbers that are opposed to the same others."""
    return (number.side, number.of_enemy) if number else ()


def _new_numbers(steps: Sequence[ThreadStep]) -> Iterator[DatedNumber]:
    """The numbers where a speaker or a side first gives them, without those withdrawn since."""
    withdrawn = _withdrawn_refs(steps)
    known: set[Hashable] = set()
    for number in (step.number for step in steps):
        key = number.side or number.speaker, number.bounds
        if key not in known and not number.is_former and number.ref not in withdrawn:
            known.add(key)
            yield number


def _withdrawn_refs(steps: Sequence[ThreadStep]) -> set[int]:
    """The numbers that are corrected later: by their speaker, or explicitly by anyone."""
    withdrawn: set[int] = set()
    earlier: dict[int | None, list[DatedNumber]] = {}
    for step in steps:
        number, former = step.number, step.former
        if step.change is Change.CORRECTION and former is not None:
            in_words = number.revision is not None or former.is_former
            withdrawn |= {
                other.ref
                for other in earlier.get(former.value, ())
                if in_words or other.speaker == number.speaker
            }
        earlier.setdefault(number.value, []).append(number)
    return withdrawn


def _extremes_of_each_time(numbers: Sequence[DatedNumber], by: timedelta) -> LaterNumbers:
    """The highest number of each time and side, and the lowest if the number may decrease."""
    kept = []
    for group in grouped_by(numbers, lambda number: (number.said, number.side, number.of_enemy)):
        kept.append(max(group, key=lambda number: number.amount))
        if any(number.may_decrease for number in group):
            kept.append(min(group, key=lambda number: number.amount))
    return LaterNumbers(kept, by)
