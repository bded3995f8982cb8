"""Where prepared claims stand in their text, as the network is told."""

from collections.abc import Sequence

from sayso.compare.points.prepared_claim import PreparedClaim
from sayso.encoder.disputes import PlacedClaim
from sayso.model.facts import Facts


def placed_claims(facts: Facts, claims: Sequence[PreparedClaim]) -> list[PlacedClaim]:
    """The claims of one report with the places of their contents, sources and cues."""
    attributions = {one.id: one for one in facts.attributions}
    placed = []
    for prepared in claims:
        claim = prepared.claim
        said = attributions[claim.chain[-1]] if claim.chain else None
        placed.append(
            PlacedClaim(
                content=claim.content,
                source=said.source if said else None,
                cue=said.cue if said else None,
                stance=claim.stance,
                speaker=prepared.voice,
                sentence=prepared.sentence_number,
            )
        )
    return placed
