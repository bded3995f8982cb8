"""Chains of decisions on one fact: corrected back, taken up again, senseless in another reading."""

from typing import Any

from sayso.case.following import followed
from sayso.model.decisions import DecisionKind, Subject, Target
from sayso.model.text import Document
from tests.case.invented import marked, text_of

FACTS = marked(Document("report.txt", text_of(0), language="en"))
FIGURE = FACTS.figures[0]
CLAIM = FACTS.claims[0]


def on(name, kind=Target.FIGURE) -> Any:
    return Subject(kind, name, FACTS.document.id, words="words")


def decision(number, kind, *subjects, **value) -> Any:
    from sayso.model.decisions import Decision

    return Decision(number, "2031-03-05T10:00:00Z", "ann", kind, subjects, value)


def moved(number, name, start, end) -> Any:
    return decision(number, DecisionKind.CORRECT, on(name), span=[start, end])


def id_at(*decisions) -> str:
    (figure,) = followed(FACTS, decisions).facts.figures
    return figure.id


def test_a_span_that_is_corrected_back_has_its_first_id_again():
    first = moved(1, FIGURE.id, 0, 6)
    back = moved(2, id_at(first), FIGURE.span.start, FIGURE.span.end)
    state = followed(FACTS, [first, back])
    assert state.facts.figures == FACTS.figures
    assert state.current((Target.FIGURE, FIGURE.id)) == FIGURE.id
    assert state.current((Target.FIGURE, id_at(first))) == FIGURE.id


def test_a_decision_finds_the_fact_that_was_added_where_another_one_stood():
    report = Subject(Target.REPORT, FACTS.document.id, FACTS.document.id)
    span = [FIGURE.span.start, FIGURE.span.end]
    state = followed(
        FACTS,
        [
            moved(1, FIGURE.id, 0, 6),
            decision(
                2, DecisionKind.ADD, report, what="figure", span=span, low=3, high=3, harm="killed"
            ),
            decision(3, DecisionKind.CORRECT, on(FIGURE.id), low=4, high=4),
        ],
    )
    assert {(one.span.start, one.low) for one in state.facts.figures} == {
        (0, FIGURE.low),
        (span[0], 4),
    }


def test_of_a_verdict_and_another_one_the_last_counts():
    rejected = decision(1, DecisionKind.REJECT, on(CLAIM.id, Target.CLAIM))
    accepted = decision(2, DecisionKind.ACCEPT, on(CLAIM.id, Target.CLAIM))
    again = decision(3, DecisionKind.REJECT, on(CLAIM.id, Target.CLAIM))
    state = followed(FACTS, [rejected, accepted])
    assert CLAIM in state.facts.claims
    assert state.accepted == {(Target.CLAIM, CLAIM.id): 2}
    assert not state.rejected
    assert CLAIM not in followed(FACTS, [rejected, accepted, again]).facts.claims


def test_what_was_accepted_stays_so_when_its_words_are_corrected():
    state = followed(
        FACTS, [decision(1, DecisionKind.ACCEPT, on(FIGURE.id)), moved(2, FIGURE.id, 0, 6)]
    )
    assert state.accepted == {(Target.FIGURE, state.facts.figures[0].id): 1}


def test_a_decision_that_makes_no_sense_in_this_reading_stops_no_other():
    report = Subject(Target.REPORT, FACTS.document.id, FACTS.document.id)
    content = [[0, 6]]
    state = followed(
        FACTS,
        [
            decision(1, DecisionKind.ADD, report, what="claim", content=content, speaker="gone"),
            decision(2, DecisionKind.CORRECT, on(CLAIM.id, Target.CLAIM), stance="doubts"),
        ],
    )
    assert state.orphans == {1}
    assert state.changed == {(Target.CLAIM, CLAIM.id): 2}
    assert len(state.facts.claims) == len(FACTS.claims)
