"""Which of two reports that share words had them first."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import replace

from sayso.compare.card import Card
from sayso.model.comparison import Citation, Copy, CopyKind
from sayso.model.heads import earliest


def with_origin(
    copies: Sequence[Copy], cards: Mapping[str, Card], citations: Sequence[Citation]
) -> tuple[Copy, ...]:
    """The copies with their origin, if all signs agree on one.

    Adds a copy of the kind `citation` for each pair of reports where only one cites the other.
    """
    cites = {(one.document, one.cited) for one in citations if one.cited is not None}
    found = []
    for copy in copies:
        left, right = cards[copy.left], cards[copy.right]
        signs = {
            sign
            for sign in (
                origin_by_credit(left, right),
                origin_by_citation(left, right, cites),
                origin_by_time(left, right),
            )
            if sign is not None
        }
        found.append(replace(copy, origin=signs.pop()) if len(signs) == 1 else copy)
    one_way = [pair for pair in sorted(cites) if pair[::-1] not in cites]
    found += [
        Copy(min(pair), max(pair), CopyKind.CITATION, pair[1], 0.0, ())
        for pair in dict.fromkeys(one_way)
    ]
    return tuple(sorted(found, key=lambda copy: (copy.left, copy.right, copy.kind)))


def origin_by_credit(left: Card, right: Card) -> str | None:
    """The report with an outlet that the other one credits for its text."""
    for card, other in ((left, right), (right, left)):
        if not card.credits.isdisjoint(other.outlets):
            return other.id
    return None


def origin_by_citation(left: Card, right: Card, cites: Set[tuple[str, str]]) -> str | None:
    """The report that the other one cites, if the citation goes one way only."""
    cites_right, cites_left = (left.id, right.id) in cites, (right.id, left.id) in cites
    if cites_right == cites_left:
        return None
    return right.id if cites_right else left.id


def origin_by_time(left: Card, right: Card) -> str | None:
    """The report that was published first; None on the same day, or if a date is not known.

    Times are compared if both reports give one with its zone; otherwise days. Of a text that several
    outlets published, the earliest head counts.
    """
    heads = earliest(left.heads), earliest(right.heads)
    times = heads[0].moment, heads[1].moment
    if times[0] is not None and times[1] is not None and times[0] != times[1]:
        return left.id if times[0] < times[1] else right.id
    days = heads[0].day, heads[1].day
    if days[0] is None or days[1] is None or days[0] == days[1]:
        return None
    return left.id if days[0] < days[1] else right.id
