"""How likely it is that two reports are of one happening: a sum of signs, each with its weight.

The weights are round numbers, set by hand by what groups the articles of a development set best
(docs/decisions/0007-stories-by-signs.md).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from math import exp, log, sqrt

from sayso.compare.stories.features import StoryFeatures
from sayso.compare.stories.idf import IdfWeights, cosine

MIN_RARE_IDF = 5.5  # rarity from which a word in common is a sign by itself
UNDATED_GAP_DAYS = 3  # days between reports of which one has no date

CONSTANT = -6.0
WEIGHTS = {
    "numbers": 2.5,
    "head": 7.5,
    "names": 6.0,
    "seldom": 1.0,
    "gap": -0.75,
    "outlet": -2.0,
    "day": 0.5,
    "no day": -2.0,
}

Weights = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class StoryProfile:
    """What is kept of a report's traits, weighed when it came; `seldom` are its rare words."""

    words: frozenset[str]
    head: Weights
    names: Weights
    numbers: Weights
    seldom: Weights
    days: frozenset[date]
    published: date | None
    outlet: str | None


class ProfileBuilder:
    """Weighs the traits of reports by those that came before."""

    def __init__(self) -> None:
        self._words = IdfWeights(common=True)
        self._head = IdfWeights(common=True)
        self._names = IdfWeights(common=True)
        self._numbers = IdfWeights(common=False)

    def profile(self, traits: StoryFeatures) -> StoryProfile:
        """Count a report in, and weigh it."""
        self._words.add(traits.words)
        self._head.add(traits.head)
        self._names.add(traits.names)
        self._numbers.add(traits.numbers)
        rarities = {word: self._words.of(word) for word in sorted(traits.words)}
        return StoryProfile(
            traits.words,
            self._head.weighed(traits.head),
            self._names.weighed(traits.names),
            self._numbers.weighed(traits.numbers),
            {word: rarity for word, rarity in rarities.items() if rarity >= MIN_RARE_IDF},
            traits.days,
            traits.published,
            traits.outlet,
        )


def story_similarity(later: StoryProfile, earlier: StoryProfile) -> float:
    """How likely the two are of one happening, 0–1."""
    found = story_signs(later, earlier)
    return 1 / (1 + exp(-CONSTANT - sum(WEIGHTS[name] * sign for name, sign in found.items())))


def story_signs(later: StoryProfile, earlier: StoryProfile) -> dict[str, float]:
    """What speaks for one happening and against it; rare words are weighed as the later one's."""
    shared = sum(rarity for word, rarity in later.seldom.items() if word in earlier.words)
    dated = bool(later.days and earlier.days)
    common = not later.days.isdisjoint(earlier.days)
    return {
        "numbers": sqrt(cosine(later.numbers, earlier.numbers)),
        "head": sqrt(cosine(later.head, earlier.head)),
        "names": sqrt(cosine(later.names, earlier.names)),
        "seldom": log(1 + shared),
        "gap": log(1 + _days_between(later, earlier)),
        "outlet": float(later.outlet is not None and later.outlet == earlier.outlet),
        "day": float(common),
        "no day": float(dated and not common),
    }


def _days_between(one: StoryProfile, other: StoryProfile) -> int:
    if one.published is None or other.published is None:
        return UNDATED_GAP_DAYS
    return abs((one.published - other.published).days)
