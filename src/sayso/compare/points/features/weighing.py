"""How much each feature of a pair weighs: fitted by training/points.py on the piles for choosing."""

import json
from collections.abc import Callable, Mapping
from functools import cache
from importlib.resources import files
from math import exp

from sayso.compare.points.features import placing, standing, wording
from sayso.compare.points.prepared_claim import PreparedClaim
from sayso.errors import BrokenLexicon

Feature = Callable[[PreparedClaim, PreparedClaim], float]

FEATURES: Mapping[str, Feature] = {
    one.__name__: one
    for one in (
        *(wording.thin, wording.bare),
        *(placing.same_report, placing.beside, placing.near, placing.one_own, placing.both_own),
        *(standing.opposed, standing.refused, standing.undecided, standing.undecided_beside),
        *(standing.intended, standing.named, standing.counted, standing.harmed),
        standing.charged_beside,
    )
}
MEANING, WORDS, APART, ALWAYS = "meaning", "words", "apart", "always"
NAMES = (*FEATURES, MEANING, WORDS, APART, ALWAYS)


def measured(
    left: PreparedClaim, right: PreparedClaim, meaning: float, shared: float
) -> dict[str, float]:
    """Every feature of a pair; `meaning` is the cosine of what they say, `shared` the weight of the
    words that both have."""
    found = {name: feature(left, right) for name, feature in FEATURES.items()}
    return found | {MEANING: meaning, WORDS: shared, APART: float(not shared), ALWAYS: 1.0}


def weighed(found: Mapping[str, float]) -> float:
    """How likely the pair speaks to one thing (0–1), by a logistic regression."""
    total = sum(weight * found[name] for name, weight in weights().items())
    return 1 / (1 + exp(-total))


@cache
def weights() -> Mapping[str, float]:
    """The fitted weights. Raises BrokenLexicon where they are not those of the features."""
    found = json.loads(files(__package__).joinpath("weights.json").read_text("utf-8"))
    if set(found) != set(NAMES):
        raise BrokenLexicon(f"weights.json: not of {', '.join(NAMES)}")
    return {name: float(weight) for name, weight in found.items()}
