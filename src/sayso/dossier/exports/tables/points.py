"""The tables of points, and of the claims that speak to them."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from sayso.dossier.exports.marks import Marks
from sayso.dossier.exports.tables.claims import ClaimRow
from sayso.dossier.exports.tables.table import (
    Source,
    Table,
    flag,
    hull,
    joined,
    mark_columns,
    number,
    report_columns,
    text,
    whole,
    words_columns,
)
from sayso.dossier.reasons import without_folders
from sayso.dossier.wording import reasons_words
from sayso.model.comparison import Point, Stand
from sayso.model.decisions import Target


@dataclass(frozen=True)
class PointRow:
    """A point."""

    source: Source
    point: Point

    def stands(self, side: str) -> int:
        """How many claims are on a side."""
        return sum(stand.side == side for stand in self.point.claims)

    @property
    def why(self) -> str:
        """Why it is a point, in the page's words or those of the wire."""
        reports = self.source.lookup.reports
        return joined(
            without_folders(
                reports,
                reasons_words(one.reasons) if one.reasons else f"{one.feature}: {one.detail}",
            )
            for one in self.point.why
        )

    @cached_property
    def marks(self) -> Marks:
        """The marks of the point."""
        members = (f"{stand.document}/{stand.claim}" for stand in self.point.claims)
        return self.source.decided.on_group(Target.POINT, self.point.id, members)


@dataclass(frozen=True)
class StandRow:
    """A claim on a side of a point."""

    point: Point
    stand: Stand
    said: ClaimRow

    @property
    def reasons(self) -> str:
        """Why the claim is there."""
        reports = self.said.source.lookup.reports
        return without_folders(reports, reasons_words(self.stand.reasons))


def _points(source: Source) -> Iterator[PointRow]:
    return (PointRow(source, point) for point in source.holdings.comparison.points)


def _stands(source: Source) -> Iterator[StandRow]:
    lookup = source.lookup
    for point in source.holdings.comparison.points:
        for stand in point.claims:
            claim = lookup.claims[stand.document, stand.claim]
            yield StandRow(point, stand, ClaimRow(source, lookup.facts[stand.document], claim))


POINTS: Table[PointRow] = Table(
    "points",
    "A row is a point: one thing that claims speak to.",
    (
        text("point", "The id of the point.", lambda row: row.point.id),
        text(
            "report",
            "The id of the report that gives the title.",
            lambda row: row.point.title.document,
        ),
        *words_columns(
            "title",
            "The words of one of the claims.",
            lambda row: row.source.lookup.placed(row.point.title),
        ),
        text(
            "state",
            "`single`, `corroborated`, `contested` or `conceded`: whether speakers agree, never "
            "whether it is true.",
            lambda row: row.point.state,
        ),
        text(
            "dispute",
            "How surely it is a dispute: `clear`, `likely` or `perhaps`; empty if nothing is "
            "disputed.",
            lambda row: row.point.dispute,
        ),
        number(
            "probability",
            "The chance that a reader would call it a dispute, 0 to 1.",
            lambda row: row.point.probability,
        ),
        whole("claims_for", "How many claims are for it.", lambda row: row.stands("for")),
        whole(
            "claims_against", "How many claims are against it.", lambda row: row.stands("against")
        ),
        whole("claims_open", "How many claims take no side.", lambda row: row.stands("open")),
        whole(
            "origins_for",
            "How many independent origins are for it.",
            lambda row: row.point.origins_for,
        ),
        whole(
            "origins_against",
            "How many independent origins are against it.",
            lambda row: row.point.origins_against,
        ),
        text("why", "Why it is a point.", lambda row: row.why),
        *mark_columns(lambda row: row.marks),
    ),
    _points,
)

POINT_CLAIMS: Table[StandRow] = Table(
    "point_claims",
    "A row is a claim on a side of a point.",
    (
        text("point", "The id of the point.", lambda row: row.point.id),
        *report_columns(lambda row: row.said.report),
        text("claim", "The id of the claim in its report.", lambda row: row.said.claim.id),
        text("side", "`for`, `against` or `open`.", lambda row: row.stand.side),
        flag(
            "concedes",
            "Whether the speaker admits the point against the interest of their own side.",
            lambda row: row.stand.concedes,
        ),
        number(
            "score",
            "How surely the claim belongs to the point, 0 to 1.",
            lambda row: row.stand.score,
        ),
        text("reasons", "Why it belongs to the point.", lambda row: row.reasons),
        *words_columns(
            "quote",
            "What is said, from its first word to its last.",
            lambda row: row.said.words(hull(row.said.claim.content)),
        ),
        *words_columns(
            "speaker",
            "The fullest name of the speaker in this report.",
            lambda row: row.said.words(row.said.actor.name if row.said.actor else None),
        ),
        *mark_columns(lambda row: row.said.marks),
    ),
    _stands,
)
