"""The claims of the reports of several stories, in one list, for tests."""

from collections.abc import Sequence
from typing import NamedTuple

from sayso.compare.points.claim_reader import prepare_claims
from sayso.compare.points.prepared_claim import PreparedClaim
from sayso.model.facts import Facts


class Pile(NamedTuple):
    """The claims of a pile, those of a story together, with its reports and their stories."""

    claims: list[PreparedClaim]
    facts: dict[str, Facts]
    story_of: dict[str, str]


def pile_of(*stories: Sequence[Facts]) -> Pile:
    """A pile of these stories, each given by its reports; no two of these have the same text."""
    pile = Pile([], {}, {})
    for number, reports in enumerate(stories):
        for one in reports:
            pile.claims.extend(prepare_claims(one, {}))
            pile.facts[one.document.id] = one
            pile.story_of[one.document.id] = f"story {number}"
    return pile
