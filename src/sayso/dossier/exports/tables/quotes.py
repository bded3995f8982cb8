"""The table of all words that the facts of a report rest on, where a fact has several."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sayso.dossier.exports.tables.table import Source, Table, report_columns, text, words_columns
from sayso.dossier.report_words import Report
from sayso.model.facts import Facts
from sayso.model.text import Document, Span

Piece = tuple[str, str, str, Span]  # of a fact: its kind, its id, what the words are to it


@dataclass(frozen=True)
class QuoteRow:
    """Words of a report, and what they are to which fact."""

    report: Report
    document: Document
    of: str
    fact: str
    what: str
    span: Span


def pieces_of(facts: Facts) -> Iterator[Piece]:
    """All words that facts have several of, and those of the report itself."""
    yield from _of_speech(facts)
    for actor in facts.actors:
        yield from (("speaker", actor.id, "mention", span) for span in actor.mentions)
    for event in facts.events:
        for one in event.participants:
            yield "event", event.id, f"participant: {one.role}", one.span
    document = facts.document
    yield from (("report", document.id, "furniture", span) for span in document.furniture)
    yield from (("report", document.id, "correction", span) for span in document.corrections)
    yield from (("report", document.id, "entry", one.span) for one in document.entries)


def _of_speech(facts: Facts) -> Iterable[Piece]:
    for attribution in facts.attributions:
        places = (("source", attribution.source), ("cue", attribution.cue))
        for what, span in places:
            if span is not None:
                yield "attribution", attribution.id, what, span
        yield from (("attribution", attribution.id, "content", one) for one in attribution.content)
    for claim in facts.claims:
        yield from (("claim", claim.id, "content", span) for span in claim.content)
        yield from (("claim", claim.id, "hedge", span) for span in claim.hedges)
        for known in claim.basis:
            yield "claim", claim.id, f"basis: {known.kind}", known.span


def _quotes(source: Source) -> Iterator[QuoteRow]:
    for facts in source.holdings.comparison.facts:
        report = source.lookup.report(facts.document.id)
        for of, fact, what, span in pieces_of(facts):
            yield QuoteRow(report, facts.document, of, fact, what, span)


QUOTES: Table[QuoteRow] = Table(
    "quotes",
    "A row is words of a report that a fact rests on, where a fact has several such words.",
    (
        *report_columns(lambda row: row.report),
        text(
            "of",
            "What has these words: `attribution`, `claim`, `speaker`, `event` or `report`.",
            lambda row: row.of,
        ),
        text("fact", "Its id.", lambda row: row.fact),
        text(
            "what",
            "What they are to it: `source`, `cue`, `content`, `hedge`, `basis: …`, `mention`, "
            "`participant: …`, `furniture` (no part of the article), `correction` or `entry` (of a "
            "live blog).",
            lambda row: row.what,
        ),
        *words_columns("quote", "The words.", lambda row: (row.document, row.span)),
    ),
    _quotes,
)
