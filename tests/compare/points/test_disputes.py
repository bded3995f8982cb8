"""Disputes in the signed graph of claims."""

import random
from collections.abc import Callable, Mapping
from itertools import combinations

import pytest

from sayso.compare.clustering import IndexPair
from sayso.compare.points.disputes import (
    MAX_CLAIMS_OF_SIDE,
    MAX_TIE_ELSEWHERE,
    MIN_CHANCE,
    MIN_TIE,
    Dispute,
    find_disputes,
)
from sayso.compare.points.relations import Relation
from tests.costs import counted_calls


def opposed(chance: float = 0.9) -> Relation:
    """Two claims that stand on opposite sides with this chance."""
    return Relation(opposed=chance, agreed=0.02)


def agreed(chance: float = 0.9) -> Relation:
    """Two claims that stand on one side with this chance."""
    return Relation(opposed=0.02, agreed=chance)


UNRELATED = Relation(opposed=0.02, agreed=0.02)


def disputes(
    relations: Mapping[IndexPair, Relation], *elsewhere: int
) -> list[tuple[set[int], set[int]]]:
    """The sides of the disputes in a graph."""
    found = find_disputes(relations, elsewhere)
    return [(set(one.sides[0]), set(one.sides[1])) for one in found]


def test_a_dispute_may_have_two_claims() -> None:
    (found,) = find_disputes({(0, 1): opposed(0.8)})
    assert found == Dispute(((0,), (1,)), 0.8, {0: 0.8, 1: 0.8})
    assert found.members == (0, 1)


def test_a_pair_that_is_hardly_opposed_begins_none() -> None:
    assert disputes({(0, 1): opposed(MIN_CHANCE)})
    assert not disputes({(0, 1): opposed(MIN_CHANCE - 0.01)})
    assert not disputes({(0, 1): agreed()})


def test_the_least_chance_may_be_another() -> None:
    relations = {(0, 1): opposed(0.5), (2, 3): opposed(0.3), (4, 5): opposed(MIN_CHANCE - 0.01)}
    for least, count in ((0.4, 1), (0.3, 2), (MIN_CHANCE - 0.02, 3)):
        assert len(find_disputes(relations, min_chance=least)) == count


def test_two_claims_without_a_whole_proposition_begin_none_but_may_join() -> None:
    fragments = Relation(opposed=0.95, agreed=0.02, whole=False)
    assert not disputes({(0, 1): fragments})
    relations = {(0, 1): opposed(0.8), (1, 2): fragments}
    assert disputes(relations) == [({0, 2}, {1})]


def test_a_claim_joins_the_side_that_it_agrees_with() -> None:
    relations = {
        (0, 1): opposed(),
        (0, 2): agreed(),
        (1, 2): opposed(),
        (0, 3): opposed(),
        (1, 3): agreed(),
    }
    assert disputes(relations) == [({0, 2}, {1, 3})]


def test_a_claim_that_is_related_to_one_side_alone_may_join_either() -> None:
    assert disputes({(0, 1): opposed(), (0, 2): agreed()}) == [({0, 2}, {1})]
    assert disputes({(0, 1): opposed(), (0, 2): opposed(0.8)}) == [({0}, {1, 2})]


@pytest.mark.parametrize(
    "ties",
    [
        {},  # nothing is known
        {(0, 2): UNRELATED, (1, 2): UNRELATED},  # of one topic
        {(0, 2): agreed(), (1, 2): agreed()},  # it agrees with both sides
        {(0, 2): opposed(0.8), (1, 2): opposed(0.8)},  # a third account
        {(0, 2): Relation(0.8, 0.8)},  # it may agree or be opposed
    ],
)
def test_a_claim_that_is_tied_to_no_side_or_to_both_stays_out(
    ties: Mapping[IndexPair, Relation],
) -> None:
    assert disputes({(0, 1): opposed(), **ties}) == [({0}, {1})]


@pytest.mark.parametrize(
    ("other_way", "found"), [(0.125, ({0, 2}, {1})), (0.25, ({0}, {1})), (0.375, ({0}, {1, 2}))]
)
def test_a_claim_joins_the_side_that_it_is_tied_to_more_than_to_the_other(
    other_way: float, found: tuple[set[int], set[int]]
) -> None:
    """It is tied to one side by 0.75, and to the other by 0.5 and `other_way`."""
    relations = {(0, 1): opposed(), (0, 2): Relation(opposed=0.5, agreed=0.75)}
    relations[1, 2] = Relation(opposed=0.0, agreed=other_way)
    assert disputes(relations) == [found]


def test_a_claim_joins_only_if_its_tie_is_close_beside_the_chance_of_the_dispute() -> None:
    for chance in (0.4, 0.8):
        least = MIN_TIE * chance
        for tie, joins in ((least + 0.01, True), (least - 0.01, False)):
            relations = {(0, 1): opposed(chance), (0, 2): Relation(opposed=0.0, agreed=tie)}
            assert disputes(relations) == [({0, 2} if joins else {0}, {1})]


def test_both_ties_of_a_claim_to_its_side_add_up() -> None:
    half = MIN_TIE * 0.9 / 2 + 0.01
    relations = {(0, 1): opposed(0.9), (0, 2): Relation(0.0, half)}
    assert disputes(relations) == [({0}, {1})]
    assert disputes({**relations, (1, 2): Relation(half, 0.0)}) == [({0, 2}, {1})]


def test_of_many_claims_the_closest_join_a_side() -> None:
    ties = [0.8, 0.7, 0.88, 0.75, 0.85]
    relations = {(0, 1): opposed()}
    relations |= {(0, place): agreed(tie) for place, tie in enumerate(ties, 2)}
    (found,) = find_disputes(relations)
    best = sorted(range(len(ties)), key=lambda at: -ties[at])[: MAX_CLAIMS_OF_SIDE - 1]
    assert found.sides == ((0, *(place + 2 for place in best)), (1,))
    assert found.ties[4] == pytest.approx(0.88)


def test_a_claim_is_in_one_dispute_at_most() -> None:
    relations = {(0, 1): opposed(0.8), (1, 2): opposed(0.25), (2, 3): opposed(0.9)}
    assert disputes(relations) == [({2}, {3}), ({0}, {1})]


def test_a_claim_that_stands_elsewhere_is_in_none() -> None:
    relations = {(0, 1): opposed(), (0, 2): agreed(), (1, 2): opposed(0.8)}
    assert disputes(relations, 2) == [({0}, {1})]
    assert not disputes({(0, 1): opposed()}, 1)


@pytest.mark.parametrize("related", [opposed, agreed])
def test_a_pair_that_is_tied_to_a_dispute_begins_no_other(
    related: Callable[[float], Relation],
) -> None:
    chance = 0.3
    least = MAX_TIE_ELSEWHERE * chance
    for tie, begins in ((least + 0.01, False), (least - 0.01, True)):
        for tied in ((0, 2), (1, 3)):
            relations = {(0, 1): opposed(), (2, 3): opposed(chance), tied: related(tie)}
            found = disputes(relations)
            assert found == [({0}, {1}), *([({2}, {3})] if begins else [])]


def test_a_pair_may_begin_a_dispute_though_it_is_tied_to_a_claim_that_is_in_none() -> None:
    relations = {(0, 1): opposed(0.5), (0, 2): agreed(0.4)}
    assert disputes(relations, 2) == [({0}, {1})]


def test_a_pair_that_finds_its_side_full_begins_no_other() -> None:
    """Both are tied to the dispute, but the side that they would join has no place left."""
    count = MAX_CLAIMS_OF_SIDE
    own_side, extra = list(range(1, count + 1)), (count + 1, count + 2)
    relations = {(0, one): opposed(0.9 - one / 100) for one in (*own_side, *extra)}
    relations |= dict.fromkeys(combinations(own_side, 2), agreed())
    relations |= {(one, other): agreed(0.3) for one in own_side for other in extra}
    relations[extra] = opposed(0.5)
    assert disputes(relations) == [({0}, set(own_side))]
    apart = {pair: one for pair, one in relations.items() if set(pair).isdisjoint(extra)}
    assert len(disputes({**apart, extra: opposed(0.5)})) == 2


def random_graph(count: int, draw: random.Random) -> dict[IndexPair, Relation]:
    """The relations of near pairs; no two are equal."""
    return {
        (low, high): Relation(draw.uniform(0.01, 0.7), draw.uniform(0.01, 0.7), draw.random() < 0.8)
        for low in range(count)
        for high in range(low + 1, min(count, low + 6))
    }


@pytest.mark.parametrize("seed", range(5))
def test_no_claim_is_in_two_disputes_and_the_order_of_pairs_changes_nothing(seed: int) -> None:
    draw = random.Random(seed)  # noqa: S311
    relations = random_graph(40, draw)
    found = find_disputes(relations)
    assert found
    members = [place for one in found for place in one.members]
    assert len(members) == len(set(members))
    assert all(set(one.ties) == set(one.members) and all(one.sides) for one in found)
    assert all(0 < tie <= 1 for one in found for tie in one.ties.values())
    assert [one.chance for one in found] == sorted((one.chance for one in found), reverse=True)
    shuffled = draw.sample(list(relations.items()), len(relations))
    assert find_disputes(dict(shuffled)) == found


def test_a_side_has_a_bounded_number_of_claims() -> None:
    count = 4 * MAX_CLAIMS_OF_SIDE
    relations = {
        (low, high): agreed() if (high - low) % 2 == 0 else opposed()
        for low, high in combinations(range(count), 2)
    }
    (found,) = disputes(relations)
    assert [len(side) for side in found] == [MAX_CLAIMS_OF_SIDE] * 2


def test_twice_the_claims_take_about_twice_the_work() -> None:
    few, many = (random_graph(count, random.Random(3)) for count in (200, 400))  # noqa: S311
    costs = [
        counted_calls(lambda: find_disputes(relations))  # noqa: B023
        for relations in (few, many)
    ]
    assert costs[1] < 2.3 * costs[0]
