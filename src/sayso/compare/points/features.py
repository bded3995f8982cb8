"""What shows that two claims speak to one thing: a function a feature, and the weight of each.

The names of the functions are the keys of weights.json, which training/points.py fits.
"""

import json
from collections.abc import Callable, Mapping
from functools import cache
from importlib.resources import files
from math import exp

from sayso.compare.figures.quantity import count_same_harm, count_same_things
from sayso.compare.points.prepared_claim import PreparedClaim
from sayso.errors import BrokenLexicon
from sayso.model.speech import Stance

MAX_FEW_TERMS = 2  # a claim with no more says little that could be shared
MAX_RARITY = 6.0  # summed rarity from which more shared words show no more
UNDECIDED = frozenset({Stance.DECLINES, Stance.ASKS})

Feature = Callable[[PreparedClaim, PreparedClaim], float]


def few_terms(left: PreparedClaim, right: PreparedClaim) -> float:
    """1 where one of the claims has hardly a word to be compared by."""
    return float(min(len(left.terms), len(right.terms)) <= MAX_FEW_TERMS)


def one_term(left: PreparedClaim, right: PreparedClaim) -> float:
    """1 where one of the claims has at most one word to be compared by, so that its place must tell."""
    return float(min(len(left.terms), len(right.terms)) <= 1)


def same_report(left: PreparedClaim, right: PreparedClaim) -> float:
    """1 where both stand in one report."""
    return float(left.document == right.document)


def side_by_side(left: PreparedClaim, right: PreparedClaim) -> float:
    """1 where they stand in one sentence or in neighbouring ones: reports put the answer by the charge."""
    apart = abs(left.sentence_number - right.sentence_number)
    return float(apart <= 1 and left.document == right.document)


def one_sentence_between(left: PreparedClaim, right: PreparedClaim) -> float:
    """1 where one sentence stands between them."""
    apart = abs(left.sentence_number - right.sentence_number)
    return float(apart == 2 and left.document == right.document)


def one_in_outlet_voice(left: PreparedClaim, right: PreparedClaim) -> float:
    """1 where an outlet says one of them in its own voice, and a speaker says the other."""
    return float(left.outlet_voice != right.outlet_voice)


def both_in_outlet_voice(left: PreparedClaim, right: PreparedClaim) -> float:
    """1 where outlets say both in their own voice."""
    return float(left.outlet_voice and right.outlet_voice)


def opposite_polarity(left: PreparedClaim, right: PreparedClaim) -> float:
    """1 where two speakers stand on opposite sides, by stance and by "not" and "never"."""
    one_speaker = left.voice == right.voice and not left.outlet_voice
    return float(left.polarity * right.polarity < 0 and not one_speaker)


def one_denied(left: PreparedClaim, right: PreparedClaim) -> float:
    """1 where one is a denial or a doubt, which answers something that was said."""
    return float(min(left.speaker_polarity, right.speaker_polarity) < 0)


def one_undecided(left: PreparedClaim, right: PreparedClaim) -> float:
    """1 where one speaker asks, or will not say."""
    return float(left.claim.stance in UNDECIDED or right.claim.stance in UNDECIDED)


def undecided_side_by_side(left: PreparedClaim, right: PreparedClaim) -> float:
    """1 where one speaker asks, or will not say, beside the other claim."""
    return float(one_undecided(left, right) and side_by_side(left, right))


def one_intended(left: PreparedClaim, right: PreparedClaim) -> float:
    """1 where one is what a speaker means to do, which has not happened."""
    return float(Stance.INTENDS in (left.claim.stance, right.claim.stance))


def speaker_mentioned(left: PreparedClaim, right: PreparedClaim) -> float:
    """1 where one speaks of the other's speaker."""
    return float(bool(left.speaker_terms & right.terms or right.speaker_terms & left.terms))


def same_things_counted(left: PreparedClaim, right: PreparedClaim) -> float:
    """1 where both give a number of the same things, or of people to whom the same was done."""
    if not (left.quantities and right.quantities):
        return 0.0
    return float(
        any(count_same_things(one, other) for one in left.quantities for other in right.quantities)
    )


def same_harm_counted(left: PreparedClaim, right: PreparedClaim) -> float:
    """1 where both say to how many people, of one kind, one thing was done."""
    if not (left.quantities and right.quantities):
        return 0.0
    return float(
        any(count_same_harm(one, other) for one in left.quantities for other in right.quantities)
    )


def charge_side_by_side(left: PreparedClaim, right: PreparedClaim) -> float:
    """1 where one is a charge and another speaker's words stand beside it: mostly they answer it."""
    charged = Stance.ACCUSES in (left.claim.stance, right.claim.stance)
    speakers = left.voice != right.voice and not (left.outlet_voice or right.outlet_voice)
    return float(charged and speakers and side_by_side(left, right))


FEATURES: Mapping[str, Feature] = {
    feature.__name__: feature
    for feature in (
        *(few_terms, one_term),
        *(same_report, side_by_side, one_sentence_between),
        *(one_in_outlet_voice, both_in_outlet_voice),
        *(opposite_polarity, one_denied, one_undecided, undecided_side_by_side, one_intended),
        *(speaker_mentioned, same_things_counted, same_harm_counted, charge_side_by_side),
    )
}
MEANING, SHARED_RARITY, NO_SHARED_WORD = "meaning", "shared_rarity", "no_shared_word"
INTERCEPT = "intercept"
FEATURE_NAMES = (*FEATURES, MEANING, SHARED_RARITY, NO_SHARED_WORD, INTERCEPT)


def pair_features(
    left: PreparedClaim, right: PreparedClaim, cosine: float, shared_rarity: float
) -> dict[str, float]:
    """Every feature of a pair, by name.

    `cosine` is that of the meaning of what they say, `shared_rarity` comes from `shared_terms`.
    """
    values = {name: feature(left, right) for name, feature in FEATURES.items()}
    values[MEANING] = cosine
    values[SHARED_RARITY] = shared_rarity
    values[NO_SHARED_WORD] = float(not shared_rarity)
    values[INTERCEPT] = 1.0
    return values


def shared_terms(
    left: PreparedClaim, right: PreparedClaim, rarity: Mapping[str, float]
) -> tuple[float, list[str]]:
    """How rare the terms of both are together (0–1); and these terms, the rarest first."""
    both = left.terms & right.terms
    if not both:
        return 0.0, []
    shared = sorted(both, key=lambda term: (-rarity[term], term))
    return min(1.0, sum(rarity[term] for term in shared) / MAX_RARITY), shared


def pair_probability(features: Mapping[str, float]) -> float:
    """How likely the pair speaks to one thing (0–1), by a logistic regression."""
    total = 0.0
    for name, weight in feature_weights().items():
        total += weight * features[name]
    return 1 / (1 + exp(-total))


@cache
def feature_weights() -> Mapping[str, float]:
    """The fitted weights. Raises BrokenLexicon where their names are not those of the features."""
    weights = json.loads(files(__package__).joinpath("weights.json").read_text("utf-8"))
    if set(weights) != set(FEATURE_NAMES):
        raise BrokenLexicon(f"weights.json: the names must be {', '.join(FEATURE_NAMES)}")
    return {name: float(weight) for name, weight in weights.items()}
