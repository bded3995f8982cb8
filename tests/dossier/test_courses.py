"""How a count changed, as the page shows it."""

from dataclasses import replace

import pytest

from sayso.compare.comparison import compare
from sayso.dossier.courses import CourseShown
from sayso.dossier.html import render_dossier
from sayso.dossier.page import dossier_page
from sayso.extract.extracting import extract
from sayso.model.comparison import Comparison, Quote
from sayso.model.facts import Facts
from sayso.model.text import Document, Span

FLOOD = "The dam above Selm burst and killed {} people. {} will tell more of it."


def compared(*reports: tuple[str, str, str | None]) -> Comparison:
    return compare(
        extract(
            Document(
                f"{outlet}.txt", FLOOD.format(number, outlet), outlet=outlet, published=published
            )
        )
        for number, outlet, published in reports
    )


def course(comparison: Comparison) -> CourseShown | None:
    (toll,) = dossier_page(comparison).tolls
    return toll.course


GREW = (("20", "Gazette", "2031-05-04T08:00Z"), ("35", "Review", "2031-05-04T22:00Z"))


def test_a_course_is_told_in_words_with_the_time_of_each_saying() -> None:
    made = course(compared(*GREW[::-1]))
    assert made
    assert made.outcome == "the count grew"
    assert [(one.word, one.day) for one in made.steps] == [
        ("first count", "4 May 2031, 08:00 +00:00"),
        ("update", "4 May 2031, 22:00 +00:00"),
    ]
    assert [[each.words.pieces[0] for each in one.figures] for one in made.steps] == [
        ["20"],
        ["35"],
    ]


@pytest.mark.parametrize(
    ("reports", "turn"),
    [
        ((("35", "Gazette", "2031-05-04"), ("20", "Gazette", "2031-05-05")), "corrected"),
        ((("20", "Gazette", "2031-05-04"), ("35", "Review", "2031-05-04")), "counts differ"),
        ((("20", "Gazette", None), ("35", "Review", None)), None),
    ],
)
def test_what_a_course_comes_to(
    reports: tuple[tuple[str, str, str | None], ...], turn: str
) -> None:
    made = course(compared(*reports))
    assert made
    assert made.outcome == turn


def test_a_count_that_never_changed_has_no_course() -> None:
    assert course(compared(("20", "Gazette", "2031-05-04"), ("20", "Review", "2031-05-05"))) is None


def test_who_agrees_on_one_day_is_one_step() -> None:
    made = course(
        compared(*GREW, *(("35", name, "2031-05-06") for name in ("Echo", "Herald", "Post")))
    )
    assert made
    assert [len(one.figures) for one in made.steps] == [1, 1, 3]


def test_the_page_shows_it_as_a_list_in_order_and_not_by_colour_alone() -> None:
    text = render_dossier(compared(*GREW))
    assert "How the count changed" in text
    assert text.index("</span> first count") < text.index("</span> update")
    assert "the count grew" in text


def test_no_word_of_a_report_is_markup_there() -> None:
    comparison = compared(*GREW)
    hostile = tuple(
        replace(toll, course=tuple(replace(one, why="</ol><script>x") for one in toll.course))
        for toll in comparison.tolls
    )
    assert "</ol><script>" not in render_dossier(replace(comparison, tolls=hostile))


def test_the_words_for_a_day_may_stand_in_another_report() -> None:
    comparison = compared(*GREW)
    short = Document("a.txt", "On Monday.")
    day = Quote(short.id, Span(3, 9))
    steps = tuple(replace(step, dated=day) for step in comparison.tolls[0].course)
    tolls = tuple(replace(toll, course=steps) for toll in comparison.tolls)
    made = course(replace(comparison, facts=(*comparison.facts, Facts(short)), tolls=tolls))
    assert made
    assert {one.dated for one in made.steps} == {"Monday"}
