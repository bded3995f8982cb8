"""The marks inside a line of Markdown: emphasis, links, pictures, code, escapes, entities.

Each mark is looked at once, so that a text of marks takes no longer than another one.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from html.entities import html5

# A comment is a run of zero characters by now.
TOKEN = re.compile(
    r"\\(?P<escaped>[!-/:-@\[-`{-~])"
    r"|(?P<code>`+)"
    r"|<(?P<address>https?://[^\s<>]{1,2000})>"
    r"|(?P<tag></?[A-Za-z][^<>]{0,1000}>)"
    r"|(?P<entity>&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)"
    r"|(?P<open>!?\[)|(?P<close>\])"
    r"|(?P<run>\*+|_+|~~)|(?P<comment>\0+)"
)
TARGET = re.compile(
    r"\((?:\s*(?:<[^<>\n]{0,2000}>|[^\s()<>]{0,2000}(?:\([^\s()]{0,500}\)[^\s()<>]{0,500}){0,4})"
    r"(?:\s+(?:\"[^\"\n]{0,1000}\"|'[^'\n]{0,1000}'))?\s*)\)"
)
TICKS = re.compile(r"`+")
LABEL = re.compile(r"\[([^\[\]\n]{0,300})\]")
FOOTNOTE = re.compile(r"\^[^\s\[\]]{1,60}")
MAX_OPEN = 1_000  # marks that wait for their other half


@dataclass(slots=True)
class Edits:
    """What becomes of the `marks` found: ranges that go, others that are read as something else."""

    marks: int = 0
    dropped: list[tuple[int, int]] = field(default_factory=list)
    replaced: dict[int, tuple[int, str]] = field(default_factory=dict)  # start: end, characters
    pictures: list[tuple[int, str]] = field(default_factory=list)  # place, words for it

    def kept(self, length: int) -> Iterator[tuple[int, int, str | None]]:
        """What is left, in order: ranges, each with what it is read as, if that differs."""
        edits: list[tuple[int, int, str | None]] = [(*one, None) for one in self.dropped]
        edits += [(start, end, said) for start, (end, said) in self.replaced.items()]
        at = 0
        for start, end, said in sorted(edits, key=lambda edit: (edit[0], -edit[1])):
            if start < at:
                continue
            if start > at:
                yield at, start, None
            if said is not None:
                yield start, end, said
            at = end
        if at < length:
            yield at, length, None


def inline_edits(text: str, labels: frozenset[str], most: int) -> Edits:
    """The edits for a block's text; `labels` are those for which the file gives a target.

    Marks beyond `most` are text.
    """
    edits = Edits()
    marks = _Marks(text, labels, edits)
    at = 0
    while edits.marks < most and (token := TOKEN.search(text, at)):
        edits.marks += 1
        at = marks.take(token)
    return edits


@dataclass(slots=True)
class _Marks:
    text: str
    labels: frozenset[str]
    edits: Edits
    brackets: list[tuple[int, int]] = field(default_factory=list)  # start, end
    runs: list[tuple[int, int]] = field(default_factory=list)  # of emphasis, still open
    ticks: dict[int, list[int]] = field(default_factory=dict)  # starts of backticks by number

    def take(self, token: re.Match[str]) -> int:
        """Notes a mark; gives the place behind it."""
        start, end = token.span()
        kind = token.lastgroup
        if kind == "escaped":
            self.edits.dropped.append((start, start + 1))
        elif kind == "code":
            return self._take_code(start, end)
        elif kind == "address":
            self.edits.dropped += ((start, start + 1), (end - 1, end))
        elif kind in ("tag", "comment"):
            self.edits.dropped.append((start, end))
        elif kind == "entity":
            name = token.group()[1:]
            if name in html5 or name.startswith("#"):
                self.edits.replaced[start] = (end, unescape(token.group()))
        elif kind == "open":
            if len(self.brackets) < MAX_OPEN:
                self.brackets.append((start, end))
        elif kind == "close":
            return self._close_bracket(start)
        else:
            self._take_run(start, end)
        return end

    def _take_code(self, start: int, end: int) -> int:
        """Drops the backticks around code, in which nothing is a mark."""
        length = end - start
        if not self.ticks:
            for run in TICKS.finditer(self.text):
                self.ticks.setdefault(len(run.group()), []).append(run.start())
        others = self.ticks.get(length, [])
        at = bisect_left(others, end)
        if at == len(others):
            return end
        self.edits.dropped += ((start, end), (others[at], others[at] + length))
        return others[at] + length

    def _close_bracket(self, close: int) -> int:
        """Drops a link's brackets and target, or a picture. Other brackets are part of the text."""
        if not self.brackets:
            return close + 1
        start, inside = self.brackets.pop()
        end = self._target_end(inside, close)
        if end is None:
            return close + 1
        if self.text[start] == "!":
            self.edits.pictures.append((start, self.text[inside:close]))
            self.edits.dropped.append((start, end))
        elif FOOTNOTE.fullmatch(self.text, inside, close):
            self.edits.dropped.append((start, end))
        else:
            self.edits.dropped += ((start, inside), (close, end))
        return end

    def _target_end(self, inside: int, close: int) -> int | None:
        """Where a link ends; None if the brackets are none."""
        target = TARGET.match(self.text, close + 1)
        if target:
            return target.end()
        label = LABEL.match(self.text, close + 1)
        name = plain_label(self.text[inside : min(close, inside + 300)])
        if label and (plain_label(label[1]) or name) in self.labels:
            return label.end()
        return close + 1 if name in self.labels else None

    def _take_run(self, start: int, end: int) -> None:
        """Drops marks of emphasis that open and close."""
        mark = self.text[start]
        before, after = self.text[start - 1 : start], self.text[end : end + 1]
        opens = bool(after.strip()) and not (mark == "_" and before.isalnum())
        closes = bool(before.strip()) and not (mark == "_" and after.isalnum())
        left = end - start
        while closes and left and self.runs and self.text[self.runs[-1][0]] == mark:
            other_start, other_end = self.runs.pop()
            length = min(left, other_end - other_start)
            self.edits.dropped += (
                (other_end - length, other_end),
                (end - left, end - left + length),
            )
            left -= length
            if other_end - length > other_start:
                self.runs.append((other_start, other_end - length))
        if opens and left and len(self.runs) < MAX_OPEN:
            self.runs.append((end - left, end))


def plain_label(label: str) -> str:
    """A label of a link as it is compared."""
    return " ".join(label.split()).casefold()
