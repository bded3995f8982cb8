"""Saved web pages.

The text is the article: its paragraphs, headings and list items in the page's order, with a blank
line between them. The lines of a block (<br>) and the rows of a table are on lines of their own, and
tabs are between cells. The page's title is in `title`, not in the text. What stands inside the article
and is no part of it (a caption, a box of links, a notice, hidden words) is in `left_out`; menus and
what else stands around the article is only counted. A source map gives the place in the page of each
character.
"""

import hashlib
from collections.abc import Iterator

from lxml.html import HtmlElement

from sayso.errors import UnreadableInput
from sayso.model.text import Document
from sayso.read.formats import HTML_NAMES, looks_like_html
from sayso.read.notes import Note, OnNote, log_note
from sayso.read.pages.article import Article, article_of
from sayso.read.pages.blocks import Page
from sayso.read.pages.dom import page_of
from sayso.read.pages.embedded import embedded_article, goes_on, is_paid, states_article
from sayso.read.pages.head import head_of, with_page_head
from sayso.read.pages.leaving import Left, left_words, noticed_share, notices_among
from sayso.read.pages.markup import SAVE_TEXT, page_text, tree_of_source
from sayso.read.pages.refusals import MIN_LINKS, check_is_article, listed_links, words_apart
from sayso.read.pages.saved import saved_head
from sayso.read.pages.source import SourcePlaces
from sayso.read.pages.title_blocks import title_blocks
from sayso.read.pages.visible import words_inside
from sayso.read.places import Piece, SourceMap
from sayso.read.reader import Format, Material, Reading, Setting

MAX_DEPTH = 2000  # libxml2 silently drops elements nested deeper than 2048
GAP = "\n\n"
MAX_WORDS_SHOWN = 25  # of running text, on a page whose article is in its data
MAX_WORDS_BEGUN = 150  # of running text, on one that shows only how its article begins
MAX_SHARE_INSIDE = 0.3  # of the article's words left out inside it; more is worth a note
MIN_WORDS = 40  # of an article on a page with many links
MAX_CHARACTERS = 3_000_000  # of a page; a long book has a third of that
MIN_WORDS_ELSEWHERE = 150  # of running text outside a short article
TIMES_ELSEWHERE = 3  # as many words of running text as the article has


def read_page(
    data: bytes, name: str, on_note: OnNote = log_note, places: bool = False
) -> tuple[Document, SourceMap]:
    """The article of a saved page, and the place in the page of each of its characters.

    With `places`, the map has the places in the page's source as well. Raises UnreadableInput if there
    is no article.
    """
    source = page_text(data, name, on_note)
    root = tree_of_source(source, name, on_note)
    page = page_of(root)
    if page.depth > MAX_DEPTH:
        what = f"its elements are nested more than {MAX_DEPTH} deep, so some may be lost"
        raise UnreadableInput(name, what, SAVE_TEXT)
    if sum(len(block.text) for block in page.blocks) > MAX_CHARACTERS:
        what = f"it shows more than {MAX_CHARACTERS:,} characters"
        raise UnreadableInput(name, what, SAVE_TEXT)
    in_source = SourcePlaces(root, source) if places else None
    head = head_of(root, saved_head(data))
    for remark in head.remarks:
        on_note(Note(name, remark))
    hidden = _cleared_elements(page)
    article = article_of(root, page, head.title, head.known.byline)
    titles = title_blocks(page.blocks, article.words, head.title)
    taken = [
        number for number, belongs in enumerate(article.belongs) if belongs and number not in titles
    ]
    notices = notices_among(page.blocks, taken)
    taken = [number for number in taken if number not in notices]
    shown = [page.blocks[number] for number in taken]
    words = words_apart(shown)
    drawn = None
    if words < MAX_WORDS_SHOWN or (words < MAX_WORDS_BEGUN and not notices):
        drawn = embedded_article(root, head.title)
    if drawn and (words < MAX_WORDS_SHOWN or (goes_on(drawn[0], shown) and not is_paid(root))):
        what = "only the beginning of its article" if words >= MAX_WORDS_SHOWN else "no article"
        (text, found), in_source, taken = drawn, None, []
        on_note(Note(name, f"the page shows {what}, so the one in its own data was read"))
    else:
        stated = states_article(root)
        headed = any(block.tag == "h1" for block in page.blocks)
        own_title, password = bool(titles) or not headed, asks_password(root)
        check_is_article(
            name, head.title, page.blocks, article.teasers, taken, stated, own_title, password
        )
        if not taken:
            what = "the page shows no text"
            remedy = "Save it again when it has loaded, or save its text as .txt."
            raise UnreadableInput(name, what, remedy)
        text, found = _joined_blocks(page, taken)
    left = left_words(page, article, taken, notices, titles, hidden)
    for remark in _remarks(page, article, taken, left) if taken else ():
        on_note(Note(name, remark))
    document = Document(
        name=name,
        text=text,
        raw_sha256=hashlib.sha256(data).hexdigest(),
        remaining=noticed_share(notices.values()),
        left_out=left.out,
        words_left_out=left.words,
    )
    document = with_page_head(document, head)
    return document, in_source.added_to(found) if in_source else found


def asks_password(root: HtmlElement) -> bool:
    """Whether the page has a field for a password."""
    return any(one.get("type") == "password" for one in root.iter("input"))


def _cleared_elements(page: Page) -> list[tuple[int, str]]:
    """The words of the hidden elements, each with the number of blocks before; the elements are cleared."""
    hidden = [(before, words_inside(one)) for before, one in page.hidden]
    for _, element in page.hidden:
        # the tail may hold characters that lxml would refuse to set again
        element.clear(keep_tail=True)
    return hidden


def _remarks(page: Page, article: Article, taken: list[int], left: Left) -> Iterator[str]:
    """What a reader of the text should know of how it was found."""
    if not article.found:
        yield "the article could not be found in its page, so the whole page is taken"
    if page.uncovered:
        yield "the page hides its article for the moment, and it was read all the same"
    words = sum(page.blocks[number].words for number in taken)
    if left.inside > MAX_SHARE_INSIDE * words:
        yield f"{left.inside:,} words inside the article were taken to be no part of it"
    if left.hidden:
        counted, were = (
            ("1 word", "was") if left.hidden == 1 else (f"{left.hidden:,} words", "were")
        )
        yield f"{counted} that the page hides from its readers {were} left out"
    if words < MIN_WORDS and listed_links(page.blocks) >= MIN_LINKS:
        yield f"it may be a list of links: the article found in it has {words} words"
    if left.prose > max(MIN_WORDS_ELSEWHERE, TIMES_ELSEWHERE * words):
        yield (
            f"the article has {words:,} words, but the page has {left.prose:,} words of running "
            "text elsewhere"
        )


def _joined_blocks(page: Page, taken: list[int]) -> tuple[str, SourceMap]:
    """The text of the blocks, and the places of its characters in the page."""
    parts: list[str] = []
    pieces: list[Piece] = []
    start = 0
    for number in taken:
        block = page.blocks[number]
        parts.append(block.text)
        pieces += [Piece(one.start + start, one.length, one.place) for one in block.pieces]
        start += len(block.text) + len(GAP)
    return GAP.join(parts), SourceMap(tuple(pieces))


def read_web_page(material: Material, setting: Setting) -> Iterator[Reading]:
    """The one report of a saved page."""
    data = material.all_bytes(setting.limits.report_bytes)
    document, source = read_page(data, material.name, setting.on_note, setting.places)
    yield Reading(document, source)


FORMAT = Format(
    "web page",
    read_web_page,
    suffixes=HTML_NAMES,
    media=frozenset({"text/html", "application/xhtml+xml"}),
    begins=looks_like_html,
)
