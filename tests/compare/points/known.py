"""What is known of claims before two of them are read together, for tests of their pairs."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from sayso.compare.clustering import IndexPair
from sayso.compare.points.pair_features import PairFeatures
from sayso.compare.points.prepared_claim import PreparedClaim
from sayso.compare.points.verdicts import ClaimsAlone, ClaimVerdict
from sayso.encoder.decode import Floats


def known_features(
    claims: Sequence[PreparedClaim],
    of_claims: Mapping[int, ClaimVerdict] | None = None,
    together: Mapping[IndexPair, float] | None = None,
    asked: Mapping[IndexPair, float] | None = None,
    meaning: Mapping[int, Floats] | None = None,
    story_of: Mapping[str, str] | None = None,
) -> PairFeatures:
    """The features of pairs of these claims, which are of one story unless `story_of` tells more."""
    stories = story_of or {claim.document: "story" for claim in claims}
    alone = ClaimsAlone(of_claims or {}, together or {})
    return PairFeatures(claims, stories, alone, asked or {}, meaning or {})


def weights(**by_name: float) -> Mapping[str, float]:
    """The weights of features, by name; a feature that is not named counts nothing."""
    return defaultdict(float, by_name)
