"""Whether two reports have so many words in common that one repeats the other."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import LCSseq

from sayso.compare.copies.alignment import AlignedPairs, Runs, align_pairs
from sayso.compare.copies.shingles import Hashes, Places
from sayso.compare.copies.sketches import RUN_WORDS, Sketch
from sayso.model.comparison import CopyKind

COPY_SHARE = 0.5  # of the shorter text's runs of RUN words; who repeats so much repeats the report
EDITED_COPY_SHARE = (
    0.8  # of the shorter text's words, in one order in both: a report with words changed
)
MIN_SHARE_TO_ALIGN = 0.4  # of its words, in runs; with fewer that is not looked into
MAX_WORDS_TO_ALIGN = (
    10_000  # words; in longer texts it is not looked into, for its work grows as a square
)
PASSAGE_WORDS = 15  # words of their own that two texts share
RARE_PASSAGE_WORDS = 14  # the same, of words that few others have
CHANGED_PASSAGE_WORDS = 24  # the same, with a few words changed in between

NO_PLACES = np.zeros(0, dtype=np.int64)

# Where marks begin in a text, each with the mark; and the marks.
Stock = tuple[list[tuple[int, int]], frozenset[int]]
NO_STOCK: Stock = [], frozenset()

# A shorter text and a longer one.
SketchPair = tuple[Sketch, Sketch]


@dataclass(frozen=True, slots=True)
class UninformativeMarks:
    """Marks that say little, in order: `common` to many texts, or the `habit` of one outlet (these
    as its outlet's)."""

    common: Hashes
    habit: Hashes
    _stock: dict[int, Stock] = field(default_factory=dict, init=False, repr=False, compare=False)

    def stock(self, text: Sketch) -> Stock:
        """The common marks of a text and where they begin in it; kept once found."""
        found = self._stock.get(text.number)
        if found is None:
            chosen = is_listed(text.marks, self.common)
            marks = text.marks[chosen].tolist()
            own = list(zip(text.places[chosen].tolist(), marks, strict=True))
            found = self._stock[text.number] = (own, frozenset(marks)) if own else NO_STOCK
        return found


@dataclass(frozen=True, slots=True)
class Likeness:
    """What the `pair` on that place of a list has in common; it counts `if_rare`, or whoever else
    has the words."""

    pair: int
    kind: CopyKind
    share: float
    runs: Runs
    if_rare: bool


def find_likenesses(pairs: Sequence[SketchPair], known: UninformativeMarks) -> Iterator[Likeness]:
    """What each text has in common with a longer one, where it is enough to speak of.

    Between two reports of one outlet, what the outlet prints day after day counts for nothing.
    """
    found = align_pairs(pairs)
    habit = _places_of_habits(pairs, known)
    own = found.runs.length - found.taken(*_joined_places(habit))
    printed = found.summed(found.runs.length - own)
    size = np.array([len(short.words) for short, _ in pairs]) - printed
    share = (found.words() - printed) / np.maximum(1, size)
    copied = (
        (found.long(own) >= COPY_SHARE * (size - RUN_WORDS + 1)) & (size >= RUN_WORDS) & (share > 0)
    )
    for at in np.flatnonzero(
        ~copied & (share >= MIN_SHARE_TO_ALIGN) & (size >= RUN_WORDS)
    ).tolist():
        copied[at] = _is_edited(*pairs[at])
    stock = _places_of_stock(pairs, known)
    both = [np.union1d(*two) if len(two[0]) else two[1] for two in zip(habit, stock, strict=True)]
    own = found.runs.length - found.taken(*_joined_places(both))
    told = np.minimum(found.long(own), found.once(own)) + RUN_WORDS - 1
    passage = ~copied & (
        (told >= RARE_PASSAGE_WORDS) | (found.longest(own) >= CHANGED_PASSAGE_WORDS)
    )
    for at, runs in _runs_of_chosen(found, copied | passage):
        kind = CopyKind.COPY if copied[at] else CopyKind.PASSAGE
        rare = bool(passage[at] and told[at] < PASSAGE_WORDS)
        yield Likeness(at, kind, float(share[at]), runs, rare)


def is_listed(marks: Hashes, listed: Hashes) -> NDArray[np.bool_]:
    """Which of the marks are on a list that is in order."""
    if not len(listed):
        return np.zeros(len(marks), dtype=np.bool_)
    at = listed.searchsorted(marks)
    at[at == len(listed)] = 0
    there: NDArray[np.bool_] = listed[at] == marks
    return there


def _places_of_habits(pairs: Sequence[SketchPair], known: UninformativeMarks) -> list[Places]:
    """Where in the shorter texts a habit of their outlet's begins that the other text has as well,
    if it is the outlet's too."""
    found = []
    for short, long in pairs:
        if not short.outlet or short.outlet != long.outlet or not len(known.habit):
            found.append(NO_PLACES)
            continue
        chosen = is_listed(short.habits, known.habit)
        held = is_listed(short.habits[chosen], np.sort(long.habits))
        found.append(short.places[chosen][held])
    return found


def _places_of_stock(pairs: Sequence[SketchPair], known: UninformativeMarks) -> list[Places]:
    """Where in the shorter texts stock phrases begin that the other text has as well."""
    found = []
    for short, long in pairs:
        own, others = known.stock(short)[0], known.stock(long)[1]
        shared = [place for place, mark in own if mark in others] if own and others else []
        found.append(np.array(shared) if shared else NO_PLACES)
    return found


def _joined_places(places: Sequence[Places]) -> tuple[Places, Places]:
    """The places of all pairs as one list, and of which pair each is."""
    pair = np.repeat(np.arange(len(places)), [len(some) for some in places])
    return pair, np.concatenate([NO_PLACES, *places]).astype(np.int64)


def _runs_of_chosen(found: AlignedPairs, chosen: NDArray[np.bool_]) -> Iterator[tuple[int, Runs]]:
    """The runs of each of the pairs chosen: those of RUN words or more, if it has such."""
    long = found.runs.length >= RUN_WORDS
    kept = (long | (found.long(found.runs.length) == 0)[found.pair]) & chosen[found.pair]
    runs, pair = found.runs[kept], found.pair[kept]
    bounds = pair.searchsorted(np.arange(found.count + 1)).tolist()
    for at in np.flatnonzero(chosen).tolist():
        yield at, runs[bounds[at] : bounds[at + 1]]


def _is_edited(short: Sketch, long: Sketch) -> bool:
    """Whether one text stands in the other with words changed here and there."""
    size = len(short.words)
    if len(long.words) > MAX_WORDS_TO_ALIGN or size > MAX_WORDS_TO_ALIGN:
        return False
    least = int(np.ceil(EDITED_COPY_SHARE * size))
    one, other = short.words.hash.tolist(), long.words.hash.tolist()
    return LCSseq.similarity(one, other, score_cutoff=least) >= least
