"""Which numbers have been superseded: the one place that decides it, for histories and for policies."""

from collections.abc import Iterable, Sequence

from sayso.compare.clustering import grouped_by
from sayso.compare.figures.dated_number import DatedNumber, are_opposed, outgrows
from sayso.compare.figures.revisions import ThreadStep
from sayso.model.comparison import Change
from sayso.model.reasons import Reason, RuleName, because


class Supersession:
    """What the later ones of some numbers supersede, by the steps of their threads.

    A number is superseded by one that outgrows it: said later, higher (of the missing, also lower),
    and not for another side of the fight. A number that is presented as an earlier one, repeats an
    older one or has been corrected since supersedes nothing; nor does "up to 20".
    """

    def __init__(self, steps: Sequence[ThreadStep]) -> None:
        withdrawn = _withdrawn_refs(steps)
        standing = [
            step.number
            for step in steps
            if step.change is not Change.OLDER
            and step.number.ref not in withdrawn
            and step.number.bounds[0] > 0
        ]
        self._by_time = _greatest(
            grouped_by(standing, lambda number: (number.said, number.side, number.of_enemy))
        )
        self._by_speaker = {
            group[0].speaker: _greatest(grouped_by(group, lambda number: number.said))
            for group in grouped_by(standing, lambda number: number.speaker)
        }
        self._alike = {
            group[0].bounds: group
            for group in grouped_by((step.number for step in steps), lambda number: number.bounds)
        }

    def reason_for(self, number: DatedNumber) -> Reason | None:
        """Why a number is superseded, or None. The number need not be one of the steps.

        One that was said again after a later, higher one is superseded too. A number of unknown time
        is superseded where all that give the same number at a known time are.
        """
        later = self._outgrowing(number)
        if later is not None:
            return because(RuleName.LATER_REPORT, later.label)
        alike = [
            other
            for other in self._alike.get(number.bounds, ())
            if other.said and not are_opposed(number, other)
        ]
        superseded = [(other, self._outgrowing(other)) for other in alike]
        if number.said is None:
            if alike and all(later for _, later in superseded):
                return because(RuleName.REPEATS_EARLIER, alike[0].label)
            return None
        for other, later in superseded:
            if later is not None and not are_opposed(number, later):
                return because(RuleName.REPEATS_EARLIER, other.label)
        return None

    def _outgrowing(self, number: DatedNumber) -> DatedNumber | None:
        """The greatest standing number that outgrows a number."""
        candidates = (*self._by_speaker.get(number.speaker, ()), *self._by_time)
        return max(
            (other for other in candidates if outgrows(other, number)),
            key=lambda other: other.amount,
            default=None,
        )


def _withdrawn_refs(steps: Sequence[ThreadStep]) -> set[int]:
    """The numbers that are corrected later: by their speaker, or in so many words by anybody."""
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


def _greatest(groups: Iterable[Sequence[DatedNumber]]) -> list[DatedNumber]:
    """The highest number of each group, and its lowest where fewer may come to be known."""
    kept = []
    for group in groups:
        kept.append(max(group, key=lambda number: number.amount))
        if any(number.may_decrease for number in group):
            kept.append(min(group, key=lambda number: number.amount))
    return kept
