"""The part of a report that is the article."""

from sayso.model.text import Document
from sayso.text.prepared import PreparedText


def body(document: Document) -> PreparedText:
    """The text with its furniture blanked: as long as before, line breaks kept."""
    text = document.text
    pieces: list[str] = []
    place = 0
    for span in sorted(document.furniture):
        if span.end <= place:
            continue
        start = max(place, span.start)
        pieces.append(text[place:start])
        pieces.append("".join("\n" if sign == "\n" else " " for sign in text[start : span.end]))
        place = span.end
    pieces.append(text[place:])
    return PreparedText("".join(pieces))
