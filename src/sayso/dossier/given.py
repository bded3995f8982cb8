"""Figures in their reports' words, with who gives them."""

from collections.abc import Mapping
from dataclasses import dataclass

from sayso.dossier import wording
from sayso.dossier.places import Report, Words, in_context
from sayso.dossier.voices import Voice
from sayso.model.facts import Facts
from sayso.model.happening import Figure


@dataclass(frozen=True, slots=True)
class FigureShown:
    """A figure in the report's words, with who gives it; `voice` is None where the outlet does.

    `whole` is the words of the figure that this one is a part of.
    """

    words: Words
    figure: Figure
    precision: str
    harm: str
    who: str | None
    whole: str | None
    voice: Voice | None

    @property
    def report(self) -> Report:
        """The report that it stands in."""
        return self.words.report


Told = Mapping[tuple[str, str], FigureShown]


def figures(
    facts: Facts, report: Report, said: Mapping[tuple[str, str], Voice]
) -> list[FigureShown]:
    """Every figure of a report, in text order."""
    spans = {one.id: one.span for one in facts.figures}
    return [
        FigureShown(
            in_context(report, one.span, f"{report.anchor}f{number}"),
            one,
            wording.PRECISIONS[one.kind],
            wording.harm(one.harm),
            report.document[one.who] if one.who else None,
            report.document[spans[one.part_of]] if one.part_of in spans else None,
            said.get((report.document.id, one.claim or "")),
        )
        for number, one in enumerate(sorted(facts.figures, key=lambda each: each.span), 1)
    ]
