"""The text of HTML that is a part of another file: the body of a mail, an entry of a feed, a cell of a table."""

from dataclasses import replace

from sayso.read.notes import OnNote
from sayso.read.pages.fragment import text_of_fragment
from sayso.read.places import SourceMap

MARK = b"\xef\xbb\xbf"  # says that the bytes are UTF-8, whatever the HTML declares


def html_bytes(markup: str) -> bytes:
    """The markup as bytes that every parser reads alike."""
    return MARK + markup.encode("utf-8", "replace")


def text_of_html(markup: str, part: str, name: str, on_note: OnNote) -> tuple[str, SourceMap]:
    """The text that HTML shows, and the places of its characters in the part with this name.

    Raises UnreadableInput if it cannot be parsed.
    """
    if not markup.strip():
        return "", SourceMap()
    text, source = text_of_fragment(html_bytes(markup), name, on_note)
    pieces = (replace(one, place=replace(one.place, part=part)) for one in source.pieces)
    return text, SourceMap(tuple(pieces))
