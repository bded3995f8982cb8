"""What decisions change in the facts of one report. Pure functions: nothing here knows the file.

A decision follows its fact by id into a new reading. Where the fact is gone, nothing that looks like it
is touched: the decision is an orphan. `correcting.py` has the corrections, `added_facts.py` what people
add; what accepts, rejects, merges and marks is here.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sayso.case.added_facts import add_fact
from sayso.case.correcting import correct
from sayso.case.followed import (
    LISTS,
    FactKey,
    Followed,
    find_fact,
    own_subjects,
    put_fact,
    with_facts,
    with_new_names,
)
from sayso.errors import WrongDecision
from sayso.model.decisions import Decision, DecisionKind, Target
from sayso.model.facts import Facts
from sayso.model.speech import Actor
from sayso.model.text import Document, Span

CORRECTED_HEADS = ("title", "outlet", "byline", "url", "published", "agency")


def corrected_document(document: Document, decisions: Iterable[Decision]) -> Document:
    """The report with its head as people corrected it."""
    given: dict[str, Any] = {}
    for decision in decisions:
        if decision.kind is DecisionKind.CORRECT and decision.subjects[0].kind is Target.REPORT:
            given |= {
                name: decision.value[name] for name in CORRECTED_HEADS if name in decision.value
            }
    return replace(document, **given) if given else document


def followed(facts: Facts, decisions: Iterable[Decision]) -> Followed:
    """The facts of a report after the decisions in force on it, which are given by number."""
    state = Followed(facts)
    rejected: list[Decision] = []
    for decision in decisions:
        if decision.kind is DecisionKind.REJECT:
            rejected.append(decision)  # last: what is corrected first may be what is rejected
            continue
        work = _WORK.get(decision.kind)
        if work is not None:
            _try(state, work, decision)
    for marks in (state.changed, state.accepted):
        _follow_names(state, marks)
    for decision in rejected:
        _reject(state, decision)
    state.facts = _in_order(state.facts)
    return state


def _try(state: Followed, work: Callable[[Followed, Decision], None], decision: Decision) -> None:
    """Follow a decision; one that makes no sense in this reading changes nothing, and is an orphan."""
    before = state.facts, dict(state.changed), dict(state.renamed)
    try:
        work(state, decision)
    except (WrongDecision, ValueError, TypeError, KeyError, AttributeError) as error:
        state.facts, state.changed, state.renamed = before
        state.orphans.add(decision.number)
        state.senseless[decision.number] = error


def _follow_names(state: Followed, marks: dict[FactKey, int]) -> None:
    """Put marks on facts under the ids that the facts have now; of two, the last one counts."""
    found: dict[FactKey, int] = {}
    for (kind, name), number in marks.items():
        key = kind, state.current((kind, name))
        found[key] = max(number, found.get(key, 0))
    marks.clear()
    marks.update(found)


def _accept(state: Followed, decision: Decision) -> None:
    for subject in own_subjects(state, decision):
        fact = find_fact(state, decision, subject)
        if fact is not None:
            state.accepted[subject.kind, fact.id] = decision.number


def _reject(state: Followed, decision: Decision) -> None:
    for subject in own_subjects(state, decision):
        key = subject.kind, state.current((subject.kind, subject.id))
        if state.accepted.get(key, 0) > decision.number:
            continue  # somebody accepted it since
        fact = find_fact(state, decision, subject)
        if fact is not None:
            state.rejected[subject.kind, fact.id] = decision.number
            state.rejected_facts.append((subject.kind, fact))
            listed = LISTS[subject.kind]
            kept = (one for one in getattr(state.facts, listed) if one is not fact)
            facts = with_facts(state.facts, listed, kept)
            state.facts = with_new_names(facts, subject.kind, {fact.id: None})


def _mark(state: Followed, decision: Decision) -> None:
    for subject in own_subjects(state, decision):
        find_fact(state, decision, subject)


def _merge(state: Followed, decision: Decision) -> None:
    """Speakers of this report become one, under the fullest name. Events are joined in comparing."""
    found = [(one, find_fact(state, decision, one)) for one in own_subjects(state, decision)]
    speakers = [fact for subject, fact in found if fact and subject.kind is Target.SPEAKER]
    if len(speakers) < 2:
        return
    kept = max(speakers, key=lambda one: (one.named, len(one.name)))
    others = [one for one in speakers if one is not kept]
    mentions = sorted({*kept.mentions, *(span for one in others for span in one.mentions)})
    merged = replace(kept, mentions=tuple(mentions), role=_role_of(kept, others))
    put_fact(state, Target.SPEAKER, kept, merged, decision)
    gone = {one.id for one in others}
    facts = replace(
        state.facts, actors=tuple(one for one in state.facts.actors if one.id not in gone)
    )
    state.facts = with_new_names(facts, Target.SPEAKER, dict.fromkeys(gone, merged.id))
    for name in gone:
        state.rename(Target.SPEAKER, name, merged.id)


def _role_of(kept: Actor, others: Sequence[Actor]) -> Span | None:
    """What a merged speaker is: by its own role or another's, or by a name that is none."""
    roles = [one.role for one in (kept, *others) if one.role]
    return next(iter([*roles, *(one.name for one in others if not one.named)]), None)


def _in_order(facts: Facts) -> Facts:
    """The facts, each kind in text order again."""
    keys: dict[str, Callable[[Any], Any]] = {
        "attributions": lambda one: min(one.content),
        "claims": lambda one: min(one.content),
        "actors": lambda one: min((one.name, *one.mentions)),
        "figures": lambda one: one.span,
        "events": lambda one: one.trigger,
    }
    for listed, key in keys.items():
        facts = with_facts(facts, listed, _sorted(getattr(facts, listed), key))
    return facts


def _sorted(facts: tuple[Any, ...], key: Callable[[Any], Any]) -> tuple[Any, ...]:
    """In order, if something was added; what was read keeps the order that it had."""
    keys = [key(one) for one in facts]
    return tuple(facts) if keys == sorted(keys) else tuple(sorted(facts, key=key))


_WORK: Mapping[DecisionKind, Callable[[Followed, Decision], None]] = {
    DecisionKind.CORRECT: correct,
    DecisionKind.ACCEPT: _accept,
    DecisionKind.MERGE: _merge,
    DecisionKind.SPLIT: _mark,
    DecisionKind.ADD: add_fact,
    DecisionKind.RELIABILITY: _mark,
    DecisionKind.CREDIBILITY: _mark,
    DecisionKind.SIDE: _mark,
    DecisionKind.NOTE: _mark,
}
