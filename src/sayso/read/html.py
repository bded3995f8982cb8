"""Saved web pages.

The text is the article: its paragraphs, headings and list items in the page's order, a blank line
between them, the lines of a block (<br>) and the rows of a table under one another, cells parted by
tabs. The page's title is `title` and not in the text. What stands inside the article without being
part of it (a box of links, a caption) is in the text as furniture; what a page says of a withheld
rest is in it too. Menus and the like around the article are not, and neither is what the page hides
from its readers. A source map leads from each character back to the page's own.
"""

import hashlib
from collections.abc import Iterator, Sequence

from lxml.html import HtmlElement

from sayso.errors import UnreadableInput
from sayso.model.text import Document, Span
from sayso.read.article import chosen, words_of
from sayso.read.dom import Block, Page, Piece, SourceMap, page_of
from sayso.read.head import head_of
from sayso.read.markup import tree_of
from sayso.read.notes import Note, OnNote, log_note
from sayso.read.notices import notice

DEEPEST = 2000  # libxml2 drops in silence what is nested deeper than 2048
GAP = "\n\n"
MANY = 0.3  # of the article's blocks
ALIKE = 0.6  # of the words of the shorter one of heading and title


def read_html(data: bytes, name: str, on_note: OnNote = log_note) -> Document:
    """The article of a saved page. Raises UnreadableInput where there is none."""
    return read_page(data, name, on_note)[0]


def read_page(data: bytes, name: str, on_note: OnNote = log_note) -> tuple[Document, SourceMap]:
    """The article of a saved page, and where in the page each of its characters stands."""
    root = tree_of(data, name, on_note)
    page = page_of(root)
    if page.depth > DEEPEST:
        what = f"its elements are nested more than {DEEPEST} deep, so that some may be lost"
        raise UnreadableInput(name, what, "Save the article's text as .txt.")
    head = head_of(root)
    flags = _chosen(root, page, head.title, name, on_note) if page.blocks else []
    taken = _taken(page.blocks, flags)
    if not taken:
        raise UnreadableInput(
            name, "the page shows no text", "Save it again when it has loaded, or its text as .txt."
        )
    text, furniture, source = _joined(page.blocks, taken)
    document = Document(
        name=name,
        text=text,
        title=head.title,
        outlet=head.outlet,
        byline=head.byline,
        url=head.url,
        published=head.published,
        raw_sha256=hashlib.sha256(data).hexdigest(),
        furniture=furniture,
    )
    return document, source


def _chosen(
    root: HtmlElement, page: Page, title: str | None, name: str, on_note: OnNote
) -> list[bool | None]:
    """For each block whether it is part of the article; None for the title, which is left out."""
    hidden = [(before, len(" ".join(one.itertext()).split())) for before, one in page.hidden]
    for _, element in page.hidden:
        element.clear(keep_tail=True)  # what follows it may hold characters that no tree takes anew
    found = chosen(root, page.blocks, page.depth)
    if found is None:
        on_note(Note(name, "the article could not be told from its page, so all of that is taken"))
    flags: list[bool | None] = list(found or [True] * len(page.blocks))
    for number in _titles(page.blocks, title):
        flags[number] = None
    for remark in _left_out(flags, hidden):
        on_note(Note(name, remark))
    return flags


def _left_out(flags: Sequence[bool | None], hidden: Sequence[tuple[int, int]]) -> Iterator[str]:
    """What to say of the blocks, and of the hidden words, that stand inside the article."""
    first, last = _reach(flags)
    boxed = sum(flag is False for flag in flags[first : last + 1])
    if boxed > MANY * (last + 1 - first):
        yield f"{boxed} blocks inside the article were taken for no part of it"
    unseen = sum(words for before, words in hidden if first < before <= last)
    if unseen:
        yield f"{unseen} words that the page hides from its readers were left out"


def _reach(flags: Sequence[bool | None]) -> tuple[int, int]:
    """The numbers of the first and the last block of the article."""
    inside = [number for number, flag in enumerate(flags) if flag]
    return (inside[0], inside[-1]) if inside else (0, -1)


def _titles(blocks: Sequence[Block], title: str | None) -> list[int]:
    """The blocks that are the page's title, wherever it is repeated."""
    if title is None:
        return []
    forms = {words_of(title)} | {
        words
        for block in blocks
        if block.tag == "h1" and _alike(words := words_of(block.text), words_of(title))
    }
    return [number for number, block in enumerate(blocks) if words_of(block.text) in forms]


def _alike(heading: tuple[str, ...], title: tuple[str, ...]) -> bool:
    one, other = set(heading), set(title)
    return len(one & other) >= ALIKE * max(1, min(len(one), len(other)))


def _taken(blocks: Sequence[Block], flags: Sequence[bool | None]) -> list[tuple[int, bool]]:
    """The blocks that make the text, each with whether it is part of the article."""
    first, last = _reach(flags)
    taken = []
    for number, (block, flag) in enumerate(zip(blocks, flags, strict=True)):
        said = notice(block.text)
        if flag is not None and (first <= number <= last or (said and said.plain)):
            taken.append((number, flag))
    return taken


def _joined(
    blocks: Sequence[Block], taken: Sequence[tuple[int, bool]]
) -> tuple[str, tuple[Span, ...], SourceMap]:
    """The text of the blocks, what of it is furniture, and where its characters come from."""
    parts: list[str] = []
    furniture: list[Span] = []
    pieces: list[Piece] = []
    start = 0
    for number, belongs in taken:
        block = blocks[number]
        parts.append(block.text)
        pieces += [Piece(start + one.start, one.length, one.place) for one in block.pieces]
        if not belongs:
            furniture.append(Span(start, start + len(block.text)))
        start += len(block.text) + len(GAP)
    return GAP.join(parts), tuple(furniture), SourceMap(tuple(pieces))
