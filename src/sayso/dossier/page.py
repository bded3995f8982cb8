"""All that the page shows, in the order in which it shows it."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from sayso.dossier.claims import KeysByActor, report_claims
from sayso.dossier.events import EventShown, dated_events, report_events, undated_events
from sayso.dossier.figures import TollShown, figures_without_toll, shown_tolls
from sayso.dossier.points import PointShown, points_by_claim, shown_points
from sayso.dossier.report_words import Report, numbered_reports
from sayso.dossier.reports import ReadReport, ReportShown, report_shown
from sayso.dossier.shown_figures import FigureShown, figures_shown
from sayso.dossier.sources import (
    CitedOutlet,
    CopyShown,
    OriginShown,
    cited_outlets,
    shared_origins,
    shown_copies,
)
from sayso.dossier.speakers import SpeakerShown, keys_by_actor, listed_speakers
from sayso.model.comparison import Comparison, Quote, State
from sayso.model.facts import Facts


@dataclass(frozen=True, slots=True)
class Page:
    """The whole dossier; `points_of` gives, for a claim's anchor, its points and its side there."""

    reports: tuple[ReportShown, ...]
    points: tuple[PointShown, ...]
    points_of: dict[str, tuple[tuple[PointShown, str], ...]]
    tolls: tuple[TollShown, ...]
    figures: tuple[FigureShown, ...]
    timeline: tuple[EventShown, ...]
    undated: tuple[EventShown, ...]
    origins: tuple[OriginShown, ...]
    copies: tuple[CopyShown, ...]
    citations: tuple[CitedOutlet, ...]
    speakers: tuple[SpeakerShown, ...]
    origin_count: int

    @property
    def claim_count(self) -> int:
        """How many claims there are."""
        return sum(len(report.read.claims) for report in self.reports)

    @property
    def speaker_count(self) -> int:
        """How many speakers there are, without the outlets themselves."""
        return sum(speaker.group in ("named", "unnamed") for speaker in self.speakers)

    @property
    def disputed(self) -> list[PointShown]:
        """The points that a claim denies, doubts or concedes."""
        return [point for point in self.points if point.disputed]

    @property
    def state_counts(self) -> list[tuple[str, str, int]]:
        """How many of the disputed points are in each state: its class, its word, the count."""
        words = {point.state: point.word for point in self.disputed}
        counted = Counter(point.state for point in self.disputed)
        return [(state, words[state], count) for state, count in counted.items()]

    @property
    def agreed_points(self) -> list[PointShown]:
        """The points on which several speakers agree."""
        return [
            point for point in self.points if not point.disputed and point.state != State.SINGLE
        ]

    @property
    def single_points(self) -> list[PointShown]:
        """The points with only one speaker."""
        return [
            point for point in self.points if not point.disputed and point.state == State.SINGLE
        ]


def dossier_page(comparison: Comparison) -> Page:
    """What a comparison looks like to a reader."""
    numbered = numbered_reports(comparison)
    keys = keys_by_actor(comparison)
    reports = [_read_report(facts, numbered[facts.document.id], keys) for facts in comparison.facts]
    claims = [claim for report in reports for claim in report.claims]
    by_claim = {
        (claim.words.report.document.id, claim.claim): claim for claim in claims if claim.claim
    }
    figures = {
        (report.report.document.id, shown.figure.id): shown
        for report in reports
        for shown in report.figures
    }
    words = {
        (report.report.document.id, event.id): shown
        for report in reports
        for event, shown in report.events
    }
    points = shown_points(comparison, numbered, by_claim)
    cuts = _quote_edges(comparison)
    return Page(
        tuple(report_shown(report, cuts.get(report.report.document.id, ())) for report in reports),
        tuple(points),
        points_by_claim(points),
        tuple(shown_tolls(comparison, numbered, figures)),
        tuple(figures_without_toll(comparison, figures)),
        tuple(dated_events(comparison, numbered, words)),
        tuple(undated_events(comparison, numbered, words)),
        tuple(shared_origins(comparison, numbered)),
        tuple(shown_copies(comparison, numbered)),
        tuple(cited_outlets(comparison, numbered)),
        tuple(listed_speakers(comparison, numbered, claims, keys)),
        len(comparison.origins),
    )


def _read_report(facts: Facts, report: Report, keys: KeysByActor) -> ReadReport:
    claims = report_claims(facts, report, keys)
    by_claim = {(facts.document.id, claim.claim): claim for claim in claims if claim.claim}
    return ReadReport(
        facts,
        report,
        tuple(claims),
        tuple(figures_shown(facts, report, by_claim)),
        tuple(report_events(facts, report)),
    )


def _quote_edges(comparison: Comparison) -> dict[str, set[int]]:
    """The places in each text where words that the comparison quotes begin and end."""
    edges: dict[str, set[int]] = {}
    for quote in _all_quotes(comparison):
        edges.setdefault(quote.document, set()).update((quote.span.start, quote.span.end))
    return edges


def _all_quotes(comparison: Comparison) -> Iterable[Quote]:
    for copy in comparison.copies:
        for passage in copy.passages:
            yield from (passage.left, passage.right)
    yield from (citation.outlet for citation in comparison.citations)
    yield from (point.title for point in comparison.points)
    yield from (event.place for event in comparison.events if event.place)
    for toll in comparison.tolls:
        yield from [toll.who] if toll.who else []
        yield from (step.dated for step in toll.course if step.dated)
