"""The part of a report that is the article."""

from sayso.encoder.vocabulary import is_known_word
from sayso.model.text import Document
from sayso.text.plain_form import PlainForm, plain_form
from sayso.text.prepared import PreparedText


def body_of(document: Document) -> PlainForm:
    """The article as if nobody had broken its lines, with the way back to the document's text."""
    return plain_form(article_text(document), is_known_word)


def article_text(document: Document) -> PreparedText:
    """The text with its furniture blanked: as long as before, line breaks kept."""
    text = document.text
    pieces: list[str] = []
    end = 0
    for span in sorted(document.furniture):
        if span.end <= end:
            continue
        start = max(end, span.start)
        pieces.append(text[end:start])
        furniture = text[start : span.end]
        pieces.append("".join("\n" if character == "\n" else " " for character in furniture))
        end = span.end
    pieces.append(text[end:])
    return PreparedText("".join(pieces))
