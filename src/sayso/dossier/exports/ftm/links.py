"""What speakers say, who denies whom, what reports cite and copy, and events, for FollowTheMoney."""

from collections.abc import Iterator

from sayso.dossier.exports.ftm.sources import (
    NO_BODY,
    SPEAKER_SCHEMATA,
    Sources,
    digest,
    seen_outlet,
)
from sayso.dossier.exports.ftm.values import Entity, Seen
from sayso.dossier.exports.makers import count_untold
from sayso.dossier.exports.marks import Marks
from sayso.dossier.exports.sentence_words import SentenceWords
from sayso.dossier.exports.voices import chain_words, claim_words
from sayso.dossier.written import event_kind, harm_word, percentage, policy_name
from sayso.lexicon.events import event_words
from sayso.model.comparison import (
    Citation,
    Comparison,
    Copy,
    CopyKind,
    EventMention,
    SharedEvent,
    Toll,
)
from sayso.model.decisions import Target
from sayso.model.facts import Facts
from sayso.model.points import Point, Side, Stand
from sayso.model.speech import Claim, Stance
from sayso.model.text import Document

DENIES = "denies what was said"


class Links:
    """Makes the entities that link reports and speakers, and the events."""

    def __init__(self, sources: Sources) -> None:
        self._sources = sources
        self._lookup = sources.lookup
        self._sentences = SentenceWords(sources.lookup)
        self._tolls: dict[str, list[Toll]] = {}
        for toll in self._lookup.comparison.tolls:
            self._tolls.setdefault(toll.event or "", []).append(toll)

    def all(self) -> Iterator[Entity]:
        """What is said, then denials, citations, copies and events."""
        found = self._lookup.comparison
        for facts in found.facts:
            yield from self._said(facts)
        for point in found.points:
            yield from self._denials(point)
        for citation in found.citations:
            yield self._citation(citation)
        for copy in found.copies:
            if copy.kind is not CopyKind.CITATION:  # the citations above are those
                yield self._copy(copy)
        for event in found.events:
            if event.kind in event_words().ordinary:
                self._sources.left_out.add("events of ordinary kinds", "a page leaves them out too")
            else:
                yield self._event(event)
        self._count_others()

    def _said(self, facts: Facts) -> Iterator[Entity]:
        for claim in facts.claims:
            subject = self._speaker_id(facts.document, claim)
            if subject is None:
                why = "a link needs two ends, and it is not known who says them"
                self._sources.left_out.add("claims", why)
            else:
                yield self._claim(facts.document, claim, subject)

    def _claim(self, document: Document, claim: Claim, subject: str) -> Entity:
        marks, seen = self._claim_marks(document, claim)
        shown = self._lookup.shown_claims[document.id, claim.id]
        name = f"sayso-claim-{digest(document.id, claim.id)}"
        report = self._sources.first_report_id(document.id)
        entity = self._link(name, subject, report, str(claim.stance), seen)
        entity.add_text("description", claim_words(document, claim))
        entity.add_text("summary", " → ".join(chain_words(shown.chain)))
        entity.add("recordId", f"{document.id}/{claim.id}")
        entity.add_moment("date", document.published)
        entity.add("proof", report)
        entity.add_text("status", self._sources.marks_words(marks))
        return entity

    def _denials(self, point: Point) -> Iterator[Entity]:
        """A link from each speaker who denies a point to each who claims it."""
        claimed = [stand for stand in point.claims if stand.side is Side.FOR]
        for stand in point.claims:
            denial = self._lookup.claims[stand.document, stand.claim]
            if stand.side is Side.AGAINST and denial.stance is Stance.DENIES:
                for other in claimed:
                    entity = self._denial(point, stand, other)
                    if entity is not None:
                        yield entity

    def _denial(self, point: Point, denial: Stand, claimed: Stand) -> Entity | None:
        denying = self._lookup.document(denial.document)
        claim = self._lookup.claims[denial.document, denial.claim]
        denier = self._speaker_id(denying, claim)
        claimer = self._speaker_id(
            self._lookup.document(claimed.document),
            self._lookup.claims[claimed.document, claimed.claim],
        )
        if denier is None or claimer is None:
            why = "a link needs two ends, and one of the speakers is not known"
            self._sources.left_out.add("denials of claims", why)
            return None
        marks, seen = self._claim_marks(denying, claim)
        ends = denial.document, denial.claim, claimed.document, claimed.claim
        name = f"sayso-denial-{digest(point.id, *ends)}"
        entity = self._link(name, denier, claimer, DENIES, seen)
        entity.add_text("description", claim_words(denying, claim))
        entity.add_text("summary", self._lookup.words(point.title))
        entity.add("recordId", point.id)
        for stand in (denial, claimed):
            entity.add("proof", self._sources.first_report_id(stand.document))
        entity.add_text("status", self._sources.marks_words(marks))
        return entity

    def _citation(self, citation: Citation) -> Entity:
        words = self._lookup.words(citation.outlet)
        citing = self._sources.first_report_id(citation.document)
        if citation.cited is None:
            cited = self._sources.outlet_id(words)
        else:
            cited = self._sources.first_report_id(citation.cited)
        place = citation.document, str(citation.outlet.span.start)
        name = f"sayso-citation-{digest(*place, cited)}"
        entity = self._link(name, citing, cited, "cites", self._sources.machine)
        entity.add_text("description", words)
        entity.add("proof", citing)
        return entity

    def _copy(self, copy: Copy) -> Entity:
        """A link from the report that repeats to the other; in the order given if nobody knows."""
        ends = [copy.left, copy.right] if copy.origin == copy.right else [copy.right, copy.left]
        subject, other = (self._sources.first_report_id(one) for one in ends)
        name = f"sayso-copy-{digest(copy.kind, *ends)}"
        role = f"{copy.kind} of" if copy.origin else f"{copy.kind}, the earlier is not known"
        entity = self._link(name, subject, other, role, self._sources.machine)
        entity.add("summary", f"{percentage(round(copy.share, 2))} of the shorter text")
        for passage in copy.passages:
            entity.add_text("description", self._lookup.words(passage.left))
        return entity

    def _event(self, event: SharedEvent) -> Entity:
        members = [f"{one.document}/{one.event}" for one in event.mentions]
        marks = self._sources.decided.on_group(Target.SHARED_EVENT, event.id, members)
        entity = Entity(f"sayso-event-{event.id}", "Event", self._sources.machine)
        place = self._lookup.words(event.place)
        entity.add_line("name", f"{event_kind(event.kind)}{f', {place}' if place else ''}")
        days = [None if day is None else day.isoformat() for day in (event.first, event.last)]
        entity.add("startDate", days[0])
        entity.add("endDate", days[1])
        entity.add("date", days[0] if days[0] == days[1] else None)
        entity.add_line("location", place)
        entity.add("recordId", event.id)
        for mention in event.mentions:
            self._add_mention(entity, mention)
        for toll in self._tolls.get(event.id, ()):
            entity.add_text("notes", self._toll_words(toll))
        entity.add_text("notes", self._sources.marks_words(marks))
        return entity

    def _add_mention(self, entity: Entity, mention: EventMention) -> None:
        """The words of one report for an event, and the speakers who took part in it."""
        key = mention.document, mention.event
        event = self._lookup.events[key]
        entity.add_text("description", self._sentences.of_events[key])
        entity.add("proof", self._sources.first_report_id(mention.document))
        for participant in event.participants:
            voice = self._sources.voices.of(mention.document, participant.actor)
            if voice is not None and SPEAKER_SCHEMATA[voice.type] != NO_BODY:
                entity.add("involved", self._sources.speaker_id(voice))

    def _toll_words(self, toll: Toll) -> str:
        who = self._lookup.words(toll.who) or "people"
        numbers = ", ".join(
            f"{name} {'unknown' if number is None else number}"
            for name, number in (("low", toll.low), ("best", toll.best), ("high", toll.high))
        )
        return f"{who} {harm_word(toll.harm)}, as {policy_name(toll.policy)} counts: {numbers}"

    def _link(self, name: str, subject: str, other: str, role: str, seen: Seen) -> Entity:
        entity = Entity(name, "UnknownLink", seen)
        entity.add("subject", subject)
        entity.add("object", other)
        entity.add("role", role)
        return entity

    def _claim_marks(self, document: Document, claim: Claim) -> tuple[Marks, Seen]:
        marks = self._sources.decided.on_fact(Target.CLAIM, document.id, claim.id)
        added = self._sources.decided.added_by(f"{document.id}/{claim.id}")
        return marks, self._sources.seen(marks, added)

    def _speaker_id(self, document: Document, claim: Claim) -> str | None:
        """Who says a claim: the speaker, or the outlet in its own voice; None if it is not known."""
        voice = self._sources.voices.of(document.id, claim.speaker)
        if voice is not None:
            return self._sources.speaker_id(voice)
        outlet = None if claim.chain else seen_outlet(document.outlet)
        return None if outlet is None else self._sources.outlet_id(outlet)

    def _count_others(self) -> None:
        found, left_out = self._lookup.comparison, self._sources.left_out
        why = "FollowTheMoney has no schema for them"
        left_out.add("figures", f"{why}; an event's notes have its tolls", _count(found, "figures"))
        loose = sum(toll.event is None for toll in found.tolls)
        left_out.add("tolls of no known event", why, loose)
        hedges = sum(len(claim.hedges) for facts in found.facts for claim in facts.claims)
        left_out.add("hedges of claims", why, hedges)
        left_out.add("places of words in texts", why, _count(found, "claims"))
        for what in ("origins", "stories"):
            left_out.add(what, why, len(getattr(found, what)))
        left_out.add("texts of reports", "they are the outlets' to publish", len(found.facts))
        count_untold(self._sources.holdings, self._sources.told, left_out)


def _count(comparison: Comparison, what: str) -> int:
    return sum(len(getattr(facts, what)) for facts in comparison.facts)
