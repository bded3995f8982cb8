"""All that the page shows, in the order in which it shows it."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from sayso.dossier import figures as counted
from sayso.dossier import happenings, sources
from sayso.dossier.given import FigureShown, figures
from sayso.dossier.places import Report, reports
from sayso.dossier.points import PointShown, points, standing
from sayso.dossier.reports import Read, ReportShown, report_shown
from sayso.dossier.speakers import Speaker, keys, speakers
from sayso.dossier.voices import Keys, voices
from sayso.model.comparison import Comparison, Quote, State
from sayso.model.facts import Facts


@dataclass(frozen=True, slots=True)
class Page:
    """The whole dossier; `standing` gives, for a claim's place, the points that it speaks to."""

    reports: tuple[ReportShown, ...]
    points: tuple[PointShown, ...]
    standing: dict[str, tuple[tuple[PointShown, str], ...]]
    tolls: tuple[counted.TollShown, ...]
    figures: tuple[FigureShown, ...]
    timeline: tuple[happenings.Happening, ...]
    undated: tuple[happenings.Happening, ...]
    origins: tuple[sources.OriginShown, ...]
    copies: tuple[sources.CopyShown, ...]
    citations: tuple[sources.CitedShown, ...]
    speakers: tuple[Speaker, ...]
    voices: int

    @property
    def claims(self) -> int:
        """How many claims there are."""
        return sum(len(one.read.voices) for one in self.reports)

    @property
    def heard(self) -> int:
        """How many speakers there are, the outlets themselves left out."""
        return sum(one.group in ("named", "unnamed") for one in self.speakers)

    @property
    def disputed(self) -> list[PointShown]:
        """The points that somebody denies, doubts or concedes."""
        return [one for one in self.points if one.disputed]

    @property
    def states(self) -> list[tuple[str, str, int]]:
        """How many of the disputed points are in each state: its class, its word, the count."""
        words = {one.state: one.word for one in self.disputed}
        counted = Counter(one.state for one in self.disputed)
        return [(state, words[state], count) for state, count in counted.items()]

    @property
    def agreed(self) -> list[PointShown]:
        """The points that several voices speak to, and on one side."""
        return [one for one in self.points if not one.disputed and one.state != State.SINGLE]

    @property
    def single(self) -> list[PointShown]:
        """The points that one voice alone speaks to."""
        return [one for one in self.points if not one.disputed and one.state == State.SINGLE]


def page(comparison: Comparison) -> Page:
    """What a comparison looks like to a reader."""
    known = reports(comparison)
    keyed = keys(comparison)
    read = [_read(facts, known[facts.document.id], keyed) for facts in comparison.facts]
    said = {
        (one.report.document.id, voice.claim): voice
        for one in read
        for voice in one.voices
        if voice.claim
    }
    given = {(one.report.document.id, each.figure.id): each for one in read for each in one.figures}
    told = {(one.report.document.id, event.id): each for one in read for event, each in one.events}
    shown = points(comparison, known, said)
    cuts = _cuts(comparison)
    every = [voice for one in read for voice in one.voices]
    return Page(
        tuple(report_shown(one, cuts.get(one.report.document.id, ())) for one in read),
        tuple(shown),
        standing(shown),
        tuple(counted.tolls(comparison, known, given)),
        tuple(counted.without_toll(comparison, given)),
        tuple(happenings.timeline(comparison, known, told)),
        tuple(happenings.undated(comparison, known, told)),
        tuple(sources.origins(comparison, known)),
        tuple(sources.copies(comparison, known)),
        tuple(sources.citations(comparison, known)),
        tuple(speakers(comparison, known, every, keyed)),
        len(comparison.origins),
    )


def _read(facts: Facts, report: Report, keyed: Keys) -> Read:
    own = voices(facts, report, keyed)
    said = {(facts.document.id, voice.claim): voice for voice in own if voice.claim}
    return Read(
        facts,
        report,
        tuple(own),
        tuple(figures(facts, report, said)),
        tuple(happenings.tellings(facts, report)),
    )


def _cuts(comparison: Comparison) -> dict[str, set[int]]:
    """The places in each text where words begin and end that the comparison points to."""
    out: dict[str, set[int]] = {}
    for one in _quotes(comparison):
        out.setdefault(one.document, set()).update((one.span.start, one.span.end))
    return out


def _quotes(comparison: Comparison) -> Iterable[Quote]:
    for copy in comparison.copies:
        for passage in copy.passages:
            yield from (passage.left, passage.right)
    yield from (one.outlet for one in comparison.citations)
    yield from (one.title for one in comparison.points)
    yield from (one.place for one in comparison.events if one.place)
    yield from (one.who for one in comparison.tolls if one.who)
    yield from (step.dated for one in comparison.tolls for step in one.course if step.dated)
