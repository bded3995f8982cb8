"""How likely two claims speak to one thing, and why."""

from collections.abc import Iterator, Mapping, Sequence
from math import log
from typing import NamedTuple

import numpy as np

from sayso.compare.clustering import IndexPair
from sayso.compare.figures.quantity import count_same_harm, count_same_things, exclude_each_other
from sayso.compare.points.blocking import block_claims
from sayso.compare.points.features import (
    MEANING,
    opposite_polarity,
    pair_features,
    pair_probability,
    same_things_counted,
    shared_terms,
    side_by_side,
    speaker_mentioned,
)
from sayso.compare.points.prepared_claim import PreparedClaim
from sayso.compare.terms import term_of
from sayso.encoder.vectors import text_vectors
from sayso.model.comparison import Evidence
from sayso.model.facts import Facts
from sayso.model.reasons import RuleName, because
from sayso.model.speech import Attribution
from sayso.text.prepared import read_once
from sayso.text.words import words

MAX_WORDS_SHOWN = 4  # shared words that a reason names
MIN_COSINE_OF_TOLLS = 0.2  # two tolls less alike in meaning are of different events
PROBABILITY_OF_SAME_HARM = 0.8  # at least, of two numbers of one harm to the same people
FACTOR_OF_OTHER_PEOPLE = 0.3  # by which a probability shrinks where the numbers are of other people
MIN_PROBABILITY = 0.02  # less likely pairs are not kept


class PairScore(NamedTuple):
    """How likely two claims speak to one thing; `sure` where one is made about the other.

    `pair` holds their places in a list, `cosine` compares the meaning of what they say, `shared` has
    the terms of both, the rarest first.
    """

    pair: IndexPair
    probability: float
    cosine: float = 0.0
    shared: Sequence[str] = ()
    sure: bool = False


PairScores = Mapping[IndexPair, PairScore]


class ComparedPair(NamedTuple):
    """Two claims, by their places in a list, with every feature and the terms that both have."""

    pair: IndexPair
    features: Mapping[str, float]
    shared: Sequence[str]


def score_pairs(
    claims: Sequence[PreparedClaim], facts: Mapping[str, Facts]
) -> dict[IndexPair, PairScore]:
    """The pairs of claims that may speak to one thing, by their places in the list."""
    scores = {}
    for compared in compare_pairs(claims):
        left, right = claims[compared.pair[0]], claims[compared.pair[1]]
        probability = _probability(left, right, compared.features)
        if probability >= MIN_PROBABILITY:
            cosine = compared.features[MEANING]
            score = PairScore(compared.pair, probability, cosine, compared.shared)
            scores[compared.pair] = score
    return scores | _denials_of_inner_claims(claims, facts)


def compare_pairs(claims: Sequence[PreparedClaim]) -> Iterator[ComparedPair]:
    """The pairs that are worth comparing, with their features."""
    pairs, claims_of_term = block_claims(claims)
    rarity = {
        term: log((len(claims) + 4) / (count + 0.5)) for term, count in claims_of_term.items()
    }
    compared = sorted({place for pair in pairs for place in pair})
    row_of = {place: row for row, place in enumerate(compared)}
    meaning = text_vectors([claims[place].compared_text for place in compared])
    for pair in pairs:
        left, right = claims[pair[0]], claims[pair[1]]
        shared_rarity, shared = shared_terms(left, right, rarity)
        cosine = float(np.dot(meaning[row_of[pair[0]]], meaning[row_of[pair[1]]]))
        yield ComparedPair(pair, pair_features(left, right, cosine, shared_rarity), shared)


def pair_evidence(claims: Sequence[PreparedClaim], score: PairScore) -> Evidence:
    """Why two of the claims may speak to one thing."""
    if score.sure:
        denied = because(RuleName.DENIES_QUOTED_WORDS)
        return Evidence.of("claim within a denial", score.probability, denied)
    left, right = (claims[place] for place in score.pair)
    reasons = []
    if score.shared:
        reasons.append(because(RuleName.BOTH_SPEAK_OF, *_shared_words(left, right, score.shared)))
    if same_things_counted(left, right):
        differ = _numbers_exclude_each_other(left, right)
        reasons.append(because(RuleName.NUMBERS_DIFFER if differ else RuleName.NUMBERS_AGREE))
    reasons.append(because(RuleName.ALIKE_IN_MEANING, f"{score.cosine:.2f}"))
    if opposite_polarity(left, right):
        reasons.append(because(RuleName.ONE_DENIES))
    if speaker_mentioned(left, right):
        reasons.append(because(RuleName.NAMES_SPEAKER))
    if side_by_side(left, right):
        reasons.append(because(RuleName.SIDE_BY_SIDE))
    return Evidence.of("same words and meaning", round(score.probability, 4), *reasons)


def _probability(left: PreparedClaim, right: PreparedClaim, features: Mapping[str, float]) -> float:
    """How likely a pair speaks to one thing; who was harmed, and how many, decides before words do."""
    probability = pair_probability(features)
    tally = left.gives_tally or right.gives_tally
    if features["same_harm_counted"] and (tally or features[MEANING] >= MIN_COSINE_OF_TOLLS):
        return max(probability, PROBABILITY_OF_SAME_HARM)
    if _harms_differ(left, right):
        return probability * FACTOR_OF_OTHER_PEOPLE
    return probability


def _harms_differ(left: PreparedClaim, right: PreparedClaim) -> bool:
    """Whether both say how many were harmed, and always in another way or of other people."""
    if not (left.quantities and right.quantities):
        return False
    harms, other_harms = (
        [quantity for quantity in claim.quantities if quantity.is_harm] for claim in (left, right)
    )
    return (
        bool(harms)
        and bool(other_harms)
        and all(
            one.unit != other.unit
            or (one.victim_kind and other.victim_kind and one.victim_kind != other.victim_kind)
            for one in harms
            for other in other_harms
        )
    )


def _numbers_exclude_each_other(left: PreparedClaim, right: PreparedClaim) -> bool:
    """Whether two numbers of the same things, or of one harm, have no value in common."""
    pairs = [
        (one, other)
        for one in left.quantities
        for other in right.quantities
        if count_same_things(one, other)
    ]
    same_harm = [pair for pair in pairs if count_same_harm(*pair)]
    return any(exclude_each_other(one, other) for one, other in same_harm or pairs)


def _denials_of_inner_claims(
    claims: Sequence[PreparedClaim], facts: Mapping[str, Facts]
) -> dict[IndexPair, PairScore]:
    """Claims made about claims: one speaker denies what another is said to claim."""
    place_of = {claim.key: place for place, claim in enumerate(claims)}
    by_document: dict[str, list[PreparedClaim]] = {}
    for claim in claims:
        by_document.setdefault(claim.document, []).append(claim)
    scores: dict[IndexPair, PairScore] = {}
    for document, claims_here in by_document.items():
        attributions = {one.id: one for one in facts[document].attributions}
        by_chain = {claim.claim.chain: claim for claim in claims_here}
        for inner in claims_here:
            chain = inner.claim.chain
            around = (by_chain.get(chain[:size]) for size in range(len(chain) - 1, 0, -1))
            outer = next((claim for claim in around if claim is not None), None)
            if outer is not None and _denies_inner_claim(outer, inner, attributions):
                low, high = sorted((place_of[outer.key], place_of[inner.key]))
                scores[low, high] = PairScore((low, high), 1.0, sure=True)
    return scores


def _denies_inner_claim(
    outer: PreparedClaim, inner: PreparedClaim, attributions: Mapping[str, Attribution]
) -> bool:
    """Whether the outer speaker denies or doubts words that are mostly the inner claim."""
    denied = attributions[outer.claim.chain[-1]].content
    covered = sum(map(len, inner.claim.content))
    return outer.speaker_polarity < 0 < inner.speaker_polarity and covered * 3 >= sum(
        map(len, denied)
    )


def _shared_words(left: PreparedClaim, right: PreparedClaim, shared: Sequence[str]) -> list[str]:
    """The shared terms as words of the left claim, the rarest first; of the right one if need be."""
    shown = shared[:MAX_WORDS_SHOWN]
    printed = _printed_words(left.compared_text)
    if any(term not in printed for term in shown):
        printed = _printed_words(right.compared_text) | printed
    return [printed.get(term, term) for term in shown]


@read_once
def _printed_words(text: str) -> dict[str, str]:
    """The terms of a text, each with the word that it first stands for."""
    printed: dict[str, str] = {}
    for word in words(text):
        term = term_of(word.lower)
        if term is not None:
            printed.setdefault(term, text[word.start : word.end])
    return printed
