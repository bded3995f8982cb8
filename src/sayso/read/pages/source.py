"""Where the text of a page's elements stands in the page's source.

The parser does not say. So the source is scanned for its text, tags and comments left out and
entities decoded, and the texts of the elements are looked for in it, each behind the one before.
"""

import html
import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace

from lxml.etree import iterwalk
from lxml.html import HtmlElement

from sayso.read.pages.attributes import ATTRIBUTE, END_OF_COMMENT, END_OF_RAW_TEXT
from sayso.read.places import Piece, SourceMap

# What is no text: a comment, a declaration, a tag. What stands in these elements is none either.
MARKUP = re.compile(
    rf"<(?:!--|[!?][^>]*+>?|/[a-z][^>]*+>?|([a-z][^\s/>]*+)(?:{ATTRIBUTE})*+[\s/]*+>?)|"
    r"(&(?:\#[0-9]+|\#x[0-9a-f]+|[a-z][a-z0-9]*);?)|(\r\n?)|(\0)",
    re.IGNORECASE,
)
SILENT = frozenset({"script", "style", "iframe", "noembed", "noframes", "xmp"})
SLACK = 2_000  # characters that the parser may have dropped before a text
MAX_LOST = 200  # texts; then the rest of the source is not looked through


class SourceText:
    """The text of a page's source, and where each of its characters stands there."""

    def __init__(self, source: str) -> None:
        self.starts: list[int] = []  # of the runs, in the text
        self.places: list[int] = []  # of the runs, in the source
        parts: list[str] = []
        length = 0
        for at, run in _text_runs(source):
            self.starts.append(length)
            self.places.append(at)
            parts.append(run)
            length += len(run)
        self.text = "".join(parts)

    def runs(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The runs in [start, end) of the text: where each begins, there and in the source."""
        number = bisect_right(self.starts, start) - 1
        while start < end:
            yield start, self.places[number] + start - self.starts[number]
            number += 1
            start = self.starts[number] if number < len(self.starts) else end


class SourcePlaces:
    """Where the texts and tails of a page's elements begin in its source.

    Make it before the tree is changed.
    """

    def __init__(self, root: HtmlElement, source: str) -> None:
        self.text = SourceText(source)
        self.starts = _starts_in(self.text.text, root)

    def added_to(self, found: SourceMap) -> SourceMap:
        """The map with the place in the source of each piece.

        A piece that goes on behind a tag or an entity is cut there. A piece whose text was not found
        in the source has no place there.
        """
        return SourceMap(tuple(one for piece in found.pieces for one in self._cut(piece)))

    def _cut(self, piece: Piece) -> Iterator[Piece]:
        begin = self.starts.get((piece.place.element or 0, piece.place.tail))
        if begin is None:
            yield piece
            return
        begin += piece.place.offset
        cuts = list(self.text.runs(begin, begin + piece.length))
        ends = [*(at for at, _ in cuts[1:]), begin + piece.length]
        for (at, there), end in zip(cuts, ends, strict=True):
            ahead = at - begin
            place = replace(piece.place, offset=piece.place.offset + ahead, source=there)
            yield Piece(piece.start + ahead, end - at, place)


def _text_runs(source: str) -> Iterator[tuple[int, str]]:
    """The runs of text in the source, each with its place there. An entity is a run of its own."""
    at = 0
    while found := MARKUP.search(source, at):
        if found.start() > at:
            yield at, source[at : found.start()]
        at = found.end()
        if found[2]:
            for character in html.unescape(found[2]):
                yield found.start(), character
        elif found[3]:
            yield found.start(), "\n"
        elif found[4]:
            yield found.start(), "\ufffd"
        elif found[1] is not None:
            at = _behind_silent(source, found[1].lower(), at)
        elif source.startswith("<!--", found.start()):
            end = END_OF_COMMENT.search(source, at - 2)
            at = end.end() if end else len(source)
    if at < len(source):
        yield at, source[at:]


def _behind_silent(source: str, tag: str, at: int) -> int:
    """Where text goes on behind a tag: behind the content of a script."""
    if tag not in SILENT:
        return at
    end = END_OF_RAW_TEXT[tag].search(source, at)
    return end.start() if end else len(source)


def _starts_in(text: str, root: HtmlElement) -> dict[tuple[int, bool], int]:
    """Where the texts and tails of the elements begin in the source's text."""
    starts: dict[tuple[int, bool], int] = {}
    cursor, reach, lost = 0, SLACK, 0
    for element, tail, own in _element_texts(root):
        begin = text.find(own, cursor, cursor + len(own) + reach)
        if begin < 0:
            lost += 1
            reach += len(own)
            if lost > MAX_LOST:
                break
            continue
        cursor, reach = begin + len(own), SLACK
        starts[element, tail] = begin
    return starts


def _element_texts(root: HtmlElement) -> Iterator[tuple[int, bool, str]]:
    """The texts and tails that hold a word, in document order, with the number of the element."""
    numbers: list[int] = []
    count = -1
    for event, element in iterwalk(root, events=("start", "end")):
        if event == "start":
            count += 1
            numbers.append(count)
            if (own := element.text) and element.tag not in SILENT and not own.isspace():
                yield count, False, own
        else:
            number = numbers.pop()
            if numbers and (own := element.tail) and not own.isspace():
                yield number, True, own


def path_of(root: HtmlElement, number: int) -> str | None:
    """The XPath of an element by its number in document order; None if there is no such element.

    >>> from lxml.html import document_fromstring
    >>> path_of(document_fromstring("<p>One<p>Two"), 3)
    '/html/body/p[2]'
    """
    for count, element in enumerate(root.iter()):
        if count == number:
            return str(element.getroottree().getpath(element))
    return None
