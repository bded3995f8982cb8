"""Moving by keys: to words, to decisions, and never under the bar or what floats at the foot."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from sayso.case.case import Case
from sayso.desk.desk import PER_PAGE
from tests.case.invented import made_case
from tests.desk.window import Window, window

PHONE = {"width": 390, "height": 844}
BOX = "(() => { const box = %s.getBoundingClientRect(); return [box.top, box.bottom, box.left, box.right]; })()"


@pytest.fixture
def at(browser: Any, tmp_path: Path) -> Iterator[Window]:
    with window(browser, made_case(tmp_path)) as opened:
        yield opened


def box(at: Window, selector: str) -> Any:
    """Where an element is: its top, bottom, left and right."""
    return at.page.evaluate(BOX % f"document.querySelector('{selector}')")


def focused(at: Window) -> Any:
    return at.page.evaluate(BOX % "document.activeElement")


def test_enter_opens_the_words_of_a_claim(at: Window) -> None:
    name = at.focus(".thing[data-thing=point]")
    at.press("Enter")
    at.page.wait_for_url(f"**/points/{name}*")
    at.page.wait_for_selector("html.desk-ready")
    claim = at.focus(".thing[data-thing=claim]")
    at.press("Enter")
    at.page.wait_for_url("**at=*")
    assert f"/reports/{claim.split('/')[0]}?at=" in at.page.url
    assert at.page.locator(".report-text .lit").count() > 0


def test_a_decision_far_back_is_found_each_time(at: Window) -> None:
    with Case.open(at.path, author="ben") as case:
        point = case.query("SELECT id FROM point ORDER BY id")[0]["id"]
        made = [case.decide("note", point, value={"text": f"{n}"}) for n in range(PER_PAGE + 1)]
    for _ in range(2):
        at.open("/")
        at.page.goto(f"{at.base}/decisions#d{made[0].number}")
        at.page.wait_for_url(f"**/decisions?page=2#d{made[0].number}")
        at.page.wait_for_selector(f"#d{made[0].number}:focus")


def test_a_decision_that_is_not_there_is_looked_for_once(at: Window) -> None:
    gone: list[str] = []
    at.page.on("framenavigated", lambda frame: gone.append(frame.url))
    at.page.goto(f"{at.base}/decisions#d99999")
    at.page.wait_for_timeout(1000)
    assert len(gone) == 2
    assert "Decisions" in at.page.locator("h1").inner_text()


@pytest.mark.parametrize("address", ["/points", "/speakers", "/search?q=market"])
def test_on_a_phone_the_focus_is_never_under_the_bar(at: Window, address: str) -> None:
    at.page.set_viewport_size(PHONE)
    at.open(address)
    bar = box(at, ".desk-bar")[1]
    assert bar > 60
    for key in "jjjjjjjjkkkkkkkk":
        at.press(key)
        top, bottom, *_ = focused(at)
        assert top >= bar, key
        assert bottom <= PHONE["height"] or bottom - top > PHONE["height"] / 2


def test_on_a_phone_the_focus_is_never_under_what_floats_at_the_foot(at: Window) -> None:
    at.page.set_viewport_size(PHONE)
    at.open("/search?q=market")
    at.press("j", "Space", "j", "Space")
    at.page.evaluate("document.getElementById('state').textContent = 'Comparing. '.repeat(20)")
    at.page.evaluate("new Promise((good) => requestAnimationFrame(() => setTimeout(good)))")
    foot = box(at, "#foot")[0]
    for _ in range(6):
        at.press("j")
        assert focused(at)[1] <= foot


def test_what_stands_beside_a_report_is_below_the_bar(at: Window) -> None:
    at.page.set_viewport_size({"width": 1024, "height": 500})
    with Case.open(at.path) as case:
        report = case.query("SELECT id FROM report ORDER BY number")[0]["id"]
    at.open(f"/reports/{report}?beside=original")
    at.page.evaluate("document.querySelector('.report-body').style.minHeight = '3000px'")
    at.page.evaluate("scrollTo(0, 900)")
    assert box(at, "#beside")[0] >= box(at, ".desk-bar")[1]


def test_on_a_phone_nothing_at_the_foot_hides_another(at: Window) -> None:
    at.page.set_viewport_size(PHONE)
    at.open("/points")
    at.press("j", "Space", "j", "Space")
    at.page.evaluate("document.getElementById('state').textContent = 'Comparing.'")
    state, chosen = box(at, "#state"), box(at, ".chosen-bar")
    assert state[1] <= chosen[0] or chosen[1] <= state[0]
    assert chosen[1] <= PHONE["height"]


def test_on_a_phone_the_bar_shows_which_view_it_is(at: Window) -> None:
    at.page.set_viewport_size(PHONE)
    for address in ("/method", "/hand-on", "/"):
        at.open(address)
        *_, left, right = box(at, ".desk-nav [aria-current]")
        assert left >= 0 and right <= PHONE["width"]
