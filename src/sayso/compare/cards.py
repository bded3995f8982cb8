"""Makes the cards of reports, and writes and reads them."""

from dataclasses import replace
from hashlib import sha256

from sayso.compare.card import Card
from sayso.compare.prepared import PreparedReport, prepare_reports
from sayso.compare.sources.citations import outlets_named_by
from sayso.compare.sources.credits import credited_agency, credits_of
from sayso.compare.sources.origins import publications_of
from sayso.compare.sources.outlets import outlet_key, outlet_keys
from sayso.compare.sources.speakers import speakers_of
from sayso.compare.stories.features import story_card
from sayso.model.facts import Facts
from sayso.model.wire import facts_to_wire, to_line


def card_of(facts: Facts) -> Card:
    """The card of a report; if several reports have its text, with all their heads."""
    return card_of_prepared(*prepare_reports([facts]).reports.values())


def card_of_prepared(report: PreparedReport) -> Card:
    """The card of a report that is ready for comparing."""
    document = report.plain.document
    credited = credits_of(document)
    return Card(
        id=document.id,
        facts_key=facts_key(report.own),
        heads=document.heads,
        length=len(report.own.document),
        outlets=outlet_keys(document),
        credits=frozenset(outlet_key(credit.name) for credit in credited),
        agency=credited_agency(credited),
        publications=publications_of(document),
        named_outlets=tuple(
            replace(
                named,
                span=report.own_span(named.span),
                attribution=named.attribution and report.own_name(named.attribution),
            )
            for named in outlets_named_by(report.plain)
        ),
        speakers=tuple(
            replace(speaker, id=report.own_name(speaker.id), name=report.own_span(speaker.name))
            for speaker in speakers_of(report.plain)
        ),
        story=story_card(document),
    )


def facts_key(facts: Facts) -> str:
    """A key that changes with whatever the facts say and whatever is known of their document."""
    return sha256(to_line(facts_to_wire(facts)).encode()).hexdigest()
