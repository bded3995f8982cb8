"""The blocks of a Markdown text: paragraphs, headings, items of lists, tables, code."""

import re
from dataclasses import dataclass, field

from sayso.read.texts.inline import plain_label

LINE = re.compile(r"[^\n]*\n?")
FENCE = re.compile(r" {0,3}(?P<mark>`{3,}|~{3,})[^`\n]*$")
HEADING = re.compile(r" {0,3}(?P<marks>#{1,6})(?:[ \t]+|$)")
HEADING_END = re.compile(r"[ \t]+#+[ \t]*$")
UNDERLINE = re.compile(r" {0,3}(?:=+|-+)[ \t]*$")
RULE = re.compile(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
QUOTE = re.compile(r"(?: {0,3}>[ \t]?){1,50}+")
BULLET = re.compile(r"[ \t]*[-*+][ \t]+(?:\[[ xX]\][ \t]+)?(?=\S)")
NUMBERED = re.compile(r"[ \t]*\d{1,9}[.)][ \t]+\S")
DEFINITION = re.compile(r" {0,3}\[(?P<label>[^\[\]\n^][^\[\]\n]{0,299})\]:[ \t]*\S+.*$")
FOOTNOTE = re.compile(r" {0,3}\[(?P<label>\^[^\s\[\]]{1,60})\]:[ \t]*")
ROW_OF_DASHES = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
MAX_MARK_LINE = 10_000  # characters of a line of dashes
BLANK = " \t\r\n\0"  # of a line; a comment is zero characters


@dataclass(slots=True)
class Block:
    """Lines of the source that are one paragraph, as ranges; `style` is "heading 1", "table", "code" or ""."""

    style: str = ""
    lines: list[tuple[int, int]] = field(default_factory=list)


def blocks_of(source: str, start: int) -> tuple[list[Block], frozenset[str]]:
    """The blocks of a text from a place on, and the labels for which it gives targets."""
    blocks: list[Block] = []
    labels: set[str] = set()
    block = Block()
    fence = ""  # the mark that ends the code in hand
    quoted = False
    for line in LINE.finditer(source, start):
        begin, end = line.start(), line.start() + len(line.group().rstrip(BLANK))
        text = source[begin:end]
        opening = FENCE.match(text)
        if fence:
            if opening and opening["mark"].startswith(fence) and not text.strip("`~ "):
                fence = ""
                block = _next(blocks, block)
            elif text.strip():
                block.lines.append((begin, end))
            continue
        definition = DEFINITION.match(text)
        mark = QUOTE.match(text)
        if not text.strip(BLANK) or definition or opening or (mark is not None) != quoted:
            block = _next(blocks, block)
        quoted = mark is not None
        if definition:
            labels.add(plain_label(definition["label"]))
        elif opening:
            fence = opening["mark"][:3]
            block.style = "code"
        elif text.strip(BLANK):
            inside = begin + (mark.end() if mark else 0)
            note = FOOTNOTE.match(text)
            labels |= {plain_label(note["label"])} if note else set()
            block = _take_line(blocks, block, source, inside, end)
    _next(blocks, block)
    return blocks, frozenset(labels)


def _next(blocks: list[Block], block: Block) -> Block:
    """Ends a block; gives an empty one for the next."""
    if block.lines:
        blocks.append(block)
    return Block()


def _take_line(blocks: list[Block], block: Block, source: str, begin: int, end: int) -> Block:
    """Adds a line to the block in hand or to a new one; gives the block in hand."""
    text = source[begin:end]
    heading = HEADING.match(text)
    bullet = BULLET.match(text) or FOOTNOTE.match(text)
    short = text if len(text) <= MAX_MARK_LINE else ""
    if block.lines and UNDERLINE.match(short) and not block.style:
        block.style = "heading 1" if "=" in text else "heading 2"
        return _next(blocks, block)
    if block.lines and "|" in short and ROW_OF_DASHES.match(short):
        block.style = "table"
    elif RULE.match(short):
        return _next(blocks, block)
    elif heading:
        _next(blocks, block)
        closing = HEADING_END.search(text, heading.end())
        last = begin + closing.start() if closing else end
        heading_block = Block(f"heading {len(heading['marks'])}", [(begin + heading.end(), last)])
        return _next(blocks, heading_block)
    elif bullet or NUMBERED.match(text):
        block = _next(blocks, block)
        block.lines.append((begin + (bullet.end() if bullet else 0), end))
    else:
        block.lines.append((begin, end))
    return block
