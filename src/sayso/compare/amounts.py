"""The numbers that claims give, and whether two of them can both be right."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.compare.terms import terms_of
from sayso.model.facts import Facts
from sayso.model.happening import Precision
from sayso.model.text import Span
from sayso.text.numbers import numbers
from sayso.text.words import Word, words

AHEAD = 24  # characters behind a number in which what it counts is named
NEAR = 0.12  # of a number said to be about right, what it may be off by


@dataclass(frozen=True, slots=True)
class Amount:
    """Bounds of a number, whether it is said to be about right, and what it counts.

    `of` is a harm ("killed"), or a term for the things counted; several are taken for one where
    they share one.
    """

    low: int | None
    high: int | None
    about: bool
    of: frozenset[str]

    @property
    def bounds(self) -> tuple[float, float]:
        """What it may be at least and at most."""
        low = 0.0 if self.low is None else float(self.low)
        high = float("inf") if self.high is None else float(self.high)
        return (low * (1 - NEAR), high * (1 + NEAR)) if self.about else (low, high)


def amounts_in(facts: Facts, content: Sequence[Span]) -> Iterator[Amount]:
    """The numbers of a content: people harmed, and anything else that is counted."""
    harmed = [one for one in facts.figures if one.harm and any(s.holds(one.span) for s in content)]
    for one in harmed:
        if one.low is not None or one.high is not None:
            about = one.kind is Precision.ABOUT
            yield Amount(one.low, one.high, about, frozenset({str(one.harm)}))
    for span in content:
        words_of_it = facts.document[span]
        for number in numbers(words_of_it):
            own = Span(span.start + number.start, span.start + number.end)
            if any(one.span.touches(own) for one in harmed):
                continue
            if number.low is None and number.high is None:
                continue
            behind = words(words_of_it, number.end, min(len(words_of_it), number.end + AHEAD))
            of = terms_of(behind[:3]) or _people(behind[:2])
            yield Amount(number.low, number.high, number.kind is Precision.ABOUT, of)


def _people(behind: Sequence[Word]) -> frozenset[str]:
    """Whether people are counted, a word too common to be a term."""
    return frozenset({"people"} & {word.lower for word in behind})


def comparable(one: Amount, other: Amount) -> bool:
    """Whether both count the same things, by what these are called."""
    return bool(one.of & other.of)


def disagree(one: Amount, other: Amount) -> bool:
    """Whether no number is within the bounds of both.

    >>> of = frozenset({"killed"})
    >>> disagree(Amount(84, None, False, of), Amount(50, 50, True, of))
    True
    >>> disagree(Amount(20, None, False, of), Amount(35, 35, False, of))
    False
    """
    (low, high), (least, most) = one.bounds, other.bounds
    return high < least or most < low
