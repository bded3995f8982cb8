"""The text without its furniture."""

from sayso.extract.body import article_text
from sayso.model.text import Document, Span


def test_furniture_becomes_blanks_and_line_breaks_stay() -> None:
    text = "It rained.\nSubscribe\nnow!\nThe dam held."
    first = text.index("Subscribe")
    document = Document("note.txt", text, furniture=(Span(first, text.index("The dam")),))
    assert article_text(document) == "It rained.\n         \n    \nThe dam held."


def test_spans_may_overlap_and_stand_in_any_order() -> None:
    document = Document("note.txt", "abcdefgh", furniture=(Span(4, 6), Span(1, 3), Span(2, 5)))
    assert article_text(document) == "a     gh"


def test_without_furniture_the_text_stays_as_it_is() -> None:
    assert article_text(Document("note.txt", "It rained.")) == "It rained."
