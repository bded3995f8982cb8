"""Markdown: the text without its marks.

Paragraphs, headings, items of lists and quotations are parted by a blank line; the lines of a
paragraph stay lines. A row of a table is a line, with tabs between its cells. Marks of headings,
lists, quotations and emphasis, the targets of links, pictures, comments and tags are no text. Numbers
of lists, and brackets that make no link, are. The first heading is the title; simple lines
`key: value` between two lines of dashes at the beginning give the head.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from sayso.model.particulars import LeftOutKind
from sayso.model.text import Document
from sayso.read.decode import decoded_text
from sayso.read.head_lines import head_lines
from sayso.read.heads import with_head
from sayso.read.passages import Omission, Passage, joined, left_out_of, source_of, words_in
from sayso.read.places import Place
from sayso.read.reader import Format, Material, Reading, Setting
from sayso.read.texts.blocks import Block, blocks_of
from sayso.read.texts.front_matter import front_matter
from sayso.read.texts.inline import inline_edits

MAX_BYTES = 5_000_000  # five long books
COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
MAX_MARKS = 100_000  # in a file; a book has some thousand
NO_BREAK = re.compile(r"[^\n]")
CELL = re.compile(r"(?:[^|\\]++|\\.|\\$)++")


def read_markdown(material: Material, setting: Setting) -> Iterator[Reading]:
    """The one report of a Markdown file."""
    data = material.all_bytes(MAX_BYTES)
    source = decoded_text(data, material.name, setting.on_note)
    head, start = front_matter(source, material, setting)
    source = COMMENT.sub(lambda found: NO_BREAK.sub("\0", found.group()), source)
    blocks, labels = blocks_of(source, start)
    passages: list[Passage] = []
    styles: list[str] = []
    pictures: list[tuple[int, int, str]] = []
    writer = _Writer(source, labels)
    for block in blocks:
        passage, found = writer.passage(block)
        pictures += ((len(passages), *one) for one in found)
        if passage.length:
            passages.append(passage)
            styles.append(block.style)
    known = {"title": head.title} if head.title else {}
    if not writer.marks_left:
        setting.note(material, f"only its first {MAX_MARKS:,} marks of Markdown were read as such")
    first = head_lines(
        [(style, one.text) for style, one in zip(styles, passages, strict=True)], known
    )
    document, whole = _joined(material.name, passages, first.numbers, pictures)
    document = replace(document, raw_sha256=hashlib.sha256(data).hexdigest())
    yield Reading(with_head(document, head.filled_from(first.data)), source_of(whole))


def _joined(
    name: str, passages: list[Passage], head: set[int], pictures: list[tuple[int, int, str]]
) -> tuple[Document, Passage]:
    """The document of the passages that are no head, and its text."""
    kept: list[Passage] = []
    left: list[Omission] = []
    at_picture = 0
    for number, one in enumerate(passages):
        while at_picture < len(pictures) and pictures[at_picture][0] == number:
            place = 0 if number in head else pictures[at_picture][1]
            left.append(Omission(len(kept), place, LeftOutKind.CAPTION, pictures[at_picture][2]))
            at_picture += 1
        if number in head:
            left.append(Omission(len(kept), 0, LeftOutKind.HEAD, one.text))
        else:
            kept.append(one)
    left += (
        Omission(len(kept), 0, LeftOutKind.CAPTION, words) for _, _, words in pictures[at_picture:]
    )
    whole = joined(kept)
    left_out = left_out_of(kept, left)
    words = words_in(left_out)
    return Document(name, whole.text, left_out=left_out, words_left_out=words), whole


def _cells(source: str, block: Block) -> Iterator[tuple[str, list[tuple[int, int]]]]:
    """The cells of a table, each with what parts it from the cell before."""
    for begin, end in block.lines:
        separator = "\n"
        for cell in CELL.finditer(source, begin, end):
            words = cell.group().strip()
            if words:
                start = cell.start() + cell.group().index(words)
                yield separator, [(start, start + len(words))]
                separator = "\t"


@dataclass(slots=True)
class _Writer:
    """Writes blocks without their marks."""

    source: str
    labels: frozenset[str]
    marks_left: int = MAX_MARKS

    def passage(self, block: Block) -> tuple[Passage, list[tuple[int, str]]]:
        """The text of a block, and the words for pictures in it, with their places."""
        passage = Passage()
        pictures: list[tuple[int, str]] = []
        cells: Iterable[tuple[str, list[tuple[int, int]]]] = [("", block.lines)]
        if block.style == "table":
            bars = sum(self.source.count("|", *line) for line in block.lines)
            self.marks_left = max(0, self.marks_left - bars)
            cells = _cells(self.source, block) if self.marks_left else cells
        for separator, lines in cells:
            if passage.length:
                passage.put(separator)
            pictures += self._write(passage, lines, 0 if block.style == "code" else self.marks_left)
        return passage.trimmed(), pictures

    def _write(
        self, passage: Passage, lines: list[tuple[int, int]], most: int
    ) -> list[tuple[int, str]]:
        """Adds lines without the first `most` of their marks; gives the words for pictures in them."""
        text = "\n".join(self.source[begin:end] for begin, end in lines)
        edits = inline_edits(text, self.labels, most)
        self.marks_left -= edits.marks
        starts = [0]
        for begin, end in lines:
            starts.append(starts[-1] + end - begin + 1)
        line = 0
        pictures = edits.pictures[::-1]
        found: list[tuple[int, str]] = []
        for first, last, said in edits.kept(len(text)):
            while pictures and pictures[-1][0] <= first:
                found.append((passage.length, pictures.pop()[1]))
            at = first
            while at < last:
                while starts[line + 1] <= at:
                    line += 1
                stop = min(last, starts[line + 1] - 1)
                place = Place(lines[line][0] + at - starts[line])
                place = replace(place, source=place.offset)
                if said is not None:
                    passage.take(said, place, text[first:last])
                    break
                passage.take(text[at:stop], place)
                if stop < last:
                    passage.put("\n")
                at = stop + 1
        found += ((passage.length, words) for _, words in pictures[::-1])
        return found


FORMAT = Format(
    "Markdown",
    read_markdown,
    suffixes=frozenset({".md", ".markdown", ".mdown", ".mkd"}),
    media=frozenset({"text/markdown"}),
)
