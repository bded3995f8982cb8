"""Contents that run over from one quotation into the next, cut between the two.

The network sees words, not who is quoted: where one quotation ends and another begins at once, it
may take both for one content though they are two speakers'.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

import numpy as np

from sayso.encoder.tagger import TaggedText, RoleSpan
from sayso.text.quotes import quotations

STRAY = 4  # letters


def parted(text: str, reading: TaggedText) -> TaggedText:
    """The reading with every content cut where one quotation ends and the next begins."""
    borders = list(_borders(text))
    if not borders:
        return reading
    roles: list[RoleSpan] = []
    rows: list[int] = []
    for row, role in enumerate(reading.roles):
        pieces = [role] if role.role != "content" else list(_cut(role, borders))
        roles += pieces
        rows += [row] * len(pieces)
    return TaggedText(tuple(roles), reading.attachment_scores[np.array(rows, dtype=np.int64)])


def rejoined(text: str, contents: Sequence[RoleSpan]) -> list[RoleSpan]:
    """The contents of one cue, those that only white space parts put together again.

    A stray word beside a real content ("that") is left out.
    """
    out: list[RoleSpan] = []
    for one in sorted(contents, key=lambda role: role.start):
        if out and not text[out[-1].end : one.start].strip():
            out[-1] = RoleSpan(one.role, out[-1].start, one.end, min(out[-1].score, one.score))
        else:
            out.append(one)
    return [one for one in out if sum(map(str.isalpha, text[one.start : one.end])) > STRAY] or out


def _borders(text: str) -> Iterator[tuple[int, int]]:
    """Where a quotation ends and the next one begins, with nothing but a space between."""
    spans = quotations(text)
    starts = [start for start, _ in spans]
    for _, end in spans:
        at = bisect_right(starts, end)
        if at < len(starts) and not text[end : starts[at]].strip():
            yield end, starts[at]


def _cut(role: RoleSpan, borders: Sequence[tuple[int, int]]) -> Iterator[RoleSpan]:
    start = role.start
    for end, begin in borders:
        if start < end and begin < role.end:
            yield RoleSpan(role.role, start, end, role.score)
            start = begin
    yield RoleSpan(role.role, start, role.end, role.score)
