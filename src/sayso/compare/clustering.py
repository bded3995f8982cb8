"""Clusters from scores or links of pairs: connected components, and average linkage."""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from heapq import heapify, heappop, heappush
from typing import Generic, TypeVar

Item = TypeVar("Item", bound=Hashable)
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
    enough = [pair for pair, score in scores.items() if score >= min_score]
    label = component_labels(count, enough)
    for (left, right), score in scores.items():
        if label[left] == label[right]:  # others are never merged
            totals[left][right] = totals[right][left] = score
    heap = [(-scores[pair], *pair, 1, 1) for pair in enough]
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


class GroupsApart(Generic[Item]):
    """Groups of items, joined one after the other, where some items are never together.

    In each of `apart`, the first item is never with the others. Where it could be in two groups, it
    goes last: it is the one that leaves. Items that are not here are passed over.

    >>> groups = GroupsApart("abcd", ["ab"])
    >>> groups.join("abc")
    >>> groups.groups()
    [['a'], ['b', 'c'], ['d']]
    """

    def __init__(self, items: Iterable[Item], apart: Iterable[Sequence[Item]] = ()) -> None:
        self._place = {item: place for place, item in enumerate(items)}
        self._group_of = dict(self._place)
        self._members = {place: [item] for item, place in self._place.items()}
        self._apart: dict[Item, set[Item]] = {}
        self._leaving: set[Item] = set()
        for first, *others in apart:
            self._leaving.add(first)
            for other in others:
                self._apart.setdefault(first, set()).add(other)
                self._apart.setdefault(other, set()).add(first)

    def join(self, items: Iterable[Item]) -> None:
        """Put items into one group, as far as they may be together."""
        here = (item for item in items if item in self._place)
        ordered = sorted(here, key=lambda item: item in self._leaving)
        for place, item in enumerate(ordered):
            for earlier in ordered[:place]:
                if self._may_join(earlier, item):
                    self._merge(self._group_of[earlier], self._group_of[item])
                    break

    def groups(self) -> list[list[Item]]:
        """All groups in the order of their first items, and the items of each in order."""
        found = [sorted(group, key=self._place.__getitem__) for group in self._members.values()]
        return sorted(found, key=lambda group: self._place[group[0]])

    def not_joined(self, groups: Iterable[tuple[Item, ...]]) -> tuple[tuple[Item, ...], ...]:
        """Those of the groups whose items are not all here, in one group."""
        return tuple(
            group
            for group in groups
            if not all(item in self._place for item in group)
            or len({self._group_of[item] for item in group}) > 1
        )

    def not_here(self, groups: Iterable[tuple[Item, ...]]) -> tuple[tuple[Item, ...], ...]:
        """Those of the groups whose first item is not here, or none of the others."""
        return tuple(
            group
            for group in groups
            if group[0] not in self._place or not any(item in self._place for item in group[1:])
        )

    def _may_join(self, left: Item, right: Item) -> bool:
        if not self._apart:
            return True
        here, there = (self._members[self._group_of[item]] for item in (left, right))
        return all(self._apart.get(item, frozenset()).isdisjoint(there) for item in here)

    def _merge(self, left: int, right: int) -> None:
        if left == right:
            return
        dropped, kept = sorted((left, right), key=lambda group: len(self._members[group]))
        for item in self._members[dropped]:
            self._group_of[item] = kept
        self._members[kept] += self._members.pop(dropped)
