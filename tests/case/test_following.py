"""What decisions change in the facts of a report."""

from dataclasses import replace

import pytest

from sayso.case.decided import DecisionIndex
from sayso.case.following import followed
from sayso.errors import WrongDecision
from sayso.model.decisions import Decision, DecisionKind, Subject, Target
from sayso.model.speech import Stance
from sayso.model.text import Document, Span
from tests.case.invented import marked, text_of

FACTS = marked(Document("report.txt", text_of(0), language="en"))
ACCUSED, DENIED, COUNTED = FACTS.claims
FIGURE = FACTS.figures[0]


def on(fact, kind=Target.CLAIM) -> Subject:
    return Subject(kind, fact.id, FACTS.document.id, words="words")


def decision(number, kind, *subjects, undoes=None, **value) -> Decision:
    return Decision(number, "2031-03-05T10:00:00Z", "ann", kind, subjects, value, "", undoes)


def at(words) -> list[int]:
    start = FACTS.document.text.index(words)
    return [start, start + len(words)]


def test_a_corrected_stance_keeps_the_claim():
    state = followed(FACTS, [decision(1, DecisionKind.CORRECT, on(ACCUSED), stance="asserts")])
    claim = next(one for one in state.facts.claims if one.id == ACCUSED.id)
    assert claim.stance is Stance.ASSERTS
    assert state.changed == {(Target.CLAIM, ACCUSED.id): 1}
    assert len(state.facts.claims) == len(FACTS.claims)


def test_the_last_correction_counts():
    state = followed(
        FACTS,
        [
            decision(1, DecisionKind.CORRECT, on(ACCUSED), stance="asserts"),
            decision(2, DecisionKind.CORRECT, on(ACCUSED), stance="doubts"),
        ],
    )
    assert next(one for one in state.facts.claims if one.id == ACCUSED.id).stance is Stance.DOUBTS


def test_a_corrected_span_gives_a_new_id_that_old_decisions_find():
    words = at("shelled the Velden market")
    state = followed(
        FACTS,
        [
            decision(1, DecisionKind.CORRECT, on(COUNTED), content=[words]),
            decision(2, DecisionKind.CORRECT, on(COUNTED), stance="doubts"),
        ],
    )
    new = state.current((Target.CLAIM, COUNTED.id))
    claim = next(one for one in state.facts.claims if one.id == new)
    assert new != COUNTED.id
    assert claim.content == (Span(*words),)
    assert claim.stance is Stance.DOUBTS
    assert state.facts.figures[0].claim == new


def test_a_rejected_claim_is_named_by_no_figure():
    state = followed(FACTS, [decision(1, DecisionKind.REJECT, on(COUNTED))])
    assert COUNTED.id not in {one.id for one in state.facts.claims}
    assert state.facts.figures[0].claim is None
    assert state.rejected_facts == [(Target.CLAIM, COUNTED)]


def test_a_corrected_figure_has_the_numbers_that_a_person_gave():
    state = followed(
        FACTS, [decision(1, DecisionKind.CORRECT, on(FIGURE, Target.FIGURE), low=10, high=14)]
    )
    figure = state.facts.figures[0]
    assert (figure.low, figure.high, figure.kind.value) == (10, 14, "range")
    assert figure.span == FIGURE.span


def test_speakers_of_one_report_that_are_merged_are_one():
    one, two = FACTS.actors[0], FACTS.actors[1]
    state = followed(
        FACTS, [decision(1, DecisionKind.MERGE, on(one, Target.SPEAKER), on(two, Target.SPEAKER))]
    )
    assert len(state.facts.actors) == len(FACTS.actors) - 1
    assert {one.speaker for one in state.facts.claims[:2]} == {one.id}
    kept = next(actor for actor in state.facts.actors if actor.id == one.id)
    assert set(kept.mentions) == {*one.mentions, *two.mentions}


def test_a_claim_that_a_person_adds_has_its_source():
    report = Subject(Target.REPORT, FACTS.document.id, FACTS.document.id)
    state = followed(
        FACTS,
        [
            decision(
                1,
                DecisionKind.ADD,
                report,
                what="claim",
                content=[at("Shells fell on Velden")],
                source=at("Ilsa Marn"),
                stance="asserts",
            )
        ],
    )
    added = next(one for one in state.facts.claims if one.content[0].start == 0)
    assert added.speaker == FACTS.claims[0].speaker
    assert state.changed[Target.CLAIM, added.id] == 1
    assert len(state.facts.attributions) == len(FACTS.attributions) + 1
    assert [one.content[0].start for one in state.facts.claims] == sorted(
        one.content[0].start for one in state.facts.claims
    )


def test_a_decision_on_a_fact_that_is_gone_is_an_orphan_and_touches_nothing():
    gone = Subject(Target.CLAIM, "0" * 12, FACTS.document.id, words="it had shelled the market")
    state = followed(FACTS, [decision(1, DecisionKind.REJECT, gone)])
    assert state.orphans == {1}
    assert state.facts == FACTS


@pytest.mark.parametrize(
    "value",
    [
        {"content": [[5, 2]]},
        {"content": [[0, 10_000]]},
        {"content": []},
        {"content": [[0, 5], [3, 9]]},
        {"stance": "shouts"},
    ],
    ids=["turned", "outside", "none", "overlapping", "no stance"],
)
def test_a_value_that_makes_no_sense_is_turned_down(value):
    state = followed(FACTS, [decision(1, DecisionKind.CORRECT, on(ACCUSED), **value)])
    assert state.facts == FACTS
    assert state.orphans == {1}
    assert isinstance(state.senseless[1], WrongDecision)


def test_an_undo_can_be_undone():
    first = decision(1, DecisionKind.REJECT, on(ACCUSED))
    undo = decision(2, DecisionKind.UNDO, undoes=1)
    again = decision(3, DecisionKind.UNDO, undoes=2)
    assert DecisionIndex([first, undo]).in_force == []
    assert DecisionIndex([first, undo, again]).in_force == [first]


def test_merged_speakers_have_the_fullest_name():
    one, two = FACTS.actors[2], FACTS.actors[0]
    assert not one.named
    state = followed(
        FACTS, [decision(1, DecisionKind.MERGE, on(one, Target.SPEAKER), on(two, Target.SPEAKER))]
    )
    kept = next(actor for actor in state.facts.actors if actor.id == two.id)
    assert kept.named
    assert one.name in kept.mentions
    assert kept.role == (two.role or one.role or one.name)
    assert state.current((Target.SPEAKER, one.id)) == two.id


def test_a_merged_speaker_can_be_given_the_name_of_the_other():
    one, two = FACTS.actors[0], FACTS.actors[1]
    state = followed(
        FACTS,
        [
            decision(1, DecisionKind.MERGE, on(one, Target.SPEAKER), on(two, Target.SPEAKER)),
            decision(
                2,
                DecisionKind.CORRECT,
                on(one, Target.SPEAKER),
                name=[two.name.start, two.name.end],
            ),
        ],
    )
    assert two.id in {actor.id for actor in state.facts.actors}
    assert state.current((Target.SPEAKER, one.id)) == two.id
    assert state.current((Target.SPEAKER, two.id)) == two.id


def test_a_figure_that_a_person_adds_is_of_the_claim_around_it():
    report = Subject(Target.REPORT, FACTS.document.id, FACTS.document.id)
    words = at("people were killed")
    state = followed(
        FACTS, [decision(1, DecisionKind.ADD, report, what="figure", span=words, low=3)]
    )
    added = next(one for one in state.facts.figures if one.span == Span(*words))
    assert added.claim == COUNTED.id


def test_a_kind_of_event_is_one_that_sayso_knows():
    made = decision(1, DecisionKind.CORRECT, on(FACTS.events[0], Target.EVENT))
    state = followed(FACTS, [replace(made, value={"kind": "nonsense"})])
    assert state.facts == FACTS
    assert "no kind of event" in str(state.senseless[1])
