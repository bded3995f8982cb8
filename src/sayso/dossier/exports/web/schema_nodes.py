"""Reports, outlets and speakers in schema.org's terms."""

from collections.abc import Iterator

from sayso.dossier.exports.lookup import Lookup
from sayso.dossier.exports.marks import Decided
from sayso.dossier.exports.voices import Voices
from sayso.dossier.exports.web.jsonld import (
    Node,
    fact_iri,
    mark_values,
    report_iri,
    text_iri,
    voice_iri,
    with_values,
)
from sayso.dossier.report_words import Report
from sayso.model.speech import ActorType
from sayso.model.text import is_moment

# A speaker whose kind the words do not tell is a Thing.
SPEAKER_TYPES = {
    ActorType.PERSON: "Person",
    ActorType.ORGANISATION: "Organization",
    ActorType.STATE: "Organization",
    ActorType.GROUP: "Organization",
    ActorType.MEDIA: "NewsMediaOrganization",
    ActorType.DOCUMENT: "CreativeWork",
    ActorType.UNNAMED: "Thing",
}


def outlet_iri(outlet: str) -> str:
    """The name of an outlet, by its name alone."""
    return fact_iri("outlet", outlet)


class SourceNodes:
    """Makes the nodes of those who say things, and of where they are said."""

    def __init__(self, lookup: Lookup, decided: Decided, voices: Voices) -> None:
        self._lookup, self._decided, self._voices = lookup, decided, voices

    def outlets(self) -> Iterator[Node]:
        """An Organization for each outlet."""
        listed = self._lookup.reports.listed
        for outlet in dict.fromkeys(one.head.outlet for one in listed if one.head.outlet):
            marks = self._decided.on_outlet(outlet)
            yield {
                "@id": outlet_iri(outlet),
                "@type": "Organization",
                "name": outlet,
            } | mark_values(marks)

    def reports(self) -> Iterator[Node]:
        """A NewsArticle for each report. Several with the same text have nodes of their own."""
        for report in self._lookup.reports.listed:
            yield self._report(report)

    def speakers(self) -> Iterator[Node]:
        """A node for each speaker, with all forms of the name and the words for what they are."""
        for voice in self._voices.all:
            marks = self._decided.on_speaker(voice.mentions[0].document, voice.mentions[0].actor)
            yield with_values(
                {
                    "@id": voice_iri(voice),
                    "@type": SPEAKER_TYPES[voice.type],
                    "name": voice.name,
                    "alternateName": list(voice.names),
                    "description": list(voice.roles),
                    "disambiguatingDescription": None
                    if voice.named
                    else "not named in the reports",
                    "sayso:speakerType": voice.type,
                    **mark_values(marks),
                }
            )

    def _report(self, report: Report) -> Node:
        head, document = report.head, report.document
        own = report.same_as is None
        marks = self._decided.on_report(document.id)
        return with_values(
            {
                "@id": article_iri(report),
                "@type": "NewsArticle",
                "headline": head.title,
                "alternativeHeadline": document.subtitle if own else None,
                "name": report.label,
                "articleSection": document.section if own else None,
                "url": report_iri(report) if report_iri(report).startswith("http") else None,
                "datePublished": _moment(head.published),
                "dateModified": _moment(document.modified) if own else None,
                "creditText": head.byline,
                "publisher": {"@id": outlet_iri(head.outlet)} if head.outlet else None,
                "inLanguage": document.language,
                "identifier": [
                    _hash("SHA-256 of the text", document.id),
                    *([_hash("SHA-256 of the file", head.raw_sha256)] if head.raw_sha256 else []),
                ],
                "sayso:text": document.id,
                **mark_values(marks),
            }
        )


def article_iri(report: Report) -> str:
    """The name of a report, made of its text: at one address several texts may have stood."""
    iri = text_iri(report.document.id)
    if report.same_as is None:
        return iri
    return f"{iri}#{report.number - report.same_as + 1}"


def _hash(what: str, value: str) -> Node:
    return {"@type": "PropertyValue", "propertyID": what, "value": value}


def _moment(published: str | None) -> str | None:
    return published if published and is_moment(published) else None
