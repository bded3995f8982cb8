"""How much a word in common says."""

import pytest

from sayso.compare.stories.idf import IdfWeights, cosine, usual_share


def counted(*reports: set[str], common: bool = True) -> IdfWeights:
    rarity = IdfWeights(common)
    for report in reports:
        rarity.add(report)
    return rarity


def test_a_common_word_says_less_than_a_name() -> None:
    rarity = counted({"police", "yalmet"}, {"police", "yalmet"})
    assert rarity.of("police") < rarity.of("yalmet")


def test_what_many_reports_have_says_less() -> None:
    few, many = counted({"yalmet"}, *[set()] * 99), counted(*[{"yalmet"}] * 100)
    assert many.of("yalmet") < few.of("yalmet")


def test_a_word_weighs_much_the_same_in_a_small_pile_and_in_a_large_one() -> None:
    small, large = counted({"yalmet"}, {"yalmet"}), counted(*[{"yalmet"}] * 2, *[set()] * 998)
    assert large.of("yalmet") == pytest.approx(small.of("yalmet"), abs=0.75)


def test_weights_have_length_one_and_nothing_has_none() -> None:
    rarity = counted({"yalmet", "ferry"})
    weights = rarity.weighed({"yalmet": 2, "ferry": 1})
    assert cosine(weights, weights) == pytest.approx(1)
    assert rarity.weighed({}) == {}


def test_the_share_of_a_word_falls_with_its_rank() -> None:
    assert usual_share("said") > usual_share("ferry") > usual_share("yalmet")
