"""Inverse document frequency: how much it says that two reports share a word.

The reports are counted together with PRIOR_REPORTS imagined ones, news of all sorts, so that a word
weighs much the same in a pile of five reports as in one of five thousand.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from math import exp, log, sqrt

from sayso.encoder.pieces import tokenizer

PRIOR_REPORTS = 1000
RARE_SHARE = 0.0003  # of reports have a given number, or a word that the encoder does not know
FIRST_WORD_RANK = 1995  # of the first whole word in the encoder's vocabulary
SHARE_TIMES_RANK = 25  # the share of reports with a word is about this divided by its rank


class IdfWeights:
    """The idf of things of one kind. If they are words, the encoder's ranks say how usual they are."""

    def __init__(self, of_words: bool) -> None:
        self._reports_with: Counter[str] = Counter()
        self._of_words = of_words
        self._reports = 0

    def count_report(self, things: Iterable[str]) -> None:
        """Count a report that has these things, each of them once."""
        self._reports += 1
        self._reports_with.update(things)

    def idf(self, thing: str) -> float:
        """The logarithm of all reports to those that have the thing."""
        imagined = PRIOR_REPORTS * (usual_share(thing) if self._of_words else RARE_SHARE)
        holders = self._reports_with[thing] + imagined + 0.5
        return max(0.0, log((self._reports + PRIOR_REPORTS) / holders))

    def unit_weights(self, counts: Mapping[str, int]) -> dict[str, float]:
        """Weights of length one: the idf times the root of the count."""
        weights = {thing: sqrt(count) * self.idf(thing) for thing, count in counts.items()}
        length = sqrt(sum(weight * weight for weight in weights.values())) or 1.0
        return {thing: weight / length for thing, weight in weights.items()}


@cache
def usual_share(word: str) -> float:
    """The share of English reports that have the word, roughly.

    The encoder's vocabulary is ordered by frequency.
    """
    rank = tokenizer().token_to_id(word)
    if rank is None:
        return RARE_SHARE
    return 1 - exp(-SHARE_TIMES_RANK / max(1, rank - FIRST_WORD_RANK))


def cosine(left: Mapping[str, float], right: Mapping[str, float]) -> float:
    """The cosine of two sets of weights of length one, 0–1."""
    small, large = (left, right) if len(left) < len(right) else (right, left)
    return sum(weight * large[word] for word, weight in small.items() if word in large)
