"""The numbers in the words of claims."""

import sys
from dataclasses import replace

import pytest

from sayso.compare.figures.quantity import Quantity, exclude_each_other
from sayso.compare.figures.quantity_reader import QuantityReader
from sayso.extract.extracting import extract
from sayso.model.text import Document, Span
from sayso.text.prepared import PreparedText
from tests.compare.told import Told


def read(text: str) -> list[Quantity]:
    """The numbers of a report that is one claim."""
    facts = extract(Document("a.txt", text))
    return list(QuantityReader(facts).read([Span(0, len(text))]))


def bounds(text: str) -> list[tuple[int | None, int | None]]:
    return [(quantity.low, quantity.high) for quantity in read(text)]


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
    assert bounds(text) == found


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
    first, second = read(left), read(right)
    assert first[0].unit == second[0].unit == {"killed"}
    assert exclude_each_other(first, second) is differ


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
    assert bounds(text) == []


def test_one_death_told_by_itself_is_at_least_one() -> None:
    assert bounds("A guard was killed.") == [(1, None)]


def test_each_content_has_the_figures_that_lie_in_it() -> None:
    text = "Some 20 people were killed. Then 35 people were killed."
    reader = QuantityReader(extract(Document("a.txt", text)))
    second = Span(text.index("Then"), len(text))
    assert [quantity.low for quantity in reader.read([second])] == [35]
    assert [quantity.low for quantity in reader.read([Span(0, second.start), second])] == [20, 35]
    assert [quantity.low for quantity in reader.read([Span(0, second.start + 5)])] == [20]


def calls_to_read_again(sentences: int) -> int:
    """How many functions are called to read each figure of a report that has been read before."""
    told = Told("".join(f"By then {at} people had been killed. " for at in range(sentences)))
    for at in range(sentences):
        told.figure(f"then {at}", at, at, who="people")
    facts = told.facts()
    document = replace(facts.document, text=PreparedText(told.text))
    reader = QuantityReader(replace(facts, document=document))
    calls = 0

    def count(_: object, event: str, __: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    for profile in (None, count):
        sys.setprofile(profile)
        try:
            for figure in facts.figures:
                list(reader.read([figure.span]))
        finally:
            sys.setprofile(None)
    return calls


def test_a_report_of_twice_the_length_takes_about_twice_the_work() -> None:
    assert calls_to_read_again(200) < 2.2 * calls_to_read_again(100)
