"""Saved web pages.

The text is the article: its paragraphs, headings and list items in the page's order, with a blank
line between them. The lines of a block (<br>) and the rows of a table are on lines of their own, and
tabs are between cells. The page's title is in `title`, not in the text. A box of links or a caption
inside the article is in the text as furniture, and so is a notice that part of the article is
withheld. Menus around the article and hidden elements are left out. A source map gives the place in
the page of each character.
"""

import hashlib
from collections.abc import Iterator, Sequence

from lxml.html import HtmlElement

from sayso.errors import UnreadableInput
from sayso.model.text import Document, Span
from sayso.read.formats import HTML_NAMES, looks_like_html
from sayso.read.notes import Note, OnNote, log_note
from sayso.read.notices import notice_in_line
from sayso.read.pages.article import blocks_of_article, words_of
from sayso.read.pages.dom import Block, Page, page_of
from sayso.read.pages.head import head_of, with_page_head
from sayso.read.pages.markup import tree_of
from sayso.read.pages.saved import saved_head
from sayso.read.places import Piece, SourceMap
from sayso.read.reader import Format, Material, Reading, Setting

MAX_DEPTH = 2000  # libxml2 silently drops elements nested deeper than 2048
GAP = "\n\n"
MAX_SHARE_BOXED = 0.3  # of the article's blocks; more is worth a note
MIN_SHARE_OF_WORDS = 0.6  # of the shorter of heading and title


def read_html(data: bytes, name: str, on_note: OnNote = log_note) -> Document:
    """The article of a saved page. Raises UnreadableInput if there is none."""
    return read_page(data, name, on_note)[0]


def read_page(data: bytes, name: str, on_note: OnNote = log_note) -> tuple[Document, SourceMap]:
    """The article of a saved page, and the place in the page of each of its characters."""
    root = tree_of(data, name, on_note)
    page = page_of(root)
    if page.depth > MAX_DEPTH:
        what = f"its elements are nested more than {MAX_DEPTH} deep, so some may be lost"
        raise UnreadableInput(name, what, "Save the article's text as .txt.")
    head = head_of(root, saved_head(data))
    for remark in head.remarks:
        on_note(Note(name, remark))
    flags = _article_flags(root, page, head.title, name, on_note) if page.blocks else []
    taken = _blocks_taken(page.blocks, flags)
    if not taken:
        raise UnreadableInput(
            name,
            "the page shows no text",
            "Save it again when it has loaded, or save its text as .txt.",
        )
    text, furniture, source = _joined_blocks(page.blocks, taken)
    document = Document(
        name=name,
        text=text,
        raw_sha256=hashlib.sha256(data).hexdigest(),
        furniture=furniture,
    )
    return with_page_head(document, head), source


def _article_flags(
    root: HtmlElement, page: Page, title: str | None, name: str, on_note: OnNote
) -> list[bool | None]:
    """For each block, whether it is part of the article; None for the title, which is left out."""
    hidden = [(before, len(" ".join(one.itertext()).split())) for before, one in page.hidden]
    for _, element in page.hidden:
        element.clear(
            keep_tail=True
        )  # the tail may hold characters that lxml would refuse to set again
    found = blocks_of_article(root, page.blocks, page.depth)
    if found is None:
        on_note(
            Note(name, "the article could not be found in its page, so the whole page is taken")
        )
    flags: list[bool | None] = list(found or [True] * len(page.blocks))
    for number in _title_blocks(page.blocks, title):
        flags[number] = None
    for remark in _left_out_remarks(flags, hidden):
        on_note(Note(name, remark))
    return flags


def _left_out_remarks(
    flags: Sequence[bool | None], hidden: Sequence[tuple[int, int]]
) -> Iterator[str]:
    """Remarks on blocks and hidden words inside the article that were left out."""
    first, last = _article_range(flags)
    boxed = sum(flag is False for flag in flags[first : last + 1])
    if boxed > MAX_SHARE_BOXED * (last + 1 - first):
        yield f"{boxed} blocks inside the article were taken to be no part of it"
    unseen = sum(words for before, words in hidden if first < before <= last)
    if unseen:
        yield f"{unseen} words that the page hides from its readers were left out"


def _article_range(flags: Sequence[bool | None]) -> tuple[int, int]:
    """The numbers of the first and the last block of the article."""
    inside = [number for number, flag in enumerate(flags) if flag]
    return (inside[0], inside[-1]) if inside else (0, -1)


def _title_blocks(blocks: Sequence[Block], title: str | None) -> list[int]:
    """The blocks that repeat the page's title."""
    if title is None:
        return []
    forms = {words_of(title)} | {
        words
        for block in blocks
        if block.tag == "h1" and _is_like_title(words := words_of(block.text), words_of(title))
    }
    return [number for number, block in enumerate(blocks) if words_of(block.text) in forms]


def _is_like_title(heading: tuple[str, ...], title: tuple[str, ...]) -> bool:
    one, other = set(heading), set(title)
    return len(one & other) >= MIN_SHARE_OF_WORDS * max(1, min(len(one), len(other)))


def _blocks_taken(blocks: Sequence[Block], flags: Sequence[bool | None]) -> list[tuple[int, bool]]:
    """The blocks of the text, each with whether it is part of the article."""
    first, last = _article_range(flags)
    taken = []
    for number, (block, flag) in enumerate(zip(blocks, flags, strict=True)):
        said = notice_in_line(block.text)
        if flag is not None and (first <= number <= last or (said and said.plain)):
            taken.append((number, flag))
    return taken


def _joined_blocks(
    blocks: Sequence[Block], taken: Sequence[tuple[int, bool]]
) -> tuple[str, tuple[Span, ...], SourceMap]:
    """The text of the blocks, its furniture, and the places of its characters in the page."""
    parts: list[str] = []
    furniture: list[Span] = []
    pieces: list[Piece] = []
    start = 0
    for number, belongs in taken:
        block = blocks[number]
        parts.append(block.text)
        pieces += [one.moved(start) for one in block.pieces]
        if not belongs:
            furniture.append(Span(start, start + len(block.text)))
        start += len(block.text) + len(GAP)
    return GAP.join(parts), tuple(furniture), SourceMap(tuple(pieces))


def read_web_page(material: Material, setting: Setting) -> Iterator[Reading]:
    """The one report of a saved page."""
    data = material.all_bytes(setting.limits.report_bytes)
    document, source = read_page(data, material.name, setting.on_note)
    yield Reading(document, source)


FORMAT = Format(
    "web page",
    read_web_page,
    suffixes=HTML_NAMES,
    media=frozenset({"text/html", "application/xhtml+xml"}),
    begins=looks_like_html,
)
