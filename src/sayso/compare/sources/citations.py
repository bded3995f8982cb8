"""Which reports name another outlet as where they have something from."""

from collections.abc import Iterator, Mapping, Sequence

from sayso.compare.sources.credits import credits_of
from sayso.compare.sources.outlets import OutletName, outlet_key, outlets_in
from sayso.model.comparison import Citation, Quote, Story
from sayso.model.facts import Facts
from sayso.model.speech import Actor, ActorType, Attribution
from sayso.model.text import Document, Span

# How far behind a cue its addressee is looked for: "told the Sellan Gazette".
MAX_CHARACTERS_BEHIND_CUE = 60


def find_citations(pile: Sequence[Facts], stories: Sequence[Story]) -> tuple[Citation, ...]:
    """The outlets that reports name as a source, as somebody's confidant, or in a credit line.

    `cited` is the one report of that outlet in the same story; of several, none.
    """
    documents = {facts.document.id: facts.document for facts in pile}
    beside = {one: story.documents for story in stories for one in story.documents}
    found = []
    for facts in pile:
        own = facts.document.id
        near = [documents[other] for other in beside.get(own, ()) if other != own]
        for named, attribution in _outlets_named_by(facts):
            cited = _report_of(named.name, facts.document, near)
            found.append(Citation(own, Quote(own, named.span), attribution, cited))
    return tuple(sorted(set(found), key=lambda one: (one.outlet, one.attribution or "")))


def _outlets_named_by(facts: Facts) -> Iterator[tuple[OutletName, str | None]]:
    """Every outlet that a report names, but itself, and the attribution that does it."""
    document = facts.document
    itself = outlet_key(document.outlet) if document.outlet else None
    media = _media_by_attribution(facts)
    for attribution in facts.attributions:
        found = list(_outlets_in_attribution(document, attribution))
        if not found and attribution.id in media:
            name = media[attribution.id].name
            known = outlets_in(document.text, name.start, name.end)
            found = known[:1] or [OutletName(name, document[name])]
        yield from ((one, attribution.id) for one in found if outlet_key(one.name) != itself)
    for credit in credits_of(document):
        if credit.span is not None and outlet_key(credit.name) != itself:
            yield OutletName(credit.span, credit.name), None


def _media_by_attribution(facts: Facts) -> Mapping[str, Actor]:
    """The outlets among the speakers, by the attributions that they speak through."""
    actors = {actor.id: actor for actor in facts.actors if actor.type is ActorType.MEDIA}
    return {
        claim.chain[-1]: actors[claim.speaker]
        for claim in facts.claims
        if claim.chain and claim.speaker in actors and actors[claim.speaker].named
    }


def _outlets_in_attribution(document: Document, attribution: Attribution) -> Iterator[OutletName]:
    """The outlets in a source, and in or behind a cue up to the content."""
    if attribution.source is not None:
        source = attribution.source
        yield from outlets_in(document.text, source.start, source.end)
    if attribution.cue is not None:
        reach = _end_of_search(document.text, attribution.cue, attribution.content)
        yield from outlets_in(document.text, attribution.cue.start, reach)


def _end_of_search(text: str, cue: Span, content: Sequence[Span]) -> int:
    stops = [span.start for span in content if span.start >= cue.end]
    stops += [
        place
        for mark in ".\n"
        if (place := text.find(mark, cue.end, cue.end + MAX_CHARACTERS_BEHIND_CUE)) >= 0
    ]
    return min([*stops, cue.end + MAX_CHARACTERS_BEHIND_CUE, len(text)])


def _report_of(name: str, citing: Document, near: Sequence[Document]) -> str | None:
    """The id of the one report by that outlet that the citing one can have read."""
    key = outlet_key(name)
    reports = [one for one in near if one.outlet and outlet_key(one.outlet) == key]
    earlier = [one for one in reports if not _is_later(one, citing)]
    return earlier[0].id if len(earlier) == 1 else None


def _is_later(one: Document, other: Document) -> bool:
    return one.day is not None and other.day is not None and one.day > other.day
