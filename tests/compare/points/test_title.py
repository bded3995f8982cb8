"""What a claim is called by."""

import pytest

from sayso.compare.points.title import find_title_span
from sayso.model.speech import Attribution, Claim, Kind, Speech, Stance
from sayso.model.text import Document, Span


def title_of(text: str, source: str, cue: str, *content: str, start: str) -> str:
    """The title of the claim whose pieces these are, from a word on."""
    document = Document("a.txt", text)
    spans = tuple(Span(text.index(one), text.index(one) + len(one)) for one in content)
    who, how = (Span(text.index(one), text.index(one) + len(one)) for one in (source, cue))
    attribution = Attribution(who, how, spans, Speech.INDIRECT, Kind.SPEECH, None, 1.0)
    claim = Claim(spans, (attribution.id,), Stance.ASSERTS, (), None)
    return document[find_title_span(document, claim, text.index(start), attribution)]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "found"),
    [
        # A name, with the pronoun in the content.
        (
            "The envoy of Ostland, which the Front says is arming the rebels, left.",
            *("the Front", "says", ("which", "is arming the rebels")),
            "Ostland, which the Front says is arming the rebels",
        ),
        # A noun with its article, and the pronoun outside.
        (
            "They met a banker who the court said had hidden the gold.",
            *("the court", "said", ("had hidden the gold",)),
            "a banker who the court said had hidden the gold",
        ),
        # No noun can be seen: the words as they are.
        (
            "Nobody heard what the court said had moved it.",
            *("the court", "said", ("had moved it",)),
            "had moved it",
        ),
        # The content has a subject of its own.
        (
            "Ostland, which the Front says, is poor, the mill is shut.",
            *("the Front", "says", ("the mill is shut",)),
            "the mill is shut",
        ),
    ],
)
def test_a_relative_clause_has_its_noun(
    text: str, source: str, cue: str, content: tuple[str, ...], found: str
) -> None:
    assert title_of(text, source, cue, *content, start=content[-1]) == found


def test_a_pronoun_that_leads_on_is_no_end() -> None:
    text = "The mill was sold, Ruiz said, to Brandt."
    assert title_of(text, "Ruiz", "said", "The mill was sold, ", start="mill") == "mill was sold"
