"""The text of a piece of HTML that is all text: the body of a mail, an entry of a feed."""

from sayso.read.notes import OnNote
from sayso.read.pages.dom import page_of
from sayso.read.pages.markup import page_text, tree_of_source
from sayso.read.pages.source import SourcePlaces
from sayso.read.places import Piece, SourceMap

GAP = "\n\n"


def text_of_fragment(
    data: bytes, name: str, on_note: OnNote, places: bool = False
) -> tuple[str, SourceMap]:
    """The text of all its visible blocks, with a blank line between them, and their places.

    With `places`, they have their places in the source as well. Nothing is chosen, and only what is
    hidden is left out. "" if it shows no text.
    Raises UnreadableInput if it cannot be parsed.
    """
    source = page_text(data, name, on_note)
    root = tree_of_source(source, name, on_note)
    blocks = page_of(root).blocks
    pieces: list[Piece] = []
    start = 0
    for block in blocks:
        pieces += [one.moved(start) for one in block.pieces]
        start += len(block.text) + len(GAP)
    found = SourceMap(tuple(pieces))
    text = GAP.join(block.text for block in blocks)
    return text, SourcePlaces(root, source).added_to(found) if places else found
