"""The reasons of a comparison as a reader sees them."""

from collections.abc import Iterable
from dataclasses import dataclass

from sayso.dossier.report_words import Reports
from sayso.dossier.wording import reasons_words
from sayso.model.comparison import Evidence


@dataclass(frozen=True, slots=True)
class ReasonShown:
    """A reason in words, and how strong it is from 0 to 1."""

    text: str
    score: float


def shown_reasons(reports: Reports, why: Iterable[Evidence]) -> tuple[ReasonShown, ...]:
    """The evidence in the page's words; in those of the wire where it gives no reasons."""
    return tuple(
        ReasonShown(without_folders(reports, _evidence_words(evidence)), evidence.score)
        for evidence in why
    )


def _evidence_words(evidence: Evidence) -> str:
    if evidence.reasons:
        return reasons_words(evidence.reasons)
    return f"{evidence.feature}: {evidence.detail}"


def without_folders(reports: Reports, text: str) -> str:
    """The text with the names of files in place of their whole paths, which are private."""
    return reports.private_names.hidden_in(text)
