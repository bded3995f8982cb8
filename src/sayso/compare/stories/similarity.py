"""How likely it is that two reports are of one story: a sum of signs, each with its weight.

The weights are round numbers, chosen by hand for the best stories on a development set
(docs/decisions/0007-stories-by-signs.md).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from math import exp, log, sqrt

from sayso.compare.card import StoryFeatures
from sayso.compare.stories.idf import IdfWeights, cosine

MIN_RARE_IDF = 5.5  # of a word that is a sign by itself if two reports share it
UNDATED_GAP_DAYS = 3  # assumed between two reports if one of them has no date

CONSTANT = -6.0
WEIGHTS = {
    "numbers": 2.5,
    "head": 7.5,
    "names": 6.0,
    "rare words": 1.0,
    "days between": -0.75,
    "same outlet": -2.0,
    "same day": 0.5,
    "other days": -2.0,
}

Weights = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class StoryProfile:
    """What is kept of a report to compare it: weights by the reports that came before it."""

    words: frozenset[str]
    head: Weights
    names: Weights
    numbers: Weights
    rare_words: Weights
    days: frozenset[date]
    published: date | None
    outlet: str | None


class ProfileBuilder:
    """Makes the profiles of reports that come one after the other."""

    def __init__(self) -> None:
        self._words = IdfWeights(of_words=True)
        self._head = IdfWeights(of_words=True)
        self._names = IdfWeights(of_words=True)
        self._numbers = IdfWeights(of_words=False)

    def build_profile(self, features: StoryFeatures) -> StoryProfile:
        """The profile of a report, which counts in it and in all later profiles."""
        self._words.count_report(features.words)
        self._head.count_report(features.head)
        self._names.count_report(features.names)
        self._numbers.count_report(features.numbers)
        idfs = {word: self._words.idf(word) for word in sorted(features.words)}
        return StoryProfile(
            words=features.words,
            head=self._head.unit_weights(features.head),
            names=self._names.unit_weights(features.names),
            numbers=self._numbers.unit_weights(features.numbers),
            rare_words={word: idf for word, idf in idfs.items() if idf >= MIN_RARE_IDF},
            days=features.days,
            published=features.published,
            outlet=features.outlet,
        )


def story_similarity(later: StoryProfile, earlier: StoryProfile) -> float:
    """How likely it is that two reports are of one story, 0–1."""
    signs = story_signs(later, earlier)
    return 1 / (1 + exp(-CONSTANT - sum(WEIGHTS[name] * sign for name, sign in signs.items())))


def story_signs(later: StoryProfile, earlier: StoryProfile) -> dict[str, float]:
    """What speaks for one story and against it; rare words have the weights of the later report."""
    shared = sum(idf for word, idf in later.rare_words.items() if word in earlier.words)
    same_day = not later.days.isdisjoint(earlier.days)
    return {
        "numbers": sqrt(cosine(later.numbers, earlier.numbers)),
        "head": sqrt(cosine(later.head, earlier.head)),
        "names": sqrt(cosine(later.names, earlier.names)),
        "rare words": log(1 + shared),
        "days between": log(1 + _days_between(later, earlier)),
        "same outlet": float(later.outlet is not None and later.outlet == earlier.outlet),
        "same day": float(same_day),
        "other days": float(bool(later.days and earlier.days) and not same_day),
    }


def _days_between(left: StoryProfile, right: StoryProfile) -> int:
    if left.published is None or right.published is None:
        return UNDATED_GAP_DAYS
    return abs((left.published - right.published).days)
