"""Which of two reports that share words had them first."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from sayso.compare.sources.credits import Credit, credits_of
from sayso.compare.sources.outlets import outlet_key
from sayso.model.comparison import Citation, Copy, CopyKind
from sayso.model.text import Document


def with_origin(
    copies: Sequence[Copy], documents: Mapping[str, Document], citations: Sequence[Citation]
) -> tuple[Copy, ...]:
    """The copies with their origin, where the signs that there are agree on one; and a copy of the
    kind `citation` for each pair of reports of which one cites the other."""
    cites = {(one.document, one.cited) for one in citations if one.cited is not None}
    wanted = sorted({one for copy in copies for one in (copy.left, copy.right)})
    credit_lines = {one: credits_of(documents[one]) for one in wanted}
    found = []
    for copy in copies:
        left, right = documents[copy.left], documents[copy.right]
        signs = {
            sign
            for sign in (
                origin_by_credit(left, right, credit_lines),
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


def origin_by_credit(
    left: Document, right: Document, credit_lines: Mapping[str, Sequence[Credit]]
) -> str | None:
    """One report credits the other's outlet for its text."""
    for one, other in ((left, right), (right, left)):
        names = {outlet_key(credit.name) for credit in credit_lines[one.id]}
        if other.outlet and outlet_key(other.outlet) in names:
            return other.id
    return None


def origin_by_citation(left: Document, right: Document, cites: set[tuple[str, str]]) -> str | None:
    """One report cites the other, and not the other way round."""
    there, back = (left.id, right.id) in cites, (right.id, left.id) in cites
    if there == back:
        return None
    return right.id if there else left.id


def origin_by_time(left: Document, right: Document) -> str | None:
    """One report was published before the other, by the times that the two give.

    Days are compared where one of them gives no more, or no zone; the same day tells nothing.
    """
    times = left.moment, right.moment
    if times[0] is not None and times[1] is not None and times[0] != times[1]:
        return left.id if times[0] < times[1] else right.id
    days = left.day, right.day
    if days[0] is None or days[1] is None or days[0] == days[1]:
        return None
    return left.id if days[0] < days[1] else right.id
