"""A page follows the case while it is open, and takes nothing from under anybody's hands."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from sayso.case.case import Case
from tests.case.invented import made_case
from tests.desk.window import Window, window


@pytest.fixture
def at(browser: Any, tmp_path: Path) -> Iterator[Window]:
    with window(browser, made_case(tmp_path)) as opened:
        yield opened


def decide(at: Window, *what: str, **more: Any) -> None:
    with Case.open(at.path, author="ben") as case:
        case.decide(*what, **more)


def test_what_another_decides_shows_in_every_tab_and_the_focus_stays(at: Window) -> None:
    first, second = at.page, at.context.new_page()
    second.goto(at.base)
    at.open("/")
    at.press("j", "j")
    name = at.focused()
    decide(at, "reject", name)
    for page in (first, second):
        page.wait_for_selector(f"[data-name='{name}'].rejected")
    assert at.focused() == name
    first.close()
    other = second.locator(f".thing:not([data-name='{name}'])").first.get_attribute("data-name")
    decide(at, "note", other, value={"text": "seen"})  # the tab that listened for both is gone
    second.wait_for_selector(f"[data-name='{other}'] .note >> nth=0")


def test_a_page_waits_while_somebody_types_in_it(at: Window) -> None:
    at.open("/add")
    box = at.page.locator("main textarea").first
    box.focus()
    at.page.keyboard.type("half a sen")
    with Case.open(at.path) as case:
        name = case.query("SELECT id FROM point")[0]["id"]
    decide(at, "accept", name)
    at.page.wait_for_selector("#state >> text=This page follows when you have finished here.")
    at.page.keyboard.type("tence")
    assert box.input_value() == "half a sentence"
    box.blur()
    at.settled()


def test_an_open_dialog_and_open_folds_stay(at: Window) -> None:
    at.open("/reports")
    at.press("j", "Enter")
    at.page.wait_for_url("**/reports/*")
    at.page.wait_for_selector("html.desk-ready")
    fold = at.page.locator("details:not([open])").first
    summary = fold.locator("summary").inner_text()
    fold.locator("summary").click()
    name = at.focus(".thing[data-thing=claim]")
    at.press("n")
    at.page.keyboard.type("mine")
    decide(at, "reject", name)
    at.page.wait_for_selector(".rejected")
    at.settled()
    assert at.page.input_value("dialog textarea") == "mine"
    assert at.page.locator("details[open] > summary", has_text=summary).count() >= 1


def test_it_says_when_the_desk_is_closed(at: Window) -> None:
    at.page.route("**/events", lambda route: route.abort())
    at.page.reload()
    at.page.wait_for_selector("#state >> text=The desk has stopped")
    at.page.unroute("**/events")
    at.page.wait_for_selector("#state:empty", state="attached")
