"""How much a word in common says."""

import pytest

from sayso.compare.stories.idf import IdfWeights, cosine, usual_share


def counted(*reports: set[str], of_words: bool = True) -> IdfWeights:
    idf = IdfWeights(of_words)
    for report in reports:
        idf.count_report(report)
    return idf


def test_a_common_word_says_less_than_a_name() -> None:
    idf = counted({"police", "yalmet"}, {"police", "yalmet"})
    assert idf.idf("police") < idf.idf("yalmet")


def test_what_many_reports_have_says_less() -> None:
    few, many = counted({"yalmet"}, *[set()] * 99), counted(*[{"yalmet"}] * 100)
    assert many.idf("yalmet") < few.idf("yalmet")


def test_a_word_weighs_much_the_same_in_a_small_pile_and_in_a_large_one() -> None:
    small, large = counted({"yalmet"}, {"yalmet"}), counted(*[{"yalmet"}] * 2, *[set()] * 998)
    assert large.idf("yalmet") == pytest.approx(small.idf("yalmet"), abs=0.75)


def test_weights_have_length_one_and_nothing_has_none() -> None:
    idf = counted({"yalmet", "ferry"})
    weights = idf.unit_weights({"yalmet": 2, "ferry": 1})
    assert cosine(weights, weights) == pytest.approx(1)
    assert idf.unit_weights({}) == {}


def test_the_share_of_a_word_falls_with_its_rank() -> None:
    assert usual_share("said") > usual_share("ferry") > usual_share("yalmet")
