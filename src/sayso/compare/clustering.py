"""Putting things into groups, from pairs that were each looked at."""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from heapq import heapify, heappop, heappush
from typing import TypeVar

Item = TypeVar("Item")
Key = TypeVar("Key", bound=Hashable)

# A pair of things, by their places in a list, lower place first.
Pair = tuple[int, int]


def leaders(count: int, follows: Iterable[Pair]) -> list[int]:
    """For each of `count` things the lowest thing that it is bound to, however many steps away.

    >>> leaders(4, [(3, 1), (1, 0)])
    [0, 0, 2, 0]
    """
    leader = list(range(count))

    def find(one: int) -> int:
        while leader[one] != one:
            leader[one] = leader[leader[one]]
            one = leader[one]
        return one

    for one, other in follows:
        low, high = sorted((find(one), find(other)))
        leader[high] = low
    return [find(one) for one in range(count)]


def parts(labels: Sequence[int]) -> list[list[int]]:
    """The places that have one label, together, in order of the first place.

    >>> parts([0, 1, 0])
    [[0, 2], [1]]
    """
    found: dict[int, list[int]] = {}
    for place, label in enumerate(labels):
        found.setdefault(label, []).append(place)
    return list(found.values())


def grouped_by(items: Iterable[Item], key: Callable[[Item], Key]) -> list[list[Item]]:
    """The items that have the same key, together, in order of the first item of each group.

    >>> grouped_by(["at", "by", "all"], lambda word: word[0])
    [['at', 'all'], ['by']]
    """
    groups: dict[Key, list[Item]] = {}
    for item in items:
        groups.setdefault(key(item), []).append(item)
    return list(groups.values())


def average_linked(count: int, scores: Mapping[Pair, float], least: float) -> list[list[int]]:
    """Groups in which things are alike on average, a pair without a score counting as nothing.

    The two groups most alike are joined, again and again, while they are so by `least` or more.
    Ties go to the lower places, so the same scores give the same groups.

    >>> average_linked(3, {(0, 1): 0.9, (1, 2): 0.7}, 0.5)
    [[0, 1], [2]]
    """
    members = {one: [one] for one in range(count)}
    sums: dict[int, dict[int, float]] = {one: {} for one in range(count)}
    for (one, other), score in scores.items():
        sums[one][other] = sums[other][one] = score
    heap = [(-score, one, other, 1, 1) for (one, other), score in scores.items() if score >= least]
    heapify(heap)
    while heap:
        _, one, other, *sizes = heappop(heap)
        if [len(members.get(side, ())) for side in (one, other)] != sizes:
            continue  # one of the two has grown or gone since
        _join(one, other, members, sums)
        for near, total in sums[one].items():
            size, beside = len(members[one]), len(members[near])
            if total / (size * beside) >= least:
                low, high = sorted((one, near))
                pair = len(members[low]), len(members[high])
                heappush(heap, (-total / (size * beside), low, high, *pair))
    return sorted(sorted(group) for group in members.values())


def _join(
    one: int, other: int, members: dict[int, list[int]], sums: dict[int, dict[int, float]]
) -> None:
    """Put the group `other` into the group `one`."""
    members[one] += members.pop(other)
    del sums[one][other]
    for near, total in sums.pop(other).items():
        if near == one:
            continue
        del sums[near][other]
        sums[one][near] = sums[near][one] = sums[one].get(near, 0.0) + total


class AverageLinks:
    """Groups in which things are alike on average, for things that come one after the other.

    A new thing joins the group most like it, and that group then others, while they are alike by
    `least` or more. No group is ever taken apart, and groups that a new thing does not touch are
    not looked at.

    >>> links = AverageLinks(0.5)
    >>> [links.add({}), links.add({0: 0.9}), links.add({1: 0.7}), links.groups()]
    [0, 1, 2, [[0, 1], [2]]]
    """

    def __init__(self, least: float) -> None:
        self._least = least
        self._home: list[int] = []
        self._members: dict[int, list[int]] = {}
        self._sums: dict[int, dict[int, float]] = {}

    def add(self, scores: Mapping[int, float]) -> int:
        """Take a thing in, with how alike it is to earlier ones; its place."""
        place = len(self._home)
        self._home.append(place)
        self._members[place] = [place]
        self._sums[place] = {}
        for other, score in sorted(scores.items()):
            group = self._home[other]
            total = self._sums[place].get(group, 0.0) + score
            self._sums[place][group] = self._sums[group][place] = total
        home = place
        near = self._likest(home)
        while near is not None:
            small, home = sorted((home, near), key=lambda one: (len(self._members[one]), -one))
            for member in self._members[small]:
                self._home[member] = home
            _join(home, small, self._members, self._sums)
            near = self._likest(home)
        return place

    def groups(self) -> list[list[int]]:
        """The places of each group."""
        return sorted(sorted(group) for group in self._members.values())

    def _likest(self, one: int) -> int | None:
        """The group most like it, if that is like it enough."""
        size = len(self._members[one])
        means = {
            near: total / (size * len(self._members[near]))
            for near, total in self._sums[one].items()
        }
        enough = [near for near, mean in means.items() if mean >= self._least]
        return min(enough, key=lambda near: (-means[near], near), default=None)
