"""The facts of a comparison by their ids, and what a reader sees of a claim's speakers."""

from collections.abc import Iterator
from functools import cached_property

from sayso.dossier.claims import ClaimShown, report_claims
from sayso.dossier.report_words import Report, Reports, numbered_reports
from sayso.dossier.speakers import keys_by_actor
from sayso.model.comparison import (
    ActorMention,
    Comparison,
    EventMention,
    Point,
    Quote,
    SharedActor,
    SharedEvent,
    Stand,
)
from sayso.model.facts import Facts
from sayso.model.happening import Event, Figure
from sayso.model.speech import Actor, Attribution, Claim
from sayso.model.text import Document, Span

Key = tuple[str, str]  # the id of a document, the id of a fact in it


class Lookup:
    """Finds what ids name. Whatever is asked for is made once."""

    def __init__(self, comparison: Comparison) -> None:
        self.comparison = comparison

    @cached_property
    def reports(self) -> Reports:
        """The reports by their documents' ids, numbered; their names have no private folders."""
        return numbered_reports(self.comparison)

    @cached_property
    def facts(self) -> dict[str, Facts]:
        """The facts by their documents' ids."""
        return {facts.document.id: facts for facts in self.comparison.facts}

    @cached_property
    def claims(self) -> dict[Key, Claim]:
        """The claims of all reports."""
        return {(one.document.id, fact.id): fact for one in self._all for fact in one.claims}

    @cached_property
    def attributions(self) -> dict[Key, Attribution]:
        """The attributions of all reports."""
        return {(one.document.id, fact.id): fact for one in self._all for fact in one.attributions}

    @cached_property
    def figures(self) -> dict[Key, Figure]:
        """The figures of all reports."""
        return {(one.document.id, fact.id): fact for one in self._all for fact in one.figures}

    @cached_property
    def events(self) -> dict[Key, Event]:
        """The events of each report."""
        return {(one.document.id, fact.id): fact for one in self._all for fact in one.events}

    @cached_property
    def actors(self) -> dict[Key, Actor]:
        """The speakers of each report."""
        return {(one.document.id, fact.id): fact for one in self._all for fact in one.actors}

    @cached_property
    def shown_claims(self) -> dict[Key, ClaimShown]:
        """The claims with the chain of their speakers, the outlet first."""
        keys = keys_by_actor(self.comparison)
        return {
            (one.document.id, shown.claim): shown
            for one in self._all
            for shown in report_claims(one, self.reports[one.document.id], keys)
            if shown.claim is not None
        }

    @cached_property
    def shared_speakers(self) -> dict[ActorMention, SharedActor]:
        """The speaker of several reports that a report's speaker is."""
        return {mention: shared for shared in self.comparison.actors for mention in shared.mentions}

    @cached_property
    def shared_events(self) -> dict[str, SharedEvent]:
        """The events of all reports by their ids."""
        return {shared.id: shared for shared in self.comparison.events}

    @cached_property
    def shared_event_of(self) -> dict[EventMention, SharedEvent]:
        """The event of all reports that a report's event is."""
        return {mention: shared for shared in self.comparison.events for mention in shared.mentions}

    @cached_property
    def story_of(self) -> dict[str, str]:
        """The id of the story that a document is of."""
        return {name: story.id for story in self.comparison.stories for name in story.documents}

    @cached_property
    def origin_of(self) -> dict[str, str]:
        """The id of the origin that a document has."""
        return {name: origin.id for origin in self.comparison.origins for name in origin.documents}

    @cached_property
    def stands(self) -> dict[Key, list[tuple[Point, Stand]]]:
        """The points that a claim speaks to, with its stand there."""
        held: dict[Key, list[tuple[Point, Stand]]] = {}
        for point in self.comparison.points:
            for stand in point.claims:
                held.setdefault((stand.document, stand.claim), []).append((point, stand))
        return held

    @cached_property
    def group_ids(self) -> frozenset[str]:
        """The ids of all groups: points, tolls, shared events and shared speakers."""
        found = self.comparison
        ids = [one.id for one in found.points] + [one.id for one in found.tolls]
        return frozenset(ids + [one.id for one in found.events] + [one.id for one in found.actors])

    def shared_speaker(self, document: str, actor: str) -> SharedActor | None:
        """The speaker of several reports that a report's speaker is; None if of one report only."""
        return self.shared_speakers.get(ActorMention(document, actor))

    def document(self, name: str) -> Document:
        """The document with that id."""
        return self.facts[name].document

    def report(self, document: str) -> Report:
        """The report with that document's id; of several with one text, the first."""
        return self.reports[document]

    def placed(self, quote: Quote | None) -> tuple[Document, Span] | None:
        """The document and the span of a quote; None for none."""
        return None if quote is None else (self.document(quote.document), quote.span)

    def words(self, quote: Quote | None) -> str:
        """The words of a quote; "" for none."""
        return "" if quote is None else self.document(quote.document)[quote.span]

    @property
    def _all(self) -> Iterator[Facts]:
        return iter(self.comparison.facts)
