"""Figures of one story that show of each other what they are of."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sayso.compare.clustering import leaders, parts
from sayso.compare.figures.victims import Victim, side_of_victims
from sayso.compare.tolls.counted_figure import CountedFigure, alike
from sayso.compare.tolls.event_of_figure import Scope
from sayso.model.comparison import FigureMention
from sayso.model.happening import Harm

Saying = tuple[object, ...]
REPORTS = 2  # that must give a number of one kind of fighters, for others to mean the same


@dataclass(frozen=True, slots=True)
class Placed:
    """A figure and the happening that it is of."""

    count: CountedFigure
    scope: Scope

    @property
    def harm(self) -> Harm | None:
        """What was done to those counted."""
        return self.count.figure.harm


def settled(placed: Sequence[Placed]) -> list[Placed]:
    """The figures, with what the others show: whom they count, and then of which happening."""
    return _together(_called(_named(placed)))


def _named(placed: Sequence[Placed]) -> list[Placed]:
    """Those called "seven wounded" are soldiers where several reports have seven soldiers so."""
    known: dict[Saying, dict[Victim, set[str]]] = {}
    for one in placed:
        if side_of_victims(one.count.victim.kind) is not None:
            own = known.setdefault(_number(one), {})
            own.setdefault(one.count.victim, set()).add(one.count.origin)
    found = []
    for one in placed:
        candidates = known.get(_number(one), {})
        kinds = {victim.kind for victim in candidates}
        origins = set[str]().union(*candidates.values())
        if one.count.silent and len(kinds) == 1 and len(origins) >= REPORTS:
            one = replace(one, count=replace(one.count, victim=min(candidates)))
        found.append(one)
    return found


def _called(placed: Sequence[Placed]) -> list[Placed]:
    """Those called "27 people" are the militants of whom a report counts 20 to 27, if it counts
    nobody else by what they are.
    """
    found: dict[FigureMention, Placed] = {}
    for same in alike(placed, lambda one: (one.count.report, one.scope.key, one.harm)):
        counted = [one.count for one in same if one.count.numbered]
        said = {one.victim for one in counted if not one.victim.whole}
        if len({one.kind for one in said}) != 1 or side_of_victims(min(said).kind) is None:
            continue
        tops = {one.figure.high for one in counted if not one.victim.whole} - {None, 0, 1}
        for one in same:
            if one.count.victim.whole and one.count.figure.high in tops:
                count = replace(one.count, victim=min(said))
                found[one.count.mention] = replace(one, count=count)
    return [found.get(one.count.mention, one) for one in placed]


def _number(one: Placed) -> Saying:
    return one.scope.key, one.harm, one.count.numbers


def _together(placed: Sequence[Placed]) -> list[Placed]:
    """One voice's number is not of two happenings, unless their days differ or it gives both.

    All figures for that harm to those victims go to the happening that most of them are of.
    """
    open_ones = [one for one in placed if one.scope.open]
    moved: dict[Saying, Scope] = {}
    for same in alike(open_ones, _victims):
        scopes = sorted({one.scope.key for one in same})
        place = {key: at for at, key in enumerate(scopes)}
        times = Counter(one.scope.key for one in same)
        labels = leaders(len(scopes), [(place[one], place[other]) for one, other in _shared(same)])
        known = {one.scope.key: one.scope for one in same}
        for part in parts(labels):
            group = [scopes[at] for at in part]
            best = known[max(group, key=lambda key: (times[key], key))]
            moved |= {(*_victims(same[0]), key): best for key in group}
    return [
        replace(one, scope=moved.get((*_victims(one), one.scope.key), one.scope)) for one in placed
    ]


def _shared(same: Sequence[Placed]) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Pairs of happenings of which a voice says one number in two reports."""
    pairs = []
    for saying in alike(same, lambda one: (one.count.party, one.count.numbers)):
        reports = alike(saying, lambda one: one.count.document.id)
        if all(len({one.scope.key for one in report}) == 1 for report in reports):
            first = saying[0].scope.key
            pairs += [(first, one.scope.key) for one in saying if one.scope.key != first]
    return pairs


def _victims(one: Placed) -> Saying:
    return one.harm, one.count.victim.kind
