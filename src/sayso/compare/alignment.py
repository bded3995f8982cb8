"""Two texts laid side by side: the runs of words that they have in common, place by place."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from sayso.compare.shingles import Hashes, Places, Words, shingles

SHORTEST = 5  # words; what is shorter is common to any two texts
APART = 6  # words; so much may be changed between two runs of one passage


@dataclass(frozen=True)
class Laid:
    """A text made ready to be laid beside others."""

    words: Words

    @cached_property
    def order(self) -> Places:
        """The places of the runs of SHORTEST words, by number, the first place first."""
        return np.argsort(self._runs, kind="stable")

    @cached_property
    def sorted(self) -> Hashes:
        """The numbers of those runs, in that order."""
        return self._runs[self.order]

    @property
    def _runs(self) -> Hashes:
        return shingles(self.words.hash, SHORTEST)


@dataclass(frozen=True, slots=True)
class Run:
    """The same words in two texts, as word places."""

    left: int
    right: int
    length: int


def shared_runs(left: Laid, right: Laid, least: int = 1) -> list[Run]:
    """The longest runs of SHORTEST words or more that stand in both, in the left one's order.

    Where a run stands in the right text more than once, its first place there is taken. Nothing
    is returned where fewer than `least` runs of just SHORTEST words are shared.
    """
    if not len(left.sorted) or not len(right.sorted):
        return []
    at = np.minimum(right.sorted.searchsorted(left.sorted), len(right.sorted) - 1)
    same = np.flatnonzero(right.sorted[at] == left.sorted)
    if len(same) < least:
        return []
    here, there = left.order[same], right.order[at[same]]
    order = here.argsort()
    here, there = here[order], there[order]
    parted = (here[1:] != here[:-1] + 1) | (there[1:] != there[:-1] + 1)
    first = np.concatenate(([0], np.flatnonzero(parted) + 1))
    lengths = np.diff(np.append(first, len(here))) + SHORTEST - 1
    rows = zip(here[first].tolist(), there[first].tolist(), lengths.tolist(), strict=True)
    return [Run(*row) for row in rows]


def chains(runs: Sequence[Run]) -> list[list[Run]]:
    """Runs that follow one another closely in both texts: one passage with words changed in it.

    >>> chains([Run(0, 40, 8), Run(9, 50, 7), Run(90, 5, 6)])
    [[Run(left=0, right=40, length=8), Run(left=9, right=50, length=7)], [Run(left=90, right=5, length=6)]]
    """
    out = [[run] for run in runs[:1]]
    for before, run in pairwise(runs):
        gaps = run.left - before.left - before.length, run.right - before.right - before.length
        if all(-SHORTEST < gap <= APART for gap in gaps):
            out[-1].append(run)
        else:
            out.append([run])
    return out


def covered(places: Sequence[tuple[int, int]], size: int) -> NDArray[np.bool_]:
    """For each of `size` words, whether one of the runs, as (place, length), holds it."""
    out = np.zeros(size, dtype=np.bool_)
    for place, length in places:
        out[place : place + length] = True
    return out
