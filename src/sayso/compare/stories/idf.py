"""How much it says that two reports have a word in common: the less, the more reports have it.

The reports at hand are counted together with PRIOR others that are thought of, news of all sorts,
so that a word weighs much the same in a pile of five as in one of five thousand.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from math import exp, log, sqrt

from sayso.encoder.pieces import tokenizer

PRIOR_REPORTS = 1000  # reports
RARE_SHARE = 0.0003  # the share of them that have a word which the encoder lacks, or a number
FIRST_WORD_RANK = 1995  # rank of the first whole word in the encoder's vocabulary
SHARE_TIMES_RANK = 25  # over a word's rank, about how often a report has it


class IdfWeights:
    """Counts, for things of one sort, how many reports have each."""

    def __init__(self, common: bool) -> None:
        self._held: Counter[str] = Counter()
        self._common = common
        self._reports = 0

    def add(self, held: Iterable[str]) -> None:
        """Count a report that has these, each named once."""
        self._reports += 1
        self._held.update(held)

    def of(self, thing: str) -> float:
        """The log of how seldom a report has it."""
        elsewhere = PRIOR_REPORTS * (usual_share(thing) if self._common else RARE_SHARE)
        held = self._held[thing] + elsewhere + 0.5
        return max(0.0, log((self._reports + PRIOR_REPORTS) / held))

    def weighed(self, counts: Mapping[str, int]) -> dict[str, float]:
        """Weights of length one: rarity times the root of the count."""
        weights = {thing: sqrt(times) * self.of(thing) for thing, times in counts.items()}
        length = sqrt(sum(weight * weight for weight in weights.values())) or 1.0
        return {thing: weight / length for thing, weight in weights.items()}


@cache
def usual_share(word: str) -> float:
    """The share of English reports that have the word, roughly.

    The encoder's vocabulary is ordered by frequency.
    """
    rank = tokenizer().token_to_id(word)
    return (
        RARE_SHARE if rank is None else 1 - exp(-SHARE_TIMES_RANK / max(1, rank - FIRST_WORD_RANK))
    )


def cosine(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """How alike two sets of weights of length one are, 0–1."""
    small, large = (one, other) if len(one) < len(other) else (other, one)
    return sum(weight * large[word] for word, weight in small.items() if word in large)
