"""Claims of which one is made about the other."""

from collections.abc import Mapping

from sayso.compare.points.prepared_claim import PreparedClaim
from sayso.model.speech import Attribution


def contradicts_inner(
    outer: PreparedClaim, inner: PreparedClaim, attributions: Mapping[str, Attribution]
) -> bool:
    """One speaker denies or doubts what another, in the words denied, is said to claim."""
    chain = outer.claim.chain
    if not chain or inner.claim.chain[: len(chain)] != chain or inner.claim.chain == chain:
        return False
    own = attributions[chain[-1]]
    held = sum(map(len, inner.claim.content))
    return outer.sign < 0 < inner.sign and held * 3 >= sum(map(len, own.content))
