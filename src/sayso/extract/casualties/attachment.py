"""Which predicate tells the harm of a counted group, if any does: a conditional logit.

Each predicate near the group is a choice, and so is that none tells its harm. `attachment_features.py` says
what is known of a choice; training/casualties.py fitted the weights.
"""

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from sayso.extract.casualties.attachment_features import choices
from sayso.extract.casualties.casualty_sentence import CasualtySentence
from sayso.extract.casualties.toll_statements import with_toll


def attach_harm(sentence: CasualtySentence, at: int) -> None:
    """Set the predicate of a counted group; the groups before it have theirs."""
    if not sentence.predicates:
        return
    reading, weights = sentence.readings[at], attachment_weights()
    best = max(choices(sentence, at), key=lambda choice: score(choice.features, weights))
    reading.predicate = best.predicate
    if best.predicate is not None:
        with_toll(sentence, at)


def score(features: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """The log-odds of a choice."""
    return sum(weights.get(name, 0.0) * value for name, value in features.items())


@cache
def attachment_weights() -> dict[str, float]:
    """The fitted weight of each feature."""
    stored = files(__package__).joinpath("attachment.json").read_text(encoding="utf-8")
    weights: dict[str, float] = json.loads(stored)
    return weights
