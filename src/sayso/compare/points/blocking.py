"""Which pairs of claims of a story are compared: never all of them."""

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from sayso.compare.clustering import IndexPair
from sayso.compare.points.prepared_claim import PreparedClaim

MAX_CLAIMS_OF_TERM = 60  # a term that more claims have leads to no pair
MAX_CLAIMS_OF_RARE_TERM = (
    12  # a term that no more have leads to pairs; others only with a second one
)
MAX_SENTENCES_APART = 2  # of two claims of one report that are compared for their places
MAX_CLAIMS_BEHIND = 60  # in so few sentences, that a claim is compared with for their places


class CandidatePairs(NamedTuple):
    """The pairs that are worth comparing, and how many claims have each term."""

    pairs: list[IndexPair]
    claims_of_term: Counter[str]


def block_claims(claims: Sequence[PreparedClaim]) -> CandidatePairs:
    """Pairs by vocabulary, by what is counted and by place in the report.

    Every claim has a bounded number of them, however large the story is.
    """
    claims_of_term = Counter(term for claim in claims for term in claim.terms)
    pairs = {*_pairs_by_terms(claims), *_pairs_by_numbers(claims), *_pairs_by_place(claims)}
    kept = sorted(pair for pair in pairs if _are_comparable(claims[pair[0]], claims[pair[1]]))
    return CandidatePairs(kept, claims_of_term)


def _pairs_by_terms(claims: Sequence[PreparedClaim]) -> Iterator[IndexPair]:
    """Pairs that share a rare term, or two terms that are not too common."""
    seen: set[IndexPair] = set()
    for places in _places_by_key((claim.terms for claim in claims), MAX_CLAIMS_OF_TERM):
        for pair in combinations(places, 2):
            if len(places) <= MAX_CLAIMS_OF_RARE_TERM or pair in seen:
                yield pair
            seen.add(pair)


def _pairs_by_numbers(claims: Sequence[PreparedClaim]) -> Iterator[IndexPair]:
    """Pairs that count the same things."""
    units = ({term for quantity in claim.quantities for term in quantity.unit} for claim in claims)
    for places in _places_by_key(units, MAX_CLAIMS_OF_TERM):
        yield from combinations(places, 2)


def _pairs_by_place(claims: Sequence[PreparedClaim]) -> Iterator[IndexPair]:
    """Pairs that stand close together in one report."""
    for left, claim in enumerate(claims):
        last_sentence = claim.sentence_number + MAX_SENTENCES_APART
        for right in range(left + 1, min(left + 1 + MAX_CLAIMS_BEHIND, len(claims))):
            other = claims[right]
            if other.document != claim.document or other.sentence_number > last_sentence:
                break
            yield left, right


def _places_by_key(keys: Iterable[Iterable[Hashable]], max_places: int) -> Iterator[list[int]]:
    """For each key the places of those that have it, where two or more have it, but not too many."""
    places_of: dict[Hashable, list[int]] = {}
    for place, keys_here in enumerate(keys):
        for key in keys_here:
            places_of.setdefault(key, []).append(place)
    for _, places in sorted(places_of.items(), key=lambda item: str(item[0])):
        if 1 < len(places) <= max_places:
            yield places


def _are_comparable(left: PreparedClaim, right: PreparedClaim) -> bool:
    """Whether neither only points back and neither lies inside the other: those are joined by rule."""
    for claim in (left, right):
        if claim.back_reference is not None and not claim.back_reference.one_content_word:
            return False
    if left.document != right.document:
        return True
    short, long = sorted((left.claim.chain, right.claim.chain), key=len)
    if short and long[: len(short)] == short and short != long:
        return False
    return not left.title_span.touches(right.title_span)
