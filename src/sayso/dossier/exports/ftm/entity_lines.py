"""FollowTheMoney: entities as lines of JSON, as Aleph and its like read them."""

from collections.abc import Iterator
from typing import BinaryIO

from sayso.dossier.exports.export import ExportFormat, ExportReport, LeftOutCounts
from sayso.dossier.exports.ftm.links import Links
from sayso.dossier.exports.ftm.sources import Sources
from sayso.dossier.exports.ftm.values import Entity
from sayso.model.decisions import Holdings
from sayso.model.wire import to_line

ELSEWHERE = "the export ftm-statements has them"


def write_entities(holdings: Holdings, out: BinaryIO) -> ExportReport:
    """Writes an entity a line."""
    left_out, count = LeftOutCounts(), 0
    for entity in all_entities(holdings, left_out):
        count += 1
        out.write(f"{to_line(entity.as_node())}\n".encode())
        cleaned = sum(one["original_value"] is not None for one in entity.statements.values())
        left_out.add("values as they were before cleaning", ELSEWHERE, cleaned)
    return ExportReport(count, left_out.lines())


def write_statements(holdings: Holdings, out: BinaryIO) -> ExportReport:
    """Writes a statement a line: one value of one property, with where it is from."""
    left_out, count = LeftOutCounts(), 0
    for entity in all_entities(holdings, left_out):
        for statement in entity.statements.values():
            out.write(f"{to_line(statement)}\n".encode())
            count += 1
    return ExportReport(count, left_out.lines())


def all_entities(holdings: Holdings, left_out: LeftOutCounts) -> Iterator[Entity]:
    """The entities of a case; those of links come after the ends that they name."""
    sources = Sources(holdings, left_out)
    yield from sources.all()
    yield from Links(sources).all()


FORMAT = ExportFormat(
    "ftm",
    ".ijson",
    "FollowTheMoney entities, a line each: reports, speakers, events, and who says, cites, denies",
    write_entities,
)
