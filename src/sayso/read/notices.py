"""Notices that part of the article is withheld.

Only whole lines near the beginning or the end count, and every sentence of a line must be a notice,
so that a report about paywalls keeps its words. "Sign in" counts only next to a notice.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from sayso.lexicon.notices import page_notices
from sayso.model.text import Span

LINE = re.compile(r"\S[^\n]*")
STOP = re.compile(r"[.!?…:;|·•→»]+(?=\s|$)|\s[–—-]\s")
MAX_NOTICE_CHARACTERS = 300  # characters of a notice
OPENING_LINES, CLOSING_LINES = 6, 14  # where a notice counts
HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class Notice:
    """A line that is no part of the article. `plain` if it says so itself; `shares` are those withheld."""

    plain: bool
    shares: frozenset[Decimal] = frozenset()


@dataclass(frozen=True, slots=True)
class Withheld:
    """The share of the article that is withheld, and the lines with the notice."""

    remaining: float | None
    lines: tuple[Span, ...]


def withheld_part(text: str) -> Withheld:
    """The notices of a text. With two different shares, the share is unknown."""
    spans: list[Span] = []
    shares: set[Decimal] = set()
    for is_notice, run in groupby(_read_lines(text), lambda one: one[1] is not None):
        noticed = [(span, found) for span, found in run if found is not None]
        if is_notice and any(found.plain for _, found in noticed):
            spans += [span for span, _ in noticed]
            shares |= {share for _, found in noticed for share in found.shares}
    return Withheld(float(shares.pop()) if len(shares) == 1 else None, tuple(spans))


def notice_in_line(line: str) -> Notice | None:
    """The notice in a line, if the line says nothing else.

    >>> notice_in_line("The rest is for subscribers only.")
    Notice(plain=True, shares=frozenset())
    >>> notice_in_line("The rest is for subscribers only, the editor said.") is None
    True
    """
    if len(line) > MAX_NOTICE_CHARACTERS:
        return None
    said = " ".join(line.lower().replace("’", "'").split())
    known: list[Notice] = []
    for part in STOP.split(said):
        if sentence := part.strip(" *_[]()<>"):
            found = _notice_in_sentence(sentence)
            if found is None:
                return None
            known.append(found)
    if not known:
        return None
    shares = frozenset[Decimal]().union(*(one.shares for one in known))
    return Notice(any(one.plain for one in known), shares)


def _notice_in_sentence(said: str) -> Notice | None:
    """The notice in one sentence, given in lower case and without its full stop."""
    notices = page_notices()
    if not notices.known.fullmatch(said):
        return None
    for patterns, is_left in ((notices.left, True), (notices.read, False)):
        for pattern in patterns:
            if found := pattern.fullmatch(said):
                share = Decimal(found["share"].replace(",", ".")) / HUNDRED
                if share > 1:
                    return None
                return Notice(True, frozenset({share if is_left else 1 - share}))
    if any(pattern.fullmatch(said) for pattern in notices.withheld):
        return Notice(True)
    return Notice(False) if any(pattern.fullmatch(said) for pattern in notices.prompt) else None


def _read_lines(text: str) -> list[tuple[Span, Notice | None]]:
    """The lines of a text with their notices. A notice may be wrapped once."""
    spans = [_stripped_span(found) for found in LINE.finditer(text)]
    read: list[tuple[Span, Notice | None]] = []
    number = 0
    while number < len(spans):
        span, taken = spans[number], 1
        near = number < OPENING_LINES or number >= len(spans) - CLOSING_LINES
        found = notice_in_line(text[span.start : span.end]) if near else None
        if near and number + 1 < len(spans):
            after = spans[number + 1]
            both = Span(span.start, after.end)
            alone = found is not None and notice_in_line(text[after.start : after.end]) is not None
            if not alone and (wrapped := _wrapped_notice(text, both)):
                span, found, taken = both, wrapped, 2
        read.append((span, found))
        number += taken
    return read


def _wrapped_notice(text: str, both: Span) -> Notice | None:
    words = text[both.start : both.end] if len(both) <= MAX_NOTICE_CHARACTERS else ""
    return notice_in_line(words) if words.count("\n") == 1 else None


def _stripped_span(line: re.Match[str]) -> Span:
    return Span(line.start(), line.start() + len(line.group().rstrip()))
