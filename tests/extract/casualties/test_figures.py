"""How many, and what happened to them: hand-made sentences with what should be read."""

import json
from pathlib import Path
from typing import Any

import pytest

from sayso.extract.body import article_text
from sayso.extract.casualties import injured_then_died
from sayso.extract.casualties.figures import find_figures
from sayso.extract.events.events import find_events
from sayso.model.happening import Harm
from sayso.model.text import Document, Span
from tests.costs import check_linear

CASES = [
    json.loads(line)
    for line in (Path(__file__).parents[2] / "cases/figures.jsonl").read_text("utf-8").splitlines()
]


def read(text: str) -> list[list[Any]]:
    document = Document("note.txt", text)
    figures = find_figures(text, ())
    place = {one.id: number for number, one in enumerate(figures)}
    return [
        [
            document[one.span],
            one.low,
            one.high,
            one.harm and str(one.harm),
            document[one.who] if one.who else None,
            *([f"part of {place[one.part_of]}"] if one.part_of else []),
            *(["hypothetical"] if one.hypothetical else []),
        ]
        for one in figures
    ]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:50])
def test_case(case: dict[str, Any], request: pytest.FixtureRequest) -> None:
    if case.get("sort") == "known failure":
        request.applymarker(pytest.mark.xfail(strict=True, reason=case["why"]))
    assert read(case["text"]) == case["figures"]


def test_a_figure_belongs_to_the_event_of_its_harm() -> None:
    document = Document("note.txt", "The blast on 3 May 2021 killed 12 people. A fire broke out.")
    events = find_events(document.text, (), None)
    (figure,) = find_figures(document.text, events)
    (event,) = [one for one in events if one.id == figure.event]
    assert document[event.trigger] == "blast"


def test_what_is_not_of_the_article_is_not_counted() -> None:
    text = "A mine killed 12 people.\nMore: 30 people killed in fire."
    document = Document("note.txt", text, furniture=(Span(25, len(text)),))
    assert [one.low for one in find_figures(article_text(document), ())] == [12]


def test_who_died_is_left_open_among_too_many_people(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "A man was shot in Orle on Monday. The victim died."
    assert [one.harm for one in find_figures(text, ())] == [Harm.KILLED, Harm.KILLED]
    monkeypatch.setattr(injured_then_died, "MAX_PEOPLE_COMPARED", 1)
    assert [one.harm for one in find_figures(text, ())] == [Harm.INJURED, Harm.KILLED]


def test_any_text_is_read_in_reasonable_time() -> None:
    units = (
        "may kill 2 men (a) and a guard, Ana Roll, 34, ",
        "12 men may die, including 2 girls, and be hurt or killed ",
    )
    check_linear(lambda text: find_figures(text, ()), units)


def test_a_long_sentence_takes_no_more_time_for_a_word_than_a_short_one() -> None:
    unit = "killed 12 and 13 and "
    assert find_figures(unit, ())
    check_linear(lambda text: find_figures(text, ()), [unit], sizes=(15_000, 60_000))
