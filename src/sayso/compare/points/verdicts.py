"""What the network says of claims: of each one, and of two that it has read together."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from sayso.compare.clustering import IndexPair

USUAL_RARITY = 3.0  # log-odds against two likely claims being opposed


@dataclass(frozen=True, slots=True)
class ClaimVerdict:
    """Log-odds that a claim is in a dispute, in one that a desk would show, and answers another."""

    disputed: float
    core: float
    answers: float


@dataclass(frozen=True, slots=True)
class PairVerdict:
    """Logarithms of the chances that two claims are unrelated, on one side, on opposite sides."""

    unrelated: float
    same: float
    opposite: float


@dataclass(frozen=True)
class ClaimsAlone:
    """What is known of claims before two of them are read together, by their places in a list.

    `together` has the log-odds of two claims being opposed by the windows in which both are likely.
    """

    claims: Mapping[int, ClaimVerdict]
    together: Mapping[IndexPair, float]


@dataclass(frozen=True)
class Verdicts:
    """The verdicts on claims and on pairs, by their places in a list, the lower place first."""

    alone: ClaimsAlone
    pairs: Mapping[IndexPair, PairVerdict]

    @property
    def claims(self) -> Mapping[int, ClaimVerdict]:
        """The verdict on each claim."""
        return self.alone.claims

    def odds_of_opposition(self, place: int, other: int) -> float | None:
        """Log-odds of two claims being opposed, as if that were as common as not.

        None if the pair was not read.
        """
        verdict = self.pairs.get((min(place, other), max(place, other)))
        return None if verdict is None else verdict.opposite - verdict.unrelated + USUAL_RARITY

    def odds_of_relation(self, place: int, other: int) -> float | None:
        """Log-odds of two claims speaking to one disputed thing, as if that were as common as not.

        None if the pair was not read.
        """
        verdict = self.pairs.get((min(place, other), max(place, other)))
        if verdict is None:
            return None
        related = float(np.logaddexp(verdict.same, verdict.opposite))
        return related - verdict.unrelated + USUAL_RARITY
