"""Whether two reports share so many words that one repeats the other."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import LCSseq

from sayso.compare.copies.alignment import AlignedPairs, Runs, align_pairs
from sayso.compare.copies.shingles import Hashes, Places
from sayso.compare.copies.sketches import RUN_WORDS, Sketch
from sayso.model.comparison import CopyKind

COPY_SHARE = 0.5  # of the shorter text's runs of RUN_WORDS words, in a copy
EDITED_COPY_SHARE = 0.8  # of the shorter text's words, in the same order, in a copy with changes
MIN_SHARE_TO_ALIGN = 0.4  # of its words in runs; with fewer, no copy with changes is looked for
MAX_WORDS_TO_ALIGN = 10_000  # in longer texts it is not looked for: the work grows as the square
PASSAGE_WORDS = 15  # that are no stock phrase, in a passage
RARE_PASSAGE_WORDS = 14  # the same, of words that few other reports have
CHANGED_PASSAGE_WORDS = 24  # the same, with changed words between

NO_PLACES = np.zeros(0, dtype=np.int64)

# The places where marks begin in a text, each with its mark; and the marks.
Stock = tuple[list[tuple[int, int]], frozenset[int]]
NO_STOCK: Stock = [], frozenset()

# A shorter text and a longer one.
SketchPair = tuple[Sketch, Sketch]


@dataclass(frozen=True, slots=True)
class UninformativeMarks:
    """Marks that say little, in order: `common` to many texts, or the `habit` of one outlet.

    The latter are kept as marks of their outlet.
    """

    common: Hashes
    habit: Hashes
    _stock: dict[int, Stock] = field(default_factory=dict, init=False, repr=False, compare=False)

    def stock_phrases(self, text: Sketch) -> Stock:
        """The common marks of a text and where they begin in it; remembered for the next call."""
        stock = self._stock.get(text.number)
        if stock is None:
            chosen = is_listed(text.marks, self.common)
            marks = text.marks[chosen].tolist()
            places = list(zip(text.places[chosen].tolist(), marks, strict=True))
            stock = self._stock[text.number] = (places, frozenset(marks)) if places else NO_STOCK
        return stock


@dataclass(frozen=True, slots=True)
class Likeness:
    """What the pair with index `pair` shares.

    If `if_rare` is set, it counts only where few other reports have the words.
    """

    pair: int
    kind: CopyKind
    share: float
    runs: Runs
    if_rare: bool


def find_likenesses(
    pairs: Sequence[SketchPair], uninformative: UninformativeMarks
) -> Iterator[Likeness]:
    """What the texts of each pair share, if it is a copy or a passage.

    Between two reports of one outlet, what the outlet prints day after day does not count.
    """
    aligned = align_pairs(pairs)
    lengths = aligned.runs.length
    habits = _places_of_habits(pairs, uninformative)
    without_habits = lengths - aligned.words_in_phrases(*_joined_places(habits))
    in_habits = aligned.sum_by_pair(lengths - without_habits)
    size = np.array([len(short.words) for short, _ in pairs]) - in_habits
    share = (aligned.words_in_runs() - in_habits) / np.maximum(1, size)
    enough_runs = aligned.long_runs(without_habits) >= COPY_SHARE * (size - RUN_WORDS + 1)
    is_copy = enough_runs & (size >= RUN_WORDS) & (share > 0)
    may_be_edited = ~is_copy & (share >= MIN_SHARE_TO_ALIGN) & (size >= RUN_WORDS)
    for at in np.flatnonzero(may_be_edited).tolist():
        is_copy[at] = _is_edited(*pairs[at])
    stock = _places_of_stock(pairs, uninformative)
    left_out = [
        np.union1d(*two) if len(two[0]) else two[1] for two in zip(habits, stock, strict=True)
    ]
    lengths_left = lengths - aligned.words_in_phrases(*_joined_places(left_out))
    long_runs = np.minimum(
        aligned.long_runs(lengths_left), aligned.long_runs_counted_once(lengths_left)
    )
    words_left = long_runs + RUN_WORDS - 1
    is_passage = ~is_copy & (
        (words_left >= RARE_PASSAGE_WORDS)
        | (aligned.longest_passage(lengths_left) >= CHANGED_PASSAGE_WORDS)
    )
    for at, runs in _runs_of_chosen(aligned, is_copy | is_passage):
        kind = CopyKind.COPY if is_copy[at] else CopyKind.PASSAGE
        if_rare = bool(is_passage[at] and words_left[at] < PASSAGE_WORDS)
        yield Likeness(at, kind, float(share[at]), runs, if_rare)


def is_listed(marks: Hashes, listed: Hashes) -> NDArray[np.bool_]:
    """Which of the marks are on a sorted list."""
    if not len(listed):
        return np.zeros(len(marks), dtype=np.bool_)
    at = listed.searchsorted(marks)
    at[at == len(listed)] = 0
    found: NDArray[np.bool_] = listed[at] == marks
    return found


def _places_of_habits(
    pairs: Sequence[SketchPair], uninformative: UninformativeMarks
) -> list[Places]:
    """Where, in each shorter text, a habit of the outlet begins that the longer text has too.

    Empty, if the texts are not of one outlet.
    """
    found = []
    for short, long in pairs:
        if not short.outlet or short.outlet != long.outlet or not len(uninformative.habit):
            found.append(NO_PLACES)
            continue
        chosen = is_listed(short.outlet_marks, uninformative.habit)
        in_both = is_listed(short.outlet_marks[chosen], np.sort(long.outlet_marks))
        found.append(short.places[chosen][in_both])
    return found


def _places_of_stock(
    pairs: Sequence[SketchPair], uninformative: UninformativeMarks
) -> list[Places]:
    """Where, in each shorter text, a stock phrase begins that the longer text has too."""
    found = []
    for short, long in pairs:
        places, marks = uninformative.stock_phrases(short)[0], uninformative.stock_phrases(long)[1]
        in_both = [place for place, mark in places if mark in marks] if places and marks else []
        found.append(np.array(in_both) if in_both else NO_PLACES)
    return found


def _joined_places(places: Sequence[Places]) -> tuple[Places, Places]:
    """The places of all pairs in one array, and before it the index of the pair of each."""
    pair = np.repeat(np.arange(len(places)), [len(of_pair) for of_pair in places])
    return pair, np.concatenate([NO_PLACES, *places]).astype(np.int64)


def _runs_of_chosen(aligned: AlignedPairs, chosen: NDArray[np.bool_]) -> Iterator[tuple[int, Runs]]:
    """The runs of each chosen pair: those of RUN_WORDS words or more, if it has any."""
    is_long = aligned.runs.length >= RUN_WORDS
    has_no_long = aligned.long_runs(aligned.runs.length) == 0
    kept = (is_long | has_no_long[aligned.pair]) & chosen[aligned.pair]
    runs, pair = aligned.runs[kept], aligned.pair[kept]
    bounds = pair.searchsorted(np.arange(aligned.count + 1)).tolist()
    for at in np.flatnonzero(chosen).tolist():
        yield at, runs[bounds[at] : bounds[at + 1]]


def _is_edited(short: Sketch, long: Sketch) -> bool:
    """Whether the longer text has the shorter one with words changed here and there."""
    size = len(short.words)
    if len(long.words) > MAX_WORDS_TO_ALIGN or size > MAX_WORDS_TO_ALIGN:
        return False
    min_shared = int(np.ceil(EDITED_COPY_SHARE * size))
    left, right = short.words.hash.tolist(), long.words.hash.tolist()
    return LCSseq.similarity(left, right, score_cutoff=min_shared) >= min_shared
