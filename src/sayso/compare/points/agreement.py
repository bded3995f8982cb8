"""Claims of several speakers that say the same and that no one disputes."""

from collections.abc import Collection, Iterator, Mapping, Sequence

import numpy as np

from sayso.compare.clustering import IndexPair, average_linkage
from sayso.compare.figures.quantity import exclude_each_other
from sayso.compare.points.blocking import block_claims
from sayso.compare.points.prepared_claim import PreparedClaim
from sayso.compare.sources.claim_origins import ClaimKey
from sayso.encoder.vectors import text_vectors

MIN_COSINE = 0.62  # of what two claims say
MIN_MEAN_COSINE = 0.55  # of the pairs between two groups that become one
MIN_TERMS = 2  # of a claim that is compared


def find_agreement(
    claims: Sequence[PreparedClaim],
    story_of: Mapping[str, str],
    origin_of: Mapping[ClaimKey, str],
    taken: Collection[int],
) -> list[tuple[int, ...]]:
    """Groups of claims of one story by several voices; claims that are taken stay out.

    An outlet that only repeats another's text is no second voice.
    """
    free = [
        place
        for place, claim in enumerate(claims)
        if place not in taken
        and claim.speaker_polarity > 0
        and claim.back_reference is None
        and len(claim.terms) >= MIN_TERMS
    ]
    compared = [claims[place] for place in free]
    cosines = dict(_alike(compared, story_of))
    groups = average_linkage(len(compared), cosines, MIN_MEAN_COSINE)
    found = [tuple(free[row] for row in group) for group in groups]
    return [
        group for group in found if len({_voice(claims[place], origin_of) for place in group}) > 1
    ]


def _voice(claim: PreparedClaim, origin_of: Mapping[ClaimKey, str]) -> tuple[str, str]:
    """The origin that a claim comes from, and its speaker if there is one."""
    return origin_of[claim.key], "" if claim.outlet_voice else claim.voice


def _alike(
    claims: Sequence[PreparedClaim], story_of: Mapping[str, str]
) -> Iterator[tuple[IndexPair, float]]:
    """The pairs of claims that say much the same, and how alike they are in meaning."""
    pairs = [
        (left, right)
        for left, right in block_claims(claims, story_of)
        if _may_both_be_right(claims[left], claims[right])
    ]
    places = sorted({place for pair in pairs for place in pair})
    row_of = {place: row for row, place in enumerate(places)}
    meaning = text_vectors([claims[place].compared_text for place in places])
    for left, right in pairs:
        cosine = float(np.dot(meaning[row_of[left]], meaning[row_of[right]]))
        if cosine >= MIN_COSINE:
            yield (left, right), cosine


def _may_both_be_right(left: PreparedClaim, right: PreparedClaim) -> bool:
    """Whether two claims can both be right, by their negations and numbers."""
    return left.negated == right.negated and not exclude_each_other(
        left.quantities, right.quantities
    )
