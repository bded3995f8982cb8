"""Interviews that are printed as question and answer, without quotation marks."""

from collections.abc import Sequence

from sayso.extract.casting.clusters import Cluster
from sayso.extract.casting.tokens import Reading
from sayso.model.speech import ActorType

OPENING = 1500  # characters in which an interview says whom it is with
FIRST = frozenset({"i", "i'm", "i’m", "i've", "i’ve", "my", "we", "our"})
SECOND = frozenset({"you", "your", "you've", "you’ve", "you're", "you’re"})
LEAST_FIRST, LEAST_SECOND = 8, 4  # such words outside quotation marks, by which one knows it


def interviewee(reading: Reading, clusters: Sequence[Cluster]) -> Cluster | None:
    """The one person named most at the head of an interview; None if it is none, or two are."""
    spoken = [token.lower for token in reading.tokens if not reading.inside[token.start]]
    first = sum(word in FIRST for word in spoken)
    second = sum(word in SECOND for word in spoken)
    if first < LEAST_FIRST or second < LEAST_SECOND:
        return None
    counted = []
    for cluster in clusters:
        whole = any(len(one.words) > 1 for one in cluster.mentions)
        near = sum(one.shown.end <= OPENING for one in cluster.mentions)
        if cluster.type is ActorType.PERSON and cluster.named and whole and near:
            counted.append((near, cluster))
    most = max((near for near, _ in counted), default=0)
    named = [cluster for near, cluster in counted if near == most]
    return named[0] if len(named) == 1 else None
