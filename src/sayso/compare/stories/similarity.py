"""How likely it is that two reports are of one story: a sum of signs, each with its weight.

The weights are round numbers, chosen by hand for the best stories on a development set
(docs/decisions/0007-stories-by-signs.md).
"""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from sayso.compare.card import StoryFeatures
from sayso.compare.stories.idf import Floats, Ints, WordTable, word_table

MIN_RARE_IDF = 5.5  # of a word that is a sign by itself if two reports share it
UNDATED_GAP_DAYS = 3  # assumed between two reports if one of them has no date

CONSTANT = -6.0
WEIGHTS = {
    "numbers": 2.5,
    "head": 7.5,
    "names": 6.0,
    "rare words": 1.0,
    "days between": -0.75,
    "same outlet": -2.0,
    "same day": 0.5,
    "other days": -2.0,
}

Signs = Mapping[str, Floats]


class SimilarityReader:
    """Compares reports with earlier ones; they go by their numbers in the order of publication.

    A later report never changes the weights of an earlier one.
    """

    def __init__(self, reports: Sequence[StoryFeatures]) -> None:
        self._reports = reports
        self.head = word_table([report.head for report in reports])
        self.names = word_table([report.names for report in reports])
        numbers = word_table([report.numbers for report in reports], of_words=False)
        words = word_table([dict.fromkeys(report.words, 1) for report in reports])
        rare = np.where(words.idf >= MIN_RARE_IDF, words.idf, 0.0)
        self._head, self._names = (_Products(one, one.weights) for one in (self.head, self.names))
        self._numbers = _Products(numbers, numbers.weights)
        self._words = _Products(words, rare, np.ones(len(rare)))
        self._days = np.array(
            [np.nan if one.published is None else one.published.toordinal() for one in reports]
        )

    def similarities(self, later: int, earlier: Ints) -> Floats:
        """How likely it is that a report is of one story with each of some earlier ones, 0–1."""
        signs = self.signs(later, earlier)
        total = sum((WEIGHTS[name] * sign for name, sign in signs.items()), np.full(1, CONSTANT))
        likely: Floats = 1 / (1 + np.exp(-total))
        return likely

    def signs(self, later: int, earlier: Ints) -> Signs:
        """What speaks for one story and against it, for each of some earlier reports."""
        own = self._reports[later]
        others = [self._reports[number] for number in earlier.tolist()]
        same_day = np.array([not own.days.isdisjoint(one.days) for one in others], dtype=np.bool_)
        both_days = np.array([bool(own.days and one.days) for one in others], dtype=np.bool_)
        same_outlet = [own.outlet is not None and own.outlet == one.outlet for one in others]
        gaps = np.abs(self._days[later] - self._days[earlier])
        return {
            "numbers": np.sqrt(self._numbers.with_each(later, earlier)),
            "head": np.sqrt(self._head.with_each(later, earlier)),
            "names": np.sqrt(self._names.with_each(later, earlier)),
            "rare words": np.log1p(self._words.with_each(later, earlier)),
            "days between": np.log1p(np.nan_to_num(gaps, nan=UNDATED_GAP_DAYS)),
            "same outlet": np.array(same_outlet, dtype=np.float64),
            "same day": same_day.astype(np.float64),
            "other days": (both_days & ~same_day).astype(np.float64),
        }


class _Products:
    """The products of a report's row with those of earlier ones: the sum over the words of both."""

    def __init__(
        self, table: WordTable, of_later: Floats, of_earlier: Floats | None = None
    ) -> None:
        self._table, self._of_later = table, of_later
        self._of_earlier = of_later if of_earlier is None else of_earlier
        self._dense = np.zeros(table.size)

    def with_each(self, later: int, earlier: Ints) -> Floats:
        """The product with each of some earlier rows."""
        table, dense = self._table, self._dense
        own = table.row(later)
        dense[table.words[own]] = self._of_later[own]
        rows = [table.row(number) for number in earlier.tolist()]
        sizes = table.starts[earlier + 1] - table.starts[earlier]
        entries = np.concatenate([_NONE, *(table.words[row] for row in rows)])
        factors = np.concatenate([np.zeros(0), *(self._of_earlier[row] for row in rows)])
        owner = np.repeat(np.arange(len(rows)), sizes)
        sums = np.bincount(owner, dense[entries] * factors, minlength=len(rows))
        dense[table.words[own]] = 0.0
        return sums.astype(np.float64, copy=False)


_NONE: NDArray[np.int64] = np.zeros(0, dtype=np.int64)
