"""The verb `extract`: one document to everything that it says."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.extract.body import body_of
from sayso.extract.casualties.figures import find_figures
from sayso.extract.events.events import find_events
from sayso.extract.events.times import find_times
from sayso.extract.floor.giving import settle_floor
from sayso.extract.speech.claims import find_claims
from sayso.extract.speech.sections import TextRead, read_reports
from sayso.extract.speech.span_index import SpanIndex
from sayso.model.facts import Facts
from sayso.model.happening import Figure
from sayso.model.moving import moved_facts
from sayso.model.speech import Claim
from sayso.model.text import Document, Span
from sayso.text.plain_form import PlainForm


def extract(document: Document) -> Facts:
    """What one document says; a pure function of it."""
    return extract_together([document])[0]


def extract_together(documents: Sequence[Document]) -> list[Facts]:
    """What each document says: the same as one by one, but the network reads them side by side.

    A document that was too long to be read whole says how far it was read.
    """
    bodies = [body_of(document) for document in documents]
    reports = read_reports([body.text for body in bodies])
    return [
        _facts_of(document, body, report)
        for document, body, report in zip(documents, bodies, reports, strict=True)
    ]


def _facts_of(document: Document, body: PlainForm, report: TextRead) -> Facts:
    text = report.text
    judged, cast = settle_floor(text, report.attributions)
    attributions = tuple(known.attribution for known in judged)
    times = find_times(text, document.day)
    events = find_events(text, times, document.day)
    counted = find_figures(text, events, times)
    claims = find_claims(text, judged, cast.speaker, counted)
    figures = tuple(figures_with_claims(counted, claims))
    facts = Facts(document, attributions, claims, cast.actors, figures, events)
    return _in_document(facts, body, report.read_to)


def _in_document(facts: Facts, body: PlainForm, read_to: int | None) -> Facts:
    """The facts of a body in their places in the document, which says how far it was read."""
    document = facts.document
    if read_to is not None:
        document = replace(document, read_to=body.to_source(read_to, read_to + 1)[0])
    if body.is_source:
        return replace(facts, document=document)

    def move(span: Span) -> Span:
        return Span(*body.to_source(span.start, span.end))

    def pieces(span: Span) -> Iterator[Span]:
        return (Span(*piece) for piece in body.pieces_in_source(span.start, span.end))

    return moved_facts(facts, document, move, pieces)[0]


def figures_with_claims(figures: Sequence[Figure], claims: Sequence[Claim]) -> Iterator[Figure]:
    """Each figure with the claim that says it: the one with the shortest piece that holds it.

    Of several with one piece, that is the one through most speakers.
    """
    pieces: SpanIndex[tuple[Span, int, str]] = SpanIndex()
    for claim in claims:
        for span in claim.content:
            pieces.add_value(span, (span, -len(claim.chain), claim.id))
    for figure in figures:
        holding = [
            (len(span), order, name)
            for span, order, name in pieces.values_near(figure.span.start)
            if span.holds(figure.span)
        ]
        yield replace(figure, claim=min(holding)[2] if holding else None)
