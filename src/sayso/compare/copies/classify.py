"""Whether two reports have so many words in common that one repeats the other."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import LCSseq

from sayso.compare.copies.alignment import Laid, Runs, laid
from sayso.compare.copies.shingles import Hashes, Places
from sayso.compare.copies.sketches import RUN, Sketch
from sayso.model.comparison import CopyKind

WHOLE = 0.5  # of the shorter text's runs of RUN words; who repeats so much repeats the report
EDITED = 0.8  # of the shorter text's words, in one order in both: a report with words changed
GLANCE = 0.4  # of its words, in runs; with fewer that is not looked into
LONGEST = 10_000  # words; in longer texts it is not looked into, for its work grows as a square
PASSAGE = 15  # words of their own that two texts share
SHORT_PASSAGE = 14  # the same, of words that few others have
CHANGED = 24  # the same, with a few words changed in between

NOWHERE = np.zeros(0, dtype=np.int64)

# Where marks begin in a text, each with the mark; and the marks.
Stock = tuple[list[tuple[int, int]], frozenset[int]]
NO_STOCK: Stock = [], frozenset()

# A shorter text and a longer one.
Pair = tuple[Sketch, Sketch]


@dataclass(frozen=True, slots=True)
class Known:
    """Marks that say little, in order: `common` to many texts, or the `habit` of one outlet (these
    as its outlet's)."""

    common: Hashes
    habit: Hashes
    _stock: dict[int, Stock] = field(default_factory=dict, init=False, repr=False, compare=False)

    def stock(self, text: Sketch) -> Stock:
        """The common marks of a text and where they begin in it; kept once found."""
        found = self._stock.get(text.number)
        if found is None:
            chosen = among(text.marks, self.common)
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


def likenesses(pairs: Sequence[Pair], known: Known) -> Iterator[Likeness]:
    """What each text has in common with a longer one, where it is enough to speak of.

    Between two reports of one outlet, what the outlet prints day after day counts for nothing.
    """
    found = laid(pairs)
    habit = _habit(pairs, known)
    own = found.runs.length - found.taken(*_listed(habit))
    printed = found.summed(found.runs.length - own)
    size = np.array([len(short.words) for short, _ in pairs]) - printed
    share = (found.words() - printed) / np.maximum(1, size)
    copied = (found.long(own) >= WHOLE * (size - RUN + 1)) & (size >= RUN) & (share > 0)
    for at in np.flatnonzero(~copied & (share >= GLANCE) & (size >= RUN)).tolist():
        copied[at] = _is_edited(*pairs[at])
    stock = _stock(pairs, known)
    both = [np.union1d(*two) if len(two[0]) else two[1] for two in zip(habit, stock, strict=True)]
    own = found.runs.length - found.taken(*_listed(both))
    told = np.minimum(found.long(own), found.once(own)) + RUN - 1
    passage = ~copied & ((told >= SHORT_PASSAGE) | (found.longest(own) >= CHANGED))
    for at, runs in _those(found, copied | passage):
        kind = CopyKind.COPY if copied[at] else CopyKind.PASSAGE
        rare = bool(passage[at] and told[at] < PASSAGE)
        yield Likeness(at, kind, float(share[at]), runs, rare)


def among(marks: Hashes, listed: Hashes) -> NDArray[np.bool_]:
    """Which of the marks are on a list that is in order."""
    if not len(listed):
        return np.zeros(len(marks), dtype=np.bool_)
    at = listed.searchsorted(marks)
    at[at == len(listed)] = 0
    there: NDArray[np.bool_] = listed[at] == marks
    return there


def _habit(pairs: Sequence[Pair], known: Known) -> list[Places]:
    """Where in the shorter texts a habit of their outlet's begins that the other text has as well,
    if it is the outlet's too."""
    found = []
    for short, long in pairs:
        if not short.outlet or short.outlet != long.outlet or not len(known.habit):
            found.append(NOWHERE)
            continue
        chosen = among(short.habits, known.habit)
        held = among(short.habits[chosen], np.sort(long.habits))
        found.append(short.places[chosen][held])
    return found


def _stock(pairs: Sequence[Pair], known: Known) -> list[Places]:
    """Where in the shorter texts stock phrases begin that the other text has as well."""
    found = []
    for short, long in pairs:
        own, others = known.stock(short)[0], known.stock(long)[1]
        shared = [place for place, mark in own if mark in others] if own and others else []
        found.append(np.array(shared) if shared else NOWHERE)
    return found


def _listed(places: Sequence[Places]) -> tuple[Places, Places]:
    """The places of all pairs as one list, and of which pair each is."""
    pair = np.repeat(np.arange(len(places)), [len(some) for some in places])
    return pair, np.concatenate([NOWHERE, *places]).astype(np.int64)


def _those(found: Laid, chosen: NDArray[np.bool_]) -> Iterator[tuple[int, Runs]]:
    """The runs of each of the pairs chosen: those of RUN words or more, if it has such."""
    long = found.runs.length >= RUN
    kept = (long | (found.long(found.runs.length) == 0)[found.pair]) & chosen[found.pair]
    runs, pair = found.runs[kept], found.pair[kept]
    bounds = pair.searchsorted(np.arange(found.count + 1)).tolist()
    for at in np.flatnonzero(chosen).tolist():
        yield at, runs[bounds[at] : bounds[at + 1]]


def _is_edited(short: Sketch, long: Sketch) -> bool:
    """Whether one text stands in the other with words changed here and there."""
    size = len(short.words)
    if len(long.words) > LONGEST or size > LONGEST:
        return False
    least = int(np.ceil(EDITED * size))
    one, other = short.words.hash.tolist(), long.words.hash.tolist()
    return LCSseq.similarity(one, other, score_cutoff=least) >= least
