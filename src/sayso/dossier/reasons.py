"""The reasons of a comparison as a reader sees them."""

from collections.abc import Iterable

from sayso.dossier.report_words import Reports
from sayso.dossier.wording import reasons_words
from sayso.model.comparison import Evidence


def shown_reasons(reports: Reports, why: Iterable[Evidence]) -> tuple[str, ...]:
    """The evidence in the page's words; in those of the wire where it gives no reasons."""
    return tuple(without_folders(reports, _evidence_words(evidence)) for evidence in why)


def _evidence_words(evidence: Evidence) -> str:
    if evidence.reasons:
        return reasons_words(evidence.reasons)
    return f"{evidence.feature}: {evidence.detail}"


def without_folders(reports: Reports, text: str) -> str:
    """The text with the names of files in place of their whole paths, which are private."""
    return reports.private_names.hidden_in(text)
