"""The reports themselves, cut into segments that know which facts they belong to."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sayso.dossier.claims import ClaimShown
from sayso.dossier.events import EventWords
from sayso.dossier.marks import safe_link
from sayso.dossier.report_words import Report
from sayso.dossier.segments import Segment, cut_segments
from sayso.dossier.shown_figures import FigureShown
from sayso.model.facts import Facts
from sayso.model.happening import Event
from sayso.model.text import Span
from sayso.text.paragraphs import paragraphs


@dataclass(frozen=True, slots=True)
class PrintedSegment:
    """A segment as it is printed: its classes and the facts that it belongs to.

    `anchors` are the places on the page that begin here, `notes` the claims that end here.
    """

    start: int
    text: str
    classes: str
    facts: str
    anchors: tuple[str, ...]
    notes: tuple[ClaimShown, ...]


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
    """A report with its text in paragraphs of segments; `url` only if it is safe to follow."""

    read: ReadReport
    url: str | None
    paragraphs: tuple[tuple[PrintedSegment, ...], ...]


def report_shown(read: ReadReport, cuts: Iterable[int]) -> ReportShown:
    """A report ready to print; its text is also cut at the places given."""
    return ReportShown(read, safe_link(read.report.document.url), _printed_paragraphs(read, cuts))


def _printed_paragraphs(
    read: ReadReport, cuts: Iterable[int]
) -> tuple[tuple[PrintedSegment, ...], ...]:
    text = read.report.document.text
    starts = [0, *(start for start, _ in paragraphs(text)[1:])]
    blocks: list[list[PrintedSegment]] = [[] for _ in starts]
    anchors = _anchors_by_start(read)
    notes = _notes_by_end(read)
    looks = {f"c{claim.note}": _claim_classes(claim) for claim in read.claims}
    for segment in cut_segments(len(text), _marked_spans(read), [*starts, *cuts]):
        block = blocks[bisect_right(starts, segment.start) - 1]
        block.append(
            PrintedSegment(
                segment.start,
                text[segment.start : segment.end],
                _segment_classes(segment, looks),
                " ".join(fact for fact in segment.facts if fact[-1].isdigit()),
                tuple(anchors.get(segment.start, ())),
                tuple(notes.get(segment.end, ())),
            )
        )
    return tuple(tuple(block) for block in blocks if block)


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


def _anchors_by_start(read: ReadReport) -> dict[int, list[str]]:
    """The anchors of figures and events by the place in the text where they begin."""
    anchors: dict[int, list[str]] = {}
    for figure in read.figures:
        anchors.setdefault(figure.figure.span.start, []).append(figure.words.anchor)
    for event, shown in read.events:
        anchors.setdefault(event.trigger.start, []).append(shown.words.anchor)
    return anchors


def _notes_by_end(read: ReadReport) -> dict[int, list[ClaimShown]]:
    """The claims by the place in the text where they end."""
    notes: dict[int, list[ClaimShown]] = {}
    for claim in read.claims:
        notes.setdefault(claim.words.spans[-1].end, []).append(claim)
    return notes


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
