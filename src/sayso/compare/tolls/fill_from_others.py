"""What a figure leaves open, filled from the story's other figures: the people it counts, and their
event."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sayso.compare.clustering import component_labels, grouped_by, grouped_by_label
from sayso.compare.figures.victims import Victim, side_of_victims
from sayso.compare.tolls.counted_figure import CountedFigure
from sayso.compare.tolls.event_of_figure import SMALL_NUMBERS, FigureScope
from sayso.model.comparison import FigureMention
from sayso.model.happening import Harm

FigureKey = tuple[object, ...]
MIN_ORIGINS = 2  # that give a number of one kind of fighters, for others to mean the same


@dataclass(frozen=True, slots=True)
class ScopedFigure:
    """A figure and the event that it is of."""

    count: CountedFigure
    scope: FigureScope

    @property
    def harm(self) -> Harm | None:
        """What was done to the people it counts."""
        return self.count.figure.harm


def fill_from_others(figures: Sequence[ScopedFigure]) -> list[ScopedFigure]:
    """The figures, with the people they count and then their event, as far as the other figures
    show them."""
    return _with_shared_events(_with_victims_in_report(_with_victims_elsewhere(figures)))


def _with_victims_elsewhere(figures: Sequence[ScopedFigure]) -> list[ScopedFigure]:
    """Let "seven wounded" be soldiers where several reports count seven wounded soldiers."""
    known: dict[FigureKey, dict[Victim, set[str]]] = {}
    for figure in figures:
        if side_of_victims(figure.count.victim.kind) is not None:
            victims = known.setdefault(_number_key(figure), {})
            victims.setdefault(figure.count.victim, set()).add(figure.count.origin)
    filled = []
    for figure in figures:
        candidates = known.get(_number_key(figure), {})
        kinds = {victim.kind for victim in candidates}
        origins = set[str]().union(*candidates.values())
        if figure.count.names_nobody and len(kinds) == 1 and len(origins) >= MIN_ORIGINS:
            figure = replace(figure, count=replace(figure.count, victim=min(candidates)))
        filled.append(figure)
    return filled


def _with_victims_in_report(figures: Sequence[ScopedFigure]) -> list[ScopedFigure]:
    """Let "27 people" be militants if the report counts "20 to 27 militants" and no other kind."""
    filled: dict[FigureMention, ScopedFigure] = {}
    for group in grouped_by(figures, lambda figure: (figure.count.report, *_event_key(figure))):
        numbered = [figure.count for figure in group if figure.count.has_number]
        of_a_kind = [count for count in numbered if not count.victim.anyone]
        victims = {count.victim for count in of_a_kind}
        if len({victim.kind for victim in victims}) != 1:
            continue
        victim = min(victims)
        if side_of_victims(victim.kind) is None:
            continue
        highest = {count.figure.high for count in of_a_kind} - SMALL_NUMBERS
        for figure in group:
            count = figure.count
            if count.victim.anyone and count.figure.high in highest:
                filled[count.mention] = replace(figure, count=replace(count, victim=victim))
    return [filled.get(figure.count.mention, figure) for figure in figures]


def _with_shared_events(figures: Sequence[ScopedFigure]) -> list[ScopedFigure]:
    """One number by one voice is of one event, unless the days differ or a report gives both.

    All figures for that harm to those victims go to the event that most of them are of.
    """
    moved: dict[FigureKey, FigureScope] = {}
    for group in grouped_by((figure for figure in figures if figure.scope.may_move), _victim_key):
        keys = sorted({figure.scope.key for figure in group})
        places = {key: place for place, key in enumerate(keys)}
        sizes = Counter(figure.scope.key for figure in group)
        scopes = {figure.scope.key: figure.scope for figure in group}
        pairs = [(places[key], places[other]) for key, other in _events_with_one_number(group)]
        for joined in grouped_by_label(component_labels(len(keys), pairs)):
            joined_keys = [keys[place] for place in joined]
            largest = scopes[max(joined_keys, key=lambda key: (sizes[key], key))]
            moved |= {(*_victim_key(group[0]), key): largest for key in joined_keys}
    return [
        replace(figure, scope=moved.get((*_victim_key(figure), figure.scope.key), figure.scope))
        for figure in figures
    ]


def _events_with_one_number(
    group: Sequence[ScopedFigure],
) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    """The keys of pairs of events for which one voice gives the same number in two reports."""
    pairs = []
    for same in grouped_by(
        group, lambda figure: (figure.count.side_or_voice, figure.count.bounds_and_kind)
    ):
        reports = grouped_by(same, lambda figure: figure.count.report)
        if all(len({figure.scope.key for figure in report}) == 1 for report in reports):
            first = same[0].scope.key
            pairs += [(first, figure.scope.key) for figure in same if figure.scope.key != first]
    return pairs


def _event_key(figure: ScopedFigure) -> FigureKey:
    return figure.scope.key, figure.harm


def _number_key(figure: ScopedFigure) -> FigureKey:
    return *_event_key(figure), figure.count.bounds_and_kind


def _victim_key(figure: ScopedFigure) -> FigureKey:
    return figure.harm, figure.count.victim.kind
