"""W3C Web Annotations: every claim, figure and event at its place in the report's text.

Each is an annotation whose target quotes the words and gives their place, in code points of the text
that sayso read. What a person decided about one is an annotation of that annotation.
"""

from collections.abc import Collection, Iterator
from typing import BinaryIO

from sayso.dossier.exports.export import ExportFormat, ExportReport, LeftOutCounts
from sayso.dossier.exports.lookup import Lookup
from sayso.dossier.exports.makers import maker_name, software_name
from sayso.dossier.exports.marks import Decided
from sayso.dossier.exports.web.annotation_bodies import Bodies, decision_bodies, motivation
from sayso.dossier.exports.web.jsonld import (
    TERMS,
    Node,
    count_unsafe_links,
    fact_iri,
    json_line,
    mark_values,
    report_iri,
    same_text_iris,
    text_iri,
    with_values,
    write_listed,
)
from sayso.model.decisions import Decision, Holdings, Subject, Target
from sayso.model.facts import Facts
from sayso.model.text import Document, Span

CONTEXT = [
    "http://www.w3.org/ns/anno.jsonld",
    {"sayso": TERMS, "sayso:chain": {"@id": f"{TERMS}chain", "@container": "@list"}},
]
CONTEXT_CHARACTERS = 32  # of the text, before and after the quoted words


def write_annotations(holdings: Holdings, out: BinaryIO) -> ExportReport:
    """Writes an AnnotationCollection with one page."""
    annotations = Annotations(holdings)
    name = fact_iri("collection", holdings.name, holdings.made_at)
    head = {
        "@context": CONTEXT,
        "id": name,
        "type": "AnnotationCollection",
        "label": holdings.name,
        "generated": holdings.made_at,
        "generator": annotations.software,
    }
    page = {"id": f"{name}#page-1", "type": "AnnotationPage", "partOf": name, "startIndex": 0}
    out.write(f'{json_line(head)[:-1]},"first":{json_line(page)[:-1]},"items":['.encode())
    rows = write_listed(out, annotations.all())
    out.write(f'\n]}},"total":{rows}}}\n'.encode())
    return ExportReport(rows, annotations.left_out.lines())


class Annotations:
    """Makes the annotations of a case, and counts what is none."""

    def __init__(self, holdings: Holdings) -> None:
        self.left_out = LeftOutCounts()
        self.software: Node = {"type": "Software", "name": software_name(holdings)}
        self._holdings = holdings
        self._lookup = Lookup(holdings.comparison)
        self._decided = Decided(holdings, self._lookup)
        self._bodies = Bodies(self._lookup)

    def all(self) -> Iterator[Node]:
        """The facts report by report, then the decisions on them."""
        for facts in self._holdings.comparison.facts:
            yield from self._fact_annotations(facts)
        for decision in self._holdings.decisions:
            yield from self._decision_annotations(decision)
        self._count_groups()

    def _fact_annotations(self, facts: Facts) -> Iterator[Node]:
        document, bodies = facts.document, self._bodies
        for claim in facts.claims:
            about = bodies.of_claim(document, claim)
            yield self._annotation(document, Target.CLAIM, claim.id, claim.content, about)
        for figure in facts.figures:
            about = bodies.of_figure(document, figure)
            yield self._annotation(document, Target.FIGURE, figure.id, (figure.span,), about)
        for event in facts.events:
            about = bodies.of_event(document, event)
            yield self._annotation(document, Target.EVENT, event.id, (event.trigger,), about)

    def _annotation(
        self,
        document: Document,
        kind: Target,
        name: str,
        spans: tuple[Span, ...],
        bodies: list[Node],
    ) -> Node:
        marks = self._decided.on_fact(kind, document.id, name)
        added = self._decided.added_by(f"{document.id}/{name}")
        maker = maker_name(marks, added)
        return {
            "id": fact_iri(kind, document.id, name),
            "type": "Annotation",
            "motivation": "describing",
            "creator": self.software if maker is None else {"type": "Person", "name": maker},
            "created": self._holdings.made_at if added is None else added.made_at,
            "generator": self.software,
            "generated": self._holdings.made_at,
            **mark_values(marks),
            "body": bodies,
            "target": [self._target(document, span) for span in spans],
        }

    def _target(self, document: Document, span: Span) -> Node:
        return {
            **self._whole_report(document.id),
            "selector": [
                {
                    "type": "TextQuoteSelector",
                    "exact": document[span],
                    "prefix": document.text[max(0, span.start - CONTEXT_CHARACTERS) : span.start],
                    "suffix": document.text[span.end : span.end + CONTEXT_CHARACTERS],
                },
                {"type": "TextPositionSelector", "start": span.start, "end": span.end},
            ],
        }

    def _whole_report(self, document_id: str) -> Node:
        """A report by its address, with the text that it had: an address may have had others."""
        same = [{"id": iri} for iri in same_text_iris(self._lookup, document_id)]
        return {
            "type": "SpecificResource",
            "source": report_iri(self._lookup.report(document_id)),
            "sayso:text": {"id": text_iri(document_id)},
            **with_values({"sayso:sameText": same}),
        }

    def _decision_annotations(self, decision: Decision) -> Iterator[Node]:
        targets = [one for subject in decision.subjects for one in self._decided_on(subject)]
        if decision in self._holdings.orphans or not targets:
            gone = decision in self._holdings.orphans
            why = "what they were made on is gone" if gone else "what they are on has no annotation"
            self.left_out.add("decisions", why)
            return
        yield {
            "id": fact_iri("decision", self._holdings.name, str(decision.number)),
            "type": "Annotation",
            "motivation": motivation(decision.kind),
            "creator": {"type": "Person", "name": decision.author},
            "created": decision.made_at,
            "generator": self.software,
            "generated": self._holdings.made_at,
            "sayso:by": "person",
            "sayso:decisions": [decision.number],
            "body": decision_bodies(decision),
            "target": targets,
        }

    def _decided_on(self, subject: Subject) -> Iterator[str | Node]:
        """The annotation of a fact, or the report; nothing for a speaker, an outlet or a group."""
        facts: dict[Target, Collection[tuple[str, str]]] = {
            Target.CLAIM: self._lookup.claims,
            Target.FIGURE: self._lookup.figures,
            Target.EVENT: self._lookup.events,
        }
        if subject.kind is Target.REPORT:
            named = (name for name in (subject.id, subject.report) if name in self._lookup.facts)
            yield from (self._whole_report(name) for name in list(named)[:1] if name)
        elif (subject.report or "", subject.id) in facts.get(subject.kind, ()):
            yield fact_iri(subject.kind, subject.report or "", subject.id)

    def _count_groups(self) -> None:
        count_unsafe_links(self._lookup, self.left_out)
        found = self._holdings.comparison
        why = "an annotation is about words at one place, and these compare several"
        for what in ("points", "tolls", "copies", "citations", "origins", "stories"):
            self.left_out.add(what, why, len(getattr(found, what)))
        self.left_out.add(
            "attributions that make no claim",
            "only claims have a body",
            sum(
                len(
                    {one.id for one in facts.attributions}
                    - {name for claim in facts.claims for name in claim.chain}
                )
                for facts in found.facts
            ),
        )


FORMAT = ExportFormat(
    "annotation",
    ".jsonld",
    "W3C Web Annotations (JSON-LD): each claim, figure and event at its place in the text",
    write_annotations,
)
