"""Where a cue ends."""

import pytest

from sayso.extract.reaching import reach
from sayso.model.text import Span


@pytest.mark.parametrize(
    ("text", "moved"),
    [
        ("The inquiry found |no evidence of fraud.", "of fraud"),
        ("The envoy refused |to rule out sanctions.", "sanctions"),
        ("The tenor pleaded |not guilty to arson.", "to arson"),
        ("An aide voiced |scepticism about the polls.", "about the polls"),
        ("The board said |nothing about the sale.", "about the sale"),
        # Nothing of the content belongs to these cues.
        ("The envoy refused |to open the gate.", "to open the gate"),
        ("The board said |the sale was off.", "the sale was off"),
        ("The board said |nothing.", "nothing"),
        ("A guard saw |no lights in the yard.", "no lights in the yard"),
    ],
)
def test_a_cue_takes_in_the_whole_of_its_phrase(text: str, moved: str) -> None:
    body = text.replace("|", "")
    start = text.index("|")
    cue, content = reach(body, Span(0, start - 1), [Span(start, len(body) - 1)])
    assert body[content[0].start : content[0].end] == moved
    assert cue.end <= content[0].start


def test_a_content_before_its_cue_stays_as_it_is() -> None:
    body = "No evidence was found."
    cue, content = reach(body, Span(16, 21), [Span(0, 11)])
    assert (cue, content) == (Span(16, 21), (Span(0, 11),))
