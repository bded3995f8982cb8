"""Deciding, in the desk: what two people decide at once is kept, and the later one is told."""

from collections.abc import Iterable, Sequence

from starlette.requests import Request
from starlette.routing import Route

from sayso.case.case import Case
from sayso.desk.api.asked import (
    Check,
    Data,
    chosen,
    fields,
    listed,
    name_of_thing,
    refuse,
    text,
    told,
    whole,
)
from sayso.desk.api.told import words_of
from sayso.desk.api.values import KINDS, MOST_CLAIMS, named_in_full, value_of
from sayso.desk.desk import Desk, desk_of, last_of_log
from sayso.errors import WrongDecision
from sayso.model.decisions import Decision, DecisionKind, Subject

MOST_OTHERS = 50  # decisions of others that are told at once
FIELDS: dict[str, Check] = {
    "kind": chosen(*KINDS),
    "subjects": listed(name_of_thing, MOST_CLAIMS),
    "value": lambda _, given: given,  # checked by its kind
    "reason": text,
    "seen": whole,
}


def decide(request: Request, body: Data) -> Data:
    """`POST /api/decisions`."""
    asked = fields(body, FIELDS, ("kind", "subjects"))
    kind = DecisionKind(asked["kind"])
    value = value_of(kind, asked.get("value", {}))
    names: list[str] = asked["subjects"]
    if len(set(names)) != len(names):
        refuse("The same thing is named twice.")
    desk = desk_of(request)
    with desk.case() as case:
        subjects = [subject_of(case, name) for name in names]
        value = named_in_full(case, value, subjects)
        made = case.decide(kind, *subjects, value=value, reason=asked.get("reason", ""))
        named = [*subjects, *_as_given(names, subjects)]
        answer = answer_to(case, made, named, asked.get("seen"))
        renamed = [list(pair) for pair in case.renamed(made)]
    compare_soon(desk)
    return {**answer, "renamed": renamed}


def take_back(request: Request, body: Data) -> Data:
    """`POST /api/decisions/N/undo`: take one decision back, whoever made it."""
    asked = fields(body, {"reason": text, "seen": whole})
    number = int(request.path_params["number"])
    desk = desk_of(request)
    with desk.case() as case:
        if all(one.number != number for one in case.decisions()):
            refuse(f"There is no decision {number}.", 404)
        made = case.undo(number, asked.get("reason", ""))
        answer = answer_to(case, made, case.subjects_of(made), asked.get("seen"))
        before = next(one for one in case.decisions() if one.number == number)
        answer["of"] = told_of(case, before)
    compare_soon(desk)
    return answer


def subject_of(case: Case, name: str) -> Subject:
    """What a page named. Raises WrongDecision.

    A group that is compared anew may have another id. If somebody decided on it before, it is known
    by its members still, and the decision is on those.
    """
    try:
        return case.subject(name)
    except WrongDecision:
        old = _old_group(case, name)
        if old is None:
            raise
        return old


def answer_to(case: Case, made: Decision, named: Sequence[Subject], seen: int | None) -> Data:
    """What is answered to a decision: its number, and what others decided on the same meanwhile.

    `seen` is the row of the log that the page was made from; without it, nothing is told of others.
    """
    others = [] if seen is None else list(_since(case, made, named, seen))
    return {
        "number": made.number,
        "log": last_of_log(case),
        "others": [
            {"author": one.author, "at": one.made_at, **told_of(case, one)}
            for one in others[-MOST_OTHERS:]
        ],
    }


def told_of(case: Case, decision: Decision) -> Data:
    """A decision as a page tells of it; `words` are those of the things that it is on."""
    words = words_of(case.subjects_of(decision))
    return {"number": decision.number, "kind": decision.kind.value, "words": words}


def compare_soon(desk: Desk) -> None:
    """Let the comparison follow, in the process that does so."""
    desk.worker.compare_soon()


def _since(case: Case, made: Decision, named: Sequence[Subject], seen: int) -> Iterable[Decision]:
    """The decisions on the same things after a row of the log and before a decision."""
    for one in case.decisions():
        if seen < one.number < made.number and any(
            _is_same(theirs, ours) for theirs in case.subjects_of(one) for ours in named
        ):
            yield one


def _is_same(one: Subject, other: Subject) -> bool:
    """Whether two subjects are one thing; a group may have got another id meanwhile."""
    if (one.kind, one.id, one.report) == (other.kind, other.id, other.report):
        return True
    return one.kind is other.kind and not set(one.members).isdisjoint(other.members)


def _as_given(names: Sequence[str], subjects: Sequence[Subject]) -> Iterable[Subject]:
    """The subjects by the names that the page had, which may be older than a correction."""
    for name, subject in zip(names, subjects, strict=True):
        report, slash, fact = name.partition("/")
        if slash and fact:
            yield Subject(subject.kind, fact, report)


def _old_group(case: Case, name: str) -> Subject | None:
    """A group as it was when somebody last decided on it; None if nobody did."""
    for decision in reversed(case.decisions()):
        for subject in decision.subjects:
            if subject.id == name and subject.members:
                return subject
    return None


ROUTES = (
    Route("/api/decisions", told(decide), methods=["POST"]),
    Route("/api/decisions/{number:int}/undo", told(take_back), methods=["POST"]),
)
