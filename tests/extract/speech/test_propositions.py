"""What contents are: propositions, or only what somebody speaks of."""

from typing import Any

import pytest

from sayso.extract.speech.propositions import ContentKind, content_kind
from sayso.extract.stance.stance import judge_stance
from sayso.model.speech import Attribution, Speech
from sayso.model.text import Span
from sayso.text.prepared import PreparedText
from sayso.text.quotes import quotations, quoted_characters
from tests.cases_read import cases


def kind_of(text: str, cue_words: str, words: str) -> ContentKind:
    """What some words of a text are behind the cue."""
    body = PreparedText(text)
    cue, content = span_of(text, cue_words), span_of(text, words)
    source = Span(len(text) - 1, len(text)) if content.start < 2 else Span(0, 1)
    quoted = quoted_characters(body, quotations(body))
    direct = all(quoted[at] for at in range(content.start, content.end) if text[at].isalnum())
    judged = judge_stance(body, cue, (content,), source)
    speech = Speech.DIRECT if direct else Speech.INDIRECT
    attribution = Attribution(source, cue, (content,), speech, judged.kind, None, 0.9)
    return content_kind(body, attribution, quoted)


def span_of(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


@pytest.mark.parametrize("case", cases("propositions"))
def test_contents_are_told_apart(case: dict[str, Any]) -> None:
    assert kind_of(case["text"], case["cue"], case["content"]) == case["kind"]


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("Lisk denied it.", "denied", "it"),
        ("Lisk rejects the report.", "rejects", "the report"),
        ("Lisk denied any role in the fire.", "denied", "any role in the fire"),
    ],
)
def test_what_is_denied_is_a_proposition_even_where_it_points_back(
    text: str, cue: str, content: str
) -> None:
    assert kind_of(text, cue, content) is ContentKind.NOMINALISATION
