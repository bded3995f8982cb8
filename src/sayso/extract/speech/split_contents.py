"""Contents that run from one quotation or sentence into the next, cut between the two.

The network sees words, not who is quoted: where a quotation ends and the next begins at once, it
may take both for one content though two people speak. Where a sentence ends outside quotation marks,
the next one is seldom said by the same speaker, and it never is behind an empty line.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

import numpy as np

from sayso.encoder.tagger import RoleSpan, TaggedText
from sayso.text.datelines import datelines
from sayso.text.quotes import CLOSING, STRAIGHT, quotations, quoted_characters
from sayso.text.sentences import sentences

MAX_STRAY_LETTERS = 4
SPACE = re.compile(r"\s*")
ENDS = frozenset(".!?…") | CLOSING | STRAIGHT

Border = tuple[int, int]  # where one stretch ends, and where the next one begins


def split_contents(text: str, tagged: TaggedText) -> TaggedText:
    """The tagged text with every content cut where a quotation or a sentence ends and another one
    begins, and without a dateline. Of a source with an empty line, the part beside the next cue is
    left, or else the first."""
    between_sentences = list(_borders_between_sentences(text))
    borders = {
        "content": sorted({*_borders_between_quotations(text), *between_sentences}),
        "source": [border for border in between_sentences if _is_empty_line(text, border)],
    }
    roles: list[RoleSpan] = []
    rows: list[int] = []
    for row, span in enumerate(tagged.roles):
        if span.role == "content" and datelines(text).get(span.start, span.end) < span.end:
            span = replace(span, start=datelines(text)[span.start])
        pieces = list(_pieces_between(span, _borders_inside(span, borders.get(span.role, ()))))
        if span.role == "source" and len(pieces) > 1:
            is_before_cue = any(role.role == "cue" for role in tagged.roles[row + 1 : row + 2])
            pieces = pieces[-1:] if is_before_cue else pieces[:1]
        roles += pieces
        rows += [row] * len(pieces)
    if tuple(roles) == tagged.roles:
        return tagged
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


def _borders_between_quotations(text: str) -> Iterator[Border]:
    """Where a quotation ends and the next begins, with only white space between the two."""
    spans = quotations(text)
    starts = [start for start, _ in spans]
    for _, end in spans:
        following = bisect_right(starts, end)
        gap = SPACE.match(text, end)
        if gap is not None and following < len(starts) and gap.end() == starts[following]:
            yield end, starts[following]


def _borders_between_sentences(text: str) -> Iterator[Border]:
    """Where a sentence ends with a mark or at an empty line, and the next begins outside quotations."""
    quoted = quoted_characters(text, quotations(text))
    for (_, end), (start, _) in pairwise(sentences(text)):
        is_end = text[end - 1] in ENDS or _is_empty_line(text, (end, start))
        if end < start and not quoted[end] and is_end:
            yield end, start


def _is_empty_line(text: str, border: Border) -> bool:
    return text.count("\n", *border) > 1


def _borders_inside(span: RoleSpan, borders: Sequence[Border]) -> Sequence[Border]:
    """The borders within a span, of some in text order."""
    first = bisect_left(borders, (span.start + 1,))
    return borders[first : bisect_left(borders, (span.end,))]


def _pieces_between(span: RoleSpan, borders: Sequence[Border]) -> Iterator[RoleSpan]:
    """A span cut at the borders that lie within it; what stands between two stretches goes."""
    start = span.start
    for end, begin in borders:
        if start < end and begin < span.end:
            yield RoleSpan(span.role, start, end, span.score)
            start = begin
    yield RoleSpan(span.role, start, span.end, span.score)
