"""What a person types to decide, as the values of a decision."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from sayso.case.places import place_of, places_of
from sayso.errors import WrongDecision
from sayso.model.decisions import Subject, Target
from sayso.model.text import Document

if TYPE_CHECKING:
    from sayso.case.case import Case

NUMBERS = ("low", "high")
SWITCHES = ("hypothetical", "negated", "named")
PLACES = {
    Target.CLAIM: ("content",),
    Target.FIGURE: ("span", "who"),
    Target.SPEAKER: ("name", "role"),
}
YES_OR_NO = {"yes": True, "true": True, "no": False, "false": False}


def corrections(case: "Case", subject: Subject, given: Iterable[str]) -> dict[str, Any]:
    """The corrected values of "FIELD=VALUE"; for a point, the sides of "CLAIM=SIDE".

    Nothing behind "=" means that it is unknown. Raises WrongDecision.
    """
    pairs = [pair_of(one) for one in given]
    if subject.kind is Target.POINT:
        return {"sides": sides(case, pairs)}
    return {name: _value(case, subject, name, text) for name, text in pairs}


def pair_of(given: str) -> tuple[str, str]:
    """What stands before and behind the "=". Raises WrongDecision."""
    name, equals, text = given.partition("=")
    if not equals or not name:
        raise WrongDecision(f"{given!r:.60} is no NAME=VALUE. Write stance=denies, or low=84.")
    return name.strip(), text.strip()


def sides(case: "Case", pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The side of each claim, by "REPORT/CLAIM" in full. Raises WrongDecision."""
    found = {}
    for name, side in pairs:
        claim = case.subject(name)
        if claim.kind is not Target.CLAIM:
            raise WrongDecision(f"{name!r:.60} is a {claim.kind}; only claims have a side.")
        found[member(claim)] = side
    return found


def member(subject: Subject) -> str:
    """A fact as groups name it."""
    return f"{subject.report}/{subject.id}"


def speaker_of(case: "Case", given: str, report: str) -> str:
    """The id that a speaker has in a report, by that name or by one of several reports.

    Raises WrongDecision if the report has no such speaker.
    """
    subject = case.subject(given)
    if subject.kind is Target.SPEAKER and subject.report == report:
        return subject.id
    if subject.kind is Target.SHARED_SPEAKER:
        for one in subject.members:
            where, _, name = one.partition("/")
            if where == report:
                return name
    raise WrongDecision(
        f"{given!r:.60} is no speaker of that report. `sayso show` with the report's claims names them."
    )


def number(name: str, text: str) -> int | None:
    """A whole number; None for nothing. Raises WrongDecision."""
    plain = text.replace(",", "")
    if not plain:
        return None
    if not plain.isascii() or not plain.isdigit():
        raise WrongDecision(f"{name} is a whole number, not {text!r:.40}.")
    return int(plain)


def content_of(document: Document, given: Sequence[str]) -> list[list[int]]:
    """The places of a content. Raises WrongDecision."""
    return [place for one in given for place in places_of(one, document)]


def _value(case: "Case", subject: Subject, name: str, text: str) -> Any:
    """The value of one field of a subject. What is unknown is None."""
    if name in NUMBERS:
        return number(name, text)
    if name in SWITCHES and subject.kind is not Target.REPORT:
        return _switch(name, text)
    if not text:
        return None
    if name in PLACES.get(subject.kind, ()):
        document = case.document(subject.report or "")
        return content_of(document, [text]) if name == "content" else place_of(text, document)
    if name == "speaker":
        return speaker_of(case, text, subject.report or "")
    if name == "place":
        return {"name": text}
    return text


def _switch(name: str, text: str) -> bool:
    if text.lower() not in YES_OR_NO:
        raise WrongDecision(f"{name} is yes or no, not {text!r:.40}.")
    return YES_OR_NO[text.lower()]
