"""The values of decisions, checked: spans in a report, stances, kinds of harm."""

from collections.abc import Sequence
from enum import StrEnum
from itertools import pairwise
from typing import Any, TypeVar

from sayso.errors import WrongDecision
from sayso.lexicon.events import event_kinds
from sayso.model.happening import Harm, Precision
from sayso.model.speech import ActorType, Stance
from sayso.model.text import Document, Span

Choice = TypeVar("Choice", bound=StrEnum)


def span_of(data: Any, document: Document) -> Span:
    """The span that a pair of whole numbers is, in the text of a report. Raises WrongDecision."""
    if not (
        isinstance(data, Sequence)
        and len(data) == 2
        and all(type(number) is int for number in data)
        and 0 <= data[0] < data[1] <= len(document)
    ):
        raise WrongDecision(
            f"{data!r:.60} is no place in the {len(document):,} characters of {document.name}. "
            "A place is START:END, as `sayso show` prints it."
        )
    return Span(*data)


def spans_of(data: Any, document: Document) -> tuple[Span, ...]:
    """The spans of a content, in order and apart. Raises WrongDecision."""
    if not isinstance(data, Sequence) or not data:
        raise WrongDecision(f"{data!r:.60} has no places. Give them as START:END.")
    spans = sorted(span_of(one, document) for one in data)
    if any(left.touches(right) for left, right in pairwise(spans)):
        raise WrongDecision(f"the places {data!r:.60} overlap.")
    return tuple(spans)


def text_of(data: Any) -> str:
    """The text that a value is. Raises WrongDecision."""
    if not isinstance(data, str):
        raise WrongDecision(f"{data!r:.60} is no text.")
    return data


def stance_of(data: Any) -> Stance:
    """The stance with this name. Raises WrongDecision."""
    return _choice(Stance, data, "stance")


def harm_of(data: Any) -> Harm | None:
    """The harm with this name, or none. Raises WrongDecision."""
    return None if data is None else _choice(Harm, data, "harm")


def precision_of(data: Any) -> Precision:
    """The kind of number with this name. Raises WrongDecision."""
    return _choice(Precision, data, "kind of number")


def speaker_type_of(data: Any) -> ActorType:
    """The type of speaker with this name. Raises WrongDecision."""
    return _choice(ActorType, data, "type of speaker")


def event_kind_of(data: Any) -> str:
    """The kind of event with this name. Raises WrongDecision."""
    known = event_kinds()
    if data not in known:
        raise WrongDecision(f"{data!r:.40} is no kind of event. Choose one of: {', '.join(known)}.")
    return str(data)


def usual_precision(low: int | None, high: int | None) -> str:
    """The name of the kind of number that has these bounds; None is an open one."""
    if low is None:
        return "vague" if high is None else "at_most"
    return "at_least" if high is None else "exact" if low == high else "range"


def _choice(choices: type[Choice], data: Any, what: str) -> Choice:
    try:
        return choices(data)
    except ValueError as error:
        raise WrongDecision(
            f"{data!r:.40} is no {what}. Choose one of: {', '.join(choices)}."
        ) from error
