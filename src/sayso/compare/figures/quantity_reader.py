"""The numbers in the words of a claim: people harmed, and anything else that is counted."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate

from sayso.compare.figures.counted_things import TIME_OR_PART, counted_things
from sayso.compare.figures.quantity import Quantity
from sayso.compare.figures.said_when import figure_revision
from sayso.compare.figures.victims import parse_victim
from sayso.model.facts import Facts
from sayso.model.happening import Figure, Harm, Precision
from sayso.model.text import Span
from sayso.text.background import longer_time
from sayso.text.prepared import read_once
from sayso.text.words import words

MAX_CHARACTERS_TO_TIME = 200  # on either side of a figure, where its longer time may be named
MAX_YEARS_BACK = 100


class QuantityReader:
    """Reads the numbers of the claims of one report; each of its figures is read once."""

    def __init__(self, facts: Facts) -> None:
        self._document, self._figures = facts.document, facts.figures
        harmed = (at for at, figure in enumerate(facts.figures) if figure.harm)
        self._harmed = sorted(harmed, key=lambda at: facts.figures[at].span)
        self._starts = [facts.figures[at].span.start for at in self._harmed]
        self._quantities: dict[int, Quantity] = {}

    def read(self, content: Sequence[Span]) -> Iterator[Quantity]:
        """The numbers of a content: those of people harmed first, then all others."""
        past_year = self._past_year(content)
        harmed = self._harmed_in(content)
        for at in sorted(harmed):
            if (self._figures[at].low, self._figures[at].high) not in ((None, None), (0, 0)):
                yield replace(self._quantity_of_figure(at), past_year=past_year)
        places = _Places([self._figures[at].span for at in harmed])
        for span in content:
            for thing in counted_things(self._document.text, span):
                is_compared = (thing.low, thing.high) != (0, 0) and thing.unit != TIME_OR_PART
                if is_compared and not places.touched_by(thing.place):
                    yield Quantity(
                        thing.low,
                        thing.high,
                        thing.is_approximate,
                        thing.unit,
                        past_year=past_year,
                    )

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

    def _quantity_of_figure(self, at: int) -> Quantity:
        """What a figure of people harmed says, wherever it is claimed."""
        known = self._quantities.get(at)
        if known is None:
            known = self._quantities[at] = self._read_figure(self._figures[at])
        return known

    def _read_figure(self, figure: Figure) -> Quantity:
        # One death reported by itself ("a guard was killed") leaves room for others.
        is_implied = figure.kind is Precision.IMPLIED
        victim = parse_victim(self._document[figure.who] if figure.who else "")
        return Quantity(
            figure.low,
            None if is_implied else figure.high,
            figure.kind is Precision.ABOUT,
            frozenset({str(figure.harm)}),
            is_harm=True,
            victim_kind=victim.kind if victim.kind_named else None,
            of_longer_time=_is_of_longer_time(self._document.text, figure.span),
            may_decrease=figure.harm is Harm.MISSING,
            revision=figure_revision(self._document, figure),
        )

    def _past_year(self, content: Sequence[Span]) -> int | None:
        """The latest year before that of the report that a content names."""
        day = self._document.day
        if day is None:
            return None
        named = [
            int(word.lower)
            for span in content
            for word in words(self._document.text, span.start, span.end)
            if len(word.lower) == 4 and word.lower.isdecimal()
        ]
        years = (year for year in named if day.year - MAX_YEARS_BACK < year < day.year)
        return max(years, default=None)


class _Places:
    """Spans of a text, to ask whether another span shares a character with one of them."""

    def __init__(self, spans: Sequence[Span]) -> None:
        ordered = sorted(spans)
        self._starts = [span.start for span in ordered]
        self._last_ends = [*accumulate((span.end for span in ordered), max)]

    def touched_by(self, span: Span) -> bool:
        before = bisect_left(self._starts, span.end)
        return before > 0 and self._last_ends[before - 1] > span.start


@read_once
def _is_of_longer_time(text: str, at: Span) -> bool:
    """Whether the words on the line around a figure make it one of a longer time: "since January"."""
    first = max(0, at.start - MAX_CHARACTERS_TO_TIME)
    last = min(len(text), at.end + MAX_CHARACTERS_TO_TIME)
    start = max(first, text.rfind("\n", first, at.start) + 1)
    line_end = text.find("\n", at.end, last)
    around = Span(start, last if line_end < 0 else line_end)
    return longer_time(text, around, at, None) is not None
