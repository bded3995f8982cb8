"""What a claim is called by."""

import pytest

from sayso.compare.points.title import find_title_span
from sayso.model.speech import Claim, Stance
from sayso.model.text import Document, Span


def title_of(text: str, *content: str, start: str) -> str:
    """The title of the claim whose pieces these are, from a word on."""
    document = Document("a.txt", text)
    spans = tuple(Span(text.index(one), text.index(one) + len(one)) for one in content)
    claim = Claim(spans, ("said",), Stance.ASSERTS, (), None)
    return document[find_title_span(document, claim, text.index(start))]


@pytest.mark.parametrize(
    ("text", "content", "found"),
    [
        # The longest piece lacks its subject, which is the first one.
        (
            "The envoy of Ostland, which the Front says is arming the rebels, left.",
            ("Ostland", "is arming the rebels"),
            "Ostland, which the Front says is arming the rebels",
        ),
        # It is the only one.
        ("Nobody heard what the court said had moved it.", ("had moved it",), "had moved it"),
        # It has a subject of its own.
        (
            "Ostland, which the Front says, is poor, the mill is shut.",
            ("Ostland", "the mill is shut"),
            "the mill is shut",
        ),
        # It is a question of its own.
        (
            "“We left,” he said. “Is that what you wanted?”",
            ("We left", "Is that what you wanted"),
            "Is that what you wanted",
        ),
    ],
)
def test_a_piece_without_its_subject_has_it_in_front(
    text: str, content: tuple[str, ...], found: str
) -> None:
    assert title_of(text, *content, start=content[-1]) == found


def test_a_pronoun_that_leads_on_is_no_end() -> None:
    text = "The mill was sold, Ruiz said, to Brandt."
    assert title_of(text, "The mill was sold, ", start="mill") == "mill was sold"
