"""Claims of which one is made about the other."""

from collections.abc import Mapping, Sequence

from sayso.compare.propositions import Proposition
from sayso.model.speech import Attribution, Stance

BACK = 3  # sentences that "these accusations" reaches back over


def contradicts_inner(
    outer: Proposition, inner: Proposition, attributions: Mapping[str, Attribution]
) -> bool:
    """One speaker denies or doubts what another, in the words denied, is said to claim."""
    chain = outer.claim.chain
    if not chain or inner.claim.chain[: len(chain)] != chain or inner.claim.chain == chain:
        return False
    own = attributions[chain[-1]]
    held = sum(map(len, inner.claim.content))
    return outer.sign < 0 < inner.sign and held * 3 >= sum(map(len, own.content))


def pointed_at(one: Proposition, before: Sequence[Proposition]) -> Proposition | None:
    """What "these accusations" means: the one nearest claim before it that accuses.

    "The report" and the like may mean any claim that stands behind what it says. Two in the nearest
    sentence that has one leave it unknown.
    """
    if one.pointing is None:
        return None
    near = [
        other
        for other in before
        if one.sentence - BACK <= other.sentence <= one.sentence
        and other.span.end <= one.span.start
        and other.claim.chain
        and other.pointing is None
        and other.sign > 0
        and (one.pointing != "accusation" or other.claim.stance is Stance.ACCUSES)
    ]
    last = max((other.sentence for other in near), default=None)
    nearest = [other for other in near if other.sentence == last]
    return nearest[0] if len(nearest) == 1 else None


def answered(left: Proposition, right: Proposition) -> bool:
    """One speaker denies or doubts, in so many words, and another says or charges it."""
    if left.voice == right.voice or not (left.claim.chain and right.claim.chain):
        return False
    return left.sign * right.sign < 0
