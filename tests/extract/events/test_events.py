"""What happened, who did it to whom, and when: hand-made sentences with what should be read."""

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.extract.events.events import find_events
from sayso.extract.events.times import find_times
from sayso.model.happening import Event
from sayso.model.text import Document
from tests.cases_read import cases
from tests.costs import check_linear

SAID = "on Monday , had been will to said that sold by the attack in Orle and its launch plans ."
PIECES = st.sampled_from([*SAID.split(), "\n"])


def events(text: str, published: str | None = None) -> tuple[Document, tuple[Event, ...]]:
    document = Document("note.txt", text, published=published)
    return document, find_events(text, find_times(text, document.day), document.day)


@pytest.mark.parametrize("case", cases("events"))
def test_case(case: dict[str, Any]) -> None:
    document, found = events(case["text"], case["published"])
    told = [one for one in found if document[one.trigger] == case["event"]]
    if case["kind"] is None:
        assert told == []
        return
    (one,) = told
    days = [str(one.when.first), str(one.when.last)] if one.when else None
    assert (one.kind, days, one.negated) == (case["kind"], case["days"], case["negated"])


@pytest.mark.parametrize("case", cases("days"))
def test_days_of_events(case: dict[str, Any]) -> None:
    document, found = events(case["text"], case["published"])
    last = {document[event.trigger]: event.when for event in found}
    days = {
        word: [str(when.first), str(when.last)] if when else [None, None]
        for word, when in last.items()
    }
    assert [[word, *days[word]] for word, _, _ in case["events"]] == case["events"]


def test_a_day_that_no_words_tell_is_read_off_the_verb() -> None:
    document, (one,) = events("The mayor resigned.", "2031-05-09")
    assert one.when
    assert document[one.when.span] == "resigned"


@pytest.mark.parametrize(
    ("text", "trigger", "who"),
    [
        ("The army attacked Orle.", "attacked", {"agent": "The army", "target": "Orle"}),
        ("Orle was attacked by the army.", "attacked", {"agent": "the army", "target": "Orle"}),
        (
            "Officials said rebels killed two men.",
            "killed",
            {"agent": "rebels", "target": "two men"},
        ),
        ("On Tuesday two men died.", "died", {"target": "two men"}),
        ("The attack was long.", "attack", {}),
    ],
)
def test_who_did_it_and_to_whom(text: str, trigger: str, who: dict[str, str]) -> None:
    document, found = events(text, "2031-05-09")
    (one,) = [each for each in found if document[each.trigger] == trigger]
    assert {part.role: document[part.span] for part in one.participants} == who


@given(st.lists(PIECES, max_size=40).map(" ".join), st.sampled_from([None, "2031-05-09"]))
def test_triggers_stand_apart_and_in_order(text: str, published: str | None) -> None:
    _, found = events(text, published)
    spans = [one.trigger for one in found]
    assert spans == sorted(spans)
    assert not any(left.touches(right) for left, right in pairwise(spans))


def test_the_time_it_takes_grows_with_the_text() -> None:
    units = (
        "sold ",
        "on Monday sold, ",
        "in Orle, ",
        "had been ",
        "a",
        "Orle’s ",
        "shot in Orle. ",
    )
    check_linear(lambda text: events(text, "2031-05-09"), units)


def test_a_sentence_full_of_events_and_times_is_read_in_reasonable_time() -> None:
    check_linear(lambda text: events(text, "2031-05-09"), ["on Monday sold, "], sizes=(250, 1_000))
