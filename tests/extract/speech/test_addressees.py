"""A content without those it is told to."""

import pytest

from sayso.extract.speech.addressees import without_addressee
from sayso.model.speech import Attribution, Kind, Speech
from sayso.model.text import Span
from sayso.text.prepared import PreparedText


@pytest.mark.parametrize(
    ("cue", "content", "said"),
    [
        ("told", "the clerk that the dam was shut", "that the dam was shut"),
        ("warned", "Ostland it would gain nothing", "it would gain nothing"),
        ("told", "reporters: “The dam is shut.”", "“The dam is shut.”"),
        ("asked", "her whether the dam was shut", "whether the dam was shut"),
        ("told", "the men to leave", "the men to leave"),
        ("told", "us what happened was a crime", "what happened was a crime"),
        ("said", "the clerk that he saw was drunk", "the clerk that he saw was drunk"),
        ("told", "the man was there that day", "the man was there that day"),
    ],
)
def test_what_is_said_begins_behind_whoever_is_told(cue: str, content: str, said: str) -> None:
    text = PreparedText(f"Orel {cue} {content}")
    start = text.index(content)
    spans = (Span(start, len(text)),)
    attribution = Attribution(
        Span(0, 4), Span(5, 5 + len(cue)), spans, Speech.INDIRECT, Kind.SPEECH, None, 0.9
    )
    found = without_addressee(text, attribution, spans)
    assert [text[span.start : span.end] for span in found] == [said]
