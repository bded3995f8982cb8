"""How much a word in common says."""

from collections import Counter

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.compare.stories.idf import PRIOR_REPORTS, usual_share, word_table


def last_idf(*reports: str) -> dict[str, float]:
    """The idf of each word of the last report."""
    rows = [Counter(report.split()) for report in reports]
    table = word_table(rows)
    row = table.row(len(rows) - 1)
    return dict(zip(sorted(rows[-1]), table.idf[row].tolist(), strict=True))


def test_a_common_word_says_less_than_a_name() -> None:
    idf = last_idf("police yalmet", "police yalmet")
    assert idf["police"] < idf["yalmet"]


def test_what_many_reports_have_says_less() -> None:
    few, many = last_idf(*[""] * 99, "yalmet"), last_idf(*["yalmet"] * 100)
    assert many["yalmet"] < few["yalmet"]


def test_a_word_weighs_much_the_same_in_a_small_pile_and_in_a_large_one() -> None:
    small, large = last_idf("yalmet", "yalmet"), last_idf("yalmet", *[""] * 998, "yalmet")
    assert large["yalmet"] == pytest.approx(small["yalmet"], abs=0.75)


rows = st.lists(st.dictionaries(st.sampled_from(["ferry", "orn", "said"]), st.integers(1, 3)))


@given(rows)
def test_a_report_counts_in_its_own_row_and_in_later_ones(reports: list[dict[str, int]]) -> None:
    table = word_table(reports)
    so_far: Counter[str] = Counter()
    for number, report in enumerate(reports):
        so_far.update(report)
        for word, idf in zip(sorted(report), table.idf[table.row(number)], strict=True):
            often = so_far[word] + PRIOR_REPORTS * usual_share(word) + 0.5
            assert idf == pytest.approx(max(0, np.log((number + 1 + PRIOR_REPORTS) / often)))
        weights = table.weights[table.row(number)]
        assert len(weights) == len(report)
        assert (weights**2).sum() == pytest.approx(1 if weights.any() else 0)


@given(rows, rows)
def test_later_reports_change_nothing_before(
    reports: list[dict[str, int]], later: list[dict[str, int]]
) -> None:
    few, many = word_table(reports), word_table([*reports, *later])
    assert many.idf[: len(few.idf)].tolist() == few.idf.tolist()
    assert many.weights[: len(few.idf)].tolist() == few.weights.tolist()


def test_a_number_is_rare_however_usual_its_noun() -> None:
    rows = [{"said": 1}]
    assert word_table(rows, of_words=False).idf > word_table(rows).idf


def test_the_share_of_a_word_falls_with_its_rank() -> None:
    assert usual_share("said") > usual_share("ferry") > usual_share("yalmet")
