"""What a person adds to a case: a claim, a figure, a point."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from sayso.case.places import place_of
from sayso.cli.cases.values import content_of, number, pair_of, sides, speaker_of
from sayso.errors import WrongDecision
from sayso.model.decisions import Subject, Target

if TYPE_CHECKING:
    from sayso.case.case import Case
    from sayso.model.text import Document

Addition = tuple[list[Subject], dict[str, Any]]
OF_CLAIMS = ("stance", "speaker", "source")
OF_FIGURES = ("low", "high", "harm", "who")


class Given(NamedTuple):
    """The options of `add`, as typed."""

    at: list[str]
    stance: str | None
    speaker: str | None
    source: str | None
    low: str | None
    high: str | None
    harm: str | None
    who: str | None


def point(case: "Case", claims: Sequence[str]) -> Addition:
    """A point of claims with their sides, "CLAIM=for". Raises WrongDecision."""
    pairs = [pair_of(one) for one in claims]
    return [case.subject(name) for name, _ in pairs], {
        "what": Target.POINT.value,
        "sides": sides(case, pairs),
    }


def fact(case: "Case", report: str, what: str, given: Given) -> Addition:
    """A claim or a figure in a report. Raises WrongDecision."""
    subject = case.subject(report)
    if subject.kind is not Target.REPORT:
        raise WrongDecision(f"{report!r:.60} is a {subject.kind}; a {what} is added to a report.")
    wrong = [
        name
        for name in (OF_FIGURES if what == "claim" else OF_CLAIMS)
        if getattr(given, name) is not None
    ]
    if wrong:
        raise WrongDecision(f"a {what} has no --{wrong[0]}.")
    if not given.at:
        raise WrongDecision(f"say where the {what} stands: --at START:END, or its words.")
    make = _claim if what == "claim" else _figure
    return [subject], {"what": what, **make(case, case.document(subject.id), given)}


def _claim(case: "Case", document: "Document", given: Given) -> dict[str, Any]:
    value: dict[str, Any] = {"content": content_of(document, given.at)}
    if given.stance:
        value["stance"] = given.stance
    if given.speaker:
        value["speaker"] = speaker_of(case, given.speaker, document.id)
    if given.source:
        value["source"] = place_of(given.source, document)
    return value


def _figure(_: "Case", document: "Document", given: Given) -> dict[str, Any]:
    if len(given.at) != 1:
        raise WrongDecision("a figure stands in one place.")
    value: dict[str, Any] = {"span": place_of(given.at[0], document)}
    for name, text in (("low", given.low), ("high", given.high)):
        if text is not None:
            value[name] = number(name, text)
    if given.harm:
        value["harm"] = given.harm
    if given.who:
        value["who"] = place_of(given.who, document)
    return value
