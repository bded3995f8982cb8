"""Claims that share telling words."""

from collections.abc import Mapping

from sayso.compare.points.prepared_claim import PreparedClaim

ENOUGH = 6.0  # summed rarity past which more shared words show no more
THIN = 2  # terms; a claim with no more says little that could be shared


def shared_words(
    left: PreparedClaim, right: PreparedClaim, rarity: Mapping[str, float]
) -> tuple[float, list[str]]:
    """How rare the words are that both have, together (0–1); and which these are, rarest first."""
    shared = sorted(left.terms & right.terms, key=lambda word: (-rarity[word], word))
    return min(1.0, sum(rarity[word] for word in shared) / ENOUGH), shared


def thin(left: PreparedClaim, right: PreparedClaim) -> float:
    """1 where one of the claims has hardly a word to be compared by."""
    return float(min(len(left.terms), len(right.terms)) <= THIN)


def bare(left: PreparedClaim, right: PreparedClaim) -> float:
    """1 where one of the claims has a single word to be compared by, so that its place must tell."""
    return float(min(len(left.terms), len(right.terms)) <= 1)
