"""Which reports name another outlet as a source."""

from collections.abc import Iterator, Mapping, Sequence

from sayso.compare.sources.credits import credits_of
from sayso.compare.sources.outlets import OutletName, outlet_key, outlets_in
from sayso.model.comparison import Citation, Quote, Story
from sayso.model.facts import Facts
from sayso.model.speech import Actor, ActorType, Attribution
from sayso.model.text import Document, Span

# Behind a cue, for the outlet that was spoken to: "told the Sellan Gazette".
MAX_CHARACTERS_BEHIND_CUE = 60


def find_citations(pile: Sequence[Facts], stories: Sequence[Story]) -> tuple[Citation, ...]:
    """The outlets that reports name as a source, as those spoken to, or in a credit line.

    `cited` is the report of that outlet in the same story, if there is exactly one.
    """
    documents = {facts.document.id: facts.document for facts in pile}
    same_story = {id_: story.documents for story in stories for id_ in story.documents}
    found = set()
    for facts in pile:
        citing = facts.document
        others = [documents[id_] for id_ in same_story.get(citing.id, ()) if id_ != citing.id]
        for outlet, attribution in _outlets_named_by(facts):
            cited = _report_of(outlet.name, citing, others)
            found.add(Citation(citing.id, Quote(citing.id, outlet.span), attribution, cited))
    return tuple(sorted(found, key=lambda one: (one.outlet, one.attribution or "")))


def _outlets_named_by(facts: Facts) -> Iterator[tuple[OutletName, str | None]]:
    """Every other outlet that a report names, and the id of the attribution that names it."""
    document = facts.document
    own_key = outlet_key(document.outlet) if document.outlet else None
    media = _media_by_attribution(facts)
    for attribution in facts.attributions:
        names = list(_outlets_in_attribution(document, attribution))
        if not names and attribution.id in media:
            span = media[attribution.id].name
            known = outlets_in(document.text, span.start, span.end)
            names = known[:1] or [OutletName(span, document[span])]
        yield from ((name, attribution.id) for name in names if outlet_key(name.name) != own_key)
    for credit in credits_of(document):
        if credit.span is not None and outlet_key(credit.name) != own_key:
            yield OutletName(credit.span, credit.name), None


def _media_by_attribution(facts: Facts) -> Mapping[str, Actor]:
    """The named outlets among the speakers, by the id of the attribution through which they speak."""
    media = {
        actor.id: actor for actor in facts.actors if actor.type is ActorType.MEDIA and actor.named
    }
    return {
        claim.chain[-1]: media[claim.speaker]
        for claim in facts.claims
        if claim.chain and claim.speaker in media
    }


def _outlets_in_attribution(document: Document, attribution: Attribution) -> Iterator[OutletName]:
    """The outlets in the source, and from the cue up to the content."""
    if attribution.source is not None:
        source = attribution.source
        yield from outlets_in(document.text, source.start, source.end)
    if attribution.cue is not None:
        end = _end_of_search(document.text, attribution.cue, attribution.content)
        yield from outlets_in(document.text, attribution.cue.start, end)


def _end_of_search(text: str, cue: Span, content: Sequence[Span]) -> int:
    """Where the content, the sentence or the paragraph behind a cue ends what is searched."""
    last = cue.end + MAX_CHARACTERS_BEHIND_CUE
    stops = [span.start for span in content if span.start >= cue.end]
    stops += [stop for mark in ".\n" if (stop := text.find(mark, cue.end, last)) >= 0]
    return min([*stops, last, len(text)])


def _report_of(outlet: str, citing: Document, others: Sequence[Document]) -> str | None:
    """The id of the report by that outlet that was not published after the citing one, if one was."""
    key = outlet_key(outlet)
    reports = [
        other
        for other in others
        if other.outlet and outlet_key(other.outlet) == key and not _is_later(other, citing)
    ]
    return reports[0].id if len(reports) == 1 else None


def _is_later(left: Document, right: Document) -> bool:
    return left.day is not None and right.day is not None and left.day > right.day
