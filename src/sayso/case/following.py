"""What decisions change in the facts of one report. Pure functions: nothing here knows the file.

A decision follows its fact by id into a new reading. Where the fact is gone, nothing that looks like it
is touched: the decision is an orphan.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, TypeVar

from sayso.case.values import (
    event_kind_of,
    harm_of,
    precision_of,
    span_of,
    spans_of,
    speaker_type_of,
    stance_of,
    text_of,
)
from sayso.errors import WrongDecision
from sayso.model.decisions import Decision, DecisionKind, Subject, Target
from sayso.model.facts import Facts
from sayso.model.happening import Event, Figure, Place, When
from sayso.model.speech import Actor, Attribution, Claim, Kind, Speech
from sayso.model.text import Document, Span

LISTS = {
    Target.CLAIM: "claims",
    Target.FIGURE: "figures",
    Target.EVENT: "events",
    Target.SPEAKER: "actors",
}
CORRECTED_HEADS = ("title", "outlet", "byline", "url", "published", "agency")
DAYS = ("from", "to")
BY_HAND = 1.0  # the score of an attribution that a person added

FactKey = tuple[Target, str]
Fact = TypeVar("Fact", Claim, Figure, Event, Actor)


@dataclass
class Followed:
    """The facts of a report as people decided them.

    `changed` has the number of the last decision that added or changed a fact; `accepted` and
    `rejected` that of the last one that said so. Rejected facts are not among the facts, but in a list of
    their own. `renamed` has
    the new id of a fact whose words a person corrected. `orphans` are the numbers of decisions whose
    fact is gone, or that make no sense in these facts; `senseless` says why.
    """

    facts: Facts
    changed: dict[FactKey, int] = field(default_factory=dict)
    accepted: dict[FactKey, int] = field(default_factory=dict)
    rejected: dict[FactKey, int] = field(default_factory=dict)
    renamed: dict[FactKey, str] = field(default_factory=dict)
    orphans: set[int] = field(default_factory=set)
    rejected_facts: list[tuple[Target, Any]] = field(default_factory=list)
    senseless: dict[int, Exception] = field(default_factory=dict)

    def current(self, key: FactKey) -> str:
        """The id that a fact has now."""
        kind, name = key
        while (kind, name) in self.renamed:
            name = self.renamed[kind, name]
        return name

    def rename(self, kind: Target, old: str, new: str) -> None:
        """Let the fact that was called `old` be called `new`."""
        self.is_there(kind, new)
        self.renamed[kind, old] = new

    def is_there(self, kind: Target, name: str) -> None:
        """Let an id be that of a fact again, which another fact may have had before its correction."""
        self.renamed.pop((kind, name), None)


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


def _own_subjects(state: Followed, decision: Decision) -> list[Subject]:
    """The subjects of a decision that are facts of this report."""
    report = state.facts.document.id
    return [one for one in decision.subjects if one.report == report and one.kind in LISTS]


def _find(state: Followed, decision: Decision, subject: Subject) -> Any:
    """The fact that a subject names; None, and an orphan, if it is gone."""
    name = state.current((subject.kind, subject.id))
    for fact in getattr(state.facts, LISTS[subject.kind]):
        if fact.id == name:
            return fact
    state.orphans.add(decision.number)
    return None


def _put(state: Followed, kind: Target, old: Any, new: Any, decision: Decision) -> None:
    """Put a changed fact in the place of another, and its new id wherever the old one is named."""
    listed = LISTS[kind]
    own: Sequence[Any] = getattr(state.facts, listed)
    if old.id != new.id:
        if any(one.id == new.id for one in own):
            raise WrongDecision(
                f"decision {decision.number}: there is such a {kind} already ({new.id})"
            )
        state.rename(kind, old.id, new.id)
    facts = _with(state.facts, listed, (new if one is old else one for one in own))
    state.facts = _renamed(facts, kind, {old.id: new.id}) if old.id != new.id else facts
    state.changed[kind, new.id] = decision.number


def _renamed(facts: Facts, kind: Target, names: Mapping[str, str | None]) -> Facts:
    """The facts, where ids of one kind have new names; None where they are gone."""

    def new(name: str | None) -> str | None:
        return names.get(name, name) if name is not None else None

    claims, figures, events = facts.claims, facts.figures, facts.events
    if kind is Target.SPEAKER:
        claims = tuple(replace(one, speaker=new(one.speaker)) for one in claims)
        events = tuple(
            replace(
                one,
                participants=tuple(replace(who, actor=new(who.actor)) for who in one.participants),
            )
            for one in events
        )
    elif kind is Target.CLAIM:
        figures = tuple(replace(one, claim=new(one.claim)) for one in figures)
    elif kind is Target.EVENT:
        figures = tuple(replace(one, event=new(one.event)) for one in figures)
    elif kind is Target.FIGURE:
        figures = tuple(replace(one, part_of=new(one.part_of)) for one in figures)
    return replace(facts, claims=claims, figures=figures, events=events)


def _correct(state: Followed, decision: Decision) -> None:
    for subject in _own_subjects(state, decision):
        fact = _find(state, decision, subject)
        if fact is not None:
            new = _CORRECTED[subject.kind](state, fact, decision)
            _put(state, subject.kind, fact, new, decision)


def _accept(state: Followed, decision: Decision) -> None:
    for subject in _own_subjects(state, decision):
        fact = _find(state, decision, subject)
        if fact is not None:
            state.accepted[subject.kind, fact.id] = decision.number


def _reject(state: Followed, decision: Decision) -> None:
    for subject in _own_subjects(state, decision):
        key = subject.kind, state.current((subject.kind, subject.id))
        if state.accepted.get(key, 0) > decision.number:
            continue  # somebody accepted it since
        fact = _find(state, decision, subject)
        if fact is not None:
            state.rejected[subject.kind, fact.id] = decision.number
            state.rejected_facts.append((subject.kind, fact))
            listed = LISTS[subject.kind]
            kept = (one for one in getattr(state.facts, listed) if one is not fact)
            facts = _with(state.facts, listed, kept)
            state.facts = _renamed(facts, subject.kind, {fact.id: None})


def _mark(state: Followed, decision: Decision) -> None:
    for subject in _own_subjects(state, decision):
        _find(state, decision, subject)


def _merge(state: Followed, decision: Decision) -> None:
    """Speakers of this report become one, under the fullest name. Events are joined in comparing."""
    found = [(one, _find(state, decision, one)) for one in _own_subjects(state, decision)]
    speakers = [fact for subject, fact in found if fact and subject.kind is Target.SPEAKER]
    if len(speakers) < 2:
        return
    kept = max(speakers, key=lambda one: (one.named, len(one.name)))
    others = [one for one in speakers if one is not kept]
    mentions = sorted({*kept.mentions, *(span for one in others for span in one.mentions)})
    merged = replace(kept, mentions=tuple(mentions), role=_role_of(kept, others))
    _put(state, Target.SPEAKER, kept, merged, decision)
    gone = {one.id for one in others}
    facts = replace(
        state.facts, actors=tuple(one for one in state.facts.actors if one.id not in gone)
    )
    state.facts = _renamed(facts, Target.SPEAKER, dict.fromkeys(gone, merged.id))
    for name in gone:
        state.rename(Target.SPEAKER, name, merged.id)


def _role_of(kept: Actor, others: Sequence[Actor]) -> Span | None:
    """What a merged speaker is: by its own role or another's, or by a name that is none."""
    roles = [one.role for one in (kept, *others) if one.role]
    return next(iter([*roles, *(one.name for one in others if not one.named)]), None)


def _add(state: Followed, decision: Decision) -> None:
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
        precision_of(value.get("kind") or _usual_precision(value.get("low"), value.get("high"))),
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
        given["kind"] = precision_of(_usual_precision(low, high))
    if "harm" in value:
        given["harm"] = harm_of(value["harm"])
    if "span" in value:
        given["span"] = span_of(value["span"], document)
    if "who" in value:
        given["who"] = span_of(value["who"], document) if value["who"] else None
    if "hypothetical" in value:
        given["hypothetical"] = bool(value["hypothetical"])
    return replace(figure, **given)


def _usual_precision(low: int | None, high: int | None) -> str:
    if low is None:
        return "vague" if high is None else "at_most"
    return "at_least" if high is None else "exact" if low == high else "range"


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
        facts = _with(facts, listed, _sorted(getattr(facts, listed), key))
    return facts


def _with(facts: Facts, listed: str, values: Iterable[Any]) -> Facts:
    """The facts with another list of one kind."""
    given: dict[str, Any] = {listed: tuple(values)}
    return replace(facts, **given)


def _sorted(facts: tuple[Any, ...], key: Callable[[Any], Any]) -> tuple[Any, ...]:
    """In order, if something was added; what was read keeps the order that it had."""
    keys = [key(one) for one in facts]
    return tuple(facts) if keys == sorted(keys) else tuple(sorted(facts, key=key))


_WORK: Mapping[DecisionKind, Callable[[Followed, Decision], None]] = {
    DecisionKind.CORRECT: _correct,
    DecisionKind.ACCEPT: _accept,
    DecisionKind.MERGE: _merge,
    DecisionKind.SPLIT: _mark,
    DecisionKind.ADD: _add,
    DecisionKind.RELIABILITY: _mark,
    DecisionKind.CREDIBILITY: _mark,
    DecisionKind.SIDE: _mark,
    DecisionKind.NOTE: _mark,
}
_CORRECTED: Mapping[Target, Callable[[Followed, Any, Decision], Any]] = {
    Target.CLAIM: _corrected_claim,
    Target.FIGURE: _corrected_figure,
    Target.EVENT: _corrected_event,
    Target.SPEAKER: _corrected_speaker,
}
