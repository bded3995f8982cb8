"""The numbers in the words of a claim: people harmed, and anything else that is counted."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import accumulate

from sayso.compare.figures.counted_things import TIME_OR_PART, counted_things
from sayso.compare.figures.quantity import Quantity
from sayso.model.facts import Facts
from sayso.model.happening import Figure, Precision
from sayso.model.text import Span


class QuantityReader:
    """Reads the numbers of the claims of one report."""

    def __init__(self, facts: Facts) -> None:
        self._text, self._figures = facts.document.text, facts.figures
        harmed = (at for at, figure in enumerate(facts.figures) if figure.harm)
        self._harmed = sorted(harmed, key=lambda at: facts.figures[at].span)
        self._starts = [facts.figures[at].span.start for at in self._harmed]

    def read(self, content: Sequence[Span]) -> Iterator[Quantity]:
        """The numbers of a content: those of people harmed first, then all others."""
        harmed = [self._figures[at] for at in sorted(self._harmed_in(content))]
        for figure in harmed:
            if (figure.low, figure.high) not in ((None, None), (0, 0)):
                yield _quantity_of(figure)
        places = _Places([figure.span for figure in harmed])
        for span in content:
            for thing in counted_things(self._text, span):
                is_compared = (thing.low, thing.high) != (0, 0) and thing.unit != TIME_OR_PART
                if is_compared and not places.touched_by(thing.place):
                    yield Quantity(thing.low, thing.high, thing.is_approximate, thing.unit)

    def _harmed_in(self, content: Sequence[Span]) -> set[int]:
        """The indices of the figures of people harmed that stand in a content."""
        return {
            at
            for span in content
            for at in self._harmed[
                bisect_left(self._starts, span.start) : bisect_left(self._starts, span.end)
            ]
            if span.holds(self._figures[at].span)
        }


class _Places:
    """Spans of a text, to ask whether another span shares a character with one of them."""

    def __init__(self, spans: Sequence[Span]) -> None:
        ordered = sorted(spans)
        self._starts = [span.start for span in ordered]
        self._last_ends = [*accumulate((span.end for span in ordered), max)]

    def touched_by(self, span: Span) -> bool:
        before = bisect_left(self._starts, span.end)
        return before > 0 and self._last_ends[before - 1] > span.start


def _quantity_of(figure: Figure) -> Quantity:
    """What a figure of people harmed says."""
    # One death reported by itself ("a guard was killed") leaves room for others.
    high = None if figure.kind is Precision.IMPLIED else figure.high
    is_approximate = figure.kind is Precision.ABOUT
    return Quantity(figure.low, high, is_approximate, frozenset({str(figure.harm)}))
