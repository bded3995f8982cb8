"""Which paragraphs of a page are no article: footnotes and captions."""

import re
from collections.abc import Iterable, Sequence

from sayso.lexicon.pdf import pdf_words
from sayso.read.pdf.words import Line, Paragraph, Sheet, Token, Word, commonest_size
from sayso.read.places import Box

SMALLER = 0.93  # of the size of the article's letters
LOW = 0.5  # of a page's height: footnotes stand below it
MAX_CAPTION_LINES = 6
NEAR = 40.0  # points between a picture and its caption
LABEL = re.compile(r"\[?(\d{1,3}|[*†‡§]{1,3}|[a-z])[\].)]?")
# With which LexisNexis and Factiva end each report of a file.
END_OF_CLIPPING = re.compile(r"End of Document|Document [A-Z][A-Z0-9]{2,11}\d{8}[0-9a-z]{3,}")
RAISED = 0.8  # of the letters' size: marks of footnotes are smaller


def body_size(paragraphs: Iterable[Paragraph]) -> float:
    """The size that most letters have, in steps of half a point."""
    return commonest_size(
        (line.size, sum(len(one.text) for one in line.tokens))
        for paragraph in paragraphs
        for line in paragraph.lines
    )


def ends_clipping(text: str) -> bool:
    """Whether a line is the one with which a press database ends a report."""
    return END_OF_CLIPPING.fullmatch(text) is not None


def footnotes_of(paragraphs: Sequence[Paragraph], body: float, height: float) -> list[Paragraph]:
    """The footnotes at the foot of a block: from the first one with a label to the end."""
    first = len(paragraphs)
    while first and is_small(paragraphs[first - 1], body):
        first -= 1
    for number, one in enumerate(paragraphs[first:], first):
        if not one.table and one.lines[0].base < LOW * height and label_of(one.lines[0]):
            return list(paragraphs[number:])
    return []


def label_of(line: Line) -> str | None:
    """The mark with which a footnote begins."""
    first = line.tokens[0]
    found = LABEL.fullmatch(first.words[0].text if len(first.words) > 1 else first.text)
    return found[1] if found and len(line.tokens) > 1 else None


def is_small(paragraph: Paragraph, body: float) -> bool:
    """Whether all lines are in smaller letters than the article."""
    return all(line.size < SMALLER * body for line in paragraph.lines)


def is_caption(paragraph: Paragraph, body: float, sheet: Sheet) -> bool:
    """Whether a paragraph is the caption of a picture."""
    if len(paragraph.lines) > MAX_CAPTION_LINES or not is_small(paragraph, body):
        return False
    if paragraph.text.lower().startswith(pdf_words("captions")):
        return True
    return not sheet.scanned and any(_is_beside(paragraph, one) for one in sheet.pictures)


def _is_beside(paragraph: Paragraph, picture: Box) -> bool:
    """Whether a paragraph stands right below or above a picture."""
    lines = paragraph.lines
    left, right = min(one.left for one in lines), max(one.right for one in lines)
    if min(right, picture.right) - max(left, picture.left) < 0.5 * (right - left):
        return False
    below = picture.bottom - (lines[0].base + lines[0].size)
    above = lines[-1].base - picture.top
    return -NEAR / 4 < below < NEAR or 0 < above < NEAR


def marks_of(token: Token, labels: frozenset[str]) -> set[int]:
    """The ids of a token's words that are raised marks of footnotes with these labels."""
    return {
        id(word)
        for word in token.words
        if word.size < RAISED * token.size and word.base > token.base and _label(word) in labels
    }


def _label(word: Word) -> str | None:
    found = LABEL.fullmatch(word.text)
    return found[1] if found else None
