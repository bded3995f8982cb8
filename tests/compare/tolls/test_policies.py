"""What each recorder makes of the same figures."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.compare.tolls.policies import POLICIES
from sayso.compare.tolls.policies.base import FigureStatus, FigureWithStatus, PolicyResult
from sayso.lexicon.policies import vague_bounds
from sayso.model.happening import Figure, Harm, Precision
from sayso.model.reasons import RuleName, because
from sayso.model.text import Span
from tests.strategies import counts

Bounds = tuple[int | None, int | None, int | None]


def figure(
    low: int | None,
    high: int | None,
    kind: Precision = Precision.EXACT,
    harm: Harm = Harm.KILLED,
) -> Figure:
    return Figure(Span(0, 1), low, high, kind, harm, None, None, None, None, False)


def told(
    low: int | None = None,
    high: int | None = None,
    kind: Precision = Precision.EXACT,
    status: FigureStatus = FigureStatus.COUNTS,
    words: str = "",
    harm: Harm = Harm.KILLED,
) -> FigureWithStatus:
    spoken = tuple(words.split())
    reasons = () if status is FigureStatus.COUNTS else (because(RuleName.HYPOTHETICAL),)
    return FigureWithStatus(figure(low, high, kind, harm), spoken, "a figure", status, reasons)


def exact(number: int, status: FigureStatus = FigureStatus.COUNTS) -> FigureWithStatus:
    return told(number, number, status=status)


def verdict(policy: str, *given: FigureWithStatus) -> Bounds:
    found = POLICIES[policy](given)
    return found.low, found.best, found.high


AT_LEAST_15 = told(15, None, Precision.AT_LEAST)
UP_TO_20 = told(None, 20, Precision.AT_MOST)
SPAN = told(20, 30, Precision.RANGE)
DOZENS = told(kind=Precision.VAGUE, words="dozens of people")
A_NUMBER = told(kind=Precision.VAGUE, words="a number of soldiers")
CLAIMED = exact(50, FigureStatus.ENEMY_CLAIM)
EARLIER = exact(14, FigureStatus.SUPERSEDED)
PEOPLE = exact(40, FigureStatus.UNKNOWN_STATUS)
OUT = exact(900, FigureStatus.EXCLUDED)


@pytest.mark.parametrize(
    ("given", "bounds"),
    [
        ([AT_LEAST_15], (15, 15, 15)),
        ([UP_TO_20], (None, None, 20)),
        ([SPAN], (20, 20, 30)),
        ([exact(35), exact(38)], (35, 35, 38)),
        ([DOZENS], (24, 24, 24)),
        ([A_NUMBER], (2, 2, 3)),
        ([CLAIMED], (0, 0, 50)),
        ([exact(2), CLAIMED], (2, 2, 50)),
        ([exact(84), CLAIMED], (84, 84, 84)),
        ([EARLIER, exact(38)], (14, 38, 38)),
        ([OUT], (None, None, None)),
        ([OUT, exact(3)], (3, 3, 3)),
    ],
)
def test_ucdp(given: list[FigureWithStatus], bounds: Bounds) -> None:
    assert verdict("ucdp", *given) == bounds


@pytest.mark.parametrize(
    ("given", "number"),
    [
        ([exact(35), exact(38)], 35),
        ([exact(84), CLAIMED], 50),
        ([DOZENS], 12),
        ([A_NUMBER], None),
        ([AT_LEAST_15], 15),
        ([UP_TO_20], None),
        ([EARLIER, exact(38)], 38),
        ([OUT], None),
    ],
)
def test_acled(given: list[FigureWithStatus], number: int | None) -> None:
    assert verdict("acled", *given) == (number, number, number)


def test_acled_counts_no_injuries() -> None:
    found = POLICIES["acled"]([told(7, 7, harm=Harm.INJURED)])
    assert (found.low, found.best, found.high) == (None, None, None)
    assert found.why == ("left out: a figure: the policy counts the dead alone",)


@pytest.mark.parametrize(
    ("given", "bounds"),
    [
        ([exact(35), SPAN], (20, None, 35)),
        ([exact(84), CLAIMED], (50, None, 84)),
        ([DOZENS], (None, None, None)),
        ([UP_TO_20, exact(3)], (3, None, 20)),
        ([EARLIER, exact(38)], (14, None, 38)),
        ([PEOPLE], (0, None, 40)),
        ([exact(33), PEOPLE], (33, None, 40)),
    ],
)
def test_airwars(given: list[FigureWithStatus], bounds: Bounds) -> None:
    assert verdict("airwars", *given) == bounds


def test_the_lines_say_what_was_done_and_how_a_figure_was_read() -> None:
    given = [AT_LEAST_15, DOZENS, CLAIMED, UP_TO_20, OUT]
    assert POLICIES["ucdp"](given).why == (
        "used: a figure: taken as: 15",
        "used: a figure: read as: 24",
        "left out of best: a figure: hypothetical",
        "used for the highest alone: a figure: no more than: 20",
        "left out: a figure: hypothetical",
    )
    assert POLICIES["airwars"]([DOZENS]).why == ("left out: a figure: gives no number",)


@st.composite
def figures(draw: st.DrawFn) -> FigureWithStatus:
    low, high = sorted((draw(counts), draw(counts)))
    kind = draw(st.sampled_from(Precision))
    bounds = draw(
        st.sampled_from(((low, high), (low, None), (None, high), (low, low), (None, None)))
    )
    words = draw(st.sampled_from([" ".join(phrase) for phrase in vague_bounds("ucdp")]))
    return told(*bounds, kind, draw(st.sampled_from(FigureStatus)), words)


@given(st.lists(figures(), max_size=8), st.sampled_from(sorted(POLICIES)))
def test_low_best_and_high_rise_and_every_figure_has_a_line(
    given: list[FigureWithStatus], policy: str
) -> None:
    found: PolicyResult = POLICIES[policy](given)
    known = [value for value in (found.low, found.best, found.high) if value is not None]
    assert known == sorted(known)
    assert len(found.why) == len(given)
    same = POLICIES[policy](given[::-1])
    assert (same.low, same.best, same.high) == (found.low, found.best, found.high)
    assert same.why == found.why[::-1]
