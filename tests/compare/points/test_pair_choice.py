"""Which pairs of claims are read together."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import combinations

import pytest

from sayso.compare.clustering import IndexPair, grouped_by
from sayso.compare.points.pair_choice import (
    MAX_CLAIMS_OF_TERM,
    MAX_LIKELY,
    MAX_PAIRS_ELSEWHERE,
    MAX_PAIRS_HERE,
    MIN_DISPUTED,
    MIN_WORTH,
    candidate_pairs,
    likely_claims,
    pairs_worth_reading,
)
from sayso.compare.points.prepared_claim import PreparedClaim
from sayso.compare.points.verdicts import ClaimVerdict
from tests.compare.points.known import known_features, weights
from tests.compare.points.prepared import prepared_claim
from tests.costs import counted_calls

Candidates = list[tuple[list[IndexPair], list[IndexPair]]]


def disputed(*odds: float) -> dict[int, ClaimVerdict]:
    """Verdicts on the first claims of a list: how likely each stands in a dispute."""
    return {place: ClaimVerdict(one, 0.0, 0.0) for place, one in enumerate(odds)}


def test_claims_that_hardly_stand_in_a_dispute_are_read_in_no_pair() -> None:
    alone = disputed(MIN_DISPUTED, MIN_DISPUTED - 0.1, 2.0)
    assert likely_claims([[0, 1], [2, 3]], alone) == [[0], [2]]  # no window holds the last


def test_of_a_report_the_likeliest_claims_are_read_in_pairs_in_their_order() -> None:
    alone = disputed(*[0.0] * MAX_LIKELY, 3.0, 1.0)
    first, last = MAX_LIKELY, MAX_LIKELY + 1
    (found,) = likely_claims([list(alone)], alone)
    assert found == [*range(MAX_LIKELY - 2), first, last]


def test_every_report_has_its_own_likely_claims() -> None:
    alone = disputed(*[5.0] * (MAX_LIKELY + 1), 0.0)
    reports = [list(range(MAX_LIKELY + 1)), [MAX_LIKELY + 1], []]
    assert [len(one) for one in likely_claims(reports, alone)] == [MAX_LIKELY, 1, 0]


def by_report(claims: Sequence[PreparedClaim]) -> list[list[int]]:
    """The places of the claims of each report."""
    return grouped_by(range(len(claims)), lambda place: claims[place].document)


def candidates(
    claims: Sequence[PreparedClaim],
    likely: Sequence[Sequence[int]] | None = None,
    asked: Mapping[IndexPair, float] | None = None,
    story_of: Mapping[str, str] | None = None,
) -> Candidates:
    """For each report the pairs within it and those with others.

    All claims are likely and of one story unless `likely` and `story_of` tell otherwise.
    """
    stories = story_of or {claim.document: "story" for claim in claims}
    return list(candidate_pairs(claims, stories, likely or by_report(claims), asked or {}))


def told(words: str, document: str = "a", sentence: int = 1) -> PreparedClaim:
    """A claim of a speaker of its own."""
    return prepared_claim(words, f"{document} {sentence}", document=document, sentence=sentence)


def about(*terms: str, document: str = "a", sentence: int = 1) -> PreparedClaim:
    """A claim with these terms, in words of its own."""
    claim = told(f"{document} {sentence} {terms}", document, sentence)
    return replace(claim, terms=frozenset(terms))


def ferries(count: int, document: str, *terms: str) -> list[PreparedClaim]:
    """So many claims of one report, all about ferries."""
    return [about("ferri", *terms, document=document, sentence=at) for at in range(1, count + 1)]


FERRY, SUNK = told("the ferry sank"), told("the old ferry was sunk", "b")
BREAD, ALSO_BREAD = told("bread is dear", sentence=2), told("bread was dear", "b", 2)


def test_claims_of_one_report_are_pairs_whatever_they_say() -> None:
    claims = [FERRY, BREAD, told("it rained", sentence=3)]
    assert candidates(claims) == [([(0, 1), (0, 2), (1, 2)], [])]
    assert candidates(claims, likely=[[0, 2]]) == [([(0, 2)], [])]


def test_a_claim_inside_another_is_no_pair_with_it() -> None:
    outer = prepared_claim("the guild says that the ferry sank", "the mayor")
    assert candidates([outer, prepared_claim("the ferry", "the guild")]) == [([], [])]


def test_claims_of_two_reports_are_a_pair_if_they_share_a_term() -> None:
    claims = [FERRY, BREAD, SUNK, ALSO_BREAD]
    elsewhere = [(0, 2), (1, 3)]
    assert candidates(claims) == [([(0, 1)], elsewhere), ([(2, 3)], elsewhere)]
    assert candidates(claims, likely=[[0, 1], [3]]) == [([(0, 1)], [(1, 3)]), ([], [(1, 3)])]


def test_claims_of_two_reports_are_a_pair_if_one_may_deny_the_other() -> None:
    claims = [FERRY, BREAD, SUNK]
    elsewhere = [(0, 2), (1, 2)]
    assert candidates(claims, asked={(1, 2): 0.5}) == [([(0, 1)], elsewhere), ([], elsewhere)]
    assert candidates(claims, asked={(0, 1): 1.0}) == candidates(claims)  # of one report
    # A claim that is unlikely in a dispute is read in no pair.
    assert candidates(claims, likely=[[0], [2]], asked={(1, 2): 0.5})[1] == ([], [(0, 2)])


def test_a_term_ties_no_claims_of_two_stories() -> None:
    stories = {"a": "one", "b": "two"}
    assert candidates([FERRY, SUNK], story_of=stories) == [([], []), ([], [])]


def test_claims_with_the_same_words_are_no_pair_of_two_reports() -> None:
    claims = [FERRY, told("the ferry sank", "b")]
    assert candidates(claims, asked={(0, 1): 1.0}) == [([], []), ([], [])]


def test_a_term_that_many_claims_have_ties_none() -> None:
    many = [about("ferri", document=f"r{at}") for at in range(MAX_CLAIMS_OF_TERM)]
    assert all(len(elsewhere) == len(many) - 1 for _, elsewhere in candidates(many))
    more = [*many, about("ferri", document="last")]
    assert not any(elsewhere for _, elsewhere in candidates(more))
    # Rules may still tie two of them, and in another story the term is rarer.
    asked = candidates(more, asked={(0, len(many)): 1.0})
    assert [one for one in asked if one != ([], [])] == [([], [(0, len(many))])] * 2
    stories = {claim.document: "one" for claim in many} | {"last": "two"}
    assert len(candidates(more, story_of=stories)[0][1]) == len(many) - 1


def worth_reading(
    claims: Sequence[PreparedClaim],
    of_claims: Mapping[int, ClaimVerdict] | None = None,
    asked: Mapping[IndexPair, float] | None = None,
    **by_name: float,
) -> list[IndexPair]:
    """The pairs of claims that are worth reading by these weights."""
    return pairs_worth_reading(
        iter(candidates(claims, asked=asked)),
        known_features(claims, of_claims, asked=asked),
        {"worth_reading": weights(**by_name)},
    )


def test_a_pair_is_read_if_it_is_likely_enough_to_be_opposed() -> None:
    claims = [FERRY, BREAD, SUNK]
    assert worth_reading(claims, constant=MIN_WORTH) == [(0, 1), (0, 2)]
    assert worth_reading(claims, constant=MIN_WORTH - 0.01) == []
    assert worth_reading(claims, constant=MIN_WORTH, elsewhere=-0.01) == [(0, 1)]
    unlikely = dict.fromkeys(range(3), ClaimVerdict(0.0, -1.0, 0.0))
    assert worth_reading(claims, unlikely, constant=MIN_WORTH, core=1.0) == []


LONG = ferries(MAX_LIKELY, "a")


@pytest.mark.parametrize("sign", [1, -1])
def test_of_many_pairs_of_a_report_those_worth_most_are_read(sign: int) -> None:
    """Those that are near, or those that are far apart: the weights tell."""
    found = worth_reading(LONG, near=float(sign))
    assert len(found) == MAX_PAIRS_HERE
    assert found == sorted(set(found))
    read, left = (
        [sign * (low - high) for low, high in pairs]
        for pairs in (found, set(combinations(range(len(LONG)), 2)) - set(found))
    )
    assert min(read) >= max(left)


def test_of_pairs_worth_the_same_the_first_are_read() -> None:
    assert worth_reading(LONG) == [*combinations(range(MAX_LIKELY), 2)][:MAX_PAIRS_HERE]
    claims = [about("ferri", document="b"), *ferries(MAX_PAIRS_ELSEWHERE + 8, "c")]
    of_first = [pair for pair in worth_reading(claims) if pair[0] == 0]
    assert of_first == [(0, place) for place in range(1, MAX_PAIRS_ELSEWHERE + 1)]


def test_a_later_pair_that_is_worth_more_is_read_before_the_first() -> None:
    last = MAX_LIKELY - 2, MAX_LIKELY - 1
    alone = disputed(*[0.0] * (MAX_LIKELY - 2), 1.0, 1.0)
    found = worth_reading(LONG, alone, least_disputed=1.0)
    assert found == [*[*combinations(range(MAX_LIKELY), 2)][: MAX_PAIRS_HERE - 1], last]


def test_a_denial_of_another_report_is_read_before_what_only_shares_a_term() -> None:
    claims = [FERRY, *ferries(MAX_CLAIMS_OF_TERM - 1, "b"), about("rumour", document="b")]
    denied = 0, len(claims) - 1
    found = worth_reading(claims, asked={denied: 0.25}, asked_elsewhere=1.0)
    of_ferry = [pair for pair in found if pair[0] == 0]
    assert denied in of_ferry
    assert len(of_ferry) == MAX_PAIRS_ELSEWHERE


def test_pairs_of_two_reports_do_not_crowd_out_those_of_one() -> None:
    claims = [FERRY, BREAD, *ferries(20, "b")]
    assert (0, 1) in worth_reading(claims, elsewhere=5.0)


def test_a_pair_of_two_reports_is_read_if_either_would_have_it() -> None:
    """The second report has better pairs with the third, and the first has no others."""
    claims = [about("mill"), *ferries(5, "b", "mill"), *ferries(5, "c")]
    alone = disputed(0.0, *[1.0] * 10)
    found = worth_reading(claims, alone, disputed=1.0)
    assert sum(low < 6 <= high for low, high in found) == MAX_PAIRS_ELSEWHERE
    assert {(0, place) for place in range(1, 6)} <= set(found)


def crates(reports: int, count: int = MAX_LIKELY) -> list[PreparedClaim]:
    """So many claims of each report; each shares a term with all, and one with those of three others."""
    return [
        about("crate", f"lot {number // 4} {at}", document=f"r{number}", sentence=at)
        for number in range(reports)
        for at in range(count)
    ]


def test_every_report_has_a_bounded_number_of_pairs() -> None:
    reports = 4
    claims = crates(reports)
    found = worth_reading(claims, rarity=1.0)
    here = [pair for pair in found if claims[pair[0]].document == claims[pair[1]].document]
    assert len(here) == reports * MAX_PAIRS_HERE
    assert MAX_PAIRS_ELSEWHERE <= len(found) - len(here) <= reports * MAX_PAIRS_ELSEWHERE


def test_more_reports_cost_no_more_each_than_a_few() -> None:
    few, many = (
        counted_calls(partial(worth_reading, crates(count, 6), rarity=1.0)) for count in (20, 40)
    )
    assert many < 2.1 * few


def test_the_same_claims_are_read_whatever_the_order_of_reports() -> None:
    claims = crates(3)
    turned = [claims[place] for places in by_report(claims)[::-1] for place in places]
    odds = {claim.compared_text: number**0.37 for number, claim in enumerate(claims)}
    words = []
    for order in (claims, turned):
        alone = disputed(*[odds[claim.compared_text] for claim in order])
        found = worth_reading(order, alone, disputed=1.0)
        words.append({frozenset(order[place].compared_text for place in pair) for pair in found})
    assert words[0] == words[1]
    assert MAX_PAIRS_ELSEWHERE <= len(words[0]) - 3 * MAX_PAIRS_HERE <= 3 * MAX_PAIRS_ELSEWHERE
