"""The text of a piece of HTML that is all text: the body of a mail, an entry of a feed."""

from sayso.read.notes import OnNote
from sayso.read.pages.dom import page_of
from sayso.read.pages.markup import tree_of
from sayso.read.places import Piece, SourceMap

GAP = "\n\n"


def text_of_fragment(data: bytes, name: str, on_note: OnNote) -> tuple[str, SourceMap]:
    """The text of all its visible blocks, with a blank line between them, and their places.

    Nothing is chosen and nothing left out but what is hidden. "" if it shows no text.
    Raises UnreadableInput if it cannot be parsed.
    """
    blocks = page_of(tree_of(data, name, on_note)).blocks
    pieces: list[Piece] = []
    start = 0
    for block in blocks:
        pieces += [one.moved(start) for one in block.pieces]
        start += len(block.text) + len(GAP)
    return GAP.join(block.text for block in blocks), SourceMap(tuple(pieces))
