"""From which origin each claim comes: its report's, or that of an outlet that it repeats."""

from collections.abc import Iterable, Mapping, Sequence

from sayso.compare.sources.credits import credits_of
from sayso.compare.sources.outlets import outlet_key, outlet_keys
from sayso.model.comparison import Citation, Origin
from sayso.model.facts import Facts
from sayso.model.ids import AttributionId, ClaimId, DocumentId
from sayso.model.speech import Claim
from sayso.model.text import Document

ClaimKey = tuple[DocumentId, ClaimId]

# The origin of the outlet that an attribution names, by the report and the attribution.
CitedOrigins = Mapping[tuple[DocumentId, AttributionId], str]


def claim_origins(
    pile: Sequence[Facts], origins: Sequence[Origin], citations: Iterable[Citation]
) -> Mapping[ClaimKey, str]:
    """The id of the origin that each claim comes from.

    "The Daily Plumbline reported that …" and "an official told the Daily Plumbline that …" come from
    the origin of the Daily Plumbline's own reports, if the pile has any. All else comes from the
    origin of the report that says it; a report without an origin stands for itself.
    """
    origin_of = {facts.document.id: facts.document.id for facts in pile}
    origin_of |= {document: origin.id for origin in origins for document in origin.documents}
    cited = _cited_origins(pile, origin_of, citations)
    return {
        (facts.document.id, claim.id): origin_of_claim(facts.document.id, claim, origin_of, cited)
        for facts in pile
        for claim in facts.claims
    }


def origin_of_claim(
    document: DocumentId, claim: Claim, origin_of: Mapping[DocumentId, str], cited: CitedOrigins
) -> str:
    """The origin of the last outlet in a claim's chain that has one; else that of the report."""
    for attribution in reversed(claim.chain):
        if (document, attribution) in cited:
            return cited[document, attribution]
    return origin_of[document]


def _cited_origins(
    pile: Sequence[Facts], origin_of: Mapping[DocumentId, str], citations: Iterable[Citation]
) -> CitedOrigins:
    """The origin of each cited outlet, where an attribution cites one alone and it has a report."""
    documents = {facts.document.id: facts.document for facts in pile}
    origin_of_outlet = _origins_by_outlet(documents.values(), origin_of)
    found: dict[tuple[DocumentId, AttributionId], set[str | None]] = {}
    for citation in citations:
        if citation.attribution is None:
            continue
        if citation.cited is not None:
            origin = origin_of.get(citation.cited)
        else:
            name = documents[citation.document][citation.outlet.span]
            origin = origin_of_outlet.get(outlet_key(name))
        found.setdefault((citation.document, citation.attribution), set()).add(origin)
    return {
        key: origin
        for key, named in found.items()
        for origin in named
        if origin is not None and len(named) == 1
    }


def _origins_by_outlet(
    documents: Iterable[Document], origin_of: Mapping[DocumentId, str]
) -> Mapping[str, str]:
    """The origin of the reports of an outlet, by its key, if all of them have one origin."""
    found: dict[str, set[str]] = {}
    for document in documents:
        for key in outlet_keys(document) | _agency_keys(document):
            found.setdefault(key, set()).add(origin_of[document.id])
    return {key: min(named) for key, named in found.items() if len(named) == 1}


def _agency_keys(document: Document) -> frozenset[str]:
    """The key of the agency that the whole text is credited to, if there is one such agency."""
    keys = frozenset(outlet_key(credit.name) for credit in credits_of(document) if credit.whole)
    return keys if len(keys) == 1 else frozenset()
