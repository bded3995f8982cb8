"""What the numbers of two claims are to each other."""

from collections.abc import Sequence

import pytest

from sayso.compare.figures.quantity import Quantity, exclude_each_other
from sayso.model.happening import Harm

KILLED = frozenset({str(Harm.KILLED)})


def killed(low: int | None, high: int | None, is_approximate: bool = False) -> Quantity:
    """A number of people killed."""
    return Quantity(low, high, is_approximate, KILLED)


def tonnes(number: int, *terms: str) -> Quantity:
    """A number of tonnes."""
    return Quantity(number, number, False, frozenset({"ton", *terms}))


@pytest.mark.parametrize(
    ("left", "right", "exclude"),
    [
        (killed(20, 20), killed(35, 35), True),
        (killed(20, 20), killed(20, 20), False),
        (killed(20, None), killed(35, 35), False),
        (killed(None, 20), killed(35, 35), True),
        (killed(50, 50, True), killed(56, 56), False),
        (killed(50, 50, True), killed(57, 57), True),
        (tonnes(50, "oil"), tonnes(20), True),
        (tonnes(50), killed(20, 20), False),
        (killed(20, 20), Quantity(35, 35, False, frozenset()), True),
    ],
)
def test_numbers_exclude_each_other_where_none_fits_both(
    left: Quantity, right: Quantity, exclude: bool
) -> None:
    assert exclude_each_other([left], [right]) is exclude_each_other([right], [left]) is exclude


@pytest.mark.parametrize(
    ("left", "right", "exclude"),
    [
        ([], [killed(20, 20)], False),
        ([tonnes(5), tonnes(20)], [tonnes(5), tonnes(20)], False),
        ([tonnes(5), tonnes(20)], [tonnes(20)], True),
        ([tonnes(5), killed(20, 20)], [killed(20, 20)], False),
        ([killed(20, 20), tonnes(5)], [killed(20, 20), tonnes(6)], True),
    ],
)
def test_a_number_is_excluded_by_a_claim_that_has_no_number_to_fit_it(
    left: Sequence[Quantity], right: Sequence[Quantity], exclude: bool
) -> None:
    assert exclude_each_other(left, right) is exclude_each_other(right, left) is exclude
