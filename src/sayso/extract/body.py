"""The part of a report that is the article."""

from sayso.model.text import Document
from sayso.text.prepared import PreparedText


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
