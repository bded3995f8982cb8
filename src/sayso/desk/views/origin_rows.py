"""Which report repeats which among the reports of a story: copies, shared passages and citations."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sayso.case.case import Case

Row = dict[str, Any]
REPORTS = (
    "SELECT report.id, report.number, title, outlet, name, published, "
    "coalesce(origin.origin, report.id) AS origin FROM story_report "
    "JOIN report ON report.id = story_report.report "
    "LEFT JOIN origin ON origin.report = report.id "
    "WHERE story_report.story = ? AND removed IS NULL "
    "ORDER BY coalesce(published, '9999'), report.number"
)
# Of the copies of a report whose order is known, the one with which it shares most; of those that share as
# many words in a hundred, the earliest.
COPIES = (
    "WITH place AS MATERIALIZED (SELECT report.id, row_number() OVER "
    "(ORDER BY coalesce(published, '9999'), report.number) AS place FROM story_report "
    "JOIN report ON report.id = story_report.report WHERE story_report.story = ?) "
    "SELECT copy.*, max(round(share, 2) * 1000000 - first.place) AS weight "
    "FROM place CROSS JOIN copy ON copy.left = place.id JOIN place AS first ON first.id = copy.origin "
    "WHERE kind = 'copy' GROUP BY iif(copy.origin = copy.left, copy.right, copy.left)"
)
OTHERS = (
    "SELECT copy.* FROM story_report CROSS JOIN copy ON copy.left = story_report.report "
    "WHERE story_report.story = ? AND (kind = 'copy' AND copy.origin IS NULL OR kind = 'passage' "
    "AND NOT EXISTS (SELECT 1 FROM copy AS same WHERE same.left = copy.left "
    "AND same.right = copy.right AND same.kind = 'copy'))"
)
CITED = (
    "SELECT citation.* FROM story_report "
    "CROSS JOIN citation ON citation.report = story_report.report "
    "WHERE story_report.story = ? ORDER BY citation.report, start"
)


@dataclass(frozen=True, slots=True)
class Link:
    """`later` has words of `earlier`; `known` is whether it is known that they were there first.

    `kind` is copy, passage or citation; `share` is the part of the shorter text that both have.
    """

    kind: str
    earlier: str
    later: str
    share: float
    known: bool


@dataclass(frozen=True, slots=True)
class Named:
    """An outlet that a report names as its source; `cited` is that outlet's report, if it is known."""

    report: str
    outlet: str
    cited: str | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Repeats:
    """The reports of a story by time, and what they have of each other.

    `origins` has the reports of every origin. Of the copies of a report, only the one with which it
    shares most is among `links`.
    """

    reports: Mapping[str, Row]
    origins: Mapping[str, Sequence[str]]
    links: Sequence[Link]
    named: Sequence[Named]


def repeats_of(case: Case, story: str) -> Repeats:
    """Which report repeats which in a story."""
    reports = {row["id"]: row for row in case.query(REPORTS, (story,))}
    origins: dict[str, list[str]] = defaultdict(list)
    for name, row in reports.items():
        origins[row["origin"]].append(name)
    places = {name: place for place, name in enumerate(reports)}
    links = [
        _link(row, places)
        for query in (COPIES, OTHERS)
        for row in case.query(query, (story,))
        if row["left"] in places and row["right"] in places
    ]
    named: dict[tuple[str, str], Named] = {}
    for row in case.query(CITED, (story,)):
        cited = row["cited"] if row["cited"] in places else None
        one = Named(row["report"], row["outlet"], cited, row["start"], row["end"])
        if one.report in places:
            named.setdefault((one.report, cited or one.outlet), one)
    return Repeats(reports, origins, _told_once(links, places), list(named.values()))


def _link(row: Row, places: Mapping[str, int]) -> Link:
    left, right = row["left"], row["right"]
    earlier = row["origin"] or min(left, right, key=places.__getitem__)
    later = right if earlier == left else left
    return Link(row["kind"], earlier, later, row["share"], row["origin"] is not None)


def _told_once(links: Sequence[Link], places: Mapping[str, int]) -> list[Link]:
    """The best copy of each report, and the passages, each by time."""
    best: dict[str, Link] = {}
    for one in links:
        if one.kind == "copy":
            known = best.get(one.later)
            if known is None or (one.known, one.share) > (known.known, known.share):
                best[one.later] = one
    passages = [one for one in links if one.kind == "passage"]
    return [
        *sorted(best.values(), key=lambda one: places[one.later]),
        *sorted(passages, key=lambda one: (places[one.later], places[one.earlier])),
    ]
