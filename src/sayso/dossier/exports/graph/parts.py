"""Nodes and edges: who publishes, quotes, denies, cites and copies whom."""

import hashlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from sayso.dossier.claims import ChainLink
from sayso.dossier.exports.lookup import Lookup
from sayso.dossier.exports.marks import PERSON, Decided, Marks
from sayso.dossier.exports.voices import Voice, Voices
from sayso.dossier.marks import safe_link
from sayso.dossier.report_words import Report
from sayso.model.comparison import CopyKind
from sayso.model.decisions import Holdings, Target
from sayso.model.facts import Facts
from sayso.model.points import Point, Side
from sayso.model.speech import Claim, Stance
from sayso.model.text import Document

Value = str | int | float | None


@dataclass(frozen=True, slots=True)
class GraphNode:
    """An outlet, a report, a speaker, or a source that is not known to be one of the speakers."""

    id: str
    values: dict[str, Value]


@dataclass(slots=True)
class GraphEdge:
    """A link of one kind between two nodes, with the claims that it comes from."""

    source: str
    target: str
    kind: str
    count: int = 0
    by_person: int = 0
    stances: Counter[str] = field(default_factory=Counter)
    points: dict[str, None] = field(default_factory=dict)
    example: str = ""
    example_report: str = ""
    example_start: int | None = None
    example_end: int | None = None
    share: float | None = None
    order_known: str | None = None

    def add(self, document: Document, start: int, end: int, marks: Marks | None = None) -> None:
        """Counts one more place; the first is the example."""
        if not self.count:
            self.example = document.text[start:end]
            self.example_report = document.id
            self.example_start, self.example_end = start, end
        self.count += 1
        self.by_person += marks is not None and marks.by == PERSON

    @property
    def values(self) -> dict[str, Value]:
        """What is written of it."""
        return {
            "edge_kind": self.kind,
            "count": self.count,
            "count_by_person": self.by_person,
            "stances": "; ".join(f"{name} {count}" for name, count in self.stances.items()),
            "points": "; ".join(self.points),
            "example": self.example,
            "example_report": self.example_report,
            "example_start": self.example_start,
            "example_end": self.example_end,
            "share": self.share,
            "order_known": self.order_known,
        }


class Graph:
    """Gathers the nodes and edges of a case."""

    def __init__(self, holdings: Holdings) -> None:
        self._found = holdings.comparison
        self._lookup = Lookup(holdings.comparison)
        self._decided = Decided(holdings, self._lookup)
        self._voices = Voices(self._lookup)
        self._unresolved: dict[str, GraphNode] = {}
        self._edges: dict[tuple[str, str, str], GraphEdge] = {}
        self.claims_of_outlets = 0
        self.denials_of_unknown = 0
        self.unsafe_links = 0
        self.told: set[int] = set()  # the numbers of the decisions that nodes show
        self._gather()

    def nodes(self) -> Iterator[GraphNode]:
        """Outlets, reports, speakers, then sources whose speaker is not known."""
        cited = (self._lookup.words(one.outlet) for one in self._found.citations if not one.cited)
        own = (one.head.outlet for one in self._lookup.reports.listed if one.head.outlet)
        for outlet in dict.fromkeys((*own, *cited)):
            yield self._node(outlet_node(outlet), "outlet", outlet, self._decided.on_outlet(outlet))
        for report in self._lookup.reports.listed:
            yield self._report_node(report)
        for voice in self._voices.all:
            yield self._speaker_node(voice)
        yield from self._unresolved.values()

    def edges(self) -> list[GraphEdge]:
        """The edges, those of reports first."""
        return list(self._edges.values())

    def _gather(self) -> None:
        for report in self._lookup.reports.listed:
            if report.head.outlet:
                edge = self._edge(outlet_node(report.head.outlet), report_node(report), "publishes")
                edge.count += 1
        for facts in self._found.facts:
            for claim in facts.claims:
                self._add_chain(facts, claim)
        for point in self._found.points:
            self._add_denials(point)
        for citation in self._found.citations:
            cited = (
                outlet_node(self._lookup.words(citation.outlet))
                if citation.cited is None
                else self._report_id(citation.cited)
            )
            document, span = self._lookup.document(citation.document), citation.outlet.span
            edge = self._edge(self._report_id(citation.document), cited, "cites")
            edge.add(document, span.start, span.end)
        self._add_copies()

    def _add_chain(self, facts: Facts, claim: Claim) -> None:
        """An edge from each link of a claim's chain to the next; the report is the first."""
        document = facts.document
        links = self._lookup.shown_claims[document.id, claim.id].chain[1:]
        self.claims_of_outlets += not links
        marks = self._decided.on_fact(Target.CLAIM, document.id, claim.id)
        ends = [self._report_id(document.id)]
        for link in links:
            name = self._link_id(document, link)
            if name != ends[-1]:  # who quotes themselves is one link
                ends.append(name)
        for source, target in pairwise(ends):
            edge = self._edge(source, target, "quotes")
            edge.add(document, claim.content[0].start, claim.content[0].end, marks)
        if links:
            edge.stances[claim.stance] += 1

    def _add_denials(self, point: Point) -> None:
        claimers = dict.fromkeys(
            speaker
            for stand in point.claims
            if stand.side is Side.FOR
            if (speaker := self._speaker_of(stand.document, stand.claim))
        )
        for stand in point.claims:
            claim = self._lookup.claims[stand.document, stand.claim]
            if stand.side is not Side.AGAINST or claim.stance is not Stance.DENIES:
                continue
            denier = self._speaker_of(stand.document, stand.claim)
            self.denials_of_unknown += not (denier and claimers)
            for claimer in claimers if denier else ():
                edge = self._edge(denier or "", claimer, "denies")
                marks = self._decided.on_fact(Target.CLAIM, stand.document, stand.claim)
                first = claim.content[0]
                edge.add(self._lookup.document(stand.document), first.start, first.end, marks)
                edge.points[point.id] = None

    def _add_copies(self) -> None:
        for copy in self._found.copies:
            if copy.kind is CopyKind.CITATION:
                continue
            left, right = self._report_id(copy.left), self._report_id(copy.right)
            ends = (left, right) if copy.origin == copy.right else (right, left)
            edge = self._edge(*ends, "copies")
            edge.share, edge.order_known = copy.share, "yes" if copy.origin else "no"
            for passage in copy.passages:
                span = passage.left.span
                edge.add(self._lookup.document(copy.left), span.start, span.end)

    def _edge(self, source: str, target: str, kind: str) -> GraphEdge:
        return self._edges.setdefault((source, target, kind), GraphEdge(source, target, kind))

    def _report_id(self, document: str) -> str:
        return report_node(self._lookup.report(document))

    def _speaker_of(self, document: str, name: str) -> str | None:
        voice = self._voices.of(document, self._lookup.claims[document, name].speaker)
        return None if voice is None else speaker_node(voice)

    def _link_id(self, document: Document, link: ChainLink) -> str:
        """The node of a speaker; one of the report's own where it is not known who speaks."""
        voice = self._voices.behind(link)
        if voice is not None:
            return speaker_node(voice)
        name = f"source-{_digest(document.id, link.name)}"
        self._unresolved.setdefault(
            name, GraphNode(name, {"kind": "source", "label": link.name, "type": link.type})
        )
        return name

    def _report_node(self, report: Report) -> GraphNode:
        head, marks = report.head, self._decided.on_report(report.document.id)
        node = self._node(report_node(report), "report", report.heading, marks)
        node.values["outlet"] = head.outlet
        node.values["url"] = safe_link(head.url)
        self.unsafe_links += bool(head.url) and node.values["url"] is None
        node.values["published"] = head.published
        node.values["text_sha256"] = report.document.id
        return node

    def _speaker_node(self, voice: Voice) -> GraphNode:
        first = voice.mentions[0]
        marks = self._decided.on_speaker(first.document, first.actor)
        node = self._node(speaker_node(voice), "speaker", voice.name, marks)
        node.values["type"] = voice.type
        node.values["named"] = "yes" if voice.named else "no"
        node.values["other_names"] = "; ".join(voice.names)
        node.values["roles"] = "; ".join(voice.roles)
        return node

    def _node(self, name: str, kind: str, label: str, marks: Marks) -> GraphNode:
        self.told.update(one.number for one in marks.decisions)
        values: dict[str, Value] = {"kind": kind, "label": label}
        values["by"] = marks.by
        values["decisions"] = marks.numbers
        values["decided_by"] = marks.author
        values["reliability"] = marks.reliability
        return GraphNode(name, values)


def outlet_node(outlet: str) -> str:
    """The id of an outlet's node."""
    return f"outlet-{_digest(outlet)}"


def report_node(report: Report) -> str:
    """The id of a report's node; several with one text are told apart by number."""
    further = "" if report.same_as is None else f"-{report.number - report.same_as + 1}"
    return f"report-{report.document.id[:24]}{further}"


def speaker_node(voice: Voice) -> str:
    """The id of a speaker's node."""
    return f"speaker-{voice.id}"


def _digest(*parts: str) -> str:
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:12]
