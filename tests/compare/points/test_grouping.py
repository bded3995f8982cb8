"""Claims grouped by what they speak to."""

from dataclasses import replace

from sayso.compare.points.back_reference import BackReference
from sayso.compare.points.grouping import group_claims
from sayso.compare.points.pair_scores import PairScore
from sayso.compare.points.prepared_claim import PreparedClaim
from tests.compare.points.prepared import prepared_claim

FIVE_CLAIMS = [
    prepared_claim(f"mill word{number}", f"{number}", document=f"{number}") for number in range(5)
]
CLOSE = {(0, 1): 0.9, (0, 2): 0.8, (1, 2): 0.8}


def members(
    probabilities: dict[tuple[int, int], float], claims: list[PreparedClaim] = FIVE_CLAIMS
) -> list[list[int]]:
    """The groups, by their claims."""
    scores = {pair: PairScore(pair, probability) for pair, probability in probabilities.items()}
    return sorted(list(group.members) for group in group_claims(claims, scores))


def test_claims_that_are_alike_are_together() -> None:
    assert members(CLOSE) == [[0, 1, 2], [3], [4]]


def test_a_claim_left_alone_joins_the_group_with_the_one_most_like_it() -> None:
    # On average it is too little like them, and one of them is like it all the same.
    assert members(CLOSE | {(2, 3): 0.5}) == [[0, 1, 2, 3], [4]]
    assert members(CLOSE | {(2, 3): 0.2}) == [[0, 1, 2], [3], [4]]


def test_groups_do_not_grow_by_claims_that_joined() -> None:
    assert members(CLOSE | {(2, 3): 0.5, (3, 4): 0.29}) == [[0, 1, 2, 3], [4]]


def test_a_claim_made_about_another_is_in_its_group() -> None:
    sure = {(0, 4): PairScore((0, 4), 0.1, sure=True)}
    assert [0, 4] in [list(group.members) for group in group_claims(FIVE_CLAIMS, sure)]


def test_a_denial_with_a_word_of_its_own_is_compared_by_it() -> None:
    reference = BackReference(False, frozenset(), False, one_content_word=True)
    denial = replace(FIVE_CLAIMS[3], back_reference=reference)
    probabilities = CLOSE | {(2, 3): 0.9, (1, 3): 0.9, (0, 3): 0.9}
    assert members(probabilities, [*FIVE_CLAIMS[:3], denial]) == [[0, 1, 2, 3]]
