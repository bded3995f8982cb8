"""The tables of figures, and of the tolls that they come to."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from sayso.dossier.exports.marks import Marks
from sayso.dossier.exports.tables.table import (
    Placed,
    Source,
    Table,
    day,
    flag,
    mark_columns,
    placed,
    report_columns,
    text,
    whole,
    words_columns,
)
from sayso.dossier.reasons import without_folders
from sayso.dossier.report_words import Report
from sayso.model.comparison import FigureMention, SharedEvent, Step, Toll
from sayso.model.decisions import Target
from sayso.model.happening import Figure
from sayso.model.text import Document, Span


@dataclass(frozen=True)
class FigureRow:
    """A figure of a report."""

    source: Source
    document: Document
    figure: Figure

    @property
    def report(self) -> Report:
        """The report."""
        return self.source.lookup.report(self.document.id)

    @cached_property
    def marks(self) -> Marks:
        """The marks of the figure; its reliability is that of who gives it."""
        return self.source.decided.on_figure(self.document.id, self.figure)

    def words(self, span: Span | None) -> Placed | None:
        """A place in the figure's report."""
        return placed(self.document, span)


@dataclass(frozen=True)
class TollRow:
    """A toll."""

    source: Source
    toll: Toll

    @property
    def event(self) -> SharedEvent | None:
        """What it is the toll of, if that is known."""
        return self.source.lookup.shared_events.get(self.toll.event or "")

    @cached_property
    def who(self) -> Placed | None:
        """Where those counted are named."""
        return self.source.lookup.placed(self.toll.who)

    @cached_property
    def marks(self) -> Marks:
        """The marks of the toll."""
        members = (f"{one.document}/{one.figure}" for one in self.toll.figures)
        return self.source.decided.on_group(Target.TOLL, self.toll.id, members)


@dataclass(frozen=True)
class TollFigureRow:
    """A figure of a toll: what the policy does with it, and its step in the course."""

    toll: Toll
    why: str
    step: Step | None
    given: FigureRow

    @property
    def dated(self) -> Placed | None:
        """Where the words for the day stand in the report, if it is not the report's."""
        dated = self.step.dated if self.step else None
        is_here = dated is not None and dated.document == self.given.document.id
        return self.given.source.lookup.placed(dated) if is_here else None

    @property
    def former(self) -> FigureMention | None:
        """The figure that it is compared with."""
        return self.step.former if self.step else None


def _figures(source: Source) -> Iterator[FigureRow]:
    for facts in source.holdings.comparison.facts:
        for figure in facts.figures:
            yield FigureRow(source, facts.document, figure)


def _tolls(source: Source) -> Iterator[TollRow]:
    return (TollRow(source, toll) for toll in source.holdings.comparison.tolls)


def _toll_figures(source: Source) -> Iterator[TollFigureRow]:
    lookup = source.lookup
    for toll in source.holdings.comparison.tolls:
        steps = {FigureMention(step.document, step.figure): step for step in toll.course}
        for place, one in enumerate(toll.figures):
            why = toll.why[place] if place < len(toll.why) else ""
            given = FigureRow(
                source, lookup.document(one.document), lookup.figures[one.document, one.figure]
            )
            yield TollFigureRow(toll, without_folders(lookup.reports, why), steps.get(one), given)


FIGURES: Table[FigureRow] = Table(
    "figures",
    "A row is a number of people in a report.",
    (
        *report_columns(lambda row: row.report),
        text("figure", "The id of the figure in its report.", lambda row: row.figure.id),
        *words_columns(
            "quote", "The number with its qualifier.", lambda row: row.words(row.figure.span)
        ),
        whole("low", "The least number; empty if there is none.", lambda row: row.figure.low),
        whole("high", "The greatest number; empty if there is none.", lambda row: row.figure.high),
        text(
            "precision",
            "How it was given: `exact`, `at_least`, `at_most`, `about`, `range`, `vague` or "
            "`implied`.",
            lambda row: row.figure.kind,
        ),
        text(
            "harm",
            "`killed`, `injured`, `captured`, `missing`, `displaced` or `detained`; empty if no "
            "harm is told.",
            lambda row: row.figure.harm,
        ),
        *words_columns("who", "Those counted.", lambda row: row.words(row.figure.who)),
        text("event", "The id of the event in its report.", lambda row: row.figure.event),
        text("claim", "The id of the claim that gives it.", lambda row: row.figure.claim),
        text(
            "part_of",
            "The id of the figure of this report that counts these people too.",
            lambda row: row.figure.part_of,
        ),
        flag(
            "hypothetical",
            "Whether the harm is threatened, planned, denied or conditional.",
            lambda row: row.figure.hypothetical,
        ),
        *mark_columns(lambda row: row.marks),
    ),
    _figures,
)

TOLLS: Table[TollRow] = Table(
    "tolls",
    "A row is what the figures for one harm in one event come to under one counting policy.",
    (
        text("toll", "The id of the toll.", lambda row: row.toll.id),
        text("policy", "`ucdp`, `acled` or `airwars`.", lambda row: row.toll.policy),
        text("harm", "What was done to those counted.", lambda row: row.toll.harm),
        text(
            "report",
            "The id of the report that names them.",
            lambda row: row.toll.who.document if row.toll.who else None,
        ),
        *words_columns("who", "Those counted.", lambda row: row.who),
        text(
            "event",
            "The id of the event in the table `timeline` and in `events`.",
            lambda row: row.toll.event,
        ),
        text("event_kind", "The kind of event.", lambda row: row.event.kind if row.event else None),
        day("first", "Its first day.", lambda row: row.event.first if row.event else None),
        day("last", "Its last day.", lambda row: row.event.last if row.event else None),
        whole("low", "The lowest number that the policy gives.", lambda row: row.toll.low),
        whole("best", "Its best number.", lambda row: row.toll.best),
        whole("high", "Its highest number.", lambda row: row.toll.high),
        whole("figures", "How many figures it is made of.", lambda row: len(row.toll.figures)),
        *mark_columns(lambda row: row.marks),
    ),
    _tolls,
)

TOLL_FIGURES: Table[TollFigureRow] = Table(
    "toll_figures",
    "A row is a figure of a toll.",
    (
        text("toll", "The id of the toll.", lambda row: row.toll.id),
        *report_columns(lambda row: row.given.report),
        text("figure", "The id of the figure in its report.", lambda row: row.given.figure.id),
        *words_columns(
            "quote",
            "The number with its qualifier.",
            lambda row: row.given.words(row.given.figure.span),
        ),
        text("why", "What the policy does with it, and why.", lambda row: row.why),
        day(
            "said_from",
            "The first day on which it may have been said.",
            lambda row: row.step.said_from if row.step else None,
        ),
        day(
            "said_to",
            "The last day on which it may have been said.",
            lambda row: row.step.said_to if row.step else None,
        ),
        *words_columns(
            "dated", "The words for the day, if it is not the report's.", lambda row: row.dated
        ),
        text(
            "change",
            "What it is to the figures before it: `first`, `update`, `correction`, `agrees`, "
            "`older` or `rival`; empty where the order is not known or it is no step of the course.",
            lambda row: row.step.change if row.step else None,
        ),
        text(
            "former_report",
            "The id of the report of the figure that it is compared with.",
            lambda row: row.former.document if row.former else None,
        ),
        text(
            "former_figure",
            "The id of that figure there.",
            lambda row: row.former.figure if row.former else None,
        ),
        *mark_columns(lambda row: row.given.marks),
    ),
    _toll_figures,
)
