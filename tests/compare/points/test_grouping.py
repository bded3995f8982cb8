"""Claims put together that speak to one thing."""

from dataclasses import replace

from sayso.compare.points.back_reference import BackReference
from sayso.compare.points.grouping import grouped
from sayso.compare.points.pair_scores import Join
from sayso.compare.points.prepared_claim import PreparedClaim
from tests.compare.points.test_blocking import said

OWN = [said(number, 0, "mill", f"word{number}") for number in range(5)]
CLOSE = {(0, 1): 0.9, (0, 2): 0.8, (1, 2): 0.8}


def members(
    scores: dict[tuple[int, int], float], own: list[PreparedClaim] = OWN
) -> list[list[int]]:
    """The groups, by their claims."""
    known = {pair: Join(pair, score) for pair, score in scores.items()}
    return sorted(list(group.members) for group in grouped(own, known))


def test_those_alike_are_together() -> None:
    assert members(CLOSE) == [[0, 1, 2], [3], [4]]


def test_one_left_alone_joins_the_group_of_its_likest() -> None:
    # On average it is too little like them, and one of them is like it all the same.
    assert members(CLOSE | {(2, 3): 0.5}) == [[0, 1, 2, 3], [4]]
    assert members(CLOSE | {(2, 3): 0.2}) == [[0, 1, 2], [3], [4]]


def test_groups_do_not_grow_by_those_that_joined() -> None:
    assert members(CLOSE | {(2, 3): 0.5, (3, 4): 0.29}) == [[0, 1, 2, 3], [4]]


def test_a_denial_with_a_word_of_its_own_is_compared_by_it() -> None:
    thin = replace(OWN[3], pointing=BackReference(False, frozenset(), False, thin=True))
    assert members(CLOSE | {(2, 3): 0.9, (1, 3): 0.9, (0, 3): 0.9}, [*OWN[:3], thin]) == [
        [0, 1, 2, 3]
    ]
