"""Who repeats whom, who cites whom, and which reports count as one voice."""

from dataclasses import dataclass

from sayso.dossier import wording
from sayso.dossier.places import Report, Reports, Words, ends, quote, reasons
from sayso.model.comparison import Citation, Comparison, Copy, CopyKind, Evidence


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
class CitedShown:
    """An outlet that is named as a source: its words of name, its report if that is among these,
    and for every report that names it all the places where it does so.
    """

    outlet: str
    report: Report | None
    by: tuple[tuple[Report, tuple[Words, ...]], ...]


@dataclass(frozen=True, slots=True)
class OriginShown:
    """Reports that count as one voice."""

    reports: tuple[Report, ...]
    why: tuple[Evidence, ...]


def copies(comparison: Comparison, reports: Reports) -> list[CopyShown]:
    """Who repeats whose words, those that share most first; mere citations are told elsewhere."""
    repeated = [copy for copy in comparison.copies if copy.kind is not CopyKind.CITATION]
    return [_copy(copy, reports) for copy in sorted(repeated, key=lambda copy: -copy.share)]


def citations(comparison: Comparison, reports: Reports) -> list[CitedShown]:
    """Who is cited by whom, those whom most reports cite first."""
    found: dict[str, list[Citation]] = {}
    for one in comparison.citations:
        words = reports[one.document].document[one.outlet.span]
        found.setdefault(one.cited or f"name {words.casefold()}", []).append(one)
    shown = [_cited(own, reports) for own in found.values()]
    return sorted(shown, key=lambda one: (-len(one.by), one.outlet.casefold()))


def origins(comparison: Comparison, reports: Reports) -> list[OriginShown]:
    """The origins that hold more than one report."""
    return [
        OriginShown(
            tuple(reports[document] for document in one.documents), reasons(reports, one.why)
        )
        for one in comparison.origins
        if len(one.documents) > 1
    ]


def _cited(own: list[Citation], reports: Reports) -> CitedShown:
    places: dict[Report, list[Words]] = {}
    for one in own:
        places.setdefault(reports[one.document], []).append(quote(reports, one.outlet))
    report = reports.get(own[0].cited or "")
    first = next(iter(places.values()))[0]
    by = tuple((one, tuple(where)) for one, where in places.items())
    return CitedShown(report.label if report else first.pieces[0], report, by)


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
