"""The numbers of claims, and whether two can both be right."""

import pytest

from sayso.compare.figures.counted_things import TIME_OR_PART
from sayso.compare.figures.quantity import (
    Quantity,
    count_same_harm,
    exclude_each_other,
    with_harm_of_tally,
)
from sayso.compare.figures.quantity_reader import QuantityReader
from sayso.extract.extracting import extract
from sayso.model.text import Document, Span


def amounts(text: str, published: str | None = None) -> list[tuple[int | None, int | None]]:
    facts = extract(Document("a.txt", text, published=published))
    return [(one.low, one.high) for one in QuantityReader(facts).read([Span(0, len(text))])]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("At least 84 soldiers were killed.", [(84, None)]),
        ("The fee was 22 million.", [(22_000_000, 22_000_000)]),
        ("About 50 tonnes had leaked.", [(50, 50)]),
        ("The road was shut for three days.", []),
        # A part of what is named, of which another may be as large.
        ("Two of the pumps had stopped.", []),
        ("They bring down ten of their drones a day.", []),
        ("There was no exchange of prisoners in 2019.", []),
    ],
)
def test_what_a_claim_counts(text: str, found: list[tuple[int | None, int | None]]) -> None:
    assert amounts(text) == found


@pytest.mark.parametrize(
    ("left", "right", "differ"),
    [
        ("At least 84 soldiers were killed.", "Some 50 soldiers were killed.", True),
        ("At least 20 people were killed.", "Thirty-five people were killed.", False),
        ("Some 50 soldiers were killed.", "Fifty-two soldiers were killed.", False),
        ("Twelve people were killed.", "Fourteen people were killed.", True),
    ],
)
def test_two_tolls(left: str, right: str, differ: bool) -> None:
    one, other = (
        next(iter(QuantityReader(extract(Document("a.txt", text))).read([Span(0, len(text))])))
        for text in (left, right)
    )
    assert count_same_harm(one, other)
    assert exclude_each_other(one, other) is differ


def test_the_dead_of_another_year_are_others() -> None:
    texts = ("Eleven people were killed.", "Four people were killed there in 2017.")
    one, other = (
        next(
            iter(
                QuantityReader(extract(Document("a.txt", text, published="2021-03-15"))).read(
                    [Span(0, len(text))]
                )
            )
        )
        for text in texts
    )
    assert not count_same_harm(one, other)
    assert TIME_OR_PART not in (one.unit, other.unit)


@pytest.mark.parametrize(
    "text",
    [
        "The club was entered at 5 a.m. on June 21.",
        "The boy, a 14-year-old, turned 15 on Friday.",
        "Ana Roll, 39, spoke first.",
        "The page was updated at 17:50 GMT.",
        "It was his 21st birthday.",
    ],
)
def test_dates_times_and_ages_are_no_numbers_that_could_differ(text: str) -> None:
    assert amounts(text) == []


def test_one_death_told_by_itself_is_at_least_one() -> None:
    assert amounts("A guard was killed.") == [(1, None)]


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("the number of the dead at two", {"killed"}),
        ("the toll of the missing at two", {"missing"}),
        ("the number at two", set()),
        ("the number of dead and wounded at two", set()),  # which of them?
    ],
)
def test_a_tally_names_its_harm(text: str, of: set[str]) -> None:
    (found,) = with_harm_of_tally([Quantity(2, 2, False, frozenset())], text.split())
    assert set(found.unit) == of
    assert found.is_harm is bool(of)
