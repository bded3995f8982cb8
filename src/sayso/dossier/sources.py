"""Who repeats whom, who cites whom, and which reports have one origin."""

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.compare.sources.outlets import outlet_key
from sayso.dossier import wording
from sayso.dossier.reasons import shown_reasons
from sayso.dossier.report_words import Report, Reports, Words, passage_ends, quoted_words
from sayso.dossier.written import percentage
from sayso.model.comparison import Citation, Comparison, Copy, CopyKind


@dataclass(frozen=True, slots=True)
class CopyShown:
    """Two reports with words in common; if `known`, the first is the earlier or cited one."""

    first: Report
    second: Report
    known: bool
    kind: str
    share: str
    passages: tuple[tuple[Words, Words], ...]


@dataclass(frozen=True, slots=True)
class CitedOutlet:
    """An outlet that is named as a source, and its report if that is among these.

    `by` has each report that names it, with the places where it does.
    """

    outlet: str
    report: Report | None
    by: tuple[tuple[Report, tuple[Words, ...]], ...]


@dataclass(frozen=True, slots=True)
class OriginShown:
    """Reports that have one origin, and why."""

    reports: tuple[Report, ...]
    why: tuple[str, ...]


def shown_copies(comparison: Comparison, reports: Reports) -> list[CopyShown]:
    """The reports that repeat others, the largest share first. Mere citations are left out."""
    repeated = [copy for copy in comparison.copies if copy.kind is not CopyKind.CITATION]
    return [_shown_copy(copy, reports) for copy in sorted(repeated, key=lambda copy: -copy.share)]


def cited_outlets(comparison: Comparison, reports: Reports) -> list[CitedOutlet]:
    """The outlets that are cited, those that most reports cite first."""
    by_outlet: dict[Report | str, list[Citation]] = {}
    for citation in comparison.citations:
        name = reports[citation.document].document[citation.outlet.span]
        cited = _cited_report(citation.cited, name, reports)
        by_outlet.setdefault(cited or name.casefold(), []).append(citation)
    shown = [
        _cited_outlet(citations, reports, None if isinstance(cited, str) else cited)
        for cited, citations in by_outlet.items()
    ]
    return sorted(shown, key=lambda outlet: (-len(outlet.by), outlet.outlet.casefold()))


def shared_origins(comparison: Comparison, reports: Reports) -> list[OriginShown]:
    """The origins of more than one report."""
    return [
        OriginShown(
            tuple(report for document in origin.documents for report in reports.heads[document]),
            shown_reasons(reports, origin.why),
        )
        for origin in comparison.origins
        if sum(len(reports.heads[document]) for document in origin.documents) > 1
    ]


def _cited_report(cited: str | None, outlet: str, reports: Reports) -> Report | None:
    """The cited report; of several with the same text, the one that the outlet published."""
    if cited is None:
        return None
    same_text = reports.heads[cited]
    own = (one for one in same_text if outlet_key(one.head.outlet or "") == outlet_key(outlet))
    return next(own, same_text[0])


def _cited_outlet(
    citations: Sequence[Citation], reports: Reports, report: Report | None
) -> CitedOutlet:
    places: dict[Report, list[Words]] = {}
    for citation in citations:
        words = quoted_words(reports, citation.outlet)
        places.setdefault(reports[citation.document], []).append(words)
    first = next(iter(places.values()))[0]
    by = tuple((citing, tuple(words)) for citing, words in places.items())
    return CitedOutlet(report.label if report else first.pieces[0], report, by)


def _shown_copy(copy: Copy, reports: Reports) -> CopyShown:
    turned = copy.origin is not None and copy.origin == copy.right
    sides = [copy.left, copy.right]
    pairs = [(passage.left, passage.right) for passage in copy.passages]
    if turned:
        sides.reverse()
        pairs = [(right, left) for left, right in pairs]
    first, second = (reports[document] for document in sides)
    return CopyShown(
        first,
        second,
        copy.origin is not None,
        wording.COPIES[copy.kind],
        percentage(round(copy.share, 2)),
        tuple(
            (passage_ends(first, left.span), passage_ends(second, right.span))
            for left, right in pairs
        ),
    )
