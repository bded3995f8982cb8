"""What a correction makes of a claim, a figure, an event or a speaker of one report."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from sayso.case.followed import Followed, find_fact, own_subjects, put_fact
from sayso.case.values import (
    event_kind_of,
    harm_of,
    precision_of,
    span_of,
    spans_of,
    speaker_type_of,
    stance_of,
    text_of,
    usual_precision,
)
from sayso.errors import WrongDecision
from sayso.model.decisions import Decision, Target
from sayso.model.happening import Event, Figure, Place, When
from sayso.model.speech import Actor, Claim
from sayso.model.text import Document

DAYS = ("from", "to")


def correct(state: Followed, decision: Decision) -> None:
    """Follow a decision that corrects facts of this report."""
    for subject in own_subjects(state, decision):
        fact = find_fact(state, decision, subject)
        if fact is not None:
            new = _CORRECTED[subject.kind](state, fact, decision)
            put_fact(state, subject.kind, fact, new, decision)


def _corrected_claim(state: Followed, claim: Claim, decision: Decision) -> Claim:
    value = decision.value
    given: dict[str, Any] = {}
    if "stance" in value:
        given["stance"] = stance_of(value["stance"])
    if "content" in value:
        given["content"] = spans_of(value["content"], state.facts.document)
    if "speaker" in value:
        speaker = value["speaker"]
        given["speaker"] = speaker and state.current((Target.SPEAKER, speaker))
        known = {one.id for one in state.facts.actors}
        if given["speaker"] is not None and given["speaker"] not in known:
            given["speaker"] = claim.speaker
            state.orphans.add(decision.number)  # that speaker is gone from the reading
    return replace(claim, **given)


def _corrected_figure(state: Followed, figure: Figure, decision: Decision) -> Figure:
    value, document = decision.value, state.facts.document
    given: dict[str, Any] = {name: value[name] for name in ("low", "high") if name in value}
    if "kind" in value:
        given["kind"] = precision_of(value["kind"])
    elif given:
        low, high = (given.get(name, getattr(figure, name)) for name in ("low", "high"))
        given["kind"] = precision_of(usual_precision(low, high))
    if "harm" in value:
        given["harm"] = harm_of(value["harm"])
    if "span" in value:
        given["span"] = span_of(value["span"], document)
    if "who" in value:
        given["who"] = span_of(value["who"], document) if value["who"] else None
    if "hypothetical" in value:
        given["hypothetical"] = bool(value["hypothetical"])
    return replace(figure, **given)


def _corrected_event(state: Followed, event: Event, decision: Decision) -> Event:
    value = decision.value
    given: dict[str, Any] = {}
    if "kind" in value:
        given["kind"] = event_kind_of(value["kind"])
    if "negated" in value:
        given["negated"] = bool(value["negated"])
    if "place" in value:
        place = value["place"]
        given["place"] = place and _place(state.facts.document, event, place)
    if "from" in value or "to" in value:
        given["when"] = _when(event, value)
    return replace(event, **given)


def _when(event: Event, value: Mapping[str, Any]) -> When | None:
    """The days of an event; of two days, one that is not given stays, or is the other one."""
    days = {
        name: date.fromisoformat(given) for name, given in value.items() if name in DAYS and given
    }
    if not days:
        return None
    if event.when:
        days = {"from": event.when.first, "to": event.when.last, **days}
    first, last = (days.get(name) or min(days.values()) for name in DAYS)
    span = event.when.span if event.when else event.trigger
    return When(span, first, last)


def _place(document: Document, event: Event, place: Any) -> Place:
    if not isinstance(place, Mapping):
        raise WrongDecision(f"{place!r:.60} is no place: it has a name, a span or a country.")
    span = span_of(place["span"], document) if place.get("span") else None
    span = span or (event.place.span if event.place else event.trigger)
    country = place.get("country")
    name = text_of(place.get("name") or document[span])
    return Place(span, name, country and text_of(country))


def _corrected_speaker(state: Followed, actor: Actor, decision: Decision) -> Actor:
    value, document = decision.value, state.facts.document
    given: dict[str, Any] = {}
    if "type" in value:
        given["type"] = speaker_type_of(value["type"])
    if "named" in value:
        given["named"] = bool(value["named"])
    if "role" in value:
        given["role"] = span_of(value["role"], document) if value["role"] else None
    if "name" in value:
        given["name"] = span_of(value["name"], document)
        given["mentions"] = tuple(sorted({*actor.mentions, given["name"]}))
    return replace(actor, **given)


_CORRECTED: Mapping[Target, Callable[[Followed, Any, Decision], Any]] = {
    Target.CLAIM: _corrected_claim,
    Target.FIGURE: _corrected_figure,
    Target.EVENT: _corrected_event,
    Target.SPEAKER: _corrected_speaker,
}
