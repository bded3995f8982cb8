"""Whether two reports have so many words in common that one repeats the other."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import LCSseq

from sayso.compare.alignment import Runs, laid
from sayso.compare.shingles import Hashes, Places
from sayso.compare.sketches import RUN, Sketch
from sayso.model.comparison import CopyKind

WHOLE = 0.5  # of the shorter text's runs of RUN words; who repeats so much repeats the report
EDITED = 0.8  # of the shorter text's words, in one order in both: a report with words changed
GLANCE = 0.4  # of its words, in runs; with fewer that is not looked into
LONGEST = 10_000  # words; in longer texts it is not looked into, for its work grows as a square
PASSAGE = 15  # words of their own that two texts share
SHORT_PASSAGE = 14  # the same, of words that few others have
CHANGED = 24  # the same, with a few words changed in between


@dataclass(frozen=True, slots=True)
class Known:
    """Marks that say little, in order: `common` to many texts, or the `habit` of one outlet (these
    as its outlet's)."""

    common: Hashes
    habit: Hashes


@dataclass(frozen=True, slots=True)
class Likeness:
    """What two texts have in common; it counts `if_rare`, or whoever else has the words."""

    kind: CopyKind
    share: float
    runs: Runs
    if_rare: bool = False


def likenesses(
    pairs: Sequence[tuple[Sketch, Sketch]], known: Known
) -> Iterator[tuple[int, Likeness]]:
    """What each text has in common with a longer one, where it is enough to speak of, with the
    place of the pair on the list.

    Between two reports of one outlet, what the outlet prints day after day counts for nothing.
    """
    found = laid(pairs)
    sizes = np.array([len(short.words) for short, _ in pairs])
    worth = (found.long >= SHORT_PASSAGE - RUN + 1) | (found.passage >= CHANGED)
    worth |= found.words >= GLANCE * sizes
    for at in np.flatnonzero(worth & (found.words > 0)).tolist():
        runs = found.runs[found.bounds[at] : found.bounds[at + 1]]
        likeness = _likeness(pairs[at], runs, int(found.words[at]), known)
        if likeness is not None:
            yield at, likeness


def _likeness(
    pair: tuple[Sketch, Sketch], runs: Runs, words: int, known: Known
) -> Likeness | None:
    short, long = pair
    size = len(short.words)
    stock = short.places[among(short.marks, known.common)]
    own, printed = runs.length, 0
    if short.outlet and short.outlet == long.outlet:
        habit = short.places[among(short.habits, known.habit)]
        own, printed = _own(runs, habit, size)
        stock = np.concatenate([stock, habit])
    share = (words - printed) / max(1, size - printed)
    kept = runs[runs.length >= RUN]
    kept = kept if len(kept) else runs
    if size - printed >= RUN and (
        _long_runs(own) >= WHOLE * (size - printed - RUN + 1)
        or (share >= GLANCE and _is_edited(short, long))
    ):
        return Likeness(CopyKind.COPY, share, kept)
    own, _ = _own(runs, stock, size)
    told = min(_long_runs(own), _told_once(runs.right, own)) + RUN - 1
    if told >= SHORT_PASSAGE or _longest(runs, own) >= CHANGED:
        return Likeness(CopyKind.PASSAGE, share, kept, if_rare=told < PASSAGE)
    return None


def among(marks: Hashes, listed: Hashes) -> NDArray[np.bool_]:
    """Which of the marks are on a list that is in order."""
    if not len(listed):
        return np.zeros(len(marks), dtype=np.bool_)
    at = listed.searchsorted(marks)
    at[at == len(listed)] = 0
    return listed[at] == marks


def _own(runs: Runs, places: Places, size: int) -> tuple[Places, int]:
    """How many words of each run are in none of the phrases of RUN words that begin at the places
    in it, and how many are in one, of all the `size` words of the text."""
    begun = runs.within(places, RUN)
    if not len(begun):
        return runs.length, 0
    phrase = np.zeros(size, dtype=np.int64)
    for offset in range(RUN):
        phrase[begun + offset] = 1
    before = np.concatenate([[0], phrase.cumsum()])
    return runs.length - before[runs.left + runs.length] + before[runs.left], int(before[-1])


def _long_runs(lengths: Places) -> int:
    """How many runs of just RUN words there are in runs of such lengths."""
    return int(np.maximum(lengths - RUN + 1, 0).sum())


def _told_once(places: Places, lengths: Places) -> int:
    """The same, of runs from such places on, with what runs have in common counted once."""
    order = places.argsort(kind="stable")
    first, last = places[order], (places + np.maximum(lengths - RUN + 1, 0))[order]
    reached = np.maximum.accumulate(last)
    reached[1:], reached[:1] = reached[:-1].copy(), 0
    return int(np.maximum(last - np.maximum(first, reached), 0).sum())


def _longest(runs: Runs, lengths: Places) -> int:
    """How many words are in the longest passage."""
    return int(np.add.reduceat(lengths, np.flatnonzero(~runs.follows())).max())


def _is_edited(short: Sketch, long: Sketch) -> bool:
    """Whether one text stands in the other with words changed here and there."""
    size = len(short.words)
    if len(long.words) > LONGEST or size > LONGEST:
        return False
    least = int(np.ceil(EDITED * size))
    one, other = short.words.hash.tolist(), long.words.hash.tolist()
    return LCSseq.similarity(one, other, score_cutoff=least) >= least
