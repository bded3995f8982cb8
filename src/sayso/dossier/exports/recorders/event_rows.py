"""A row for each toll of the dead in an event: what ACLED's table and UCDP's have in common.

What a coder decides (the type of an event, the actors, how precise a place is) stays empty and is named
in the export's report. Columns that begin with `sayso_` say where the rest comes from.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from sayso.dossier.exports.lookup import Lookup
from sayso.dossier.exports.marks import PERSON, Decided, Marks
from sayso.dossier.exports.sentence_words import SentenceWords
from sayso.dossier.exports.web.jsonld import report_iri
from sayso.dossier.reasons import without_folders
from sayso.dossier.report_words import Report
from sayso.dossier.wording import figure_words
from sayso.model.comparison import FigureMention, Quote, SharedEvent, Toll
from sayso.model.decisions import Decision, Target
from sayso.model.happening import Figure, Place

Cell = str | int | float | None
SAYSO_COLUMNS = (
    *("sayso_event", "sayso_event_kind", "sayso_from", "sayso_to"),
    *("sayso_toll", "sayso_rows_of_event", "sayso_policy", "sayso_who"),
    *("sayso_low", "sayso_best", "sayso_high", "sayso_why"),
    *("sayso_sources", "sayso_speakers", "sayso_figures", "sayso_figures_by_person"),
    *("sayso_decisions", "sayso_version"),
)


@dataclass(frozen=True)
class DeathRow:
    """A toll of the dead, the event that it is of, and the reports that count."""

    toll: Toll
    event: SharedEvent
    lookup: Lookup
    decided: Decided
    sentences: SentenceWords

    @property
    def day(self) -> str | None:
        """The day of the event, if it is known to be one."""
        return self.first if self.first == self.last else None

    @property
    def first(self) -> str | None:
        """The first day on which it can have been."""
        return None if self.event.first is None else self.event.first.isoformat()

    @property
    def last(self) -> str | None:
        """The last day on which it can have been."""
        return None if self.event.last is None else self.event.last.isoformat()

    @property
    def year(self) -> int | None:
        """The year of the event, if all its days lie in one."""
        first, last = self.event.first, self.event.last
        return first.year if first and last and first.year == last.year else None

    @property
    def place_words(self) -> str:
        """A report's words for where it was."""
        return self.lookup.words(self.event.place)

    @property
    def country(self) -> str | None:
        """The country where the place is, if it is known."""
        return None if self._place is None else self._place.country

    @property
    def spot(self) -> tuple[float, float] | None:
        """Latitude and longitude of the place, if they are known."""
        place = self._place
        if place is None or place.lat is None or place.lon is None:
            return None
        return place.lat, place.lon

    @cached_property
    def _place(self) -> Place | None:
        """What is known of the place that the words name."""
        for mention in self.event.mentions:
            place = self.lookup.events[mention.document, mention.event].place
            if place and Quote(mention.document, place.span) == self.event.place:
                return place
        return None

    @cached_property
    def figures(self) -> list[tuple[FigureMention, Figure, Report]]:
        """The figures of the toll, each with its report."""
        return [
            (one, self.lookup.figures[one.document, one.figure], self.lookup.report(one.document))
            for one in self.toll.figures
        ]

    @cached_property
    def reports(self) -> list[Report]:
        """The reports that give the figures, those with the same text too."""
        documents = dict.fromkeys(one.document for one in self.toll.figures)
        return [report for name in documents for report in self.lookup.reports.heads[name]]

    @cached_property
    def speakers(self) -> list[str]:
        """Who gives the figures, where it is not the outlet itself."""
        return distinct(
            shown.chain[-1].name
            for mention, figure, _ in self.figures
            if (shown := self.lookup.shown_claims.get((mention.document, figure.claim or "")))
            and len(shown.chain) > 1
        )

    @cached_property
    def notes(self) -> str:
        """The sentences that give the figures, each with its report and in its words, line by line."""
        return "\n".join(
            distinct(
                f"{report.label}{f', {report.date}' if report.date else ''}: “{self.sentences.of_figures[one.document, one.figure]}”"
                for one, _, report in self.figures
            )
        )

    @cached_property
    def why(self) -> str:
        """What the policy does with each figure, line by line."""
        if len(self.toll.reasons) != len(self.figures) or not all(self.toll.reasons):
            lines = list(self.toll.why)
        else:
            pairs = zip(self.figures, self.toll.reasons, strict=True)
            lines = [
                f"{report.label}, “{report.document[figure.span]}”: {figure_words(reasons)}"
                for (_, figure, report), reasons in pairs
            ]
        return "\n".join(without_folders(self.lookup.reports, line) for line in lines)

    @cached_property
    def _figure_marks(self) -> list[Marks]:
        return [
            self.decided.on_fact(Target.FIGURE, one.document, one.figure)
            for one in self.toll.figures
        ]

    @cached_property
    def decisions(self) -> dict[int, Decision]:
        """The decisions on the toll, the event and the figures, by number."""
        toll, event = self.toll, self.event
        members = [f"{one.document}/{one.figure}" for one in toll.figures]
        mentions = [f"{one.document}/{one.event}" for one in event.mentions]
        groups = (
            self.decided.on_group(Target.TOLL, toll.id, members),
            self.decided.on_group(Target.SHARED_EVENT, event.id, mentions),
        )
        found = [one for mark in (*groups, *self._figure_marks) for one in mark.decisions]
        return {one.number: one for one in sorted(found, key=lambda one: one.number)}

    def sayso_cells(self, policy: str, rows_of_event: int, version: str) -> dict[str, Cell]:
        """The cells of the columns that begin with `sayso_`."""
        toll, event = self.toll, self.event
        return {
            "sayso_event": event.id,
            "sayso_event_kind": event.kind,
            "sayso_from": self.first,
            "sayso_to": self.last,
            "sayso_toll": toll.id,
            "sayso_rows_of_event": rows_of_event,
            "sayso_policy": policy,
            "sayso_who": self.lookup.words(toll.who),
            "sayso_low": toll.low,
            "sayso_best": toll.best,
            "sayso_high": toll.high,
            "sayso_why": self.why,
            "sayso_sources": "\n".join(distinct(report_iri(one) for one in self.reports)),
            "sayso_speakers": "; ".join(self.speakers),
            "sayso_figures": len(self.figures),
            "sayso_figures_by_person": sum(one.by == PERSON for one in self._figure_marks),
            "sayso_decisions": "; ".join(
                f"{number} {one.kind} ({one.author})" for number, one in self.decisions.items()
            ),
            "sayso_version": version,
        }


def distinct(texts: Iterable[str]) -> list[str]:
    """The texts that are not empty, each once, in their order."""
    return list(dict.fromkeys(filter(None, texts)))
