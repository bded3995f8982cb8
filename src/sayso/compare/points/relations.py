"""How likely two claims are opposed, or agree, in one dispute.

Two logistic regressions put together what the network says and what rules find. They are fitted on real
reports that the network has not seen: `python -m training.disputes.calibrate`.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from sayso.compare.clustering import IndexPair
from sayso.compare.figures.quantity import exclude_each_other
from sayso.compare.points.denials import Answer, answered_pairs
from sayso.compare.points.pair_features import Features
from sayso.compare.points.prepared_claim import PreparedClaim, share_words
from sayso.compare.points.propositions import says_proposition
from sayso.compare.points.stored_weights import Weights, chance_of, score_of, stored_weights
from sayso.compare.points.verdict_reader import ReadClaims
from sayso.compare.points.verdicts import PairVerdict
from sayso.model.facts import Facts
from sayso.model.speech import Stance

MIN_RELATED = -6.0  # logarithm of the chance; pairs below are no candidates
MAX_AHEAD = 4.0  # log-odds
UNREAD_PAIR = PairVerdict(unrelated=-0.05, same=-4.0, opposite=-4.0)  # that a rule alone found


class Relation(NamedTuple):
    """The chances that two claims stand on opposite sides of a dispute, or on one side of it.

    `whole` is whether one of them says a whole proposition: only such a pair can begin a dispute.
    """

    opposed: float
    agreed: float
    whole: bool = True


def find_relations(
    claims: Sequence[PreparedClaim],
    facts: Mapping[str, Facts],
    read: ReadClaims,
    answers: Sequence[Answer],
    fitted: Weights | None = None,
) -> dict[IndexPair, Relation]:
    """The relation of every pair of claims that may have to do with each other, in order.

    `fitted` has other weights than the stored ones.
    """
    fitted = fitted or stored_weights()
    features_of = {
        (low, high): features
        for (low, high), features in relation_features(claims, read, answers).items()
        if not (_declines(claims[low]) or _declines(claims[high]))
    }
    whole = {
        place: says_proposition(claims[place], facts[claims[place].document].document.text)
        for place in {place for pair in features_of for place in pair}
    }
    found = {}
    for pair, features in features_of.items():
        opposed, agreed = (
            chance_of(score_of(features, fitted[kind])) for kind in ("opposed", "agreed")
        )
        if _counts_agree(claims[pair[0]], claims[pair[1]]):
            opposed = 0.0
        found[pair] = Relation(opposed, agreed, whole[pair[0]] or whole[pair[1]])
    return found


def relation_features(
    claims: Sequence[PreparedClaim], read: ReadClaims, answers: Sequence[Answer]
) -> dict[IndexPair, Features]:
    """What tells how two claims are related, for every pair that may be."""
    answered = answered_pairs(answers)
    pairs = read.verdicts.pairs
    candidates = {
        pair: verdict
        for pair, verdict in pairs.items()
        if max(verdict.opposite, verdict.same) >= MIN_RELATED or pair in answered
    }
    candidates |= {pair: UNREAD_PAIR for pair in answered if pair not in pairs}
    for low, high in list(candidates):
        if share_words(claims[low], claims[high]):
            del candidates[low, high]
    ahead = _leads({pair: one.opposite - one.unrelated for pair, one in candidates.items()})
    return {
        pair: read.features.after_reading(pair, verdict, answered.get(pair, 0.0), ahead[pair])
        for pair, verdict in sorted(candidates.items())
    }


def _leads(odds: Mapping[IndexPair, float]) -> dict[IndexPair, float]:
    """By how much the odds of a pair are above those of the best other pair of each of its claims.

    The mean of the two. A claim without another pair counts as 0.
    """
    best: dict[int, list[float]] = {}
    for pair, value in odds.items():
        for place in pair:
            best[place] = sorted((*best.get(place, ()), value))[-2:]
    return {
        pair: sum(_lead(value, best[place]) for place in pair) / 2 for pair, value in odds.items()
    }


def _lead(value: float, best: Sequence[float]) -> float:
    if len(best) < 2:
        return 0.0
    rival = best[0] if value == best[1] else best[1]
    return max(-MAX_AHEAD, min(MAX_AHEAD, value - rival))


def _declines(claim: PreparedClaim) -> bool:
    """Whether a claim is what somebody would not say: that is on no side."""
    return claim.claim.stance is Stance.DECLINES


def _counts_agree(left: PreparedClaim, right: PreparedClaim) -> bool:
    """Whether both give numbers of the same things that can all be right: that is no dispute."""
    same_things = any(
        one.unit and one.unit == other.unit for one in left.quantities for other in right.quantities
    )
    return (
        same_things
        and left.speaker_polarity == right.speaker_polarity
        and not exclude_each_other(left.quantities, right.quantities)
    )
