"""Which figures may count the same victims, by what these are called."""

from collections.abc import Iterable, Mapping, Sequence

from sayso.compare.figures.victims import Victim
from sayso.lexicon.victims import victim_words


def group_victims(
    given: Iterable[Victim], greatest_figures: Mapping[Victim, int] | None = None
) -> Mapping[Victim, int]:
    """A group number for each; those who may be the same victims share one.

    Kinds stay apart, and so do two countries and two names. Victims without a country or name join
    the only group of their kind; if there are several, they stay apart. If some are counted as
    people of no named kind, those who are on no side are among them ("12 people", "three nurses"),
    unless more of these are counted. `greatest_figures` has the greatest figure for each; without
    it, all are 0.
    """
    numbers = _number_by_kind(given)
    greatest: dict[int, int] = {}
    for victim, number in numbers.items():
        figure = (greatest_figures or {}).get(victim, 0)
        greatest[number] = max(greatest.get(number, 0), figure)
    wholes = {number: victim.nations for victim, number in sorted(numbers.items()) if victim.anyone}
    joined = dict(numbers)
    for victim, number in numbers.items():
        if number not in wholes and is_civilian_kind(victim.kind):
            fitting = [
                whole
                for whole, nations in wholes.items()
                if greatest[number] <= greatest[whole]
                and (not (victim.nations and nations) or set(victim.nations) & set(nations))
            ]
            joined[victim] = fitting[0] if len(fitting) == 1 else number
    return joined


def is_civilian_kind(kind: str) -> bool:
    """Whether victims of a kind are on no side and cannot be: they are people like any others."""
    known = [victim_words().kinds.get(part) for part in kind.split(" and ")]
    return all(entry is None or not (entry.side or entry.may_be) for entry in known)


def _number_by_kind(given: Iterable[Victim]) -> dict[Victim, int]:
    """A group number for each, by kind, country and name alone."""
    known = sorted(
        set(given), key=lambda victim: (-bool(victim.names), -bool(victim.nations), victim)
    )
    kinds = {victim.kind for victim in known if victim.kind_named}
    by_kind: dict[str, list[Victim]] = {}
    for victim in known:
        by_kind.setdefault(_narrow_kind(victim.kind, kinds), []).append(victim)
    numbers: dict[Victim, int] = {}
    start = 0
    for kind in sorted(by_kind):
        groups = _GroupsOfKind(start)
        numbers |= {victim: groups.place_victim(victim) for victim in by_kind[kind]}
        start = groups.next_number
    return numbers


def _narrow_kind(kind: str, kinds: set[str]) -> str:
    """The only kind there that a wide one ("fighters") may be; otherwise the kind itself."""
    entry = victim_words().kinds.get(kind)
    possible = [narrow for narrow in (entry.may_be if entry else ()) if narrow in kinds]
    return possible[0] if len(possible) == 1 else kind


class _GroupsOfKind:
    """The groups of victims of one kind, numbered from the first free number.

    Victims are placed in order: those with names first, then those with countries.
    """

    def __init__(self, first_number: int) -> None:
        self.next_number = first_number
        self._by_name: dict[str, set[int]] = {}
        self._by_nation: dict[str, set[int]] = {}
        self._without_nation: set[int] = set()
        self._all: set[int] = set()

    def place_victim(self, victim: Victim) -> int:
        """The number of the victims' group: the one that fits, or a new one."""
        fitting = self._fitting_groups(victim)
        number = min(fitting) if len(fitting) == 1 else self._open_group(victim)
        for name in victim.names:
            self._by_name.setdefault(name, set()).add(number)
        for nation in victim.nations:
            self._by_nation.setdefault(nation, set()).add(number)
            self._without_nation.discard(number)
        return number

    def _open_group(self, victim: Victim) -> int:
        number = self.next_number
        self.next_number += 1
        self._all.add(number)
        if not victim.nations:
            self._without_nation.add(number)
        return number

    def _fitting_groups(self, victim: Victim) -> set[int]:
        """The groups that the victims may belong to."""
        of_nations = _groups_with_any(self._by_nation, victim.nations)
        if victim.names:
            of_names = _groups_with_any(self._by_name, victim.names)
            return of_names & (of_nations | self._without_nation) if victim.nations else of_names
        if victim.nations:
            return of_nations or self._without_nation
        return self._all


def _groups_with_any(groups: Mapping[str, set[int]], keys: Sequence[str]) -> set[int]:
    return set[int]().union(*(groups.get(key, ()) for key in keys))
