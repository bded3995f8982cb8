"""Where on Earth an event was: hand-made sentences with what should be read."""

from typing import Any

import pytest

from sayso.extract.events.country_names import countries_named
from sayso.extract.events.events import find_events
from sayso.extract.events.times import find_times
from sayso.model.happening import Place
from sayso.model.text import Document
from tests.cases_read import cases, read_cases

NEAR = 0.15  # degrees


def place(text: str, trigger: str) -> Place | None:
    document = Document("note.txt", text)
    found = find_events(text, find_times(text, None), None)
    *_, last = (one for one in found if document[one.trigger] == trigger)
    return last.place


def test_there_are_cases_enough() -> None:
    assert len(read_cases("places")) >= 150


@pytest.mark.parametrize("case", cases("places"))
def test_case(case: dict[str, Any]) -> None:
    found = place(case["text"], case["event"])
    if case["name"] is None:
        assert found is None
        return
    assert found
    assert (found.name, found.country) == (case["name"], case["country"])
    if case["at"] is None:
        assert (found.lat, found.lon) == (None, None)
    else:
        assert (found.lat, found.lon) == pytest.approx(tuple(case["at"]), abs=NEAR)


def test_what_is_said_of_a_place_once_holds_for_the_whole_report() -> None:
    text = "Shells fell in Tripoli. Later the mayor of Tripoli, in northern Lebanon, was shot."
    found = place(text, "fell")
    assert found
    assert found.country == "Lebanon"


def test_countries_that_a_text_names() -> None:
    assert countries_named("Us and them; the US, Malian men, Guinea-Bissau.") >= {
        "united states",
        "mali",
    }
    assert not countries_named("let us see")
