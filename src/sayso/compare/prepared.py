"""Reports made ready for comparing: what many rules read from a text is read once.

They are compared as if nobody had broken their lines, as they were read by `extract`; what is found
goes back to its places in the texts as they are.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from sayso.encoder.vocabulary import is_known_word
from sayso.model.comparison import Comparison
from sayso.model.facts import Facts
from sayso.model.ids import DocumentId
from sayso.model.moving import (
    Move,
    Names,
    moved_comparison,
    moved_facts,
    moved_value,
    with_other_text,
)
from sayso.model.text import Document, Span
from sayso.text.plain_form import PlainForm, plain_form
from sayso.text.prepared import ReadingMemory

# The words, dates and sentences of so much text take about a quarter of a gigabyte.
MAX_CHARACTERS = 5_000_000

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Way:
    """How spans lead from one form of a text to its other form, and the other ids of its facts."""

    move: Move
    names: Names


@dataclass(frozen=True, slots=True)
class PreparedReport:
    """A report whose text remembers what was read from it.

    `own` has the text as it stands, `plain` the same facts in its plain form. `to_own` and `to_plain`
    lead from the one to the other; both are None where the two forms are one.
    """

    own: Facts
    plain: Facts
    to_own: Way | None = None
    to_plain: Way | None = None

    @property
    def id(self) -> DocumentId:
        """The id of the document."""
        return self.own.document.id

    def own_span(self, span: Span) -> Span:
        """Where a span of the plain form stands in the text."""
        return self.to_own.move(span) if self.to_own else span

    def own_name(self, fact_id: str) -> str:
        """The id that a fact of the plain form has in the text."""
        return self.to_own.names.get(fact_id, fact_id) if self.to_own else fact_id


@dataclass(frozen=True, slots=True)
class PreparedReports:
    """Reports that are compared together, by their ids."""

    reports: Mapping[DocumentId, PreparedReport]

    @property
    def plain(self) -> tuple[Facts, ...]:
        """The facts of all reports, in the plain forms of their texts."""
        return tuple(report.plain for report in self.reports.values())

    def some(self, ids: Iterable[DocumentId]) -> "PreparedReports":
        """The reports with these ids, in this order."""
        return PreparedReports({id_: self.reports[id_] for id_ in ids})

    def in_plain_forms(self, value: Value) -> Value:
        """A value about the texts as they stand, in their plain forms."""
        ways = {id_: one.to_plain for id_, one in self.reports.items() if one.to_plain}
        return moved_value(value, *_moves_and_names(ways)) if ways else value

    def in_texts(self, comparison: Comparison) -> Comparison:
        """What comparing the plain forms gave, in the texts as they stand."""
        own = tuple(report.own for report in self.reports.values())
        ways = {id_: one.to_own for id_, one in self.reports.items() if one.to_own}
        if not ways:
            return replace(comparison, facts=own)
        return moved_comparison(comparison, own, *_moves_and_names(ways))


def prepare_reports(reports: Iterable[Facts]) -> PreparedReports:
    """The reports with the plain forms of their texts.

    What is read from those is remembered as far as there is room.
    """
    memory = ReadingMemory(MAX_CHARACTERS)
    return PreparedReports({one.document.id: _prepared(one, memory) for one in reports})


def plain_document(document: Document) -> Document:
    """The document with the plain form of its text."""
    return _with_plain_form(document, ReadingMemory(MAX_CHARACTERS))[0]


def _prepared(own: Facts, memory: ReadingMemory) -> PreparedReport:
    document, form = _with_plain_form(own.document, memory)
    if form.is_source:
        return PreparedReport(own, replace(own, document=document))
    move = _way_in(form)
    plain, names = moved_facts(own, document, move)
    back = {new: old for old, new in names.items()}
    return PreparedReport(own, plain, Way(_way_back(form), back), Way(move, names))


def _with_plain_form(document: Document, memory: ReadingMemory) -> tuple[Document, PlainForm]:
    form = plain_form(document.text, is_known_word)
    if form.is_source:
        return replace(document, text=memory.prepare(document.text)), form
    return with_other_text(document, memory.prepare(form.text), _way_in(form)), form


def _way_in(form: PlainForm) -> Move:
    return lambda span: Span(*form.from_source(span.start, span.end))


def _way_back(form: PlainForm) -> Move:
    return lambda span: Span(*form.to_source(span.start, span.end))


def _moves_and_names(
    ways: Mapping[DocumentId, Way],
) -> tuple[dict[DocumentId, Move], dict[DocumentId, Names]]:
    return (
        {id_: way.move for id_, way in ways.items()},
        {id_: way.names for id_, way in ways.items()},
    )
