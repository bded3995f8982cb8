"""Blocks that are furniture by their own words and links: "Read more: …", "Advertisement", "Photo: …"."""

import re
from dataclasses import dataclass

from sayso.lexicon.furniture import furniture
from sayso.model.particulars import LeftOutKind
from sayso.read.pages.blocks import HEADINGS, Block, is_prose

KINDS = {
    "caption": LeftOutKind.CAPTION,
    "pull_quote": LeftOutKind.PULL_QUOTE,
    "related": LeftOutKind.RELATED,
    "head": LeftOutKind.HEAD,
    "standfirst": LeftOutKind.HEAD,
}
MAX_WORDS_OF_LINE = 25  # of a line that is furniture by how it begins
MAX_SHARE_LINKED = 0.8  # of the words of a line
MAX_SHARE_LINKED_IN_LIST = 0.6
MAX_WORDS_OF_LINKS = 60
AROUND_LINE = " .:|-–—•·*>»›→↓_=~"
MAX_WORDS_OF_REQUEST = 120
MIN_REQUESTS = 2  # phrases of a request
QUOTED = re.compile('[“”„«»"]')
ASKING = re.compile(r"\b(?:we|our|us|you|your)\b")
MIN_WORDS_OF_CORRECTION = 6
MAX_CHARACTERS_OF_LINE = 300  # of a block, to know how it begins
MAX_CHARACTERS_OF_DATE = 120
FIGURE = re.compile(r"\d{1,4}(?:st|nd|rd|th|am|pm|h|hrs|min|mins)?")
WORD = re.compile(r"\w+")
LOOSE = re.compile(r"(?<!\S)[|\[\]()<>«»·•*/–—-]+(?!\S)")  # around links
BYLINE = re.compile(r"(?:[Bb]y|BY)\s*:?\s+[^\W\d_].{0,150}")


@dataclass(frozen=True, slots=True)
class Mark:
    """Why a block is furniture. `sure` unless another opinion may overrule it."""

    kind: LeftOutKind
    sure: bool = True


def mark_of_line(block: Block) -> Mark | None:
    """What the words and the links of a short block say."""
    if block.words > MAX_WORDS_OF_LINKS:
        return None
    most = MAX_SHARE_LINKED_IN_LIST if block.tag == "li" else MAX_SHARE_LINKED
    marks = len(LOOSE.findall(block.text)) if block.linked else 0
    if block.linked >= most * (block.words - marks) and block.tag not in HEADINGS:
        return Mark(LeftOutKind.RELATED)
    if block.words > MAX_WORDS_OF_LINE:
        return None
    line = plain_line(block.text)
    bare = line.strip(AROUND_LINE)
    if not bare or bare in furniture().lines:
        return Mark(LeftOutKind.OTHER)
    kind = kind_by_opening(line)
    return Mark(KINDS.get(kind, LeftOutKind.OTHER)) if kind else None


def mark_of_request(block: Block) -> Mark | None:
    """Marks a paragraph in which the outlet asks its readers for something."""
    if not is_prose(block) or block.words > MAX_WORDS_OF_REQUEST:
        return None
    line = plain_line(block.text)
    if QUOTED.search(block.text) or not ASKING.search(line):
        return None
    asked = set(furniture().requests.findall(line))
    return Mark(LeftOutKind.OTHER) if len(asked) >= MIN_REQUESTS else None


def plain_line(text: str) -> str:
    """The text on one line, in lower case and with straight apostrophes, as the lexicon has it."""
    return " ".join(text.lower().replace("’", "'").split())


def kind_by_opening(line: str) -> str | None:
    """The kind of furniture that begins as the line does."""
    openings = furniture().openings
    found = openings.pattern.match(line)
    if not found or (found[0][-1].isalnum() and line[found.end() : found.end() + 1].isalnum()):
        return None
    return openings.kinds[found[0]]


def is_correction(block: Block) -> bool:
    """Whether the outlet corrects its report in the block."""
    if not MIN_WORDS_OF_CORRECTION <= block.words <= MAX_WORDS_OF_REQUEST:
        return False
    return (
        furniture().corrections.match(plain_line(block.text[:MAX_CHARACTERS_OF_LINE])) is not None
    )


def is_date_line(text: str) -> bool:
    """Whether the text is a date or a time and nothing else.

    >>> [is_date_line(one) for one in ("Updated: Mon 2 March 2026, 08:15 GMT", "On Monday 2 died.")]
    [True, False]
    """
    if len(text) > MAX_CHARACTERS_OF_DATE:
        return False
    figures = [one for one in WORD.findall(text.lower()) if one not in furniture().dates]
    return bool(figures) and all(map(FIGURE.fullmatch, figures))
