"""The text of a report for the desk: blocks of segments, with what was read in each beside it."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from sayso.dossier.claims import ClaimShown, KeysByActor, report_claims
from sayso.dossier.events import EventWords, report_events
from sayso.dossier.marks import marked_places
from sayso.dossier.report_words import Report, numbered_reports
from sayso.dossier.reports import MarkedSegment, ReadReport, marked_blocks, paragraph_bounds
from sayso.dossier.shown_figures import FigureShown, figures_shown
from sayso.model.comparison import Comparison
from sayso.model.facts import Facts
from sayso.model.happening import Event
from sayso.model.text import Span

PART_CHARACTERS = 20_000  # of a long report, on one page: some 3,500 words
MOST_IN_BLOCK = 6_000  # characters; a longer paragraph is drawn in several
Marked = Iterable[tuple[Span, str]]


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, or a piece of a long one, and what was read in it: numbered as in the whole text.

    `ends` has, for the end of a segment, the claims that end there.
    """

    start: int
    segments: tuple[MarkedSegment, ...]
    claims: tuple[ClaimShown, ...]
    figures: tuple[tuple[int, FigureShown], ...]
    events: tuple[tuple[int, Event, EventWords], ...]
    ends: Mapping[int, Sequence[ClaimShown]]
    rejected: tuple[Mapping[str, Any], ...]


@dataclass(frozen=True, slots=True)
class Bounds:
    """Where one part of a long text begins and ends. `parts` is how many there are, `number` from 1.

    `starts` are the beginnings of all blocks of the text.
    """

    starts: Sequence[int]
    span: Span
    number: int
    parts: int


@dataclass(frozen=True, slots=True)
class TextPart:
    """One part of a report's text."""

    blocks: tuple[Block, ...]
    number: int
    parts: int


def read_report(facts: Facts, keys: KeysByActor) -> ReadReport:
    """What was read in a report, as it is shown; `keys` are the names of the speakers' pages."""
    report = shown_report(facts)
    claims = report_claims(facts, report, keys)
    by_id = {(facts.document.id, claim.claim): claim for claim in claims if claim.claim}
    figures = figures_shown(facts, report, by_id)
    return ReadReport(
        facts, report, tuple(claims), tuple(figures), tuple(report_events(facts, report))
    )


def shown_report(facts: Facts) -> Report:
    """The report with its label and date."""
    return numbered_reports(Comparison((facts,)))[facts.document.id]


def bounds_of(text: str, number: int | None, at: Span | None) -> Bounds:
    """The part of a text with this number, else the one with the words `at`, else the first."""
    starts = block_starts(text)
    firsts = _part_firsts(starts, len(text))
    if number is None and at is not None:
        number = bisect_right(firsts, at.start)
    number = min(max(number or 1, 1), len(firsts))
    start, end = [*firsts, len(text)][number - 1 : number + 1]
    return Bounds(starts, Span(start, end), number, len(firsts))


def text_part(
    read: ReadReport,
    bounds: Bounds,
    at: Span | None,
    marked: Marked = (),
    rejected: Iterable[Mapping[str, Any]] = (),
) -> TextPart:
    """A part of a text with what was read in it; the words `at` are lit.

    `marked` has more places to mark, as in `marked_blocks`. `rejected` are rows of facts that a person
    rejected: they are no facts of the report now, and stand beside its words all the same.
    """
    document = read.report.document
    lit = [(at, "lit")] if at else []
    cuts = [place + more for place in marked_places(document.text) for more in (0, 1)]
    cuts += [document.read_to or 0]
    blocks = marked_blocks(read, bounds.starts, [*marked, *lit], cuts)
    beside = _Beside(read, tuple(rejected))
    part = bounds.span
    ends = [*bounds.starts[1:], len(document)]
    return TextPart(
        tuple(
            beside.block(block, start, end)
            for block, start, end in zip(blocks, bounds.starts, ends, strict=True)
            if part.start <= start < part.end
        ),
        bounds.number,
        bounds.parts,
    )


def span_of(text: str, asked: str) -> Span | None:
    """The words that "START-END" asks for; None where these are no place in the text."""
    start, _, end = asked.partition("-")
    if not all(one.isascii() and one.isdigit() and len(one) < 10 for one in (start, end)):
        return None
    first, last = int(start), min(int(end), len(text))
    return Span(first, last) if first < last else None


def block_starts(text: str) -> list[int]:
    """Where the paragraphs begin, and the pieces of long ones, which are cut at spaces."""
    starts: list[int] = []
    for start, end in paragraph_bounds(text):
        starts.append(start)
        while end - starts[-1] > MOST_IN_BLOCK:
            before = starts[-1] + MOST_IN_BLOCK
            space = text.rfind(" ", starts[-1] + MOST_IN_BLOCK // 2, before)
            starts.append(space + 1 if space >= 0 else before)
    return starts


def _part_firsts(starts: Sequence[int], length: int) -> list[int]:
    """Where each part begins."""
    firsts = [0]
    for start, end in pairwise([*starts, length]):
        if end - firsts[-1] > PART_CHARACTERS and start > firsts[-1]:
            firsts.append(start)
    return firsts


class _Beside:
    """What was read in a report, by its place."""

    def __init__(self, read: ReadReport, rejected: Sequence[Mapping[str, Any]]) -> None:
        self._claims = sorted(read.claims, key=lambda one: one.words.spans[0].start)
        self._claim_starts = [one.words.spans[0].start for one in self._claims]
        self._figures = [
            (one.figure.span.start, number, one) for number, one in enumerate(read.figures, 1)
        ]
        self._events = [
            (event.trigger.start, number, event, words)
            for number, (event, words) in enumerate(read.events, 1)
        ]
        self._ends: dict[int, list[ClaimShown]] = {}
        for claim in read.claims:
            self._ends.setdefault(claim.words.spans[-1].end, []).append(claim)
        self._rejected = rejected

    def block(self, segments: Sequence[MarkedSegment], start: int, end: int) -> Block:
        first, last = (bisect_left(self._claim_starts, place) for place in (start, end))
        ends = {
            place: self._ends[place]
            for one in segments
            if (place := one.start + len(one.text)) in self._ends
        }
        return Block(
            start,
            tuple(segments),
            tuple(self._claims[first:last]),
            tuple((number, one) for at, number, one in self._figures if start <= at < end),
            tuple(
                (number, one, said) for at, number, one, said in self._events if start <= at < end
            ),
            ends,
            tuple(row for row in self._rejected if start <= row["start"] < end),
        )
