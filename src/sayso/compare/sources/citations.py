"""Which reports name another outlet as a source."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from sayso.compare.card import Card, NamedOutlet
from sayso.compare.sources.credits import credits_of
from sayso.compare.sources.outlets import OutletName, outlet_key, outlet_keys, outlets_in
from sayso.model.comparison import Citation, Quote, Story
from sayso.model.facts import Facts
from sayso.model.heads import earliest
from sayso.model.speech import Actor, ActorType, Attribution
from sayso.model.text import Document, Head, Span

# Behind a cue, for the outlet that was spoken to: "told the Sellan Gazette".
MAX_CHARACTERS_BEHIND_CUE = 60

# The reports of each outlet, by its key: the id of a text, and the head that the outlet gave it.
_Publications = Mapping[str, Sequence[tuple[str, Head]]]


def find_citations(cards: Mapping[str, Card], stories: Sequence[Story]) -> tuple[Citation, ...]:
    """The outlets that reports name as a source, as those spoken to, or in a credit line.

    `cited` is the report of that outlet in the same story, if there is exactly one.
    """
    published_with: dict[str, _Publications] = {}
    for story in stories:
        published = _published_by_outlet(cards[id_] for id_ in story.documents)
        published_with |= dict.fromkeys(story.documents, published)
    found = set()
    for citing in cards.values():
        for named in citing.named_outlets:
            cited = _report_of(named.key, citing, published_with.get(citing.id, {}))
            outlet = Quote(citing.id, named.span)
            found.add(Citation(citing.id, outlet, named.attribution, cited))
    return tuple(sorted(found, key=lambda one: (one.outlet, one.attribution or "")))


def _published_by_outlet(cards: Iterable[Card]) -> _Publications:
    """Each report under the keys of its outlets, with the head that has the outlet."""
    published: dict[str, list[tuple[str, Head]]] = {}
    for card in cards:
        for head in card.heads:
            if head.outlet:
                published.setdefault(outlet_key(head.outlet), []).append((card.id, head))
    return published


def _report_of(outlet: str, citing: Card, published: _Publications) -> str | None:
    """The id of the report by that outlet that was not published after the citing one, if one was."""
    day = earliest(citing.heads).day
    reports = {
        id_
        for id_, head in published.get(outlet, ())
        if id_ != citing.id and not (day and head.day and head.day > day)
    }
    return reports.pop() if len(reports) == 1 else None


def outlets_named_by(facts: Facts) -> Iterator[NamedOutlet]:
    """Every other outlet that a report names, with the attribution that names it."""
    own_keys = outlet_keys(facts.document)
    for outlet, attribution in _named_by(facts):
        key = outlet_key(outlet.name)
        if key not in own_keys:
            words_key = outlet_key(facts.document[outlet.span])
            yield NamedOutlet(outlet.span, key, words_key, attribution)


def _named_by(facts: Facts) -> Iterator[tuple[OutletName, str | None]]:
    """Every outlet that a report names, and the id of the attribution that names it."""
    document = facts.document
    media = _media_by_attribution(facts)
    claimed = {claim.chain[-1]: claim.content for claim in facts.claims if claim.chain}
    for attribution in facts.attributions:
        said = claimed.get(attribution.id, attribution.content)
        names = list(_outlets_in_attribution(document, attribution, said))
        if not names and attribution.id in media:
            span = media[attribution.id].name
            known = outlets_in(document.text, span.start, span.end)
            names = known[:1] or [OutletName(span, document[span])]
        yield from ((name, attribution.id) for name in names)
    for credit in credits_of(document):
        if credit.span is not None:
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


def _outlets_in_attribution(
    document: Document, attribution: Attribution, said: Sequence[Span]
) -> Iterator[OutletName]:
    """The outlets in the source, and from the cue up to what is said."""
    if attribution.source is not None:
        source = attribution.source
        yield from outlets_in(document.text, source.start, source.end)
    if attribution.cue is not None:
        end = _end_of_search(document.text, attribution.cue, said)
        yield from outlets_in(document.text, attribution.cue.start, end)


def _end_of_search(text: str, cue: Span, content: Sequence[Span]) -> int:
    """Where the content, the sentence or the paragraph behind a cue ends what is searched."""
    last = cue.end + MAX_CHARACTERS_BEHIND_CUE
    stops = [span.start for span in content if span.start >= cue.end]
    stops += [stop for mark in ".\n" if (stop := text.find(mark, cue.end, last)) >= 0]
    return min([*stops, last, len(text)])
