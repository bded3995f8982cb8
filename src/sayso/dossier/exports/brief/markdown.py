"""Markdown: a brief to read and to send, points first, with a footnote for all words of a report."""

from collections.abc import Iterator
from typing import BinaryIO

from sayso.dossier.exports.brief.ends import decision_lines, report_lines, unused_lines
from sayso.dossier.exports.brief.escaping import plain, quoted
from sayso.dossier.exports.brief.notes import Notes
from sayso.dossier.exports.export import ExportFormat, ExportReport, LeftOutCounts
from sayso.dossier.exports.tables.table import Source
from sayso.dossier.figures import FigureValue, TollShown
from sayso.dossier.page import Page, dossier_page
from sayso.dossier.points import Listing, PlacedSaying, PointShown
from sayso.model.comparison import Point, Toll
from sayso.model.decisions import Holdings, Target

LISTINGS = {
    Listing.DISPUTED: "Disputed points",
    Listing.PERHAPS_DISPUTED: "Points that may be disputes",
    Listing.AGREED: "Points on which several speakers agree",
    Listing.DENIED_ALONE: "Points only denied: no report here makes the claim",
    Listing.SINGLE: "Points with one speaker only",
}


def write_markdown(holdings: Holdings, out: BinaryIO) -> ExportReport:
    """Writes the brief."""
    brief = Brief(holdings)
    out.write("".join(f"{line}\n" for line in brief.lines()).encode())
    page = brief.page
    return ExportReport(
        len(page.points) + len(page.tolls) + len(page.timeline), brief.left_out().lines()
    )


class Brief:
    """The brief in the making."""

    def __init__(self, holdings: Holdings) -> None:
        self.holdings = holdings
        self.source = Source(holdings)
        self.page: Page = dossier_page(holdings.comparison)
        self.notes = Notes(self.source)
        self._points = {_members(point): point for point in holdings.comparison.points}

    def lines(self) -> Iterator[str]:
        """All lines; the footnotes last."""
        holdings = self.holdings
        yield f"# {plain(holdings.name)}"
        yield ""
        yield (
            f"What {self.page.report_count} reports say, and on whose say-so. Made by sayso "
            f"{plain(holdings.version)} at {plain(holdings.made_at)}. sayso gives no verdict on what "
            "is true. Reliability and credibility are people’s marks."
        )
        for listing, heading in LISTINGS.items():
            points = [point for point in self.page.points if point.listing is listing]
            if points:
                yield from ("", f"## {heading}")
                for point in points:
                    yield from self._point(point)
        if self.page.tolls:
            yield from ("", "## Tolls")
            for toll in self.page.tolls:
                yield from self._toll(toll)
        yield from self._timeline()
        yield from decision_lines(holdings)
        yield from unused_lines(self.source, self.page)
        yield from report_lines(self.source)
        yield from ("", *self.notes.lines())

    def left_out(self) -> LeftOutCounts:
        """What a brief has no place for."""
        left_out, comparison = LeftOutCounts(), self.holdings.comparison
        why = "a brief has points, tolls and a timeline alone; the export `csv` has them"
        stood = self.source.lookup.stands
        claims = self.source.lookup.claims
        left_out.add("claims that speak to no point", why, sum(key not in stood for key in claims))
        left_out.add("figures that are in no toll", why, len(self.page.figures))
        left_out.add(
            "events without a day or of ordinary kinds", why, _others(self.page, self.source)
        )
        left_out.add("dependences between reports", why, len(comparison.copies))
        left_out.add("citations of outlets", why, len(comparison.citations))
        return left_out

    def _point(self, shown: PointShown) -> Iterator[str]:
        lead = f"{plain(shown.lead.chain[-1].name)} {shown.lead.past} " if shown.lead else ""
        yield from ("", f"### {shown.number}. {lead}{quoted(shown.title.pieces)}", "")
        state = f"{shown.word}, {shown.likelihood} dispute" if shown.likelihood else shown.word
        yield f"{state[0].upper()}{state[1:]}.{self._decisions_on_point(shown)}"
        for side in shown.sides:
            origins = "" if side.origins is None else f" (independent origins: {side.origins})"
            yield from ("", f"**{side.name}**{origins}", "")
            for placed in side.sayings:
                yield self._saying(placed)

    def _saying(self, placed: PlacedSaying) -> str:
        claim = placed.saying.claim
        notes = "".join(self.notes.of_claim(one) for one in placed.saying.claims)
        who = plain(claim.chain[-1].name)
        conceding = ", against the interest of their own side" if placed.concedes else ""
        reasons = f" ({plain(placed.reasons)})" if placed.reasons else ""
        return f"- {quoted(claim.words.pieces)} — {who} {claim.past}{conceding}{reasons}{notes}"

    def _decisions_on_point(self, shown: PointShown) -> str:
        members = frozenset(
            (claim.words.report.document.id, claim.claim or "")
            for side in shown.sides
            for claim in side.claims
        )
        point = self._points.get(members)
        if point is None:
            return ""
        names = (f"{document}/{claim}" for document, claim in members)
        return self.notes.marks_words(self.source.decided.on_group(Target.POINT, point.id, names))

    def _toll(self, shown: TollShown) -> Iterator[str]:
        whom = f" {quoted(shown.who.pieces)}" if shown.who else ""
        event = self.source.lookup.shared_events.get(shown.policies[0].toll.event or "")
        of = f", {plain(event.kind)}" if event else ""
        days = f", {event.first} to {event.last}" if event and event.first else ""
        yield from ("", f"### {shown.harm.capitalize()}{whom}{of}{days}", "")
        yield "| rule | lowest | best | highest |"
        yield "| --- | --- | --- | --- |"
        for policy in shown.policies:
            toll = policy.toll
            numbers = (toll.low, toll.best, toll.high)
            cells = " | ".join("–" if number is None else f"{number:,}" for number in numbers)
            yield f"| {plain(policy.name)}{self._decisions_on_toll(toll)} | {cells} |"
        yield ""
        for value in shown.values:
            yield self._value(value)
        for value in shown.parts:
            yield f"{self._value(value)} (part of another figure)"

    def _value(self, value: FigureValue) -> str:
        notes = "".join(self.notes.of_figure(figure) for figure in value.figures)
        return f"- {quoted(value.first.words.pieces)}, {value.first.precision}{notes}"

    def _decisions_on_toll(self, toll: Toll) -> str:
        members = (f"{one.document}/{one.figure}" for one in toll.figures)
        return self.notes.marks_words(self.source.decided.on_group(Target.TOLL, toll.id, members))

    def _timeline(self) -> Iterator[str]:
        if self.page.timeline:
            yield from ("", "## Timeline", "")
        for event in self.page.timeline:
            place = f", {quoted(event.place.pieces)}" if event.place else ""
            told = ""
            if event.mentions:
                words = event.main_mention.words
                told = f": {quoted(words.pieces)}{self.notes.of_words(words, '')}"
            yield f"- {event.days}: {plain(event.kind)}{place}{told}"


def _members(point: Point) -> frozenset[tuple[str, str]]:
    return frozenset((stand.document, stand.claim) for stand in point.claims)


def _others(page: Page, source: Source) -> int:
    """How many events of all reports are not in the timeline."""
    return len(source.holdings.comparison.events) - len(page.timeline)


FORMAT = ExportFormat(
    "markdown", ".md", "a brief to read: points, tolls and timeline with footnotes", write_markdown
)
