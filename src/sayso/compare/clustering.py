"""Clusters from scores or links of pairs: connected components, and average linkage."""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from heapq import heapify, heappop, heappush
from typing import TypeVar

Item = TypeVar("Item")
Key = TypeVar("Key", bound=Hashable)

# Two items by their indices in a list, the lower index first.
IndexPair = tuple[int, int]

# The total score between two clusters, by the key of each.
_TotalScores = dict[int, dict[int, float]]


def component_labels(count: int, links: Iterable[IndexPair]) -> list[int]:
    """For each of `count` items the lowest item that a chain of links leads to.

    >>> component_labels(4, [(3, 1), (1, 0)])
    [0, 0, 2, 0]
    """
    parents = list(range(count))

    def root(item: int) -> int:
        while parents[item] != item:
            parents[item] = parents[parents[item]]
            item = parents[item]
        return item

    for left, right in links:
        low, high = sorted((root(left), root(right)))
        parents[high] = low
    return [root(item) for item in range(count)]


def grouped_by_label(labels: Sequence[int]) -> list[list[int]]:
    """The indices with each label, in the order of their first index.

    >>> grouped_by_label([0, 1, 0])
    [[0, 2], [1]]
    """
    groups: dict[int, list[int]] = {}
    for index, label in enumerate(labels):
        groups.setdefault(label, []).append(index)
    return list(groups.values())


def grouped_by(items: Iterable[Item], key: Callable[[Item], Key]) -> list[list[Item]]:
    """The items that have the same key, together, in order of the first item of each group.

    >>> grouped_by(["at", "by", "all"], lambda word: word[0])
    [['at', 'all'], ['by']]
    """
    groups: dict[Key, list[Item]] = {}
    for item in items:
        groups.setdefault(key(item), []).append(item)
    return list(groups.values())


def average_linkage(
    count: int, scores: Mapping[IndexPair, float], min_score: float
) -> list[list[int]]:
    """Clusters of `count` items; the score between two clusters is the mean over their pairs.

    A pair that is not in `scores` counts as 0. The two clusters with the highest score are merged,
    again and again, until no score is `min_score` or more. Of equal scores the lower indices come
    first, so that the order of `scores` changes nothing.

    >>> average_linkage(3, {(0, 1): 0.9, (1, 2): 0.7}, 0.5)
    [[0, 1], [2]]
    """
    members = {item: [item] for item in range(count)}
    totals: _TotalScores = {item: {} for item in range(count)}
    for (left, right), score in scores.items():
        totals[left][right] = totals[right][left] = score
    heap = [(-score, *pair, 1, 1) for pair, score in scores.items() if score >= min_score]
    heapify(heap)
    while heap:
        _, left, right, *sizes = heappop(heap)
        if [len(members.get(side, ())) for side in (left, right)] != sizes:
            continue  # one of the two has grown or gone since
        _merge_clusters(left, right, members, totals)
        for other, total in totals[left].items():
            mean = total / (len(members[left]) * len(members[other]))
            if mean >= min_score:
                low, high = sorted((left, other))
                heappush(heap, (-mean, low, high, len(members[low]), len(members[high])))
    return sorted(sorted(cluster) for cluster in members.values())


def _merge_clusters(
    kept: int, dropped: int, members: dict[int, list[int]], totals: _TotalScores
) -> None:
    """Move the members and scores of one cluster to another."""
    members[kept] += members.pop(dropped)
    del totals[kept][dropped]
    for other, total in totals.pop(dropped).items():
        if other == kept:
            continue
        del totals[other][dropped]
        totals[kept][other] = totals[other][kept] = totals[kept].get(other, 0.0) + total


class GrowingClusters:
    """Average linkage for items that come one after the other.

    A new item joins the cluster with the highest score, and that cluster then others, while the
    score is `min_score` or more. No cluster is ever split, and clusters that have no score with the
    new item cost nothing.

    >>> clusters = GrowingClusters(0.5)
    >>> [clusters.add_item(scores) for scores in ({}, {0: 0.9}, {1: 0.7})], clusters.clusters()
    ([0, 1, 2], [[0, 1], [2]])
    """

    def __init__(self, min_score: float) -> None:
        self._min_score = min_score
        self._cluster_of: list[int] = []
        self._members: dict[int, list[int]] = {}
        self._totals: _TotalScores = {}

    def add_item(self, scores: Mapping[int, float]) -> int:
        """Add an item with its scores with earlier items; the index of the new item."""
        item = len(self._cluster_of)
        self._cluster_of.append(item)
        self._members[item] = [item]
        self._totals[item] = {}
        for earlier, score in sorted(scores.items()):
            cluster = self._cluster_of[earlier]
            total = self._totals[item].get(cluster, 0.0) + score
            self._totals[item][cluster] = self._totals[cluster][item] = total
        home = item
        nearest = self._nearest_cluster(home)
        while nearest is not None:
            small, home = sorted((home, nearest), key=lambda key: (len(self._members[key]), -key))
            for member in self._members[small]:
                self._cluster_of[member] = home
            _merge_clusters(home, small, self._members, self._totals)
            nearest = self._nearest_cluster(home)
        return item

    def clusters(self) -> list[list[int]]:
        """The items of each cluster."""
        return sorted(sorted(cluster) for cluster in self._members.values())

    def _nearest_cluster(self, home: int) -> int | None:
        """The cluster with the highest score, if that is `min_score` or more."""
        size = len(self._members[home])
        means = {
            other: total / (size * len(self._members[other]))
            for other, total in self._totals[home].items()
        }
        enough = [other for other, mean in means.items() if mean >= self._min_score]
        return min(enough, key=lambda other: (-means[other], other), default=None)
