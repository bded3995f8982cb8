"""Texts laid side by side, two and two: the runs of words that they have in common, place by place.

Many pairs are laid at once, for the work on a pair is little beside the work of beginning it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sayso.compare.copies.shingles import Hashes, Places
from sayso.compare.copies.sketches import MIN_RUN_WORDS, RUN_WORDS, Sketch

MAX_CHANGED_WORDS = 6  # words; so much may be changed between two runs of one passage
PAIR_BITS = 8
PAIRS_AT_ONCE = 1 << PAIR_BITS

PLACE_BITS = 32  # of a place in a text, behind the pair's

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


@dataclass(frozen=True, slots=True)
class AlignedPairs:
    """Pairs of texts, laid side by side: all their runs, and for each the place of its pair."""

    count: int
    runs: Runs
    pair: Places

    def summed(self, what: Places) -> Places:
        """The sum for each pair of what its runs have."""
        return np.bincount(self.pair, weights=what, minlength=self.count).astype(np.int64)

    def words(self) -> Places:
        """How many words of each left text stand in a run; where runs overlap, once."""
        reach = self.runs.length.copy()
        beside = self.pair[1:] == self.pair[:-1]
        reach[:-1][beside] = np.minimum(reach[:-1], np.diff(self.runs.left))[beside]
        return self.summed(reach)

    def long(self, own: Places) -> Places:
        """How many runs of just RUN words each pair has, in runs of such lengths."""
        return self.summed(np.maximum(own - RUN_WORDS + 1, 0))

    def once(self, own: Places) -> Places:
        """The same, what stands in the right text once and in the left one twice counted once."""
        begin = self._tagged(self.runs.right)
        size = np.maximum(own - RUN_WORDS + 1, 0)
        order = begin.argsort(kind="stable")
        first, last = begin[order], (begin + size)[order]
        reached = np.append(first[:1], np.maximum.accumulate(last)[:-1])
        once = np.empty_like(size)
        once[order] = np.maximum(last - np.maximum(first, reached), 0)
        return self.summed(once)

    def longest(self, own: Places) -> Places:
        """The words of each pair's longest passage, in runs of such lengths.

        A passage are runs that follow one another closely in both texts: words are changed in it.
        """
        out = np.zeros(self.count, dtype=np.int64)
        if len(own):
            gaps = [
                np.diff(one) - self.runs.length[:-1] for one in (self.runs.left, self.runs.right)
            ]
            begins = (np.minimum(*gaps) <= -MIN_RUN_WORDS) | (np.maximum(*gaps) > MAX_CHANGED_WORDS)
            begins = np.append(True, begins | (self.pair[1:] != self.pair[:-1]))
            sums = np.add.reduceat(own, np.flatnonzero(begins))
            np.maximum.at(out, self.pair[begins], sums)
        return out

    def taken(self, pair: Places, place: Places) -> Places:
        """How many words of each run are in one of the phrases of RUN words that begin at such
        places of the left texts; ordered by pair and place. Only phrases in a run count."""
        begin = self._tagged(self.runs.left)
        phrase = (pair << PLACE_BITS) | place
        at = begin.searchsorted(phrase, "right") - 1
        inside = (at >= 0) & (phrase + RUN_WORDS <= (begin + self.runs.length)[at])
        at, phrase = at[inside], phrase[inside]
        words = np.full(len(at), RUN_WORDS)
        beside = at[1:] == at[:-1]
        words[:-1][beside] = np.minimum(RUN_WORDS, np.diff(phrase))[beside]
        return np.bincount(at, weights=words, minlength=len(begin)).astype(np.int64)

    def _tagged(self, places: Places) -> Places:
        return (self.pair << PLACE_BITS) | places


def align_pairs(pairs: Sequence[tuple[Sketch, Sketch]]) -> AlignedPairs:
    """PAIRS_AT_ONCE pairs of texts or fewer, laid side by side: runs of SHORTEST words or more.

    Where a run stands in the right text more than once, its first place there is taken.
    """
    pair, here, there = _shared_runs(pairs)
    parted = np.ones(len(pair), dtype=np.bool_)
    parted[1:] = (here[1:] != here[:-1] + 1) | (there[1:] != there[:-1] + 1)
    parted[1:] |= pair[1:] != pair[:-1]
    first = np.flatnonzero(parted)
    length = np.diff(np.append(first, len(pair))) + MIN_RUN_WORDS - 1
    return AlignedPairs(len(pairs), Runs(here[first], there[first], length), pair[first])


def _shared_runs(pairs: Sequence[tuple[Sketch, Sketch]]) -> tuple[Places, Places, Places]:
    """Where runs of just SHORTEST words stand in both texts of a pair: the pair's place in the
    list, the run's in the left text and in the right one; in this order."""
    slots: dict[int, int] = {}
    table: list[Sketch] = []
    for _, right in pairs:
        if right.number not in slots:
            slots[right.number] = len(table)
            table.append(right)
    known = _tagged_runs(table, range(len(table)))
    wanted = _tagged_runs([left for left, _ in pairs], [slots[right.number] for _, right in pairs])
    if not len(known):
        return (np.zeros(0, dtype=np.int64),) * 3
    at = known.searchsorted(wanted)
    at[at == len(known)] = 0
    same = np.flatnonzero(known[at] == wanted)
    sizes = [len(left.order) for left, _ in pairs]
    pair = np.repeat(np.arange(len(pairs)), sizes)[same]
    here = np.concatenate([left.order for left, _ in pairs])[same].astype(np.int64)
    there = np.concatenate([right.order for right in table])[at[same]].astype(np.int64)
    order = ((pair << PLACE_BITS) | here).argsort()
    return pair[order], here[order], there[order]


def _tagged_runs(texts: Sequence[Sketch], slots: Sequence[int]) -> Hashes:
    """The sorted runs of several texts as one list, each marked by its text's slot."""
    tags = np.array(slots, dtype=np.uint64) << np.uint64(64 - PAIR_BITS)
    runs = np.concatenate([np.zeros(0, dtype=np.uint64), *(text.sorted for text in texts)])
    return (runs >> np.uint64(PAIR_BITS)) | np.repeat(tags, [len(text.sorted) for text in texts])
