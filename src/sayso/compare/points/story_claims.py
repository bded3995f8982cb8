"""The claims of a pile in one list, those of a story together."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from sayso.compare.points.prepared_claim import PreparedClaim
from sayso.model.facts import Facts


class StoryClaims(NamedTuple):
    """The claims and reports of one story; its claims begin at `first` in the list of all."""

    first: int
    claims: list[PreparedClaim]
    facts: dict[str, Facts]


def reports_in_order(story_of: Mapping[str, str]) -> list[str]:
    """The reports, those of one story together, always in the same order."""
    return sorted(story_of, key=lambda document: (story_of[document], document))


def claims_by_story(
    claims: Sequence[PreparedClaim], facts: Mapping[str, Facts], story_of: Mapping[str, str]
) -> Iterator[StoryClaims]:
    """The claims of each story; they stand together in the list."""
    first = 0
    for _, group in groupby(claims, key=lambda claim: story_of[claim.document]):
        own = list(group)
        reports = dict.fromkeys(claim.document for claim in own)
        yield StoryClaims(first, own, {document: facts[document] for document in reports})
        first += len(own)
