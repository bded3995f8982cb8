"""A text as if nobody had broken its lines: what rules and the network read, with the way back.

A line break inside a paragraph is a space, a word cut at the end of a line is whole, and running heads
between two halves of a sentence are gone. Everything else is as it was, so the plain form of a text
whose lines are paragraphs is that text.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sayso.text.cut_words import REACH, CutWords, IsWord
from sayso.text.lines import Line, ends_in_a_cut, lines_of
from sayso.text.page_breaks import page_breaks
from sayso.text.prepared import PreparedText
from sayso.text.wrapping import wrapping_of


class Joint(NamedTuple):
    """The characters [start, end) of a text, and what the plain form has there: a space or nothing.

    `skips` says that words stood there: those of a running head.
    """

    start: int
    end: int
    into: str
    skips: bool


class PlainForm:
    """A text without the line breaks that are nobody's, and the places of its characters in the text."""

    def __init__(self, source: str, joints: Sequence[Joint]) -> None:
        self._length = len(source)
        # Character self._inner[i] of the plain form, and those behind it up to the next joint, stand at
        # self._outer[i] of the source.
        self._inner, self._outer = [0], [0]
        self._skipped = [(one.start, one.end) for one in joints if one.skips]
        pieces: list[str] = []
        length = end = 0
        for one in joints:
            pieces += (source[end : one.start], one.into)
            length += one.start - end + len(one.into)
            end = one.end
            self._inner.append(length)
            self._outer.append(end)
        pieces.append(source[end:])
        self.text = PreparedText("".join(pieces)) if joints else _prepared(source)

    @property
    def is_source(self) -> bool:
        """Whether each character stands where it stands in the source."""
        return len(self._inner) == 1

    def to_source(self, start: int, end: int) -> tuple[int, int]:
        """Where the characters [start, end) of the plain form, at least one, stand in the source."""
        return self._place(start), self._place(end - 1) + 1

    def pieces_in_source(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The same without the running heads between."""
        begun, stop = self.to_source(start, end)
        for skip_start, skip_end in self._skipped[bisect_right(self._skipped, (begun, stop)) :]:
            if skip_end >= stop:
                break
            yield begun, skip_start
            begun = skip_end
        yield begun, stop

    def from_source(self, start: int, end: int) -> tuple[int, int]:
        """Where the characters [start, end) of the source stand in the plain form.

        A place within a joint is that of its space, or of the character before it.
        """
        first = self._inner_place(start)
        return first, max(first + 1, self._inner_place(end - 1) + 1)

    def _place(self, at: int) -> int:
        joint = bisect_right(self._inner, at) - 1
        return self._outer[joint] + at - self._inner[joint]

    def _inner_place(self, at: int) -> int:
        joint = bisect_right(self._outer, at) - 1
        last = self._inner[joint + 1] - 1 if joint + 1 < len(self._inner) else len(self.text) - 1
        return min(self._inner[joint] + at - self._outer[joint], last)


def plain_form(text: str, is_word: IsWord) -> PlainForm:
    """The plain form of a text; `is_word` says whether the language has a word, in lower case."""
    if "\n" not in text:
        return PlainForm(text, ())
    lines = lines_of(text)
    wrapping = wrapping_of(text, lines)
    behind = {at: at + 1 for at in wrapping.joined}
    for one in page_breaks(text, lines, wrapping):
        for at in range(one.before, one.behind):
            behind.pop(at, None)
        behind[one.before] = one.behind
    joints = _joints(text, [(lines[at], lines[behind[at]]) for at in sorted(behind)], is_word)
    return PlainForm(text, joints)


def _joints(text: str, pairs: Sequence[tuple[Line, Line]], is_word: IsWord) -> list[Joint]:
    """What stands between each two lines that belong together."""
    cuts = None
    joints: list[Joint] = []
    for line, following in pairs:
        end, into = line.end, " "
        if ends_in_a_cut(text, line, following):
            cuts = cuts or CutWords(text, is_word)
            before = text[max(0, end - REACH) : end]
            behind = text[following.start : following.start + REACH]
            end, into = end - (not cuts.hyphen_stays(before, behind)), ""
        skips = not text[line.end : following.start].isspace()
        joints.append(Joint(end, following.start, into, skips))
    return joints


def _prepared(text: str) -> PreparedText:
    return text if isinstance(text, PreparedText) else PreparedText(text)
