"""The reports themselves, cut into segments that know which facts they belong to."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import pairwise

from sayso.dossier.claims import ClaimShown
from sayso.dossier.events import EventWords
from sayso.dossier.report_words import Report
from sayso.dossier.segments import Segment, cut_segments
from sayso.dossier.shown_figures import FigureShown
from sayso.model.facts import Facts
from sayso.model.happening import Event
from sayso.model.text import Span
from sayso.text.paragraphs import paragraphs


@dataclass(frozen=True, slots=True)
class MarkedSegment:
    """A segment as the script draws it: its classes, and the facts that it belongs to."""

    start: int
    text: str
    classes: str
    facts: str


@dataclass(frozen=True, slots=True)
class PlainPiece:
    """A piece of a text as it is printed: the places on the page that begin with it, then its words.

    `ends_reading` says that the report was read only up to here.
    """

    places: tuple[str, ...]
    ends_reading: bool
    text: str


@dataclass(frozen=True, slots=True)
class ReadReport:
    """All that was read from one report: its facts, and how they are shown."""

    facts: Facts
    report: Report
    claims: tuple[ClaimShown, ...]
    figures: tuple[FigureShown, ...]
    events: tuple[tuple[Event, EventWords], ...]


@dataclass(frozen=True, slots=True)
class ReportShown:
    """A report with its text in paragraphs of segments, and the reports with exactly the same text."""

    read: ReadReport
    paragraphs: tuple[tuple[MarkedSegment, ...], ...]
    others: tuple[Report, ...]

    def plain_paragraphs(self, linked: Set[str]) -> list[list[PlainPiece]]:
        """The text to print, with the places of the facts that are linked."""
        document = self.read.report.document
        places = _places_by_start(self.read, linked)
        read_to = document.read_to
        cuts = sorted({*places} | ({read_to} if read_to is not None else set()))
        return [
            list(_plain_pieces(document.text, bounds, cuts, (places, read_to)))
            for bounds in paragraph_bounds(document.text)
        ]


def report_shown(read: ReadReport, others: Sequence[Report] = ()) -> ReportShown:
    """A report ready to print."""
    return ReportShown(read, _marked_paragraphs(read), tuple(others))


def text_runs(report: ReportShown, looks: dict[str, int]) -> list[list[int | str]]:
    """The segments of each paragraph in a row, for the script: length, look, facts if it has any.

    A length counts code points. A look is the number of its classes in `looks`.
    """
    return [
        [part for segment in paragraph for part in _segment_run(segment, looks)]
        for paragraph in report.paragraphs
    ]


def _segment_run(segment: MarkedSegment, looks: dict[str, int]) -> Iterable[int | str]:
    yield len(segment.text)
    yield looks.setdefault(segment.classes, len(looks))
    if segment.facts:
        yield segment.facts


def paragraph_bounds(text: str) -> list[tuple[int, int]]:
    """Where each paragraph of a text begins and ends, the space after it included."""
    starts = [0, *(start for start, _ in paragraphs(text)[1:])]
    return list(pairwise([*starts, len(text)]))


def _marked_paragraphs(read: ReadReport) -> tuple[tuple[MarkedSegment, ...], ...]:
    return marked_blocks(read, [start for start, _ in paragraph_bounds(read.report.document.text)])


def marked_blocks(
    read: ReadReport,
    starts: Sequence[int],
    further: Iterable[tuple[Span, str]] = (),
    cuts: Iterable[int] = (),
) -> tuple[tuple[MarkedSegment, ...], ...]:
    """The segments of each block of a text; `starts` says where the blocks begin, the first at 0.

    `further` has more places to mark: with the name of a fact, which ends in a number, or with a class.
    Segments end at `cuts` too.
    """
    text = read.report.document.text
    blocks: list[list[MarkedSegment]] = [[] for _ in starts]
    looks = {f"c{claim.note}": _claim_classes(claim) for claim in read.claims}
    spans = [*_marked_spans(read), *further]
    for segment in cut_segments(len(text), spans, [*starts, *cuts]):
        blocks[bisect_right(starts, segment.start) - 1].append(
            MarkedSegment(
                segment.start,
                text[segment.start : segment.end],
                _segment_classes(segment, looks),
                " ".join(fact for fact in segment.facts if fact[-1].isdigit()),
            )
        )
    return tuple(tuple(block) for block in blocks)


def _plain_pieces(
    text: str,
    bounds: tuple[int, int],
    cuts: Sequence[int],
    marks: tuple[Mapping[int, list[str]], int | None],
) -> Iterable[PlainPiece]:
    """A paragraph cut at the places; where the text ends, the last piece is empty."""
    places, read_to = marks
    start, end = bounds
    inner = cuts[bisect_right(cuts, start) : bisect_left(cuts, end)]
    for first, last in pairwise([start, *inner, end]):
        yield PlainPiece(tuple(places.get(first, ())), first == read_to, text[first:last])
    if end == len(text) == read_to:
        yield PlainPiece((), True, "")


def _places_by_start(read: ReadReport, linked: Set[str]) -> dict[int, list[str]]:
    """The places on the page that links lead to, by where they begin in the text."""
    places: dict[int, list[str]] = {}
    every = [claim.words for claim in read.claims]
    every += [figure.words for figure in read.figures]
    every += [event.words for _, event in read.events]
    for words in every:
        if words.anchor in linked:
            places.setdefault(words.spans[0].start, []).append(words.anchor)
    return places


def _marked_spans(read: ReadReport) -> Iterable[tuple[Span, str]]:
    """Every place to mark, with its fact (which ends in a number) or the part that it plays."""
    facts = read.facts
    for claim in read.claims:
        yield from ((span, f"c{claim.note}") for span in claim.words.spans)
    for attribution in facts.attributions:
        yield from ((span, "source") for span in [attribution.source] if span)
        yield from ((span, "cue") for span in [attribution.cue] if span)
    yield from ((span, "hedge") for claim in facts.claims for span in claim.hedges)
    for number, figure in enumerate(read.figures, 1):
        yield figure.figure.span, f"f{number}"
    for number, (event, _) in enumerate(read.events, 1):
        yield event.trigger, f"e{number}"
    yield from ((span, "furniture") for span in facts.document.furniture)


def _claim_classes(claim: ClaimShown) -> str:
    """The look of a claim. What the outlet says in its own voice is marked lightly."""
    own = " own" if len(claim.chain) == 1 else ""
    return f"claim s-{claim.stance}{own}"


def _segment_classes(segment: Segment, looks: Mapping[str, str]) -> str:
    """The look of a segment. Of several claims, the innermost gives it."""
    claims = [looks[fact] for fact in segment.facts if fact in looks]
    numbered = [fact for fact in segment.facts if fact[-1].isdigit()]
    figure = ["figure"] if any(fact[0] == "f" for fact in numbered) else []
    event = ["event"] if any(fact[0] == "e" for fact in segment.facts) else []
    parts = [fact for fact in segment.facts if not fact[-1].isdigit()]
    return " ".join([*claims[-1:], *figure, *event, *parts])
