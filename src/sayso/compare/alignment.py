"""Two texts laid side by side: the runs of words that they have in common, place by place."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sayso.compare.shingles import Places
from sayso.compare.sketches import SHORTEST, Sketch

APART = 6  # words; so much may be changed between two runs of one passage

Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Runs:
    """The same words in two texts, as word places, in the left one's order; one row a run."""

    left: Places
    right: Places
    length: Places

    def __len__(self) -> int:
        return len(self.left)

    def those(self, chosen: Mask) -> "Runs":
        """Some of the runs."""
        return Runs(self.left[chosen], self.right[chosen], self.length[chosen])

    def turned(self) -> "Runs":
        """The same with left and right exchanged."""
        order = np.lexsort((self.left, self.right))
        return Runs(self.right[order], self.left[order], self.length[order])

    def words(self) -> int:
        """How many words of the left text stand in a run; of runs that overlap, once."""
        return int(np.minimum(self.length[:-1], np.diff(self.left)).sum() + self.length[-1:].sum())

    def within(self, places: Places, size: int) -> Places:
        """Those of the places of the left text at which `size` words of one run begin."""
        at = self.left.searchsorted(places, "right") - 1
        inside = (at >= 0) & (places + size <= (self.left + self.length)[at])
        return places[inside]

    def chains(self) -> Places:
        """Where a passage begins: the runs after it, up to the next such place, follow closely in
        both texts.

        >>> some = np.array([[0, 9, 90], [40, 50, 5], [8, 7, 6]])
        >>> Runs(*some).chains().tolist()
        [0, 2]
        """
        gaps = [one[1:] - one[:-1] - self.length[:-1] for one in (self.left, self.right)]
        near = [(gap > -SHORTEST) & (gap <= APART) for gap in gaps]
        return np.flatnonzero(np.append([True], ~(near[0] & near[1])))


def shared_runs(left: Sketch, right: Sketch, least: int = 1) -> Runs | None:
    """The longest runs of SHORTEST words or more that stand in both.

    Where a run stands in the right text more than once, its first place there is taken. None where
    fewer than `least` runs of just SHORTEST words are shared.
    """
    if not len(left.sorted) or not len(right.sorted):
        return None
    at = right.sorted.searchsorted(left.sorted)
    at[at == len(right.sorted)] = 0
    same = np.flatnonzero(right.sorted[at] == left.sorted)
    if len(same) < max(1, least):
        return None
    here, there = left.order[same], right.order[at[same]]
    order = here.argsort()
    here, there = here[order], there[order]
    parted = (here[1:] != here[:-1] + 1) | (there[1:] != there[:-1] + 1)
    first = np.concatenate(([0], np.flatnonzero(parted) + 1))
    lengths = np.diff(np.append(first, len(here))) + SHORTEST - 1
    return Runs(here[first], there[first], lengths)
