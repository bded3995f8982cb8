"""The reports themselves, cut into segments that know what they light up for."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from sayso.dossier.given import FigureShown
from sayso.dossier.happenings import Telling
from sayso.dossier.marks import link
from sayso.dossier.places import Report
from sayso.dossier.segments import Segment, segments
from sayso.dossier.voices import Voice
from sayso.model.facts import Facts
from sayso.model.happening import Event
from sayso.model.text import Span
from sayso.text.paragraphs import paragraphs


@dataclass(frozen=True, slots=True)
class Lit:
    """A segment as it is printed: its classes, the facts it belongs to, the places on the page that
    begin here, and the notes of the claims that end here.
    """

    start: int
    text: str
    classes: str
    facts: str
    anchors: tuple[str, ...]
    notes: tuple[Voice, ...]


@dataclass(frozen=True, slots=True)
class Read:
    """All that was read from one report: its facts, and how they are shown."""

    facts: Facts
    report: Report
    voices: tuple[Voice, ...]
    figures: tuple[FigureShown, ...]
    events: tuple[tuple[Event, Telling], ...]


@dataclass(frozen=True, slots=True)
class ReportShown:
    """A report with its text in paragraphs of segments; `url` only where it is safe to follow."""

    read: Read
    url: str | None
    paragraphs: tuple[tuple[Lit, ...], ...]


def report_shown(read: Read, cuts: Iterable[int]) -> ReportShown:
    """A report ready to print, cut at these places besides."""
    return ReportShown(read, link(read.report.document.url), _paragraphs(read, cuts))


def _paragraphs(read: Read, cuts: Iterable[int]) -> tuple[tuple[Lit, ...], ...]:
    text = read.report.document.text
    starts = [0, *(start for start, _ in paragraphs(text)[1:])]
    blocks: list[list[Lit]] = [[] for _ in starts]
    anchors = _anchors(read)
    notes = _notes(read)
    paint = {f"c{voice.note}": _paint(voice) for voice in read.voices}
    for one in segments(len(text), _spans(read), [*starts, *cuts]):
        block = blocks[bisect_right(starts, one.start) - 1]
        block.append(
            Lit(
                one.start,
                text[one.start : one.end],
                _classes(one, paint),
                " ".join(fact for fact in one.facts if fact[-1].isdigit()),
                tuple(anchors.get(one.start, ())),
                tuple(notes.get(one.end, ())),
            )
        )
    return tuple(tuple(block) for block in blocks if block)


def _spans(read: Read) -> Iterable[tuple[Span, str]]:
    """Every place to be lit, with the fact (which ends in a number) or the part that it plays."""
    facts = read.facts
    for voice, spans in _claimed(read):
        yield from ((span, f"c{voice.note}") for span in spans)
    for one in facts.attributions:
        yield from ((span, "source") for span in [one.source] if span)
        yield from ((span, "cue") for span in [one.cue] if span)
    for claim in facts.claims:
        yield from ((span, "hedge") for span in claim.hedges)
    for number, figure in enumerate(read.figures, 1):
        yield figure.figure.span, f"f{number}"
    for number, (event, _) in enumerate(read.events, 1):
        yield event.trigger, f"e{number}"
    yield from ((span, "furniture") for span in facts.document.furniture)


def _claimed(read: Read) -> Iterable[tuple[Voice, list[Span]]]:
    for voice in read.voices:
        yield voice, list(voice.words.spans)


def _anchors(read: Read) -> dict[int, list[str]]:
    """The places on the page that begin at a place in the text: its figures and events."""
    out: dict[int, list[str]] = {}
    for figure in read.figures:
        out.setdefault(figure.figure.span.start, []).append(figure.words.anchor)
    for event, telling in read.events:
        out.setdefault(event.trigger.start, []).append(telling.words.anchor)
    return out


def _notes(read: Read) -> dict[int, list[Voice]]:
    """The claims that end at a place in the text."""
    out: dict[int, list[Voice]] = {}
    for voice, spans in _claimed(read):
        out.setdefault(spans[-1].end, []).append(voice)
    return out


def _paint(voice: Voice) -> str:
    """The look of a claim; what the outlet says in its own voice is marked lightly."""
    own = " own" if len(voice.chain) == 1 else ""
    return f"claim s-{voice.stance}{own}"


def _classes(one: Segment, paint: dict[str, str]) -> str:
    """The look of a segment: of several claims, the innermost gives it."""
    claims = [paint[fact] for fact in one.facts if fact in paint]
    figure = ["figure"] if any(fact[0] == "f" and fact[-1].isdigit() for fact in one.facts) else []
    event = ["event"] if any(fact[0] == "e" for fact in one.facts) else []
    parts = [fact for fact in one.facts if not fact[-1].isdigit()]
    return " ".join([*claims[-1:], *figure, *event, *parts])
