"""What tells how two claims are related: by what the network says, where they stand, what they share."""

from collections import Counter
from collections.abc import Mapping, Sequence
from math import exp, log1p

import numpy as np

from sayso.compare.clustering import IndexPair
from sayso.compare.points.prepared_claim import PreparedClaim
from sayso.compare.points.verdicts import ClaimsAlone, ClaimVerdict, PairVerdict
from sayso.encoder.decode import Floats
from sayso.model.speech import Stance

NEAR, NEARER = 6.0, 1.5  # sentences over which being near counts
FAR = 40  # sentences between two reports
MAX_RARITY = 2.0
UNLIKELY = frozenset({Stance.ASKS, Stance.DECLINES, Stance.INTENDS})
UNREAD_CLAIM = ClaimVerdict(-3.0, -4.0, 0.0)

# By name, what tells something of two claims.
Features = dict[str, float]


class PairFeatures:
    """Finds the features of pairs of claims, which are given by their places in a list.

    `story_of` has the story of each report. `alone` is what the network says of claims, `asked` how
    likely the one denies the other by rules alone, from 0 to 1, and `meaning` the vectors of some claims.
    """

    def __init__(
        self,
        claims: Sequence[PreparedClaim],
        story_of: Mapping[str, str],
        alone: ClaimsAlone,
        asked: Mapping[IndexPair, float],
        meaning: Mapping[int, Floats],
    ) -> None:
        self._claims, self._story_of, self._alone = claims, story_of, alone
        self._asked, self._meaning = asked, meaning
        self._counts = Counter(
            (story_of[claim.document], term) for claim in claims for term in claim.terms
        )

    def before_reading(self, pair: IndexPair) -> Features:
        """The features of a pair that the network has not read."""
        left, right = self._claims[pair[0]], self._claims[pair[1]]
        first, second = (self._alone.claims.get(place, UNREAD_CLAIM) for place in pair)
        one_report = left.document == right.document
        apart = abs(left.sentence_number - right.sentence_number) if one_report else FAR
        denying = [claim.speaker_polarity < 0 for claim in (left, right)]
        accusing = [claim.claim.stance is Stance.ACCUSES for claim in (left, right)]
        shared = left.terms & right.terms
        story = self._story_of[left.document]
        rarity = min(MAX_RARITY, sum(1 / self._counts[story, term] for term in sorted(shared)))
        alike = len(shared) / max(1, len(left.terms | right.terms))
        opposed_polarity = left.polarity * right.polarity < 0
        asked = self._asked.get(pair, 0.0)
        cosine = self._cosine(pair)
        elsewhere = float(not one_report)
        return {
            "constant": 1.0,
            "disputed": (first.disputed + second.disputed) / 2,
            "least_disputed": min(first.disputed, second.disputed),
            "core": (first.core + second.core) / 2,
            "one_answers": abs(first.answers - second.answers),
            "together": self._alone.together.get(pair, 0.0),
            "in_one_window": float(pair in self._alone.together),
            "asked": asked,
            "asked_elsewhere": asked * elsewhere,
            "same_speaker": float(left.voice == right.voice),
            "one_denies": float(denying[0] != denying[1]),
            "both_deny": float(all(denying)),
            "opposed_polarity": float(opposed_polarity),
            "alike": alike * (not opposed_polarity),
            "mirrored": alike * opposed_polarity,
            "open": float(sum(claim.speaker_polarity == 0 for claim in (left, right))),
            "unlikely": float(sum(claim.claim.stance in UNLIKELY for claim in (left, right))),
            "accuse": float(sum(accusing)),
            "least_terms": log1p(min(len(left.terms), len(right.terms))),
            "denies_charge": float(denying != accusing and denying == accusing[::-1]),
            "elsewhere": elsewhere,
            "near": exp(-apart / NEAR),
            "nearer": exp(-apart / NEARER),
            "names_speaker": float(bool(left.speaker_terms & right.terms))
            + float(bool(right.speaker_terms & left.terms)),
            "outlet": float(left.outlet_voice or right.outlet_voice),
            "shared": len(shared) / (1 + min(len(left.terms), len(right.terms))),
            "rarity": rarity,
            "rarity_elsewhere": rarity * elsewhere,
            "cosine": cosine,
            "cosine_elsewhere": cosine * elsewhere,
        }

    def after_reading(
        self, pair: IndexPair, verdict: PairVerdict, answered: float, ahead: float
    ) -> Features:
        """The features of a pair that the network has read.

        `answered` is how likely the one denies the other, from 0 to 1; `ahead` by how much the odds of
        opposition are above those of the best other pair of each claim, the mean of the two.
        """
        opposite = verdict.opposite - verdict.unrelated
        features = self.before_reading(pair)
        return features | {
            "opposite": opposite,
            "opposite_elsewhere": opposite * features["elsewhere"],
            "not_same": verdict.opposite - verdict.same,
            "answered": answered,
            "ahead": ahead,
        }

    def _cosine(self, pair: IndexPair) -> float:
        left, right = (self._meaning.get(place) for place in pair)
        return 0.0 if left is None or right is None else float(np.dot(left, right))
