"""When something was said."""

import pytest

from sayso.compare.sayings import Said, earlier, said
from sayso.extract.extracting import extract
from sayso.model.text import Document, Span
from tests.compare.told import on


def saying(
    text: str, published: str | None = "2031-05-07T10:00Z"
) -> tuple[Said | None, str | None]:
    facts = extract(Document("a.txt", text, published=published))
    claim = next(one for one in facts.claims if one.chain)
    attributions = {one.id: one for one in facts.attributions}
    found = said(facts.document, attributions, claim.chain, Span(0, len(text)))
    words = found.words if found else None
    return found, text[words.start : words.end] if words else None


@pytest.mark.parametrize(
    ("text", "day", "words"),
    [
        ("The mayor said on Monday that the bridge was safe.", on(5), "Monday"),
        ("On Monday, the mayor said that the bridge was safe.", on(5), "Monday"),
        ("The mayor said that the bridge was safe.", on(7), None),
        ("The mayor said that the bridge was shut on Monday.", on(7), None),
    ],
)
def test_a_day_beside_the_cue_dates_what_is_said(text: str, day: object, words: str | None) -> None:
    found, shown = saying(text)
    assert found
    assert (found.first, found.last, shown) == (day, day, words)


def test_a_report_of_no_day_dates_nothing() -> None:
    assert saying("The mayor said that the bridge was safe.", None) == (None, None)


def test_the_time_of_the_report_counts_for_what_was_said_on_its_day() -> None:
    for text in (
        "The mayor said that it was safe.",
        "The mayor said on Wednesday that it was safe.",
    ):
        found, _ = saying(text)
        assert found
        assert found.moment
        assert found.moment.hour == 10


def test_what_comes_before_what() -> None:
    morning, _ = saying("The mayor said that it was safe.", "2031-05-07T10:00Z")
    night, _ = saying("The mayor said that it was safe.", "2031-05-07T22:00+02:00")
    someday, _ = saying("The mayor said that it was safe.", "2031-05-07")
    before, _ = saying("The mayor said that it was safe.", "2031-05-06")
    assert morning and night and someday and before
    assert earlier(morning, night)
    assert not earlier(night, morning)
    assert not earlier(morning, someday)
    assert not earlier(someday, morning)
    assert earlier(before, morning)
    assert earlier(before, someday)
