"""Contents that run from one quotation into the next, cut between the two.

The network sees words, not who is quoted: where a quotation ends and the next begins at once, it
may take both for one content though two people speak.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

import numpy as np

from sayso.encoder.tagger import RoleSpan, TaggedText
from sayso.text.quotes import quotations

MAX_STRAY_LETTERS = 4
SPACE = re.compile(r"\s*")


def split_contents(text: str, tagged: TaggedText) -> TaggedText:
    """The tagged text with every content cut where one quotation ends and the next begins."""
    borders = list(_borders_between_quotations(text))
    if not borders:
        return tagged
    by_end = sorted((end, number) for number, (end, _) in enumerate(borders))
    roles: list[RoleSpan] = []
    rows: list[int] = []
    for row, span in enumerate(tagged.roles):
        pieces = [span]
        if span.role == "content":
            first, last = bisect_left(by_end, (span.start + 1,)), bisect_left(by_end, (span.end,))
            inside = sorted(number for _, number in by_end[first:last])
            pieces = list(_pieces_between(span, [borders[number] for number in inside]))
        roles += pieces
        rows += [row] * len(pieces)
    belongs = tagged.belongs[np.array(rows, dtype=np.int64)]
    return TaggedText(tuple(roles), belongs, tagged.governs)


def rejoin_contents(text: str, contents: Sequence[RoleSpan]) -> list[RoleSpan]:
    """The contents of one cue, joined where only white space stands between them.

    A stray word beside a real content ("that") is left out.
    """
    joined: list[RoleSpan] = []
    for span in sorted(contents, key=lambda span: span.start):
        if joined and not text[joined[-1].end : span.start].strip():
            last = joined[-1]
            joined[-1] = RoleSpan(span.role, last.start, span.end, min(last.score, span.score))
        else:
            joined.append(span)
    if len(joined) == 1:
        return joined
    letters = [sum(map(str.isalpha, text[span.start : span.end])) for span in joined]
    kept = [span for span, count in zip(joined, letters, strict=True) if count > MAX_STRAY_LETTERS]
    return kept or joined


def _borders_between_quotations(text: str) -> Iterator[tuple[int, int]]:
    """Where a quotation ends and where the next begins, with only white space between the two."""
    spans = quotations(text)
    starts = [start for start, _ in spans]
    for _, end in spans:
        following = bisect_right(starts, end)
        gap = SPACE.match(text, end)
        if gap is not None and following < len(starts) and gap.end() == starts[following]:
            yield end, starts[following]


def _pieces_between(span: RoleSpan, borders: Sequence[tuple[int, int]]) -> Iterator[RoleSpan]:
    """A span cut at the borders that lie within it; what stands between two quotations goes."""
    start = span.start
    for end, begin in borders:
        if start < end and begin < span.end:
            yield RoleSpan(span.role, start, end, span.score)
            start = begin
    yield RoleSpan(span.role, start, span.end, span.score)
