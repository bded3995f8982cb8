"""The earlier reports that a report is compared with: those that its rarest words lead to.

A new report costs no more work, however many reports there are.
"""

from collections.abc import Iterator, Sequence
from datetime import date

import numpy as np

from sayso.compare.stories.idf import Floats, Ints, WordTable

MAX_LEADS = 60  # words and names of a report that lead to others: those with most weight
MAX_REPORTS_PER_LEAD = 300  # a word that leads to more leads to none
MAX_NEAR_REPORTS = 25  # of the same days that a report is compared with
MAX_FAR_REPORTS = 25  # of any day that a report is compared with
NEAR_DAYS = 10
UNKNOWN_DAY = 0  # in place of a day's number


def candidates_of(
    head: WordTable, names: WordTable, published: Sequence[date | None]
) -> Iterator[Ints]:
    """For each report, in order, the numbers of the earlier reports to compare it with, in order."""
    days = np.array([UNKNOWN_DAY if day is None else day.toordinal() for day in published])
    report, key, weight = _leads(head, names)
    order = np.lexsort((report, key))
    holders, ordered_keys = report[order], key[order]
    begin = ordered_keys.searchsorted(ordered_keys)  # where the reports with a lead begin
    place = np.empty(len(order), dtype=np.int64)
    place[order] = np.arange(len(order))
    first = np.empty(len(order), dtype=np.int64)
    first[order] = begin
    starts = report.searchsorted(np.arange(len(days) + 1))
    for number in range(len(days)):
        rows = slice(int(starts[number]), int(starts[number + 1]))
        ends = place[rows]
        sizes = ends - first[rows]
        known = (sizes > 0) & (sizes <= MAX_REPORTS_PER_LEAD)
        bounds = zip(first[rows][known].tolist(), ends[known].tolist(), strict=True)
        found = [holders[start:end] for start, end in bounds]
        weights = np.repeat(weight[rows][known], sizes[known])
        yield _best(found, weights, days, number) if found else np.zeros(0, dtype=np.int64)


def _leads(head: WordTable, names: WordTable) -> tuple[Ints, Ints, Floats]:
    """The words of the head and the names with most weight: report, lead, square of the weight.

    Those of a report stand together, by weight; of equal weights the words of the head come first.
    """
    report = np.concatenate([head.row_of_entry, names.row_of_entry])
    key = np.concatenate([head.words, head.size + names.words])
    weight = np.concatenate([head.weights, names.weights]) ** 2
    order = np.lexsort((key, -weight, report))
    report, key, weight = report[order], key[order], weight[order]
    rank = np.arange(len(report)) - report.searchsorted(report)
    kept = rank < MAX_LEADS
    return report[kept], key[kept], weight[kept]


def _best(found: Sequence[Ints], weights: Floats, days: Ints, number: int) -> Ints:
    """The reports that share the leads with most weight, of all and of those of the same days."""
    holders = np.concatenate(found)
    met = np.zeros(number, dtype=np.bool_)
    met[holders] = True
    others = met.nonzero()[0]
    scores = np.bincount(holders, weights, minlength=number)[others].astype(np.float64, copy=False)
    day = days[number]
    here = days[others]
    near = (here == UNKNOWN_DAY) | (day == UNKNOWN_DAY) | (np.abs(here - day) <= NEAR_DAYS)
    far = _highest(others, scores, MAX_FAR_REPORTS)
    return np.union1d(far, _highest(others[near], scores[near], MAX_NEAR_REPORTS))


def _highest(numbers: Ints, scores: Floats, count: int) -> Ints:
    """The numbers with the highest scores; of equal scores the lower numbers."""
    if len(numbers) <= count:
        return numbers
    least = np.partition(scores, -count)[-count]
    above = numbers[scores > least]
    return np.concatenate([above, numbers[scores == least][: count - len(above)]])
