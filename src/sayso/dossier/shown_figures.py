"""Figures in their reports' words, with who gives them."""

from collections.abc import Mapping
from dataclasses import dataclass

from sayso.dossier import wording
from sayso.dossier.claims import ClaimShown
from sayso.dossier.report_words import Report, Words, in_context
from sayso.dossier.written import harm_word
from sayso.model.facts import Facts
from sayso.model.happening import Figure


@dataclass(frozen=True, slots=True)
class FigureShown:
    """A figure in the report's words. `claim` says who gives it; it is None for the outlet itself.

    `whole` has the words of the figure that this one is a part of.
    """

    words: Words
    figure: Figure
    precision: str
    harm: str
    who: str | None
    whole: str | None
    claim: ClaimShown | None

    @property
    def report(self) -> Report:
        """The report that it stands in."""
        return self.words.report


FiguresById = Mapping[tuple[str, str], FigureShown]


def figures_shown(
    facts: Facts, report: Report, claims: Mapping[tuple[str, str], ClaimShown]
) -> list[FigureShown]:
    """Every figure of a report, in text order."""
    spans = {figure.id: figure.span for figure in facts.figures}
    return [
        FigureShown(
            in_context(report, figure.span, f"{report.anchor}f{number}"),
            figure,
            wording.PRECISIONS[figure.kind],
            harm_word(figure.harm),
            report.document[figure.who] if figure.who else None,
            report.document[spans[figure.part_of]] if figure.part_of in spans else None,
            claims.get((report.document.id, figure.claim or "")),
        )
        for number, figure in enumerate(sorted(facts.figures, key=lambda each: each.span), 1)
    ]
