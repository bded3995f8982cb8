"""The lines of a text."""

import re
from typing import NamedTuple

from sayso.text.cut_words import is_cut
from sayso.text.paragraphs import ENDS_A_SENTENCE

FIRST_WORD = re.compile(r"\S{1,60}")
COLUMNS = re.compile(r"\t|\|[^|\n]*\||\S {3,40}\S[^\n]{0,99}\S {3,40}\S")
LETTER = re.compile(r"[^\W\d_]")
QUOTED = re.compile(r"(?:>[ \t]?){1,9}")  # the marks before a line of an answered mail
PAGE_NUMBER = re.compile(
    r"(?:(?i:page|p\.|pp\.)[ \t]{0,3})?\d{1,4}(?:[ \t]{0,2}(?:/|(?i:of))[ \t]{0,2}\d{1,4})?"
    r"|[-–—|[~*•·][ \t]{0,4}\d{1,4}[ \t]{0,4}[-–—|\]~*•·]"
)


class Line(NamedTuple):
    """A line with something on it, without white space at its edges and the marks of a quoted mail.

    `begun` is where the line begins with its indent; `gap` says that an empty line is before it, or
    one with other marks.
    """

    start: int
    end: int
    begun: int
    gap: bool

    @property
    def indent(self) -> int:
        """How many characters stand before the words."""
        return self.start - self.begun

    @property
    def width(self) -> int:
        """How many columns it reaches to."""
        return self.end - self.begun


def lines_of(text: str) -> list[Line]:
    """The lines of a text that are not empty."""
    found: list[Line] = []
    begun, gap, marks = 0, True, 0
    while begun < len(text):
        stop = text.find("\n", begun)
        stop = len(text) if stop < 0 else stop
        words = text[begun:stop].strip()
        if words:
            start = text.index(words[0], begun)
            end = start + len(words)
            quoted = QUOTED.match(text, start, end)
            marks_before, marks = marks, quoted[0].count(">") if quoted else 0
            words = text[quoted.end() if quoted else start : end].strip()
            if words:
                found.append(Line(end - len(words), end, begun, gap or marks != marks_before))
        gap = not words
        begun = stop + 1
    return found


def with_next_word(text: str, line: Line, following: Line) -> int:
    """The last column before the first word of the next line would have fitted."""
    word = FIRST_WORD.match(text, following.start, following.end)
    return line.width + (len(word[0]) if word else 0)


def stops_in_mid_sentence(text: str, line: Line) -> bool:
    """Whether a line ends with no mark that may end a sentence."""
    return text[line.end - 1] not in ENDS_A_SENTENCE


def is_page_number(text: str, line: Line) -> bool:
    """Whether a line is nothing but a number, as pages have it: "4", "— 4 —", "Page 4 of 9"."""
    return bool(PAGE_NUMBER.fullmatch(text, line.start, line.end))


def ends_in_a_cut(text: str, line: Line, following: Line) -> bool:
    """Whether a line ends with a hyphen in a word: "hos-" before "pital", "twenty-" before "two"."""
    end = text[max(line.start, line.end - 2) : line.end]
    return is_cut(end, text[following.start])


def is_row(text: str, line: Line) -> bool:
    """Whether a line has columns, as a table has, or no letters at all."""
    has_letters = LETTER.search(text, line.start, line.end)
    return not has_letters or bool(COLUMNS.search(text, line.start, line.end))
