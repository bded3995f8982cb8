"""Figures side by side, and below them the numbers of each counting policy."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sayso.dossier.charts import Axis, Mark, axis_position, axis_through, figure_mark, range_mark
from sayso.dossier.courses import CourseShown, shown_course
from sayso.dossier.reasons import without_folders
from sayso.dossier.report_words import Reports, Words, quoted_words
from sayso.dossier.shown_figures import FiguresById, FigureShown
from sayso.dossier.wording import figure_words
from sayso.dossier.written import harm_word, policy_name
from sayso.model.comparison import Comparison, FigureMention, Toll
from sayso.model.happening import Figure

NUMBERLESS_SIZE = 10**20  # puts a figure without a number behind those with one


@dataclass(frozen=True, slots=True)
class FigureValue:
    """The figures that give the same number in the same way, and one mark for all."""

    figures: tuple[FigureShown, ...]
    mark: Mark | None

    @property
    def first(self) -> FigureShown:
        """The one that stands for all."""
        return self.figures[0]


@dataclass(frozen=True, slots=True)
class PolicyLine:
    """What a policy does with one figure, and why.

    `figure` is None where the comparison was read from a file without reasons: the file's own line
    then names the figure.
    """

    figure: FigureShown | None
    text: str


@dataclass(frozen=True, slots=True)
class PolicyShown:
    """The numbers of a policy, drawn on the axis of the figures, with a line for each figure."""

    toll: Toll
    name: str
    bar: Mark | None
    best: float | None
    why: tuple[PolicyLine, ...]


@dataclass(frozen=True, slots=True)
class TollShown:
    """The figures for one harm to one group, by size; those that are parts of others stand apart."""

    number: int
    harm: str
    who: Words | None
    axis: Axis
    values: tuple[FigureValue, ...]
    parts: tuple[FigureValue, ...]
    policies: tuple[PolicyShown, ...]
    course: CourseShown | None

    @property
    def anchor(self) -> str:
        """Its name as a place on the page."""
        return f"t{self.number}"

    @property
    def figures(self) -> tuple[FigureShown, ...]:
        """All its figures."""
        return tuple(figure for value in (*self.values, *self.parts) for figure in value.figures)

    @property
    def is_single(self) -> bool:
        """Whether it has only one figure."""
        return len(self.figures) == 1

    @property
    def ends(self) -> tuple[FigureShown, FigureShown] | None:
        """The lowest and the highest figure that is drawn and not hypothetical."""
        drawn = [
            value.first
            for value in self.values
            if value.mark and not value.first.figure.hypothetical
        ]
        return (drawn[0], drawn[-1]) if drawn else None


def shown_tolls(comparison: Comparison, reports: Reports, figures: FiguresById) -> list[TollShown]:
    """The tolls. Those of the same figures under several policies are one."""
    groups: dict[object, list[Toll]] = {}
    for toll in comparison.tolls:
        groups.setdefault((toll.event, toll.harm, toll.who, toll.figures), []).append(toll)
    return [
        _shown_toll(number, group, reports, figures)
        for number, group in enumerate(groups.values(), 1)
    ]


def figures_without_toll(comparison: Comparison, figures: FiguresById) -> list[FigureShown]:
    """The figures that are in no toll."""
    used = {mention for toll in comparison.tolls for mention in toll.figures}
    return [
        shown
        for (document, figure), shown in figures.items()
        if FigureMention(document, figure) not in used
    ]


def _shown_toll(
    number: int, group: list[Toll], reports: Reports, figures: FiguresById
) -> TollShown:
    first = group[0]
    rows = [figures[mention.document, mention.figure] for mention in first.figures]
    scale = axis_through(_known_numbers(rows, group))
    return TollShown(
        number,
        harm_word(first.harm),
        quoted_words(reports, first.who) if first.who else None,
        scale,
        _grouped_values([row for row in rows if row.whole is None], scale),
        _grouped_values([row for row in rows if row.whole is not None], scale),
        tuple(_shown_policy(toll, rows, scale, reports) for toll in group),
        shown_course(first, reports, figures),
    )


def _shown_policy(
    toll: Toll, rows: Sequence[FigureShown], scale: Axis, reports: Reports
) -> PolicyShown:
    if len(toll.reasons) == len(rows) and all(toll.reasons):
        lines = [
            PolicyLine(row, without_folders(reports, figure_words(reasons)))
            for row, reasons in zip(rows, toll.reasons, strict=True)
        ]
    else:
        lines = [PolicyLine(None, without_folders(reports, line)) for line in toll.why]
    return PolicyShown(
        toll,
        policy_name(toll.policy),
        range_mark(toll.low, toll.high, scale),
        axis_position(toll.best, scale),
        tuple(lines),
    )


def _grouped_values(rows: Iterable[FigureShown], scale: Axis) -> tuple[FigureValue, ...]:
    """The figures by what they give: the smallest first, those without a number last."""
    groups: dict[object, list[FigureShown]] = {}
    for row in rows:
        figure = row.figure
        key = figure.kind, figure.low, figure.high, figure.hypothetical
        groups.setdefault(key, []).append(row)
    ranked = sorted(groups.values(), key=lambda group: _size_order(group[0].figure))
    return tuple(_figure_value(group, scale) for group in ranked)


def _figure_value(group: Sequence[FigureShown], scale: Axis) -> FigureValue:
    figure = group[0].figure
    return FigureValue(tuple(group), figure_mark(figure.kind, figure.low, figure.high, scale))


def _size_order(figure: Figure) -> tuple[int, int]:
    """By the number given; "at least 20" after 20, "at most 20" before it."""
    bounds = (figure.low, figure.high)
    numbers = [number for number in bounds if number is not None] or [NUMBERLESS_SIZE]
    return numbers[0], numbers[-1] + (figure.high is None) - (figure.low is None)


def _known_numbers(rows: Iterable[FigureShown], group: Iterable[Toll]) -> list[int]:
    given = [number for row in rows for number in (row.figure.low, row.figure.high)]
    reached = [number for toll in group for number in (toll.low, toll.best, toll.high)]
    return [number for number in (*given, *reached) if number is not None]
