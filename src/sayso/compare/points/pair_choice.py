"""Which pairs of claims are worth reading together: never all of them."""

from collections.abc import Iterator, Mapping, Sequence
from heapq import nlargest
from itertools import combinations

from sayso.compare.clustering import IndexPair
from sayso.compare.points.pair_features import PairFeatures
from sayso.compare.points.prepared_claim import PreparedClaim, share_words
from sayso.compare.points.stored_weights import Weights, score_of
from sayso.compare.points.verdicts import ClaimVerdict

MIN_DISPUTED = -3.0  # log-odds; claims that stand in a dispute less likely are read in no pair
MAX_LIKELY = 24  # claims of a report that are read in pairs
MAX_PAIRS_HERE = 24  # pairs of claims of one report
MAX_PAIRS_ELSEWHERE = 12  # pairs of a report's claims with claims of other reports
MIN_WORTH = -3.0  # log-odds that the two claims are opposed, before they are read
MAX_CLAIMS_OF_TERM = 40  # a term that more likely claims of a story have leads to no pair


def likely_claims(
    reports: Sequence[Sequence[int]], alone: Mapping[int, ClaimVerdict]
) -> list[list[int]]:
    """For each report the claims that are likely enough to stand in a dispute, in order."""
    return [
        sorted(
            nlargest(
                MAX_LIKELY,
                (one for one in places if one in alone and alone[one].disputed >= MIN_DISPUTED),
                key=lambda place: (alone[place].disputed, -place),
            )
        )
        for places in reports
    ]


def candidate_pairs(
    claims: Sequence[PreparedClaim],
    story_of: Mapping[str, str],
    likely: Sequence[Sequence[int]],
    asked: Mapping[IndexPair, float],
) -> Iterator[tuple[list[IndexPair], list[IndexPair]]]:
    """For each report the pairs of its likely claims, and their pairs with those of other reports.

    Claims of two reports are a pair if they share a term that is not too common in their story, or if
    one may deny the other.
    """
    by_term: dict[tuple[str, str], list[int]] = {}
    for places in likely:
        for place in places:
            for term in claims[place].terms:
                by_term.setdefault((story_of[claims[place].document], term), []).append(place)
    known = {place for places in likely for place in places}
    asked_of: dict[int, list[int]] = {}
    for low, high in asked:
        if low in known and high in known:
            asked_of.setdefault(low, []).append(high)
            asked_of.setdefault(high, []).append(low)
    for places in likely:
        here = [
            pair
            for pair in combinations(places, 2)
            if not share_words(claims[pair[0]], claims[pair[1]])
        ]
        elsewhere: set[IndexPair] = set()
        for place in places:
            claim = claims[place]
            met = set(asked_of.get(place, ()))
            for term in claim.terms:
                others = by_term[story_of[claim.document], term]
                if len(others) <= MAX_CLAIMS_OF_TERM:
                    met.update(others)
            elsewhere.update(
                (min(place, other), max(place, other))
                for other in met
                if claims[other].document != claim.document
                and claims[other].compared_text != claim.compared_text
            )
        yield here, sorted(elsewhere)


def pairs_worth_reading(
    candidates: Iterator[tuple[list[IndexPair], list[IndexPair]]],
    features: PairFeatures,
    fitted: Weights,
) -> list[IndexPair]:
    """The pairs that are most likely opposed by all that is known before they are read.

    Every report has a bounded number of them, so the work grows with the reports.
    """
    weights = fitted["worth_reading"]
    chosen: set[IndexPair] = set()
    for here, elsewhere in candidates:
        for pairs, most in ((here, MAX_PAIRS_HERE), (elsewhere, MAX_PAIRS_ELSEWHERE)):
            worth = {pair: score_of(features.before_reading(pair), weights) for pair in pairs}
            some = [pair for pair in pairs if worth[pair] >= MIN_WORTH]
            chosen.update(nlargest(most, some, key=worth.__getitem__))
    return sorted(chosen)
