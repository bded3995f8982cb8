"""The claims of each story, out of the list of all."""

from collections.abc import Sequence
from itertools import permutations

from sayso.compare.points.prepared_claim import PreparedClaim
from sayso.compare.points.story_claims import StoryClaims, claims_by_story, reports_in_order
from tests.compare.points.prepared import prepared_claim, reports_of

STORY_OF = {"a": "flood", "b": "election", "c": "flood", "d": "election"}


def claims_of(*documents: str) -> list[PreparedClaim]:
    """A claim of each of these reports; a report that comes again has another one."""
    return [
        prepared_claim(f"the mill {at} burned", document=document, sentence=at)
        for at, document in enumerate(documents)
    ]


def by_story(claims: Sequence[PreparedClaim]) -> list[StoryClaims]:
    """The claims of each story."""
    return list(claims_by_story(claims, reports_of(claims), STORY_OF))


def test_the_reports_of_a_story_stand_together_in_one_order() -> None:
    for order in permutations(STORY_OF.items()):
        assert reports_in_order(dict(order)) == ["b", "d", "a", "c"]
    assert reports_in_order({}) == []


def test_every_story_has_its_own_claims_and_reports() -> None:
    claims = claims_of("b", "b", "d", "a", "c", "c")
    facts = reports_of(claims)
    election, flood = by_story(claims)
    assert (election.first, election.claims) == (0, claims[:3])
    assert (flood.first, flood.claims) == (3, claims[3:])
    assert election.facts == {"b": facts["b"], "d": facts["d"]}
    assert flood.facts == {"a": facts["a"], "c": facts["c"]}


def test_one_story_has_all_claims() -> None:
    claims = claims_of("a", "c")
    assert by_story(claims) == [StoryClaims(0, claims, reports_of(claims))]


def test_a_story_without_claims_is_left_out() -> None:
    claims = claims_of("c")
    assert [story.claims for story in by_story(claims)] == [claims]
    assert by_story([]) == []
