"""What the network says of the claims of a pile: of each one, then of likely ones in pairs."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest
from math import exp
from typing import NamedTuple

import numpy as np

from sayso.compare.clustering import IndexPair
from sayso.compare.points.places import placed_claims
from sayso.compare.points.prepared_claim import PreparedClaim, share_words
from sayso.encoder.decode import Floats
from sayso.encoder.dispute_scores import read_disputes
from sayso.encoder.disputes import ClaimPair, MarkedText, mark_texts, windows_of
from sayso.model.facts import Facts

MIN_DISPUTED = -1.5  # log-odds; claims that stand in a dispute less likely are read in no pair
MIN_MEAN_DISPUTED = 1.0  # of the two claims of a pair: fewer pairs are read, and as much is found
MAX_LIKELY = 24  # claims of a report that are read in pairs
MAX_PAIRS_HERE = 40  # pairs of claims of one report
MAX_PAIRS_ELSEWHERE = 8  # pairs of a report's claims with claims of other reports
MAX_CLAIMS_OF_TERM = 40  # a term that more likely claims of a story have leads to no pair
REACH = 5.0  # sentences over which being near counts
USUAL_RARITY = 3.0  # log-odds against two likely claims being opposed


@dataclass(frozen=True, slots=True)
class ClaimVerdict:
    """Log-odds that a claim is in a dispute, in one that a desk would show, and answers another."""

    disputed: float
    core: float
    answers: float


@dataclass(frozen=True, slots=True)
class PairVerdict:
    """Logarithms of the chances that two claims are unrelated, on one side, on opposite sides."""

    unrelated: float
    same: float
    opposite: float


@dataclass(frozen=True)
class Verdicts:
    """The verdicts on claims and on pairs, by their places in a list, the lower place first."""

    claims: Mapping[int, ClaimVerdict]
    pairs: Mapping[IndexPair, PairVerdict]

    def odds_of_opposition(self, place: int, other: int) -> float | None:
        """Log-odds of two claims being opposed, as if that were as common as not.

        None if the pair was not read.
        """
        verdict = self.pairs.get((min(place, other), max(place, other)))
        return None if verdict is None else verdict.opposite - verdict.unrelated + USUAL_RARITY

    def odds_of_relation(self, place: int, other: int) -> float | None:
        """Log-odds of two claims speaking to one disputed thing, as if that were as common as not.

        None if the pair was not read.
        """
        verdict = self.pairs.get((min(place, other), max(place, other)))
        if verdict is None:
            return None
        related = float(np.logaddexp(verdict.same, verdict.opposite))
        return related - verdict.unrelated + USUAL_RARITY


class _Home(NamedTuple):
    """Where a claim stands: the number of its text, and its number there."""

    text: int
    claim: int


def read_verdicts(
    claims: Sequence[PreparedClaim],
    facts: Mapping[str, Facts],
    story_of: Mapping[str, str],
    min_mean: float = MIN_MEAN_DISPUTED,
) -> Verdicts:
    """Read every report window by window, then the likely claims in pairs.

    The claims of a report stand together in the list, in text order. Every report has a bounded number
    of pairs, so the work grows with the reports. A pair is read if the mean of the log-odds of its two
    claims is at least `min_mean`.
    """
    places_of: dict[str, list[int]] = {}
    for place, claim in enumerate(claims):
        places_of.setdefault(claim.document, []).append(place)
    texts = mark_texts(
        [
            (
                facts[document].document.text,
                placed_claims(facts[document], [claims[place] for place in places]),
            )
            for document, places in places_of.items()
        ]
    )
    homes = [
        _Home(number, row)
        for number, places in enumerate(places_of.values())
        for row in range(len(places))
    ]
    alone = _read_alone(texts, list(places_of.values()))
    pairs = _likely_pairs(claims, alone, list(places_of.values()), story_of, min_mean)
    return Verdicts(alone, dict(zip(pairs, _read_pairs(texts, homes, pairs), strict=True)))


def _read_alone(
    texts: Sequence[MarkedText], places: Sequence[Sequence[int]]
) -> dict[int, ClaimVerdict]:
    """The verdict on each claim: the mean over the windows that it stands in."""
    windows = [window for number, text in enumerate(texts) for window in windows_of(number, text)]
    said: dict[int, list[Floats]] = {}
    for reading in read_disputes(texts, windows):
        for one, values in zip(reading.claims, reading.stands, strict=True):
            said.setdefault(places[one.text][one.claim], []).append(values)
    return {
        place: ClaimVerdict(*np.mean(values, axis=0).tolist())
        for place, values in sorted(said.items())
    }


def _read_pairs(
    texts: Sequence[MarkedText], homes: Sequence[_Home], pairs: Sequence[IndexPair]
) -> Iterator[PairVerdict]:
    readings: list[ClaimPair] = [(homes[low], homes[high]) for low, high in pairs]
    for reading in read_disputes(texts, readings):
        yield PairVerdict(*reading.pairs[0, 1].tolist())


def _likely_pairs(
    claims: Sequence[PreparedClaim],
    alone: Mapping[int, ClaimVerdict],
    reports: Sequence[Sequence[int]],
    story_of: Mapping[str, str],
    min_mean: float,
) -> list[IndexPair]:
    """The pairs of likely claims that are worth reading: near ones, and those with common terms."""
    likely = [
        nlargest(
            MAX_LIKELY,
            (place for place in places if place in alone and alone[place].disputed >= MIN_DISPUTED),
            key=lambda place: (alone[place].disputed, -place),
        )
        for places in reports
    ]
    weights = _weights_of_terms(claims)
    found: set[IndexPair] = set()
    for places in likely:
        here = [
            (left, right)
            for left in places
            for right in places
            if left < right
            and _are_likely(alone, (left, right), min_mean)
            and not share_words(claims[left], claims[right])
        ]
        found.update(_most_promising(MAX_PAIRS_HERE, here, claims, alone, weights))
    found.update(_pairs_elsewhere(claims, alone, weights, likely, story_of, min_mean))
    return sorted(found)


def _are_likely(alone: Mapping[int, ClaimVerdict], pair: IndexPair, min_mean: float) -> bool:
    """Whether two claims are likely enough to stand in a dispute, taken together."""
    return alone[pair[0]].disputed + alone[pair[1]].disputed >= 2 * min_mean


def _weights_of_terms(claims: Sequence[PreparedClaim]) -> dict[str, float]:
    """One divided by the number of claims that have a term."""
    counts: dict[str, int] = {}
    for claim in claims:
        for term in claim.terms:
            counts[term] = counts.get(term, 0) + 1
    return {term: 1 / count for term, count in counts.items()}


def _most_promising(
    count: int,
    pairs: Iterable[IndexPair],
    claims: Sequence[PreparedClaim],
    alone: Mapping[int, ClaimVerdict],
    weights: Mapping[str, float],
) -> list[IndexPair]:
    """So many of the pairs that are most worth reading."""
    return nlargest(
        count,
        pairs,
        key=lambda pair: (_promise(claims, alone, weights, pair), (-pair[0], -pair[1])),
    )


def _promise(
    claims: Sequence[PreparedClaim],
    alone: Mapping[int, ClaimVerdict],
    weights: Mapping[str, float],
    pair: IndexPair,
) -> float:
    """How much a pair of claims is worth reading: both are likely, near, or speak of the same."""
    left, right = claims[pair[0]], claims[pair[1]]
    promise = (alone[pair[0]].disputed + alone[pair[1]].disputed) / 2
    if left.document == right.document:
        apart = abs(left.sentence_number - right.sentence_number)
        promise += 2 * exp(-apart / REACH)
    shared = sum(sorted(weights[term] for term in left.terms & right.terms))
    return promise + min(2.0, 2 * shared)


def _pairs_elsewhere(
    claims: Sequence[PreparedClaim],
    alone: Mapping[int, ClaimVerdict],
    weights: Mapping[str, float],
    likely: Sequence[Sequence[int]],
    story_of: Mapping[str, str],
    min_mean: float,
) -> Iterator[IndexPair]:
    """The most promising pairs of each report's claims with those of other reports of its story."""
    by_term: dict[tuple[str, str], list[int]] = {}
    for places in likely:
        for place in places:
            for term in claims[place].terms:
                by_term.setdefault((story_of[claims[place].document], term), []).append(place)
    for places in likely:
        met: set[IndexPair] = set()
        for place in places:
            claim = claims[place]
            for term in claim.terms:
                others = by_term[story_of[claim.document], term]
                if len(others) <= MAX_CLAIMS_OF_TERM:
                    met.update(
                        (min(place, other), max(place, other))
                        for other in others
                        if claims[other].document != claim.document
                        and claims[other].compared_text != claim.compared_text
                        and _are_likely(alone, (place, other), min_mean)
                    )
        yield from _most_promising(MAX_PAIRS_ELSEWHERE, met, claims, alone, weights)
