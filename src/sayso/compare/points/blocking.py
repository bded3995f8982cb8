"""Which claims of a story are worth laying side by side: never all pairs."""

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from sayso.compare.clustering import Pair
from sayso.compare.points.prepared_claim import PreparedClaim

MANY = 60  # claims; a word in more of them leads to no pair
FEW = 12  # claims; a word in so few leads to pairs by itself, any other only with a second one
BESIDE = 2  # sentences between two claims of one report that are compared


class Blocks(NamedTuple):
    """The pairs that are worth comparing, and of how many claims each term is."""

    pairs: list[Pair]
    spread: Counter[str]


def blocks(found: Sequence[PreparedClaim]) -> Blocks:
    """Pairs by vocabulary, by what is counted and by place in the report.

    Every claim has a bounded number of them, however large the story is.
    """
    spread = Counter(term for one in found for term in one.terms)
    pairs = {*_by_words(found), *_by_numbers(found), *_by_place(found)}
    kept = sorted(pair for pair in pairs if _comparable(found[pair[0]], found[pair[1]]))
    return Blocks(kept, spread)


def _by_words(found: Sequence[PreparedClaim]) -> Iterator[Pair]:
    """Pairs with a rare term in common, or two that are not too common."""
    once: set[Pair] = set()
    for places in _holders((one.terms for one in found), MANY):
        for pair in combinations(places, 2):
            if len(places) <= FEW or pair in once:
                yield pair
            once.add(pair)


def _by_numbers(found: Sequence[PreparedClaim]) -> Iterator[Pair]:
    """Pairs that count the same."""
    counted = ({term for amount in one.amounts for term in amount.of} for one in found)
    for places in _holders(counted, MANY):
        yield from combinations(places, 2)


def _by_place(found: Sequence[PreparedClaim]) -> Iterator[Pair]:
    """Pairs of what is said close together in one report."""
    for left, one in enumerate(found):
        for right in range(left + 1, len(found)):
            other = found[right]
            if other.document != one.document or other.sentence > one.sentence + BESIDE:
                break
            yield left, right


def _holders(kinds: Iterable[Iterable[Hashable]], most: int) -> Iterator[list[int]]:
    """The places of those that have a thing, for each thing that some have and not too many."""
    holders: dict[Hashable, list[int]] = {}
    for place, own in enumerate(kinds):
        for thing in own:
            holders.setdefault(thing, []).append(place)
    for _, places in sorted(holders.items(), key=lambda item: str(item[0])):
        if 1 < len(places) <= most:
            yield places


def _comparable(left: PreparedClaim, right: PreparedClaim) -> bool:
    """Neither points back only, and neither lies inside the other: those are joined by rule."""
    if any(one.pointing is not None and not one.pointing.thin for one in (left, right)):
        return False
    if left.document != right.document:
        return True
    short, long = sorted((left.claim.chain, right.claim.chain), key=len)
    if short and long[: len(short)] == short and short != long:
        return False
    return not left.span.touches(right.span)
