"""Which claims are compared: the work grows with the pile, not with its square."""

import random
from collections import defaultdict
from collections.abc import Mapping, Sequence

from sayso.compare.clustering import IndexPair
from sayso.compare.points.blocking import MAX_CLAIMS_OF_RARE_TERM, block_claims
from sayso.compare.points.prepared_claim import PreparedClaim
from tests.compare.points.prepared import prepared_claim

ONE_STORY: Mapping[str, str] = defaultdict(lambda: "story")


def claim_with(document: int, sentence: int, *terms: str, speaker: str = "") -> PreparedClaim:
    """A claim with these terms alone, by a speaker of its own if none is named."""
    return prepared_claim(
        " ".join(terms),
        speaker or f"{document}/{sentence}",
        document=f"{document:04}",
        sentence=sentence,
        terms=frozenset(terms),
    )


def pairs(claims: Sequence[PreparedClaim]) -> list[IndexPair]:
    """The pairs of claims of one story."""
    return block_claims(claims, ONE_STORY)


def pile(reports: int) -> list[PreparedClaim]:
    """Reports of ten claims each: words of the story that all have, and words of a few claims."""
    draw = random.Random(7)  # noqa: S311
    return [
        claim_with(
            number, order, "army", "town", *(f"w{draw.randrange(reports * 4)}" for _ in range(5))
        )
        for number in range(reports)
        for order in range(10)
    ]


def test_twice_the_reports_make_about_twice_the_pairs() -> None:
    small, large = (len(pairs(pile(reports))) for reports in (40, 80))
    assert small
    assert large <= 2.3 * small


def test_a_word_that_all_have_leads_to_no_pair() -> None:
    assert not pairs([claim_with(number, 0, "army") for number in range(200)])


def test_a_rare_word_leads_to_a_pair() -> None:
    ferries = [claim_with(0, 0, "ferry"), claim_with(1, 0, "ferry")]
    assert pairs([*ferries, claim_with(1, 1, "bread"), claim_with(1, 9, "oil")]) == [(0, 1)]


def test_a_common_word_leads_to_a_pair_only_with_another_one() -> None:
    many = range(MAX_CLAIMS_OF_RARE_TERM + 1)
    assert not pairs([claim_with(number, 0, "army") for number in many])
    two_words = [claim_with(number, 0, "army", "town") for number in many]
    assert len(pairs(two_words)) == len(many) * (len(many) - 1) / 2


def test_claims_of_two_stories_are_no_pair_and_do_not_make_a_word_common() -> None:
    claims = [claim_with(number, 0, "ferry") for number in range(2 * MAX_CLAIMS_OF_RARE_TERM)]
    story_of = {claim.document: str(place % 2) for place, claim in enumerate(claims)}
    found = block_claims(claims, story_of)
    assert len(found) == MAX_CLAIMS_OF_RARE_TERM * (MAX_CLAIMS_OF_RARE_TERM - 1)
    assert all((left - right) % 2 == 0 for left, right in found)


def test_who_says_a_thing_twice_in_one_report_is_not_compared_with_oneself() -> None:
    twice = [claim_with(0, at, "ferry", speaker="the mayor") for at in (1, 9)]
    assert not pairs(twice)
    assert pairs([twice[0], claim_with(1, 9, "ferry", speaker="the mayor")]) == [(0, 1)]


def test_a_claim_inside_another_is_not_compared_with_it() -> None:
    outer = prepared_claim("the guild says that the mill burned", "the mayor")
    inner = prepared_claim("the mill burned", "the guild")
    assert not pairs([outer, inner])
    assert pairs([outer, prepared_claim("the mill burned", "the guild", sentence=2)]) == [(0, 1)]
