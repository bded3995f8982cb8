"""The lines in which a page says that part of the article is withheld.

Only whole lines near the beginning or the end count, and every sentence of them must be such a
notice: a report about paywalls keeps its words. "Sign in" counts only next to a notice.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from sayso.lexicon.notices import notices
from sayso.model.text import Span

LINE = re.compile(r"\S[^\n]*")
STOP = re.compile(r"[.!?…:;|·•→»]+(?=\s|$)|\s[–—-]\s")
LONGEST = 300  # characters of a notice
FIRST, LAST = 6, 14  # lines near the beginning and near the end
HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class Notice:
    """A line that is no part of the article: whether it says so itself, and the share left."""

    plain: bool
    shares: frozenset[Decimal] = frozenset()


@dataclass(frozen=True, slots=True)
class Withheld:
    """The share of the article that is still to be read, and the lines that speak of it."""

    remaining: float | None
    lines: tuple[Span, ...]


def withheld(text: str) -> Withheld:
    """What a text says of its missing part. Two different shares leave the share unknown."""
    spans: list[Span] = []
    shares: set[Decimal] = set()
    for is_notice, run in groupby(_read_lines(text), lambda one: one[1] is not None):
        noticed = [(span, found) for span, found in run if found is not None]
        if is_notice and any(found.plain for _, found in noticed):
            spans += [span for span, _ in noticed]
            shares |= {share for _, found in noticed for share in found.shares}
    return Withheld(float(shares.pop()) if len(shares) == 1 else None, tuple(spans))


def notice(line: str) -> Notice | None:
    """What a line says of the missing part of its article, if that is all it says.

    >>> notice("The rest is for subscribers only.")
    Notice(plain=True, shares=frozenset())
    >>> notice("The rest is for subscribers only, the editor said.") is None
    True
    """
    if len(line) > LONGEST:
        return None
    said = " ".join(line.lower().replace("’", "'").split())
    sentences = [one for part in STOP.split(said) if (one := part.strip(" *_[]()<>"))]
    read = [_sentence(sentence) for sentence in sentences]
    known = [one for one in read if one is not None]
    if not read or len(known) < len(read):
        return None
    shares = frozenset[Decimal]().union(*(one.shares for one in known))
    return Notice(any(one.plain for one in known), shares)


def _sentence(said: str) -> Notice | None:
    """What one sentence says, in lower case and without its stop."""
    known = notices()
    for patterns, is_left in ((known.left, True), (known.read, False)):
        for pattern in patterns:
            if found := pattern.fullmatch(said):
                share = Decimal(found["share"].replace(",", ".")) / HUNDRED
                if share > 1:
                    return None
                return Notice(True, frozenset({share if is_left else 1 - share}))
    if any(pattern.fullmatch(said) for pattern in known.withheld):
        return Notice(True)
    return Notice(False) if any(pattern.fullmatch(said) for pattern in known.prompt) else None


def _read_lines(text: str) -> list[tuple[Span, Notice | None]]:
    """The lines of a text with what they are; a notice may be wrapped once."""
    spans = [_stripped(found) for found in LINE.finditer(text)]
    read: list[tuple[Span, Notice | None]] = []
    number = 0
    while number < len(spans):
        span, taken = spans[number], 1
        near = number < FIRST or number >= len(spans) - LAST
        found = notice(text[span.start : span.end]) if near else None
        if near and number + 1 < len(spans):
            after = spans[number + 1]
            both = Span(span.start, after.end)
            alone = found is not None and notice(text[after.start : after.end]) is not None
            if not alone and (wrapped := _wrapped(text, both)):
                span, found, taken = both, wrapped, 2
        read.append((span, found))
        number += taken
    return read


def _wrapped(text: str, both: Span) -> Notice | None:
    words = text[both.start : both.end] if len(both) <= LONGEST else ""
    return notice(words) if words.count("\n") == 1 else None


def _stripped(line: re.Match[str]) -> Span:
    return Span(line.start(), line.start() + len(line.group().rstrip()))
