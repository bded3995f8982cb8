"""From which origin each claim comes: its report's, or that of an outlet that it repeats."""

from collections.abc import Iterable, Mapping, Sequence

from sayso.compare.card import Card
from sayso.model.comparison import Citation
from sayso.model.facts import Facts
from sayso.model.ids import AttributionId, ClaimId, DocumentId
from sayso.model.speech import Claim

ClaimKey = tuple[DocumentId, ClaimId]

# A name for the origin of each report, and for that of the outlet that an attribution names, by the
# report and the attribution.
OriginOf = Mapping[DocumentId, str]
CitedOrigins = Mapping[tuple[DocumentId, AttributionId], str]


def claim_origins(
    pile: Sequence[Facts], origin_of: OriginOf, cited: CitedOrigins
) -> Mapping[ClaimKey, str]:
    """The origin that each claim comes from.

    "The Daily Plumbline reported that …" and "an official told the Daily Plumbline that …" come from
    the origin of the Daily Plumbline's own reports, if the pile has any. All else comes from the
    origin of the report that says it; a report without an origin stands for itself.
    """
    return {
        (facts.document.id, claim.id): origin_of_claim(facts.document.id, claim, origin_of, cited)
        for facts in pile
        for claim in facts.claims
    }


def origin_of_claim(
    document: DocumentId, claim: Claim, origin_of: OriginOf, cited: CitedOrigins
) -> str:
    """The origin of the last outlet in a claim's chain that has one; else that of the report."""
    for attribution in reversed(claim.chain):
        if (document, attribution) in cited:
            return cited[document, attribution]
    return origin_of.get(document, document)


def cited_origins(
    cards: Mapping[str, Card], origin_of: OriginOf, citations: Iterable[Citation]
) -> CitedOrigins:
    """The origin of each cited outlet, where an attribution cites one alone and it has a report."""
    origin_of_outlet = _origins_by_outlet(cards.values(), origin_of)
    key_of_words = {
        (card.id, named.span): named.words_key
        for card in cards.values()
        for named in card.named_outlets
    }
    found: dict[tuple[DocumentId, AttributionId], set[str | None]] = {}
    for citation in citations:
        if citation.attribution is None:
            continue
        if citation.cited is not None:
            origin = origin_of.get(citation.cited)
        else:
            origin = origin_of_outlet.get(key_of_words[citation.document, citation.outlet.span])
        found.setdefault((citation.document, citation.attribution), set()).add(origin)
    return {
        key: origin
        for key, named in found.items()
        for origin in named
        if origin is not None and len(named) == 1
    }


def _origins_by_outlet(cards: Iterable[Card], origin_of: OriginOf) -> Mapping[str, str]:
    """The origin of the reports of an outlet, by its key, if all of them have one origin."""
    found: dict[str, set[str]] = {}
    for card in cards:
        for key in {*card.outlets, *([card.agency] if card.agency else [])}:
            found.setdefault(key, set()).add(origin_of[card.id])
    return {key: min(named) for key, named in found.items() if len(named) == 1}
