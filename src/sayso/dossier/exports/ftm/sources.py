"""Holdings as entities of FollowTheMoney: reports, outlets, speakers, events, and links between them.

What somebody says is an `UnknownLink` from the speaker to the report, with the stance as its role and
the words as its description: FollowTheMoney has no schema for a claim.
"""

import hashlib
from collections.abc import Iterator
from functools import cached_property

from sayso.dossier.exports.export import LeftOutCounts
from sayso.dossier.exports.ftm.values import Entity, Seen, clean_text, dataset_name, seen_time
from sayso.dossier.exports.lookup import Lookup
from sayso.dossier.exports.makers import maker_name, software_name
from sayso.dossier.exports.marks import Decided, Marks
from sayso.dossier.exports.voices import Voice, Voices
from sayso.dossier.report_words import Report
from sayso.model.decisions import Decision, Holdings
from sayso.model.speech import ActorType

# The language codes of FollowTheMoney have three letters.
LANGUAGES = {"en": "eng"}
# A Note can stand for a document that is only spoken of; a Document would need a file.
NO_BODY = "Note"  # neither a person nor a body: no mention resolves to it, no event involves it
SPEAKER_SCHEMATA = {
    ActorType.PERSON: "Person",
    ActorType.ORGANISATION: "Organization",
    ActorType.STATE: "PublicBody",
    ActorType.GROUP: "Organization",
    ActorType.MEDIA: "Organization",
    ActorType.DOCUMENT: NO_BODY,
    ActorType.UNNAMED: "LegalEntity",
}


class Sources:
    """Makes the entities for reports, outlets and speakers, and knows the ids of all three."""

    def __init__(self, holdings: Holdings, left_out: LeftOutCounts) -> None:
        self.holdings, self.left_out = holdings, left_out
        self.lookup = Lookup(holdings.comparison)
        self.decided = Decided(holdings, self.lookup)
        self.voices = Voices(self.lookup)
        self.told: set[int] = set()  # the numbers of the decisions that entities show
        self._made_at = seen_time(holdings.made_at)
        self._dataset = dataset_name(holdings.name)

    @cached_property
    def machine(self) -> Seen:
        """Where the statements are from that the machine made."""
        return self._seen(software_name(self.holdings), self._made_at)

    def seen(self, marks: Marks, added: Decision | None) -> Seen:
        """Where the statements of a thing are from: the machine, or the person who added it."""
        maker = maker_name(marks, added)
        if maker is None:
            return self.machine
        first = seen_time(added.made_at) if added else self._made_at
        return self._seen(f"person: {maker}", first)

    def report_id(self, report: Report) -> str:
        """The id of a report's entity; several with one text are told apart by number."""
        further = "" if report.same_as is None else f"-{report.number - report.same_as + 1}"
        return f"sayso-report-{report.document.id}{further}"

    def first_report_id(self, document: str) -> str:
        """The id of the first report with that text."""
        return self.report_id(self.lookup.report(document))

    def outlet_id(self, outlet: str) -> str:
        """The id of an outlet's entity, by the name."""
        return f"sayso-outlet-{digest(outlet)}"

    def speaker_id(self, voice: Voice) -> str:
        """The id of a speaker's entity."""
        return f"sayso-speaker-{voice.id}"

    def marks_words(self, marks: Marks) -> str:
        """What people decided on a thing, in a line; "" for nothing."""
        self.told.update(one.number for one in marks.decisions)
        given = (
            f"{one.kind}{f': {one.reason}' if one.reason else ''} ({one.author}, {one.made_at})"
            for one in marks.decisions
        )
        letters = f"{marks.reliability}{marks.credibility}"
        return "; ".join((*([f"Admiralty {letters}"] if letters else []), *given))

    def all(self) -> Iterator[Entity]:
        """Reports with their outlets, then speakers with the places where they are named."""
        found = self.holdings.comparison.citations
        cited = (self.lookup.words(one.outlet) for one in found if one.cited is None)
        outlets = dict.fromkeys(cited)
        for report in self.lookup.reports.listed:
            yield self._article(report)
            outlet = seen_outlet(report.head.outlet)
            if outlet is not None:
                outlets[outlet] = None
                yield self._published_by(report, outlet)
        for outlet in outlets:
            entity = Entity(self.outlet_id(outlet), "Organization", self.machine)
            entity.add_line("name", outlet)
            entity.add_text("notes", self.marks_words(self.decided.on_outlet(outlet)))
            yield entity
        for voice in self.voices.all:
            yield self._speaker(voice)
            yield from self._mentions(voice)

    def _seen(self, origin: str, first: str) -> Seen:
        return Seen(self._dataset, first, max(first, self._made_at), origin)

    def _article(self, report: Report) -> Entity:
        head, document = report.head, report.document
        entity = Entity(self.report_id(report), "Article", self.machine)
        entity.add_text("title", head.title)
        entity.add_text("fileName", report.file_name)
        entity.add_text("author", head.byline)
        entity.add_text("publisher", head.outlet)
        entity.add_link("sourceUrl", head.url)
        entity.add_moment("publishedAt", head.published)
        if report.same_as is None:
            entity.add_moment("modifiedAt", document.modified)
            entity.add_moment("retrievedAt", document.crawled)
            entity.add_text("summary", document.subtitle)
        entity.add("language", LANGUAGES.get(document.language or ""), document.language)
        if document.language and document.language not in LANGUAGES:
            self.left_out.add("languages of reports", "FollowTheMoney wants codes of three letters")
        if head.url and "sourceUrl" not in entity.properties():
            self.left_out.add("addresses of reports", "they are not safe to follow")
        entity.add("notes", f"SHA-256 of the text: {document.id}")
        entity.add("notes", head.raw_sha256 and f"SHA-256 of the file: {head.raw_sha256}")
        entity.add_text("notes", self.marks_words(self.decided.on_report(document.id)))
        return entity

    def _published_by(self, report: Report, outlet: str) -> Entity:
        report_id = self.report_id(report)
        entity = Entity(f"sayso-publisher-{digest(report_id)}", "Documentation", self.machine)
        entity.add("document", report_id)
        entity.add("entity", self.outlet_id(outlet))
        entity.add("role", "publisher")
        return entity

    def _speaker(self, voice: Voice) -> Entity:
        entity = Entity(self.speaker_id(voice), SPEAKER_SCHEMATA[voice.type], self.machine)
        entity.add_line("name", voice.name)
        for name in voice.names:
            entity.add_line("alias", name)
        for role in voice.roles:
            entity.add_text("position" if voice.type is ActorType.PERSON else "description", role)
        first = voice.mentions[0]
        entity.add_text(
            "notes", self.marks_words(self.decided.on_speaker(first.document, first.actor))
        )
        return entity

    def _mentions(self, voice: Voice) -> Iterator[Entity]:
        """A Mention for each report that names the speaker."""
        schema = SPEAKER_SCHEMATA[voice.type]
        for one in voice.mentions:
            actor = self.lookup.actors[one.document, one.actor]
            name = f"sayso-mention-{one.document[:24]}-{one.actor}"
            entity = Entity(name, "Mention", self.machine)
            entity.add("document", self.first_report_id(one.document))
            entity.add_line("name", self.lookup.document(one.document)[actor.name])
            entity.add("detectedSchema", schema)
            if schema != NO_BODY:
                entity.add("resolved", self.speaker_id(voice))
            yield entity


def seen_outlet(outlet: str | None) -> str | None:
    """An outlet's name; None where there is nothing of it to see, and so no name for an entity."""
    return outlet if outlet and clean_text(outlet) else None


def digest(*parts: str) -> str:
    """Part of an id, made from what it is of."""
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:24]
