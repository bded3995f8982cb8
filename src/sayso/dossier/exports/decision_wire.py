"""Decisions and what else a case holds beside its comparison, as JSON data and back."""

from typing import Any

from sayso.model.codec import Json, broken_at, checked_json, shown_data
from sayso.model.decisions import Decision, DecisionKind, Holdings, Subject, Target
from sayso.model.limits import MAX_COUNT

MAX_DEPTH = 20  # of the lists and objects in the value of a decision


def decision_to_wire(decision: Decision) -> Json:
    """A decision as an object."""
    return {
        "number": decision.number,
        "made_at": decision.made_at,
        "author": decision.author,
        "kind": str(decision.kind),
        "subjects": [_subject_to_wire(subject) for subject in decision.subjects],
        "value": dict(decision.value),
        "reason": decision.reason,
        "undoes": decision.undoes,
    }


def decision_from_wire(data: Any) -> Decision:
    """The decision that an object describes. Raises BrokenWire."""
    checked_json(dict, data, "decision")
    undoes = data.get("undoes")
    return Decision(
        _field(int, data, "decision", "number"),
        _field(str, data, "decision", "made_at"),
        _field(str, data, "decision", "author"),
        _choice(DecisionKind, data, "decision"),
        tuple(
            _subject_from_wire(one, f"decision.subjects[{place}]")
            for place, one in enumerate(_field(list, data, "decision", "subjects"))
        ),
        _plain(_field(dict, data, "decision", "value"), "decision.value", MAX_DEPTH),
        _field(str, data, "decision", "reason"),
        None if undoes is None else checked_json(int, undoes, "decision.undoes"),
    )


def frame_to_wire(holdings: Holdings) -> Json:
    """What holdings have beside the comparison and the decisions, as an object."""
    return {
        "name": holdings.name,
        "version": holdings.version,
        "made_at": holdings.made_at,
        "orphans": [decision.number for decision in holdings.orphans],
        "added": dict(holdings.added),
    }


def frame_from_wire(data: Any, decisions: tuple[Decision, ...]) -> Json:
    """What an object says of holdings with these decisions, as arguments for them. Raises BrokenWire."""
    checked_json(dict, data, "holdings")
    known = {decision.number: decision for decision in decisions}
    orphans = [
        checked_json(int, one, f"holdings.orphans[{place}]")
        for place, one in enumerate(_field(list, data, "holdings", "orphans"))
    ]
    for place, number in enumerate(orphans):
        if number not in known:
            raise broken_at(f"holdings.orphans[{place}]", f"there is no decision {number}")
    added = _field(dict, data, "holdings", "added")
    return {
        "name": _field(str, data, "holdings", "name"),
        "version": _field(str, data, "holdings", "version"),
        "made_at": _field(str, data, "holdings", "made_at"),
        "orphans": tuple(known[number] for number in orphans),
        "added": {
            checked_json(str, name, "holdings.added"): checked_json(int, one, "holdings.added")
            for name, one in added.items()
        },
    }


def _subject_to_wire(subject: Subject) -> Json:
    return {
        "kind": str(subject.kind),
        "id": subject.id,
        "report": subject.report,
        "members": list(subject.members),
        "words": subject.words,
    }


def _subject_from_wire(data: Any, path: str) -> Subject:
    checked_json(dict, data, path)
    report = data.get("report")
    return Subject(
        _choice(Target, data, path),
        _field(str, data, path, "id"),
        None if report is None else checked_json(str, report, f"{path}.report"),
        tuple(
            checked_json(str, one, f"{path}.members[{place}]")
            for place, one in enumerate(_field(list, data, path, "members"))
        ),
        _field(str, data, path, "words"),
    )


def _field(kind: type, data: Json, path: str, name: str) -> Any:
    if name not in data:
        raise broken_at(path, f"{name!r} is missing")
    return checked_json(kind, data[name], f"{path}.{name}")


def _choice(kind: Any, data: Json, path: str) -> Any:
    given = _field(str, data, path, "kind")
    try:
        return kind(given)
    except ValueError as error:
        complaint = f"{' | '.join(kind)} is wanted, not {shown_data(given)}"
        raise broken_at(f"{path}.kind", complaint) from error


def _plain(data: Any, path: str, depth: int) -> Any:
    """The data, if all of its strings and numbers can be kept as they are."""
    if not depth:
        raise broken_at(path, f"lists and objects are nested more than {MAX_DEPTH} deep")
    if isinstance(data, dict):
        return {
            checked_json(str, name, path): _plain(one, f"{path}.{name[:40]}", depth - 1)
            for name, one in data.items()
        }
    if isinstance(data, list):
        return [_plain(one, path, depth - 1) for one in data]
    if isinstance(data, int):  # true and false too; a whole number may be below 0 here
        if abs(data) > MAX_COUNT:
            raise broken_at(path, f"a number is at most {MAX_COUNT}")
        return data
    return None if data is None else checked_json(type(data), data, path)
