"""What stands beside a report: the file that it came in, another report, or another reading."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from starlette.requests import Request

from sayso.case.case import Case
from sayso.case.differences import Difference, differences
from sayso.case.readings import OneReading
from sayso.compare.copies.known import copies_in_texts
from sayso.compare.prepared import prepare_reports
from sayso.desk.originals import Original, original_of
from sayso.desk.views.asked import whole_number
from sayso.desk.views.report_text import Block, bounds_of, read_report, text_part
from sayso.desk.views.written import as_percent
from sayso.dossier.report_words import Report
from sayso.model.comparison import Copy, CopyKind
from sayso.model.facts import Facts
from sayso.model.text import Document, Span

MOST_COMPARED = 400_000  # characters of two texts: more than that takes seconds
MOST_DIFFERENCES = 300


@dataclass(frozen=True, slots=True)
class Beside:
    """What is beside a report. `marked` are places of the report that are marked for its sake.

    `at` are words of the report that are asked for: those of a shared passage.
    """

    kind: str  # "original", "report" or "reading"
    marked: Sequence[tuple[Span, str]] = ()
    at: Span | None = None
    original: Original | None = None
    other: "OtherReport | None" = None
    reading: "OtherReading | None" = None


@dataclass(frozen=True, slots=True)
class OtherReport:
    """Another report. `passages` has the shared ones by number: the place here, the place there.

    `share` is that of the shorter text that the two share; None if the texts are too long for that.
    """

    report: Report
    id: str
    blocks: tuple[Block, ...]
    number: int
    parts: int
    passages: Sequence[tuple[Span, Span]]
    is_copy: bool
    share: str | None
    too_long: bool

    @property
    def starts_here(self) -> dict[int, int]:
        """The numbers of the passages by where they begin in the report."""
        return {here.start: number for number, (here, _) in enumerate(self.passages, 1)}

    @property
    def starts_there(self) -> dict[int, int]:
        """The numbers of the passages by where they begin in the other report."""
        return {there.start: number for number, (_, there) in enumerate(self.passages, 1)}


@dataclass(frozen=True, slots=True)
class OtherReading:
    """Another reading of the report, and what the one that is shown has and has not."""

    before: OneReading | None
    shown: OneReading | None
    differences: Sequence[Difference]
    left: int


def beside_of(
    request: Request, case: Case, row: dict[str, Any], document: Document
) -> Beside | None:
    """What `?beside=…` asks for: "original", "reading" or the id of another report."""
    asked = request.query_params.get("beside", "")
    if not asked:
        return None
    if asked == "original":
        return Beside("original", original=original_of(case, row["id"], request.query_params))
    if asked == "reading":
        return _other_reading(case, row["id"], request.query_params.get("reading", ""))
    wanted = [
        whole_number(request.query_params.get(name, "")) for name in ("passage", "other-part")
    ]
    return _other_report(case, document, asked, *wanted)


def _other_report(
    case: Case, document: Document, other: str, passage: int | None, part: int | None
) -> Beside:
    theirs = case.document(other)
    too_long = len(document) + len(theirs) > MOST_COMPARED
    copies = () if too_long else _shared(document, theirs)
    passages = [
        (one.left.span, one.right.span)
        if one.left.document == document.id
        else (one.right.span, one.left.span)
        for copy in copies
        for one in copy.passages
    ]
    passages.sort()
    named = [(f"p{number}", *pair) for number, pair in enumerate(passages, 1)]
    read = read_report(Facts(theirs), {})
    lit = passages[passage - 1] if passage and passage <= len(passages) else (None, None)
    shown = text_part(
        read,
        bounds_of(theirs.text, part, lit[1]),
        lit[1],
        [(there, name) for name, _, there in named],
    )
    return Beside(
        "report",
        [(here, name) for name, here, _ in named],
        lit[0],
        other=OtherReport(
            read.report,
            theirs.id,
            shown.blocks,
            shown.number,
            shown.parts,
            passages,
            any(copy.kind is CopyKind.COPY for copy in copies),
            as_percent(copies[0].share) if copies else None,
            too_long,
        ),
    )


def _shared(document: Document, other: Document) -> Sequence[Copy]:
    """The copy of these two texts, if they share words."""
    if document.id == other.id:
        return ()
    return copies_in_texts(prepare_reports([Facts(document), Facts(other)]))


def _other_reading(case: Case, report: str, asked: str) -> Beside:
    """Without a number, the reading before the one that is shown."""
    readings = case.readings(report)
    older = [one for one in readings[:-1] if not asked or str(one.number) == asked]
    if not older:
        return Beside("reading", reading=OtherReading(None, None, (), 0))
    before, shown = older[-1], readings[-1]
    found = [case.facts(report, one.number) for one in (before, shown)]
    changes = list(differences(found[0], found[1])) if found[0] and found[1] else []
    rest = max(0, len(changes) - MOST_DIFFERENCES)
    return Beside("reading", reading=OtherReading(before, shown, changes[:MOST_DIFFERENCES], rest))
