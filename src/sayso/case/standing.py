"""Which decisions count now, because no other one takes them back."""

from collections.abc import Iterable

from sayso.model.decisions import Decision, DecisionKind


def taken_back(decisions: Iterable[Decision]) -> set[int]:
    """The numbers of the decisions that do not count, because another one takes them back.

    One that takes back can be taken back itself.
    """
    found: set[int] = set()
    for decision in sorted(decisions, key=lambda one: -one.number):
        if decision.undoes is not None and decision.number not in found:
            found.add(decision.undoes)
    return found


def in_force(decisions: Iterable[Decision]) -> list[Decision]:
    """The decisions that no other takes back, without those that take back; by number."""
    ordered = sorted(decisions, key=lambda one: one.number)
    gone = taken_back(ordered)
    return [one for one in ordered if one.number not in gone and one.kind is not DecisionKind.UNDO]
