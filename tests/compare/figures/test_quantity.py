"""What two numbers are to each other."""

import pytest

from sayso.compare.figures.quantity import (
    Quantity,
    count_same_harm,
    count_same_things,
    exclude_each_other,
    with_harm_of_tally,
    with_unit_of_previous,
)
from sayso.model.happening import Harm

KILLED = frozenset({str(Harm.KILLED)})


def killed(low: int | None, high: int | None, **known: object) -> Quantity:
    return Quantity(low, high, False, KILLED, is_harm=True, **known)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("other", "is_same"),
    [
        (killed(35, 35), True),
        (killed(35, 35, victim_kind="soldiers"), False),
        (killed(35, 35, past_year=2017), False),
        (killed(35, 35, of_longer_time=True), False),
        (Quantity(35, 35, False, frozenset({"missing"}), is_harm=True), False),
        (Quantity(35, 35, False, KILLED), False),
    ],
)
def test_the_same_harm_is_one_harm_to_one_kind_of_people_at_one_time(
    other: Quantity, is_same: bool
) -> None:
    assert count_same_harm(killed(20, 20), other) is is_same


def test_things_of_one_name_at_one_time_are_the_same_things() -> None:
    tonnes = Quantity(50, 50, False, frozenset({"tonn", "oil"}))
    assert count_same_things(tonnes, Quantity(20, 20, False, frozenset({"oil"})))
    assert not count_same_things(tonnes, Quantity(20, 20, False, frozenset({"car"})))
    assert not count_same_things(
        tonnes, Quantity(20, 20, False, frozenset({"oil"}), past_year=2017)
    )


@pytest.mark.parametrize(
    ("left", "right", "exclude"),
    [
        (killed(20, 20), killed(35, 35), True),
        (killed(20, None), killed(35, 35), False),
        (killed(None, 20), killed(35, 35), True),
        (Quantity(50, 50, True, KILLED), killed(56, 56), False),
        (Quantity(50, 50, True, KILLED), killed(57, 57), True),
    ],
)
def test_numbers_exclude_each_other_where_none_fits_both(
    left: Quantity, right: Quantity, exclude: bool
) -> None:
    assert exclude_each_other(left, right) is exclude_each_other(right, left) is exclude


def test_a_number_without_a_unit_counts_what_the_one_before_it_counts() -> None:
    silent, tonnes = Quantity(12, 12, False, frozenset()), Quantity(50, 50, False, frozenset({"t"}))
    first, second = with_unit_of_previous([silent, tonnes], [killed(20, 20, victim_kind="police")])
    assert (first.unit, first.is_harm, first.victim_kind) == (KILLED, True, "police")
    assert second == tonnes
    assert with_unit_of_previous([silent], [silent]) == (silent,)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("the number of the dead at two", {"killed"}),
        ("the toll of the missing at two", {"missing"}),
        ("the number at two", set()),
        ("the number of dead and wounded at two", set()),  # which of them?
    ],
)
def test_a_tally_names_its_harm(text: str, unit: set[str]) -> None:
    (found,) = with_harm_of_tally([Quantity(2, 2, False, frozenset())], text.split())
    assert set(found.unit) == unit
    assert found.is_harm is bool(unit)
