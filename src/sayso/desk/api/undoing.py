"""Undo and redo, of one person, as far back as the log goes; so they outlive a reload.

Each step is a decision that takes another back. What a person did is read off the log: what takes back
the last thing that they did is an undo, what takes that back is a redo, and anything else is a new deed,
after which nothing can be redone.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from starlette.requests import Request
from starlette.routing import Route

from sayso.case.case import Case
from sayso.case.standing import Standing
from sayso.desk.api.asked import Data, asked, fields, refuse, told, whole
from sayso.desk.api.decisions import compare_soon, told_of
from sayso.desk.api.told import deed
from sayso.desk.desk import desk_of, last_of_log
from sayso.errors import WrongDecision
from sayso.model.decisions import Decision

TRIES = 5  # where the same person undoes in two tabs at once


@dataclass
class Steps:
    """What a person can undo and redo: the numbers of decisions to take back, the next one last."""

    undo: list[int] = field(default_factory=list)
    redo: list[int] = field(default_factory=list)


def steps_of(author: str, decisions: Iterable[Decision]) -> Steps:
    """What a person can undo and redo after these decisions of all people, given by number."""
    steps, standing = Steps(), Standing()
    undone: dict[int, int] = {}
    for one in decisions:
        if one.author == author:
            _note(steps, one, standing.taken_back, undone)
        standing.add(one)
    return Steps(
        [one for one in steps.undo if one not in standing.taken_back],
        [one for one in steps.redo if one not in standing.taken_back],
    )


def _note(steps: Steps, one: Decision, gone: set[int], undone: dict[int, int]) -> None:
    """Note one more decision of the person; `undone` is what each step back took back."""
    if one.undoes is not None and one.undoes == _last(steps.undo, gone):
        steps.undo.remove(one.undoes)
        steps.redo.append(one.number)
        undone[one.number] = one.undoes
    elif one.undoes is not None and one.undoes == _last(steps.redo, gone):
        steps.redo.remove(one.undoes)
        steps.undo.append(undone[one.undoes])
    else:
        steps.undo.append(one.number)
        steps.redo.clear()


def _last(numbers: Sequence[int], gone: set[int]) -> int | None:
    """The last decision that counts; others may have taken some back."""
    return next((one for one in reversed(numbers) if one not in gone), None)


def undo(request: Request, body: Data) -> Data:
    """`POST /api/undo`: take back the last thing that this person did."""
    return _step(request, body, back=True)


def redo(request: Request, body: Data) -> Data:
    """`POST /api/redo`: do again what this person took back last."""
    return _step(request, body, back=False)


def history(request: Request, given: Data) -> Data:
    """`GET /api/history`: whether something can be undone or redone, and what."""
    fields(given, {})
    with desk_of(request).case() as case:
        return _history(case)


def _step(request: Request, body: Data, *, back: bool) -> Data:
    fields(body, {"seen": whole})
    desk = desk_of(request)
    with desk.case() as case:
        made, of = _taken_back(case, back=back)
        known = _history(case)
        answer = {
            "number": made.number,
            "log": last_of_log(case),
            "of": told_of(case, of),
            "can_undo": known["can_undo"],
            "can_redo": known["can_redo"],
        }
    compare_soon(desk)
    return answer


def _taken_back(case: Case, *, back: bool) -> tuple[Decision, Decision]:
    """The decision that goes one step back or forth, and the one that it was about."""
    for attempt in range(TRIES):
        steps = steps_of(case.author, case.decisions())
        numbers = steps.undo if back else steps.redo
        if not numbers:
            refuse(f"There is nothing to {'undo' if back else 'redo'}.", 409)
        try:
            return case.undo(numbers[-1]), _about(case, numbers[-1])
        except WrongDecision:  # another tab was first
            if attempt + 1 == TRIES:
                raise
    raise AssertionError(TRIES)


def _history(case: Case) -> Data:
    steps = steps_of(case.author, case.decisions())
    undo, redo = (
        _deed(case, numbers[-1]) if numbers else None for numbers in (steps.undo, steps.redo)
    )
    return {"can_undo": bool(steps.undo), "can_redo": bool(steps.redo), "undo": undo, "redo": redo}


def _deed(case: Case, number: int) -> str:
    about = _about(case, number)
    return deed(about, about.subjects)


def _about(case: Case, number: int) -> Decision:
    """A decision; of one that takes back, what it takes back in the end."""
    known = {one.number: one for one in case.decisions()}
    found = known[number]
    while found.undoes is not None:
        found = known[found.undoes]
    return found


ROUTES = (
    Route("/api/undo", told(undo), methods=["POST"]),
    Route("/api/redo", told(redo), methods=["POST"]),
    Route("/api/history", asked(history)),
)
