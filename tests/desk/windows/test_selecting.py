"""Words of a report: chosen by keys and by mouse, counted in code points whatever they are."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from sayso.case.case import Case
from tests.case.invented import read_by_hand, text_of
from tests.desk.window import Window, window

TEXT = f"🚑🇺🇦 At once\u200b 👩‍👩‍👧 came. {text_of(0)}"


@pytest.fixture
def at(browser: Any, tmp_path: Path) -> Iterator[Window]:
    report = tmp_path / "report.txt"
    report.write_text(TEXT, encoding="utf-8")
    path = tmp_path / "velden.sayso"
    with Case.open(path, make=True, author="ann") as case:
        case.add(str(report), extract=read_by_hand)
        (row,) = case.query("SELECT id FROM report")
    with window(browser, path) as opened:
        opened.open(f"/reports/{row['id']}")
        yield opened


def text(at: Window) -> str:
    with Case.open(at.path) as case:
        found: str = case.query("SELECT text FROM report")[0]["text"]
        return found


def chosen(at: Window) -> str:
    """The words in the bar, when it has followed the last key."""
    at.page.evaluate("new Promise((good) => requestAnimationFrame(() => setTimeout(good)))")
    return str(at.page.locator(".words-bar bdi").inner_text())


def span_of(at: Window) -> str:
    """The words at the span of the last decision."""
    value = at.decisions()[-1].value
    (start, end), *_ = value.get("content") or [value["span"]]
    return text(at)[start:end]


def test_the_words_of_a_claim_are_mended_by_keys(at: Window) -> None:
    at.focus(".thing[data-thing=claim] >> nth=0")
    at.press("]")
    at.page.wait_for_selector(".words-bar button >> text=Save")
    before = chosen(at)
    at.press("[", "[")
    assert before.startswith(chosen(at))
    at.press("Alt+[")
    words = chosen(at)
    at.press("Enter")
    at.said()
    assert span_of(at) == words
    assert at.decisions()[-1].kind == "correct"
    assert at.focused().startswith(at.page.locator(".report-text").get_attribute("data-report"))


def test_the_beginning_of_a_claim_is_mended_by_braces(at: Window) -> None:
    at.focus(".thing[data-thing=claim] >> nth=0")
    at.press("}")
    at.page.wait_for_selector(".words-bar button >> text=Save")
    later = chosen(at)
    at.press("{")
    before = chosen(at)
    assert before.endswith(later)
    assert len(before) > len(later)
    at.press("Alt+Shift+BracketRight")
    assert chosen(at) == before[1:]
    at.press("Alt+Shift+BracketLeft", "{", "Enter")
    at.said()
    words = span_of(at)
    assert words.endswith(before)
    assert len(words) > len(before)


def test_words_chosen_by_arrows_are_added_as_a_claim(at: Window) -> None:
    at.press("v", "ArrowRight", "ArrowRight")
    for _ in range(4):
        at.press("Shift+ArrowRight")
    words = chosen(at)
    assert words == "At once\ufffc 👩‍👩‍👧 came"
    at.press("+")
    at.page.select_option("dialog select >> nth=0", "denies")
    at.page.fill("dialog input >> nth=0", "Ilsa Marn")
    at.page.click("dialog .sends")
    at.said()
    made = at.decisions()[-1]
    assert made.kind == "add"
    assert span_of(at).replace("\u200b", "") == words.replace("\ufffc", "")
    start, end = made.value["source"]
    assert text(at)[start:end] == "Ilsa Marn"


def test_words_chosen_by_mouse_are_added_as_a_figure(at: Window) -> None:
    place = at.page.locator(".report-text [data-start]", has_text="12").last
    place.dblclick()
    at.page.evaluate(
        "() => { const at = document.createTreeWalker(document.querySelector('.report-text'), 4);"
        "while (at.nextNode()) { const i = at.currentNode.data.indexOf('12 people');"
        "const j = i < 0 ? at.currentNode.data.indexOf('12') : i;"
        "if (j >= 0) { getSelection().setBaseAndExtent(at.currentNode, j, at.currentNode, j + 2); break; } } }"
    )
    at.page.click(".words-bar button >> text=Add a figure")
    at.page.select_option("dialog select >> nth=1", "injured")
    at.page.click("dialog .sends")
    at.said()
    made = at.decisions()[-1]
    assert span_of(at) == "12"
    assert (made.value["low"], made.value["high"], made.value["harm"]) == (12, 12, "injured")


def test_words_that_do_not_stand_in_the_report_are_turned_down(at: Window) -> None:
    at.focus(".thing[data-thing=claim] >> nth=0")
    at.press("e")
    at.page.fill("dialog textarea >> nth=0", "words of nobody 🚑")
    at.page.click("dialog .sends")
    at.page.wait_for_selector("dialog [role=alert] >> text=do not stand in the report")
    assert at.decisions() == []
