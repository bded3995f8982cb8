"""Texts laid side by side, two and two: the runs of words that they have in common, place by place.

Many pairs are laid at once, for the work on a pair is little beside the work of beginning it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sayso.compare.shingles import Hashes, Places
from sayso.compare.sketches import RUN, SHORTEST, Sketch

APART = 6  # words; so much may be changed between two runs of one passage
PAIR_BITS = 10
PAIRS_AT_ONCE = 1 << PAIR_BITS

Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Runs:
    """The same words in two texts, as word places, in the left one's order; one row a run."""

    left: Places
    right: Places
    length: Places

    def __len__(self) -> int:
        return len(self.left)

    def __getitem__(self, rows: slice | Mask) -> "Runs":
        return Runs(self.left[rows], self.right[rows], self.length[rows])

    def turned(self) -> "Runs":
        """The same with left and right exchanged."""
        order = np.lexsort((self.left, self.right))
        return Runs(self.right[order], self.left[order], self.length[order])

    def within(self, places: Places, size: int) -> Places:
        """Those of the places of the left text at which `size` words of one run begin."""
        at = self.left.searchsorted(places, "right") - 1
        inside = (at >= 0) & (places + size <= (self.left + self.length)[at])
        return places[inside]

    def follows(self) -> Mask:
        """Whether a run follows closely on the one before it in both texts, so that the two are one
        passage with words changed in it.

        >>> Runs(*np.array([[0, 9, 90], [40, 50, 5], [8, 7, 6]])).follows().tolist()
        [False, True, False]
        """
        near = np.zeros(len(self), dtype=np.bool_)
        if len(self) > 1:
            gaps = [one[1:] - one[:-1] - self.length[:-1] for one in (self.left, self.right)]
            near[1:] = (np.minimum(*gaps) > -SHORTEST) & (np.maximum(*gaps) <= APART)
        return near


@dataclass(frozen=True, slots=True)
class Laid:
    """Pairs of texts, laid side by side. Per pair: where its runs begin and end among all `runs`,
    how many `words` of its left text stand in a run, how many runs of just RUN words there are,
    and how many words are in the longest passage."""

    runs: Runs
    bounds: Places
    words: Places
    long: Places
    passage: Places


def laid(pairs: Sequence[tuple[Sketch, Sketch]]) -> Laid:
    """PAIRS_AT_ONCE pairs of texts or fewer, laid side by side: runs of SHORTEST words or more.

    Where a run stands in the right text more than once, its first place there is taken.
    """
    pair, here, there = _shared(pairs)
    parted = np.ones(len(pair), dtype=np.bool_)
    parted[1:] = (here[1:] != here[:-1] + 1) | (there[1:] != there[:-1] + 1)
    parted[1:] |= pair[1:] != pair[:-1]
    first = np.flatnonzero(parted)
    length = np.diff(np.append(first, len(pair))) + SHORTEST - 1
    owner, runs = pair[first], Runs(here[first], there[first], length)
    bounds = owner.searchsorted(np.arange(len(pairs) + 1))
    reach = length.copy()  # without what the next run of the pair has too
    beside = owner[1:] == owner[:-1]
    reach[:-1][beside] = np.minimum(reach[:-1], np.diff(runs.left))[beside]
    begins = ~runs.follows()
    begins[1:] |= ~beside
    chains = np.add.reduceat(length, np.flatnonzero(begins)) if len(length) else length
    passage = np.zeros(len(pairs), dtype=np.int64)
    np.maximum.at(passage, owner[begins], chains)
    return Laid(
        runs,
        bounds,
        _summed(owner, reach, len(pairs)),
        _summed(owner, np.maximum(length - RUN + 1, 0), len(pairs)),
        passage,
    )


def _shared(pairs: Sequence[tuple[Sketch, Sketch]]) -> tuple[Places, Places, Places]:
    """Where runs of just SHORTEST words stand in both texts of a pair: the pair's place in the
    list, the run's in the left text and in the right one; in this order."""
    slots: dict[int, int] = {}
    table: list[Sketch] = []
    for _, right in pairs:
        if right.number not in slots:
            slots[right.number] = len(table)
            table.append(right)
    known = _tagged(table, range(len(table)))
    wanted = _tagged([left for left, _ in pairs], [slots[right.number] for _, right in pairs])
    if not len(known):
        return (np.zeros(0, dtype=np.int64),) * 3
    at = known.searchsorted(wanted)
    at[at == len(known)] = 0
    same = np.flatnonzero(known[at] == wanted)
    sizes = [len(left.order) for left, _ in pairs]
    pair = np.repeat(np.arange(len(pairs)), sizes)[same]
    here = np.concatenate([left.order for left, _ in pairs])[same].astype(np.int64)
    there = np.concatenate([right.order for right in table])[at[same]].astype(np.int64)
    order = ((pair << 32) | here).argsort()
    return pair[order], here[order], there[order]


def _tagged(texts: Sequence[Sketch], slots: Sequence[int]) -> Hashes:
    """The sorted runs of several texts as one list, each marked by its text's slot."""
    tags = np.array(slots, dtype=np.uint64) << np.uint64(64 - PAIR_BITS)
    runs = np.concatenate([np.zeros(0, dtype=np.uint64), *(text.sorted for text in texts)])
    return (runs >> np.uint64(PAIR_BITS)) | np.repeat(tags, [len(text.sorted) for text in texts])


def _summed(owner: Places, what: Places, count: int) -> Places:
    return np.bincount(owner, weights=what, minlength=count).astype(np.int64)
