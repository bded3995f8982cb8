"""When something was said."""

import pytest

from sayso.compare.figures.said_when import SayingTime, is_said_earlier, saying_time
from sayso.extract.extracting import extract
from sayso.model.text import Document, Span
from tests.compare.told import on


def saying(
    text: str, published: str | None = "2031-05-07T10:00Z"
) -> tuple[SayingTime | None, str | None]:
    facts = extract(Document("a.txt", text, published=published))
    claim = next(one for one in facts.claims if one.chain)
    attributions = {one.id: one for one in facts.attributions}
    found = saying_time(facts.document, attributions, claim.chain, Span(0, len(text)))
    words = found.shown_by if found else None
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
    assert is_said_earlier(morning, night)
    assert not is_said_earlier(night, morning)
    assert not is_said_earlier(morning, someday)
    assert not is_said_earlier(someday, morning)
    assert is_said_earlier(before, morning)
    assert is_said_earlier(before, someday)


BLOG = """18:40
The mayor said that the toll was 31.
16:05
The mayor said on Wednesday that the toll was 35.
9:45 GMT
The mayor said on Monday that the toll was six.
"""


def entries_said(published: str) -> list[tuple[SayingTime, str | None]]:
    facts = extract(Document("a.txt", BLOG, published=published))
    attributions = {one.id: one for one in facts.attributions}
    told = []
    for claim in sorted(facts.claims, key=lambda one: one.content[0]):
        start = BLOG.rindex("The mayor", 0, claim.content[0].start)
        found = saying_time(
            facts.document, attributions, claim.chain, Span(start, claim.content[-1].end)
        )
        assert found
        told.append(
            (found, BLOG[found.shown_by.start : found.shown_by.end] if found.shown_by else None)
        )
    return told


def test_an_entry_of_a_running_report_is_said_at_the_time_at_its_head() -> None:
    (night, shown), (noon, also), (monday, day) = entries_said("2031-05-07T20:00:00+02:00")
    assert (shown, also, day) == ("18:40", "16:05", "Monday")
    assert night.moment
    assert noon.moment
    assert (night.moment.hour, noon.moment.hour) == (18, 16)
    assert is_said_earlier(noon, night)
    assert not is_said_earlier(night, noon)
    assert is_said_earlier(monday, noon)


def test_entries_are_in_order_where_no_zone_is_known_but_not_before_other_reports() -> None:
    (night, _), (noon, _), _ = entries_said("2031-05-07")
    assert (night.moment, noon.moment) == (None, None)
    assert is_said_earlier(noon, night)
    other = SayingTime(on(7), on(7), None, None, ("another report", noon.sort_time.time()))
    assert not is_said_earlier(other, night)
