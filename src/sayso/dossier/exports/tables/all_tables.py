"""All tables in their order, what they say of themselves, and what they cannot hold."""

from collections.abc import Iterator
from typing import Any

from sayso.dossier.exports.export import LeftOutCounts
from sayso.dossier.exports.tables.claims import CLAIMS
from sayso.dossier.exports.tables.decisions import DECISIONS
from sayso.dossier.exports.tables.events import EVENTS, TIMELINE
from sayso.dossier.exports.tables.figures import FIGURES, TOLL_FIGURES, TOLLS
from sayso.dossier.exports.tables.points import POINT_CLAIMS, POINTS
from sayso.dossier.exports.tables.quotes import QUOTES
from sayso.dossier.exports.tables.reports import COPIES, REPORTS
from sayso.dossier.exports.tables.speakers import SPEAKERS
from sayso.dossier.exports.tables.table import Table
from sayso.model.comparison import Comparison
from sayso.model.decisions import Holdings
from sayso.model.facts import Facts
from sayso.model.unseen import with_escapes

TABLES: tuple[Table[Any], ...] = (
    REPORTS,
    CLAIMS,
    POINTS,
    POINT_CLAIMS,
    TOLLS,
    TOLL_FIGURES,
    FIGURES,
    SPEAKERS,
    EVENTS,
    TIMELINE,
    DECISIONS,
    COPIES,
    QUOTES,
)
NO_TABLE = "the tables have no place for them; the export `jsonl` has them"


def about_lines(holdings: Holdings) -> Iterator[str]:
    """What a reader of the tables should know first, line by line, and every column explained."""
    yield f"What the case {with_escapes(holdings.name)} holds, as tables."
    yield f"Made by sayso {holdings.version} at {holdings.made_at}."
    yield ""
    yield "sayso shows on whose say-so each thing is said. It gives no verdict on what is true."
    yield "Reliability and credibility are people's marks."
    yield "Where a column X has X_start and X_end beside it, X is word for word what stands in the"
    yield "report's text between these two places, counted in Unicode code points from 0."
    for table in TABLES:
        yield from ("", table.name, f"  {table.meaning}")
        for column in table.columns:
            yield f"  {column.name} ({column.kind}): {column.meaning}"


def count_no_place(comparison: Comparison, left_out: LeftOutCounts) -> None:
    """Counts what no table holds."""
    for facts in comparison.facts:
        _count_of_report(facts, left_out)
    left_out.add("citations of outlets", NO_TABLE, len(comparison.citations))
    reasons = sum(len(origin.why) for origin in comparison.origins)
    left_out.add("reasons why reports are one voice", NO_TABLE, reasons)
    listed = {entry.event for entry in comparison.timeline}
    others = sum(event.id not in listed for event in comparison.events)
    left_out.add(
        "days and places of events of all reports without a line in `timeline`", NO_TABLE, others
    )


def _count_of_report(facts: Facts, left_out: LeftOutCounts) -> None:
    document = facts.document
    left_out.add("texts of reports", NO_TABLE)
    left_out.add("runs of words outside the texts of reports", NO_TABLE, len(document.left_out))
    left_out.add("dates in the words of files", NO_TABLE, len(document.dates))
    dated = sum(entry.published is not None for entry in document.entries)
    left_out.add("dates of entries of live blogs", NO_TABLE, dated)
    told = {claim.chain[-1] for claim in facts.claims if claim.chain}
    others = sum(one.id not in told for one in facts.attributions)
    left_out.add("kinds and scores of attributions that no claim ends with", NO_TABLE, others)
    actors = [one for event in facts.events for one in event.participants if one.actor]
    left_out.add("links from participants to speakers", NO_TABLE, len(actors))
