"""How often reports have words, and how much it says that two of them share one.

That is close to the inverse document frequency (idf): the logarithm of the number of reports to how often
they have the word, each as often as its row says. They are counted together with PRIOR_REPORTS imagined
ones, news of all sorts, so that a word weighs much the same in a pile of five reports as in one of five
thousand.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import exp

import numpy as np
from numpy.typing import NDArray

from sayso.encoder.pieces import tokenizer

PRIOR_REPORTS = 1000
RARE_SHARE = 0.0003  # of reports have a given number, or a word that the encoder does not know
FIRST_WORD_RANK = 1995  # of the first whole word in the encoder's vocabulary
SHARE_TIMES_RANK = 25  # the share of reports with a word is about this divided by its rank

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class WordTable:
    """The words of reports, or other things of one kind: one row a report, in the order of publication.

    The row `n` is [starts[n]:starts[n + 1]] of the columns: the number of each word (of equal words the
    same, in alphabetical order), its idf, and its weight: the idf times the root of how often the report
    has it, for all words of a row so that the sum of the squares is one. A report counts in its own row
    and in all later ones.
    """

    size: int
    starts: Ints
    words: Ints
    idf: Floats
    weights: Floats

    def row(self, number: int) -> slice:
        """The place of a row in the columns."""
        return slice(int(self.starts[number]), int(self.starts[number + 1]))

    @property
    def row_of_entry(self) -> Ints:
        """For each entry the number of its row."""
        return np.repeat(np.arange(len(self.starts) - 1), np.diff(self.starts))


def word_table(rows: Sequence[Mapping[str, int]], of_words: bool = True) -> WordTable:
    """The table of rows that say how often a report has each word.

    If they are words, the encoder's ranks say how usual they are; a number with a noun is always rare.
    """
    known = sorted({word for row in rows for word in row})
    number_of = {word: number for number, word in enumerate(known)}
    starts = np.cumsum([0, *map(len, rows)])
    words = np.array([number_of[word] for row in rows for word in sorted(row)], dtype=np.int64)
    counts = np.array([row[word] for row in rows for word in sorted(row)], dtype=np.float64)
    usual = [usual_share(word) for word in known] if of_words else [RARE_SHARE] * len(known)
    report = np.repeat(np.arange(len(rows)), np.diff(starts))
    often = _counts_so_far(words, counts) + PRIOR_REPORTS * np.array(usual)[words] + 0.5
    idf = np.maximum(0.0, np.log((report + 1 + PRIOR_REPORTS) / often))
    weights = np.sqrt(counts) * idf
    length = np.sqrt(np.bincount(report, weights * weights, minlength=len(rows)))
    length[length == 0] = 1.0
    return WordTable(len(known), starts, words, idf, weights / length[report])


def _counts_so_far(words: Ints, counts: Floats) -> Floats:
    """For each entry the sum of the counts of its word so far, its own included."""
    order = words.argsort(kind="stable")
    ordered, sums = words[order], counts[order].cumsum()
    before = np.append(0.0, sums)[ordered.searchsorted(ordered)]
    found = np.empty(len(words))
    found[order] = sums - before
    return found


@cache
def usual_share(word: str) -> float:
    """The share of English reports that have the word, roughly.

    The encoder's vocabulary is ordered by frequency.
    """
    rank = tokenizer().token_to_id(word)
    if rank is None:
        return RARE_SHARE
    return 1 - exp(-SHARE_TIMES_RANK / max(1, rank - FIRST_WORD_RANK))
