"""JSON Lines without the texts of the reports: what may be handed on where the reports may not.

The words that facts rest on stay, and so do all hashes. What is left out otherwise is more of the text:
passages that reports share, entries of live blogs, lines that are no part of the article, words outside
the text. Files are named without their folders.
"""

from collections.abc import Callable
from dataclasses import replace
from pathlib import PurePath
from typing import BinaryIO

from sayso.dossier.exports.export import ExportFormat, ExportReport, LeftOutCounts
from sayso.dossier.exports.jsonl import write_lines
from sayso.dossier.report_words import numbered_reports
from sayso.model.comparison import Comparison, Evidence, Point, Step, Toll
from sayso.model.decisions import Holdings
from sayso.model.facts import Facts
from sayso.model.reasons import Reason
from sayso.model.text import Document

Hide = Callable[[str], str]  # puts the names of files in the place of paths
WHY = "this export is redacted"


def write_redacted(holdings: Holdings, out: BinaryIO) -> ExportReport:
    """Writes the holdings without the texts of the reports."""
    left_out = LeftOutCounts()
    comparison = redacted_comparison(holdings.comparison, left_out)
    lines = write_lines(replace(holdings, comparison=comparison), out, text=False)
    return ExportReport(lines, left_out.lines())


def redacted_comparison(comparison: Comparison, left_out: LeftOutCounts) -> Comparison:
    """The comparison without what is not to be handed on, which is counted."""
    hide = numbered_reports(comparison).private_names.hidden_in
    passages = sum(len(copy.passages) for copy in comparison.copies)
    left_out.add("passages that reports share", WHY, passages)
    return replace(
        comparison,
        facts=tuple(_redacted_facts(facts, left_out) for facts in comparison.facts),
        copies=tuple(replace(copy, passages=()) for copy in comparison.copies),
        origins=tuple(replace(one, why=_evidence(one.why, hide)) for one in comparison.origins),
        points=tuple(_point(one, hide) for one in comparison.points),
        tolls=tuple(_toll(one, hide) for one in comparison.tolls),
    )


def _redacted_facts(facts: Facts, left_out: LeftOutCounts) -> Facts:
    document = facts.document
    left_out.add("texts of reports", WHY)
    left_out.add("lines that are no part of their article", WHY, len(document.furniture))
    left_out.add("entries of live blogs", WHY, len(document.entries))
    left_out.add("runs of words outside the texts", WHY, len(document.left_out))
    also = tuple(replace(head, name=_file_name(head.name)) for head in document.also)
    bare: Document = replace(
        document,
        name=_file_name(document.name),
        also=also,
        furniture=(),
        entries=(),
        left_out=(),
    )
    return replace(facts, document=bare)


def _file_name(name: str) -> str:
    return name if "://" in name else PurePath(name).name or name


def _point(point: Point, hide: Hide) -> Point:
    claims = tuple(replace(one, reasons=_reasons(one.reasons, hide)) for one in point.claims)
    return replace(point, claims=claims, why=_evidence(point.why, hide))


def _toll(toll: Toll, hide: Hide) -> Toll:
    return replace(
        toll,
        why=tuple(map(hide, toll.why)),
        course=tuple(_step(step, hide) for step in toll.course),
        reasons=tuple(_reasons(some, hide) for some in toll.reasons),
    )


def _step(step: Step, hide: Hide) -> Step:
    return replace(step, why=hide(step.why), reasons=_reasons(step.reasons, hide))


def _evidence(why: tuple[Evidence, ...], hide: Hide) -> tuple[Evidence, ...]:
    return tuple(
        replace(one, detail=hide(one.detail), reasons=_reasons(one.reasons, hide)) for one in why
    )


def _reasons(reasons: tuple[Reason, ...], hide: Hide) -> tuple[Reason, ...]:
    return tuple(Reason(one.rule, tuple(map(hide, one.values))) for one in reasons)


FORMAT = ExportFormat(
    "jsonl-redacted",
    ".jsonl",
    "as jsonl without the texts of the reports, to be handed on",
    write_redacted,
)
