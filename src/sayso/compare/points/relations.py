"""How likely two claims are opposed, or agree, in one dispute.

Two logistic regressions put together what the network says and what rules find. They are fitted on real
reports that the network has not seen: `python -m training.disputes.calibrate`.
"""

import json
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from math import exp, log
from typing import NamedTuple

from sayso.compare.clustering import IndexPair
from sayso.compare.figures.quantity import exclude_each_other
from sayso.compare.points.denials import Answer
from sayso.compare.points.prepared_claim import PreparedClaim, share_words
from sayso.compare.points.propositions import says_proposition
from sayso.compare.points.verdicts import ClaimVerdict, PairVerdict, Verdicts
from sayso.model.facts import Facts

# For "opposed" and "agreed" the weight of each feature; for "calibration" see likelihood.py.
Weights = Mapping[str, Mapping[str, float]]

MIN_RELATED = -6.0  # logarithm of the chance; pairs below are no candidates
NEAR, NEARER = 6.0, 1.5  # sentences over which being near counts
FAR = 40  # sentences between two reports
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
    verdicts: Verdicts,
    answers: Sequence[Answer],
    fitted: Weights | None = None,
) -> dict[IndexPair, Relation]:
    """The relation of every pair of claims that may have to do with each other, in order.

    `fitted` has other weights than the stored ones.
    """
    fitted = fitted or stored_weights()
    features_of = relation_features(claims, verdicts, answers)
    whole = {
        place: says_proposition(claims[place], facts[claims[place].document].document.text)
        for place in {place for pair in features_of for place in pair}
    }
    found = {}
    for pair, features in features_of.items():
        opposed, agreed = (
            chance_of(sum(fitted[kind][name] * value for name, value in features.items()))
            for kind in ("opposed", "agreed")
        )
        if _counts_agree(claims[pair[0]], claims[pair[1]]):
            opposed = 0.0
        found[pair] = Relation(opposed, agreed, whole[pair[0]] or whole[pair[1]])
    return found


def relation_features(
    claims: Sequence[PreparedClaim], verdicts: Verdicts, answers: Sequence[Answer]
) -> dict[IndexPair, dict[str, float]]:
    """What tells how two claims are related, for every pair that may be."""
    answered = _answered_pairs(answers)
    candidates = {
        pair: verdict
        for pair, verdict in verdicts.pairs.items()
        if max(verdict.opposite, verdict.same) >= MIN_RELATED or pair in answered
    }
    candidates |= {pair: UNREAD_PAIR for pair in answered if pair not in verdicts.pairs}
    return {
        pair: _features(claims, pair, verdict, verdicts.claims, answered.get(pair, 0.0))
        for pair, verdict in sorted(candidates.items())
        if not share_words(claims[pair[0]], claims[pair[1]])
    }


def chance_of(score: float) -> float:
    """The chance that log-odds stand for.

    >>> chance_of(0.0)
    0.5
    """
    return 1 / (1 + exp(-max(-30.0, min(30.0, score))))


def log_odds(chance: float) -> float:
    """The log-odds of a chance.

    >>> log_odds(0.5)
    0.0
    """
    kept = min(max(chance, 1e-6), 1 - 1e-6)
    return log(kept / (1 - kept))


def _answered_pairs(answers: Sequence[Answer]) -> dict[IndexPair, float]:
    """For each denial and each claim that it may deny: 1 for the likeliest, less for the others."""
    found: dict[IndexPair, float] = {}
    for answer in answers:
        for rank, other in enumerate(answer.objects):
            low, high = sorted((answer.denial, other))
            found[low, high] = max(found.get((low, high), 0.0), 1 / (1 + rank))
    return found


def _features(
    claims: Sequence[PreparedClaim],
    pair: IndexPair,
    verdict: PairVerdict,
    of_claims: Mapping[int, ClaimVerdict],
    answered: float,
) -> dict[str, float]:
    left, right = claims[pair[0]], claims[pair[1]]
    nothing = ClaimVerdict(-3.0, -4.0, 0.0)
    first, second = (of_claims.get(place, nothing) for place in pair)
    one_report = left.document == right.document
    apart = abs(left.sentence_number - right.sentence_number) if one_report else FAR
    denying = [claim.speaker_polarity < 0 for claim in (left, right)]
    return {
        "constant": 1.0,
        "opposite": verdict.opposite - verdict.unrelated,
        "not_same": verdict.opposite - verdict.same,
        "disputed": (first.disputed + second.disputed) / 2,
        "least_disputed": min(first.disputed, second.disputed),
        "core": (first.core + second.core) / 2,
        "one_answers": abs(first.answers - second.answers),
        "answered": answered,
        "same_speaker": float(left.voice == right.voice),
        "one_denies": float(denying[0] != denying[1]),
        "both_deny": float(all(denying)),
        "one_report": float(one_report),
        "near": exp(-apart / NEAR),
        "nearer": exp(-apart / NEARER),
        "names_speaker": float(bool(left.speaker_terms & right.terms))
        + float(bool(right.speaker_terms & left.terms)),
        "outlet": float(left.outlet_voice or right.outlet_voice),
        "shared": len(left.terms & right.terms) / (1 + min(len(left.terms), len(right.terms))),
    }


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


@cache
def stored_weights() -> Weights:
    """What was fitted: the weights of the features, and how chances turn into probabilities."""
    path = files("sayso.compare.points").joinpath("relations.json")
    stored: Weights = json.loads(path.read_text(encoding="utf-8"))
    return stored
