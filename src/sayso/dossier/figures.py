"""Figures side by side, with what each policy makes of them underneath."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sayso.dossier import wording
from sayso.dossier.charts import Axis, Mark, axis, mark, place, span
from sayso.dossier.places import Report, Reports, Words, in_context, quote
from sayso.dossier.voices import Voice
from sayso.model.comparison import Comparison, FigureMention, Toll
from sayso.model.facts import Facts
from sayso.model.happening import Figure

Told = Mapping[tuple[str, str], "FigureShown"]


@dataclass(frozen=True, slots=True)
class FigureShown:
    """A figure in the report's words, with who gives it; `voice` is None where the outlet does."""

    words: Words
    figure: Figure
    precision: str
    harm: str
    who: str | None
    voice: Voice | None

    @property
    def report(self) -> Report:
        """The report that it stands in."""
        return self.words.report


@dataclass(frozen=True, slots=True)
class PolicyShown:
    """What a policy arrives at, drawn on the axis of the figures that it starts from."""

    toll: Toll
    name: str
    bar: Mark | None
    best: float | None


@dataclass(frozen=True, slots=True)
class TollShown:
    """The figures for one harm to one group."""

    harm: str
    who: Words | None
    axis: Axis
    rows: tuple[tuple[FigureShown, Mark | None], ...]
    policies: tuple[PolicyShown, ...]


def figures(
    facts: Facts, report: Report, said: Mapping[tuple[str, str], Voice]
) -> list[FigureShown]:
    """Every figure of a report, in text order."""
    return [
        FigureShown(
            in_context(report, one.span, f"{report.anchor}f{number}"),
            one,
            wording.PRECISIONS[one.kind],
            wording.harm(one.harm),
            report.document[one.who] if one.who else None,
            said.get((report.document.id, one.claim or "")),
        )
        for number, one in enumerate(sorted(facts.figures, key=lambda each: each.span), 1)
    ]


def tolls(comparison: Comparison, reports: Reports, told: Told) -> list[TollShown]:
    """The tolls, those of the same figures under several policies as one."""
    groups: dict[object, list[Toll]] = {}
    for toll in comparison.tolls:
        groups.setdefault((toll.event, toll.harm, toll.who, toll.figures), []).append(toll)
    return [_shown(group, reports, told) for group in groups.values()]


def without_toll(comparison: Comparison, told: Told) -> list[FigureShown]:
    """The figures that no toll takes up."""
    used = {mention for toll in comparison.tolls for mention in toll.figures}
    return [
        one
        for (document, figure), one in told.items()
        if FigureMention(document, figure) not in used
    ]


def _shown(group: list[Toll], reports: Reports, told: Told) -> TollShown:
    first = group[0]
    rows = [told[mention.document, mention.figure] for mention in first.figures]
    scale = axis(_values(rows, group))
    marked = [(row, mark(row.figure.kind, row.figure.low, row.figure.high, scale)) for row in rows]
    policies = [
        PolicyShown(
            toll,
            wording.policy(toll.policy),
            span(toll.low, toll.high, scale),
            place(toll.best, scale),
        )
        for toll in group
    ]
    who = quote(reports, first.who) if first.who else None
    return TollShown(wording.harm(first.harm), who, scale, tuple(marked), tuple(policies))


def _values(rows: Iterable[FigureShown], group: Iterable[Toll]) -> list[int]:
    given = [(row.figure.low, row.figure.high) for row in rows]
    reached = [value for toll in group for value in (toll.low, toll.best, toll.high)]
    return [value for value in [*sum(given, ()), *reached] if value is not None]
