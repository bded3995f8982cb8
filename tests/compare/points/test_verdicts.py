"""The odds that the verdicts on a pair of claims come to."""

from math import exp, log

import pytest

from sayso.compare.points.verdicts import (
    USUAL_RARITY,
    ClaimsAlone,
    ClaimVerdict,
    PairVerdict,
    Verdicts,
)


def said(unrelated: float, same: float, opposite: float) -> Verdicts:
    """A verdict on the claims at 1 and 2: how likely they are each of these."""
    verdict = PairVerdict(log(unrelated), log(same), log(opposite))
    return Verdicts(ClaimsAlone({}, {}), {(1, 2): verdict})


def opposition(verdicts: Verdicts, place: int = 1, other: int = 2) -> float:
    """The odds of opposition of two claims that were read together."""
    odds = verdicts.odds_of_opposition(place, other)
    assert odds is not None
    return odds


def relation(verdicts: Verdicts, place: int = 1, other: int = 2) -> float:
    """The odds of relation of two claims that were read together."""
    odds = verdicts.odds_of_relation(place, other)
    assert odds is not None
    return odds


def test_odds_are_of_two_claims_in_either_order() -> None:
    verdicts = said(0.5, 0.2, 0.3)
    assert opposition(verdicts, 1, 2) == opposition(verdicts, 2, 1)
    assert relation(verdicts, 1, 2) == relation(verdicts, 2, 1)


def test_a_pair_that_was_not_read_has_no_odds() -> None:
    verdicts = said(0.5, 0.2, 0.3)
    assert verdicts.odds_of_opposition(1, 3) is None
    assert verdicts.odds_of_relation(1, 3) is None


def test_claims_are_related_if_they_are_on_one_side_or_on_two() -> None:
    verdicts = said(0.5, 0.2, 0.3)
    assert exp(relation(verdicts) - opposition(verdicts)) == pytest.approx(0.5 / 0.3)
    on_one_side = said(0.2, 0.7, 0.1)
    assert relation(on_one_side) > relation(verdicts)
    assert opposition(on_one_side) < relation(on_one_side)


def test_the_surer_the_network_the_higher_the_odds() -> None:
    assert opposition(said(0.2, 0.2, 0.6)) > opposition(said(0.5, 0.2, 0.3))


def test_the_odds_are_even_where_the_network_says_what_is_usual() -> None:
    """Of likely claims few pairs are opposed: the odds count as if half of them were."""
    usual = exp(-USUAL_RARITY)
    assert opposition(said(0.8, 0.2 - 0.8 * usual, 0.8 * usual)) == pytest.approx(0)
    assert relation(said(0.8, 0.6 * usual, 0.2 * usual)) == pytest.approx(0)


def test_the_verdicts_on_claims_are_those_before_pairs_were_read() -> None:
    alone = {4: ClaimVerdict(1.0, 2.0, 3.0)}
    assert Verdicts(ClaimsAlone(alone, {}), {}).claims == alone
