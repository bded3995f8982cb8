"""Which pairs of claims are compared for what they have in common: never all of them."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from sayso.compare.clustering import IndexPair
from sayso.compare.points.prepared_claim import PreparedClaim

MAX_CLAIMS_OF_TERM = 60  # of a story; a term that more claims have leads to no pair
MAX_CLAIMS_OF_RARE_TERM = 12  # a term that more claims have leads to a pair only with another one


def block_claims(claims: Sequence[PreparedClaim], story_of: Mapping[str, str]) -> list[IndexPair]:
    """Pairs of claims of one story that share a rare term, or two terms that are not too common.

    Two claims of one speaker in one report are no pair. Every claim has a bounded number of pairs,
    however large the story is.
    """
    pairs: set[IndexPair] = set()
    met_once: set[IndexPair] = set()
    for places in _places_by_term(claims, story_of):
        for pair in combinations(places, 2):
            if len(places) <= MAX_CLAIMS_OF_RARE_TERM or pair in met_once:
                pairs.add(pair)
            met_once.add(pair)
    return sorted(pair for pair in pairs if _are_apart(claims[pair[0]], claims[pair[1]]))


def _places_by_term(
    claims: Sequence[PreparedClaim], story_of: Mapping[str, str]
) -> Iterator[list[int]]:
    """For each term of a story the places of the claims that have it, unless they are too many."""
    places_of: dict[tuple[str, str], list[int]] = {}
    for place, claim in enumerate(claims):
        for term in claim.terms:
            places_of.setdefault((story_of[claim.document], term), []).append(place)
    for places in places_of.values():
        if len(places) <= MAX_CLAIMS_OF_TERM:
            yield places


def _are_apart(left: PreparedClaim, right: PreparedClaim) -> bool:
    """Whether two claims are of two reports, or of two speakers and two places of one report."""
    if left.document != right.document:
        return True
    return left.voice != right.voice and not any(
        one.touches(other) for one in left.claim.content for other in right.claim.content
    )
