"""Places count code points: the module that changes UTF-16 units into them, in a real browser."""

from importlib.resources import files
from typing import Any

import pytest

PLACES = files("sayso.desk").joinpath("static", "places.js").read_text("utf-8")
TEXT = "🚑🚑 It  said\n“no one 👩‍👩‍👧 died”. It said more."


@pytest.fixture(scope="module")
def run(browser: Any) -> Any:
    context = browser.new_context()
    page = context.new_page()
    page.route(
        "**/*",
        lambda route: route.fulfill(
            body="<!doctype html><title>x</title>", content_type="text/html"
        ),
    )
    page.route(
        "**/places.js", lambda route: route.fulfill(body=PLACES, content_type="text/javascript")
    )
    page.goto("http://places.test/")
    yield lambda name, *given: page.evaluate(
        "async ([name, given]) => (await import('/places.js'))[name](...given)", [name, given]
    )
    context.close()


def test_units_and_points_are_changed_both_ways(run: Any) -> None:
    for points in range(len(TEXT) + 1):
        units = len(TEXT[:points].encode("utf-16-le")) // 2
        assert run("toUnits", TEXT, points) == units
        assert run("toPoints", TEXT, units) == points
    assert run("toPoints", "a🚑b", 2) == 1  # within a pair


@pytest.mark.parametrize(
    ("words", "near", "found"),
    [
        ("It said", 0, "It  said"),
        ("It said", 30, "It said"),
        ("no one 👩‍👩‍👧 died", 0, "no one 👩‍👩‍👧 died"),
        ("It said (more)", 0, None),
        (".*", 0, None),
        ("", 0, None),
    ],
)
def test_words_are_found_nearest_to_a_place(
    run: Any, words: str, near: int, found: str | None
) -> None:
    span = run("find", TEXT, words, near)
    assert (span and TEXT[slice(*span)]) == found


def test_the_parts_of_a_content_are_found_in_order(run: Any) -> None:
    spans = run("findAll", TEXT, "said … no one … It said", 0)
    assert [TEXT[slice(*one)] for one in spans] == ["said", "no one", "It said"]
    assert spans == sorted(spans)
    assert run("findAll", TEXT, "died … no one", 0) is None


def test_words_end_where_a_reader_sees_them_end(run: Any) -> None:
    points = list("Don’t go, said O’Neil 🚑.")
    assert "".join(points[: run("wordAfter", points, 0)]) == "Don’t"
    assert "".join(points[: run("wordAfter", points, 8)]) == "Don’t go,"
    assert "".join(points[run("wordBefore", points, 21) :]) == "O’Neil 🚑."
    flags = list("🇺🇦👩‍👩‍👧é")
    assert "".join(flags[: run("wordAfter", flags, 0)]) == "🇺🇦"
    assert "".join(flags[: run("characterBefore", flags, len(flags) - 1)]) == "🇺🇦"
    assert run("wordAfter", points, len(points)) == len(points)
    assert run("wordBefore", points, 0) == 0
    assert run("trimmed", list("  a "), [0, 4]) == [2, 3]
    assert run("trimmed", list("   "), [0, 3]) is None
