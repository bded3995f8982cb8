"""Pairs of texts side by side: the runs of words that two texts share.

Many pairs are aligned at once, because starting costs more than the work on one pair.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sayso.compare.copies.shingles import Hashes, Places
from sayso.compare.copies.sketches import MIN_RUN_WORDS, RUN_WORDS, Sketch

MAX_CHANGED_WORDS = 6  # between two runs of one passage
PAIR_BITS = 8
PAIRS_AT_ONCE = 1 << PAIR_BITS

PLACE_BITS = 32  # of a place in a text, below the number of the pair

Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Runs:
    """The same words in two texts, as places of words, in the left text's order; one row per run."""

    left: Places
    right: Places
    length: Places

    def __len__(self) -> int:
        return len(self.left)

    def __getitem__(self, rows: slice | Mask) -> "Runs":
        return Runs(self.left[rows], self.right[rows], self.length[rows])


@dataclass(frozen=True, slots=True)
class AlignedPairs:
    """Pairs of texts side by side: the runs of all pairs, and the number of the pair of each run."""

    count: int
    runs: Runs
    pair: Places

    def sum_by_pair(self, values: Places) -> Places:
        """The sum over the runs of each pair."""
        return np.bincount(self.pair, weights=values, minlength=self.count).astype(np.int64)

    def words_in_runs(self) -> Places:
        """The number of words of each left text that are in a run; where runs overlap, once."""
        new_words = self.runs.length.copy()
        same_pair = self.pair[1:] == self.pair[:-1]
        to_next = np.minimum(new_words[:-1], np.diff(self.runs.left))
        new_words[:-1][same_pair] = to_next[same_pair]
        return self.sum_by_pair(new_words)

    def long_runs(self, lengths: Places) -> Places:
        """The number of runs of exactly RUN_WORDS words in each pair, in runs of these lengths."""
        return self.sum_by_pair(np.maximum(lengths - RUN_WORDS + 1, 0))

    def long_runs_counted_once(self, lengths: Places) -> Places:
        """The same; a run that is in the right text once and in the left one twice counts once."""
        begin = self._with_pair(self.runs.right)
        size = np.maximum(lengths - RUN_WORDS + 1, 0)
        order = begin.argsort(kind="stable")
        first, last = begin[order], (begin + size)[order]
        reached = np.append(first[:1], np.maximum.accumulate(last)[:-1])
        counted = np.empty_like(size)
        counted[order] = np.maximum(last - np.maximum(first, reached), 0)
        return self.sum_by_pair(counted)

    def longest_passage(self, lengths: Places) -> Places:
        """The number of words of each pair's longest passage, in runs of these lengths.

        The runs of a passage follow one another closely in both texts, with changed words between.
        """
        longest = np.zeros(self.count, dtype=np.int64)
        if len(lengths):
            gaps = [
                np.diff(places) - self.runs.length[:-1]
                for places in (self.runs.left, self.runs.right)
            ]
            begins = (np.minimum(*gaps) <= -MIN_RUN_WORDS) | (np.maximum(*gaps) > MAX_CHANGED_WORDS)
            begins = np.append(True, begins | (self.pair[1:] != self.pair[:-1]))
            sums = np.add.reduceat(lengths, np.flatnonzero(begins))
            np.maximum.at(longest, self.pair[begins], sums)
        return longest

    def words_in_phrases(self, pair: Places, place: Places) -> Places:
        """The number of words of each run that are in phrases of RUN_WORDS words.

        The phrases begin at these places of the left texts of these pairs, ordered by pair and
        place. Only phrases that lie within a run count.
        """
        begin = self._with_pair(self.runs.left)
        phrase = (pair << PLACE_BITS) | place
        run = begin.searchsorted(phrase, "right") - 1
        inside = (run >= 0) & (phrase + RUN_WORDS <= (begin + self.runs.length)[run])
        run, phrase = run[inside], phrase[inside]
        new_words = np.full(len(run), RUN_WORDS)
        same_run = run[1:] == run[:-1]
        new_words[:-1][same_run] = np.minimum(RUN_WORDS, np.diff(phrase))[same_run]
        return np.bincount(run, weights=new_words, minlength=len(begin)).astype(np.int64)

    def _with_pair(self, places: Places) -> Places:
        """The places, each with the number of its pair in the upper bits."""
        return (self.pair << PLACE_BITS) | places


def align_pairs(pairs: Sequence[tuple[Sketch, Sketch]]) -> AlignedPairs:
    """PAIRS_AT_ONCE pairs of texts or fewer, with all runs of MIN_RUN_WORDS words or more.

    If a run is in the right text more than once, its first place there is taken.
    """
    pair, left, right = _shared_runs(pairs)
    is_first = np.ones(len(pair), dtype=np.bool_)
    is_first[1:] = (left[1:] != left[:-1] + 1) | (right[1:] != right[:-1] + 1)
    is_first[1:] |= pair[1:] != pair[:-1]
    first = np.flatnonzero(is_first)
    length = np.diff(np.append(first, len(pair))) + MIN_RUN_WORDS - 1
    return AlignedPairs(len(pairs), Runs(left[first], right[first], length), pair[first])


def _shared_runs(pairs: Sequence[tuple[Sketch, Sketch]]) -> tuple[Places, Places, Places]:
    """The runs of exactly MIN_RUN_WORDS words that both texts of a pair have.

    Gives the number of the pair, the place in the left text and the place in the right text, in this
    order.
    """
    slots: dict[int, int] = {}
    right_texts: list[Sketch] = []
    for _, right in pairs:
        if right.number not in slots:
            slots[right.number] = len(right_texts)
            right_texts.append(right)
    known = _tagged_runs(right_texts, range(len(right_texts)))
    wanted = _tagged_runs([left for left, _ in pairs], [slots[right.number] for _, right in pairs])
    if not len(known):
        return (np.zeros(0, dtype=np.int64),) * 3
    at = known.searchsorted(wanted)
    at[at == len(known)] = 0
    same = np.flatnonzero(known[at] == wanted)
    sizes = [len(left.run_order) for left, _ in pairs]
    pair = np.repeat(np.arange(len(pairs)), sizes)[same]
    here = np.concatenate([left.run_order for left, _ in pairs])[same].astype(np.int64)
    there = np.concatenate([right.run_order for right in right_texts])[at[same]].astype(np.int64)
    order = ((pair << PLACE_BITS) | here).argsort()
    return pair[order], here[order], there[order]


def _tagged_runs(texts: Sequence[Sketch], slots: Sequence[int]) -> Hashes:
    """The sorted runs of several texts in one array, each with its text's slot in the upper bits."""
    tags = np.array(slots, dtype=np.uint64) << np.uint64(64 - PAIR_BITS)
    runs = np.concatenate([np.zeros(0, dtype=np.uint64), *(text.sorted_runs for text in texts)])
    sizes = [len(text.sorted_runs) for text in texts]
    return (runs >> np.uint64(PAIR_BITS)) | np.repeat(tags, sizes)
