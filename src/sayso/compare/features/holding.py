"""Claims of which one is made about the other."""

from collections.abc import Mapping, Sequence

from sayso.compare.propositions import Proposition
from sayso.model.speech import Attribution, Stance

BACK = 3  # sentences that "these accusations" reaches back over


def holds(left: Proposition, right: Proposition) -> bool:
    """One speaker's words hold the other's: the ministry denies what the officials claim."""
    if left.document != right.document:
        return False
    inner, outer = sorted((left.claim.chain, right.claim.chain), key=len, reverse=True)
    return len(inner) == len(outer) + 1 and inner[: len(outer)] == outer and bool(outer)


def contradicts_inner(
    outer: Proposition, inner: Proposition, attributions: Mapping[str, Attribution]
) -> bool:
    """An outer speaker denies or doubts most of what the inner one is said to claim."""
    if not holds(outer, inner) or outer.sign >= 0:
        return False
    own = attributions[outer.claim.chain[-1]]
    held = sum(map(len, inner.claim.content))
    return held * 3 >= sum(map(len, own.content))


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
