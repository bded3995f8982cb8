"""Who repeats whom, who cites whom, and which reports count as one voice."""

from dataclasses import dataclass

from sayso.dossier import wording
from sayso.dossier.places import Report, Reports, Words, ends, quote
from sayso.model.comparison import Comparison, Copy, Evidence


@dataclass(frozen=True, slots=True)
class CopyShown:
    """Two reports with words in common; the first is the earlier or cited one where `known`."""

    first: Report
    second: Report
    known: bool
    kind: str
    share: str
    passages: tuple[tuple[Words, Words], ...]


@dataclass(frozen=True, slots=True)
class CitationShown:
    """A report names an outlet as its source: everywhere that it does so."""

    report: Report
    outlet: str
    places: tuple[Words, ...]
    cited: Report | None


@dataclass(frozen=True, slots=True)
class OriginShown:
    """Reports that count as one voice."""

    reports: tuple[Report, ...]
    why: tuple[Evidence, ...]


def copies(comparison: Comparison, reports: Reports) -> list[CopyShown]:
    """The copies, those that share most first."""
    ranked = sorted(comparison.copies, key=lambda copy: -copy.share)
    return [_copy(copy, reports) for copy in ranked]


def citations(comparison: Comparison, reports: Reports) -> list[CitationShown]:
    """The citations, one line for a report and an outlet however often it is named."""
    found: dict[tuple[str, str, str | None], list[Words]] = {}
    for one in comparison.citations:
        named = quote(reports, one.outlet)
        found.setdefault((one.document, named.pieces[0], one.cited), []).append(named)
    return [
        CitationShown(reports[document], outlet, tuple(places), reports.get(cited or ""))
        for (document, outlet, cited), places in found.items()
    ]


def origins(comparison: Comparison, reports: Reports) -> list[OriginShown]:
    """The origins that hold more than one report."""
    return [
        OriginShown(tuple(reports[document] for document in one.documents), one.why)
        for one in comparison.origins
        if len(one.documents) > 1
    ]


def _copy(copy: Copy, reports: Reports) -> CopyShown:
    turned = copy.origin is not None and copy.origin == copy.right
    first, second = (copy.right, copy.left) if turned else (copy.left, copy.right)
    pairs = ((one.right, one.left) if turned else (one.left, one.right) for one in copy.passages)
    return CopyShown(
        reports[first],
        reports[second],
        copy.origin is not None,
        wording.COPIES[copy.kind],
        wording.share(round(copy.share, 2)),
        tuple(
            (ends(reports[left.document], left.span), ends(reports[right.document], right.span))
            for left, right in pairs
        ),
    )
