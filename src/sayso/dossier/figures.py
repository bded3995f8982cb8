"""Figures side by side, with what each policy makes of them underneath."""

from collections.abc import Iterable
from dataclasses import dataclass

from sayso.dossier import wording
from sayso.dossier.charts import Axis, Mark, axis, mark, place, span
from sayso.dossier.courses import CourseShown, course
from sayso.dossier.given import FigureShown, Told
from sayso.dossier.places import Reports, Words, quote, tidy
from sayso.model.comparison import Comparison, FigureMention, Toll
from sayso.model.happening import Figure

LAST = 10**20  # where a figure without a number stands among those with one


@dataclass(frozen=True, slots=True)
class Value:
    """The figures that give the same number in the same way: one mark, and everybody who gives it."""

    figures: tuple[FigureShown, ...]
    mark: Mark | None

    @property
    def first(self) -> FigureShown:
        """The one that stands for all."""
        return self.figures[0]


@dataclass(frozen=True, slots=True)
class PolicyShown:
    """What a policy arrives at, drawn on the axis of the figures that it starts from."""

    toll: Toll
    name: str
    bar: Mark | None
    best: float | None
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TollShown:
    """The figures for one harm to one group: the whole ones by size, then the parts of a whole."""

    number: int
    harm: str
    who: Words | None
    axis: Axis
    values: tuple[Value, ...]
    parts: tuple[Value, ...]
    policies: tuple[PolicyShown, ...]
    course: CourseShown | None

    @property
    def anchor(self) -> str:
        """Its name as a place on the page."""
        return f"t{self.number}"

    @property
    def figures(self) -> tuple[FigureShown, ...]:
        """All its figures."""
        return tuple(one for value in (*self.values, *self.parts) for one in value.figures)

    @property
    def lone(self) -> bool:
        """Whether it has one figure alone."""
        return len(self.figures) == 1

    @property
    def ends(self) -> tuple[FigureShown, FigureShown] | None:
        """The lowest and the highest figure that can be drawn and is not merely supposed."""
        drawn = [one.first for one in self.values if one.mark and not one.first.figure.hypothetical]
        return (drawn[0], drawn[-1]) if drawn else None


def tolls(comparison: Comparison, reports: Reports, told: Told) -> list[TollShown]:
    """The tolls, those of the same figures under several policies as one."""
    groups: dict[object, list[Toll]] = {}
    for toll in comparison.tolls:
        groups.setdefault((toll.event, toll.harm, toll.who, toll.figures), []).append(toll)
    return [_shown(number, group, reports, told) for number, group in enumerate(groups.values(), 1)]


def without_toll(comparison: Comparison, told: Told) -> list[FigureShown]:
    """The figures that no toll takes up."""
    used = {mention for toll in comparison.tolls for mention in toll.figures}
    return [
        one
        for (document, figure), one in told.items()
        if FigureMention(document, figure) not in used
    ]


def _shown(number: int, group: list[Toll], reports: Reports, told: Told) -> TollShown:
    first = group[0]
    rows = [told[mention.document, mention.figure] for mention in first.figures]
    scale = axis(_given(rows, group))
    policies = [
        PolicyShown(
            toll,
            wording.policy(toll.policy),
            span(toll.low, toll.high, scale),
            place(toll.best, scale),
            tuple(tidy(reports, line) for line in toll.why),
        )
        for toll in group
    ]
    return TollShown(
        number,
        wording.harm(first.harm),
        quote(reports, first.who) if first.who else None,
        scale,
        _values([row for row in rows if row.whole is None], scale),
        _values([row for row in rows if row.whole is not None], scale),
        tuple(policies),
        course(first, reports, told),
    )


def _values(rows: Iterable[FigureShown], scale: Axis) -> tuple[Value, ...]:
    """The figures by what they give, the smallest first and those without a number last."""
    found: dict[object, list[FigureShown]] = {}
    for row in rows:
        one = row.figure
        found.setdefault((one.kind, one.low, one.high, one.hypothetical), []).append(row)
    ranked = sorted(found.values(), key=lambda own: _size(own[0].figure))
    return tuple(
        Value(tuple(own), mark(own[0].figure.kind, own[0].figure.low, own[0].figure.high, scale))
        for own in ranked
    )


def _size(one: Figure) -> tuple[int, int]:
    """By the number given; "at least 20" after 20, "at most 20" before."""
    given = [value for value in (one.low, one.high) if value is not None] or [LAST]
    return (given[0], given[-1] + (one.high is None) - (one.low is None))


def _given(rows: Iterable[FigureShown], group: Iterable[Toll]) -> list[int]:
    given = [value for row in rows for value in (row.figure.low, row.figure.high)]
    reached = [value for toll in group for value in (toll.low, toll.best, toll.high)]
    return [value for value in (*given, *reached) if value is not None]
