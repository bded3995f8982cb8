"""Keys: never where somebody types, changed by a person, switched off as WCAG 2.1.4 asks."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.case.invented import made_case
from tests.desk.window import Window, window

KEY = "dialog .key-of[aria-label^='{}']"


@pytest.fixture
def at(browser: Any, tmp_path: Path) -> Iterator[Window]:
    with window(browser, made_case(tmp_path)) as opened:
        yield opened


def rebind(at: Window, words: str, key: str) -> str:
    at.page.locator(KEY.format(words)).click()
    at.press(key)
    return str(at.page.locator("dialog [role=status]").first.inner_text())


def test_keys_do_nothing_where_somebody_types_or_with_control(at: Window) -> None:
    at.focus(".thing")
    at.press("Control+a", "Meta+x")
    at.press("/")
    at.page.keyboard.type("axjn?u")
    assert at.page.input_value(".desk-search input") == "axjn?u"
    assert at.page.locator("dialog[open]").count() == 0
    assert at.decisions() == []


def test_a_person_changes_keys_and_no_key_has_two_meanings(at: Window) -> None:
    at.press("?")
    assert "already" in rebind(at, "Accept", "x")
    assert "now" in rebind(at, "Accept", "q")
    assert "browser" in rebind(at, "Merge with", "PageDown")
    at.press("Escape")
    at.page.reload()
    at.page.wait_for_selector("html.desk-ready")
    at.focus(".thing")
    at.press("a", "q")
    at.page.wait_for_selector(".toast button >> text=Undo")
    assert len(at.decisions()) == 1


def test_single_letters_can_be_switched_off(at: Window) -> None:
    at.press("?")
    at.page.locator("dialog .letters input").uncheck()
    at.press("Escape")
    at.page.reload()
    at.page.wait_for_selector("html.desk-ready")
    at.focus(".thing")
    at.press("a", "?", "n", " ")
    assert at.page.locator("dialog[open]").count() == 0
    at.press("ArrowDown")
    assert at.focused() != at.page.locator(".thing").first.get_attribute("data-name")
    at.press("Enter")
    at.page.wait_for_url("**/points/**")
    assert at.decisions() == []


def test_g_and_a_letter_lead_to_a_view(at: Window) -> None:
    at.press("g", "d")
    at.page.wait_for_url("**/reports")
    at.page.wait_for_selector("html.desk-ready")
    at.press("g", "Escape", "p")
    assert at.page.url.endswith("/reports")
