"""All that the page shows, in the order in which it shows it."""

from collections import Counter
from dataclasses import dataclass, replace

from sayso.dossier.claims import KeysByActor, report_claims
from sayso.dossier.decided import DecidedShown, decided_shown
from sayso.dossier.events import EventShown, dated_events, report_events, undated_events
from sayso.dossier.figures import TollShown, figures_without_toll, shown_tolls
from sayso.dossier.page_places import page_places
from sayso.dossier.points import Listing, PointShown, points_by_claim, shown_points
from sayso.dossier.report_words import Report, Reports, numbered_reports
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
from sayso.model.comparison import Comparison
from sayso.model.decisions import Holdings
from sayso.model.facts import Facts

MAX_OPEN_REPORTS = 20  # a page of more reports has them folded


@dataclass(frozen=True, slots=True)
class Page:
    """The whole dossier; `points_of` gives, for a claim's anchor, its points and its side there.

    `reports` has each text once; `numbered` gives the reports of each text.
    """

    numbered: Reports
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
    decided: DecidedShown

    @property
    def report_count(self) -> int:
        """How many reports there are; several may have one text."""
        return len(self.numbered.listed)

    @property
    def same_texts(self) -> list[tuple[Report, ...]]:
        """The reports with exactly the same text, text by text."""
        return [reports for reports in self.numbered.heads.values() if len(reports) > 1]

    @property
    def is_small(self) -> bool:
        """Whether all of it can be drawn at once."""
        return len(self.reports) <= MAX_OPEN_REPORTS

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
        """The points that are disputes clearly or likely."""
        return self._listed_points(Listing.DISPUTED)

    @property
    def perhaps_disputed(self) -> list[PointShown]:
        """The points that may be disputes."""
        return self._listed_points(Listing.PERHAPS_DISPUTED)

    @property
    def state_counts(self) -> list[tuple[str, str, int]]:
        """How many of the disputed points are in each state: its class, its word, the count."""
        words = {point.state: point.word for point in self.disputed}
        counted = Counter(point.state for point in self.disputed)
        return [(state, words[state], count) for state, count in counted.items()]

    @property
    def agreed_points(self) -> list[PointShown]:
        """The points on which several speakers agree."""
        return self._listed_points(Listing.AGREED)

    @property
    def denied_points(self) -> list[PointShown]:
        """The points that are only denied: no report makes the claim."""
        return self._listed_points(Listing.DENIED_ALONE)

    @property
    def single_points(self) -> list[PointShown]:
        """The points with only one speaker."""
        return self._listed_points(Listing.SINGLE)

    @property
    def has_other_points(self) -> bool:
        """Whether there are points that are no disputes."""
        return bool(self.agreed_points or self.denied_points or self.single_points)

    def _listed_points(self, listing: Listing) -> list[PointShown]:
        return [point for point in self.points if point.listing is listing]


def dossier_page(comparison: Comparison, holdings: Holdings | None = None) -> Page:
    """What a comparison looks like to a reader, and what people decided if there are holdings."""
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
    page = Page(
        numbered,
        tuple(
            report_shown(report, numbered.heads[report.report.document.id][1:])
            for report in reports
        ),
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
        DecidedShown(),
    )
    if holdings is None or not holdings.decisions:
        return page
    places = page_places(comparison, page.reports, page.points, page.tolls, page.speakers)
    return replace(page, decided=decided_shown(holdings, places, numbered))


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
