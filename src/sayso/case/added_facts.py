"""The claims and figures that people added to a report where reading had found none."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from sayso.case.followed import Followed
from sayso.case.values import (
    harm_of,
    precision_of,
    span_of,
    spans_of,
    speaker_type_of,
    stance_of,
    usual_precision,
)
from sayso.errors import WrongDecision
from sayso.model.decisions import Decision, Target
from sayso.model.facts import Facts
from sayso.model.happening import Figure
from sayso.model.speech import Actor, Attribution, Claim, Kind, Speech
from sayso.model.text import Span

BY_HAND = 1.0  # the score of an attribution that a person added


def add_fact(state: Followed, decision: Decision) -> None:
    """Follow a decision that adds a claim or a figure to this report."""
    subject = decision.subjects[0]
    if subject.kind is not Target.REPORT or subject.id != state.facts.document.id:
        return
    what = decision.value.get("what")
    if what == Target.CLAIM.value:
        _add_claim(state, decision)
    elif what == Target.FIGURE.value:
        _add_figure(state, decision)


def _add_claim(state: Followed, decision: Decision) -> None:
    value, document = decision.value, state.facts.document
    content = spans_of(value["content"], document)
    facts, chain, speaker = state.facts, tuple[str, ...](), value.get("speaker")
    if value.get("source"):
        source = span_of(value["source"], document)
        said = Attribution(source, None, content, Speech.INDIRECT, Kind.SPEECH, None, BY_HAND)
        if all(one.id != said.id for one in facts.attributions):
            facts = replace(facts, attributions=(*facts.attributions, said))
        chain = (said.id,)
        if speaker is None:
            facts, speaker = _with_speaker(facts, source, value)
    if speaker is not None:
        speaker = _known_speaker(facts, state.current((Target.SPEAKER, speaker)), decision)
    claim = Claim(content, chain, stance_of(value.get("stance", "asserts")), (), speaker)
    if all(one.id != claim.id for one in facts.claims):
        facts = replace(facts, claims=(*facts.claims, claim))
    state.facts = facts
    state.is_there(Target.CLAIM, claim.id)
    state.changed[Target.CLAIM, claim.id] = decision.number


def _with_speaker(facts: Facts, source: Span, value: Mapping[str, Any]) -> tuple[Facts, str]:
    """The facts with a speaker whose name is the source, and the id of that speaker."""
    for actor in facts.actors:
        if source in (actor.name, *actor.mentions):
            return facts, actor.id
    kind = speaker_type_of(value.get("speaker_type", "person"))
    actor = Actor(source, kind, bool(value.get("named", True)), None, (source,))
    return replace(facts, actors=(*facts.actors, actor)), actor.id


def _known_speaker(facts: Facts, speaker: str, decision: Decision) -> str:
    if all(one.id != speaker for one in facts.actors):
        raise WrongDecision(f"decision {decision.number}: the report has no speaker {speaker}")
    return speaker


def _add_figure(state: Followed, decision: Decision) -> None:
    value, facts = decision.value, state.facts
    span = span_of(value["span"], facts.document)
    new = Figure(
        span,
        value.get("low"),
        value.get("high"),
        precision_of(value.get("kind") or usual_precision(value.get("low"), value.get("high"))),
        harm_of(value.get("harm")),
        span_of(value["who"], facts.document) if value.get("who") else None,
        value.get("event"),
        value.get("claim") or _claim_around(facts, span),
        None,
        bool(value.get("hypothetical", False)),
    )
    if all(one.id != new.id for one in facts.figures):
        state.facts = replace(facts, figures=(*facts.figures, new))
    state.is_there(Target.FIGURE, new.id)
    state.changed[Target.FIGURE, new.id] = decision.number


def _claim_around(facts: Facts, span: Span) -> str | None:
    """The claim that says what stands there: the one with the shortest words around it, if any has."""
    around = [
        (len(words), -len(one.chain), one.id)
        for one in facts.claims
        for words in one.content
        if words.holds(span)
    ]
    return min(around)[2] if around else None
