"""Running heads, page numbers and what a browser prints around a page.

A row at the edge of a page is one of these if other pages have the same words at the same height,
digits aside, or if it holds nothing but a page's number or an address.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.lexicon.pdf import pdf_words
from sayso.read.pdf.kinds import ends_clipping
from sayso.read.pdf.lines import rows_of
from sayso.read.pdf.words import Sheet, Token

TOP, BOTTOM = 0.88, 0.12  # of a page's height
STEP = 8.0  # points: two heights that are one
MAX_WORDS = 25
ENOUGH_PAGES, MANY_PAGES = 3, 6  # of fewer pages, two are enough
DIGITS = re.compile(r"\d+")
NUMBER = re.compile(r"[-–—|\s]*\d{1,4}(?:\s*(?:/|[a-z]{2})\s*\d{1,4})?[-–—|\s]*", re.IGNORECASE)
# "11/30/26, 6:27 PM", with which browsers begin a printed page
PRINTED = re.compile(r"\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4},? \d{1,2}[:.]\d\d(?: ?[AP]M)?\b.*")
ADDRESS = re.compile(r"(?:https?|file)://\S+", re.IGNORECASE)


@dataclass(slots=True)
class PageTokens:
    """A page with its tokens; `margins` are the words of the rows that were taken away."""

    sheet: Sheet
    tokens: list[Token]
    margins: list[str]


@dataclass(slots=True)
class _Row:
    tokens: list[Token]
    key: tuple[str, int, int]

    @property
    def text(self) -> str:
        return _text(self.tokens)


def take_margins(pages: Sequence[PageTokens]) -> None:
    """Take running heads and page numbers from the tokens of all pages."""
    edges = [(_rows_at(page, top=True), _rows_at(page, top=False)) for page in pages]
    counts: Counter[tuple[str, int, int]] = Counter()
    for top, bottom in edges:
        counts.update({near for row in (*top, *bottom) for near in _near(row.key)})
    need = ENOUGH_PAGES if len(pages) >= MANY_PAGES else 2
    for page, rows in zip(pages, edges, strict=True):
        taken: set[int] = set()
        for edge in rows:
            for row in edge:
                repeats = counts[row.key] >= need and not ends_clipping(row.text)
                if not repeats and not _is_number(row.text):
                    break
                taken.update(map(id, row.tokens))
                page.margins.append(row.text)
        page.tokens = [token for token in page.tokens if id(token) not in taken]


def _rows_at(page: PageTokens, top: bool) -> list[_Row]:
    """The rows at an edge of a page, the outermost first."""
    height = page.sheet.height
    inside = [
        token
        for token in page.tokens
        if (token.base > TOP * height if top else token.base < BOTTOM * height)
    ]
    rows = rows_of(inside)
    ordered = rows if top else rows[::-1]
    return [_Row(row, _key(row)) for row in ordered if len(row) <= MAX_WORDS]


def _key(row: Sequence[Token]) -> tuple[str, int, int]:
    words = DIGITS.sub("#", _text(row)).casefold()
    return words, round(row[0].size), round(row[0].base / STEP)


def _near(key: tuple[str, int, int]) -> Iterator[tuple[str, int, int]]:
    words, size, height = key
    return ((words, size, height + by) for by in (-1, 0, 1))


def _text(row: Sequence[Token]) -> str:
    return " ".join(token.text for token in row)


def _is_number(text: str) -> bool:
    """Whether a row says which page it is on, and no more."""
    if PRINTED.fullmatch(text):
        return True
    bare = ADDRESS.sub("", text)
    for word in pdf_words("pages"):
        bare = re.sub(rf"\b{re.escape(word)}\b", "", bare, flags=re.IGNORECASE)
    return NUMBER.fullmatch(bare) is not None or (bare != text and not bare.strip(" -–—|"))
