"""Deciding in the browser: by keys and menus, shown at once, put back where the desk refuses."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from sayso.case.case import Case
from sayso.model.decisions import DecisionKind
from tests.case.invented import made_case
from tests.desk.window import Window, window

POINT, CLAIM = ".thing[data-thing=point]", ".thing[data-thing=claim]"


@pytest.fixture
def at(browser: Any, tmp_path: Path) -> Iterator[Window]:
    with window(browser, made_case(tmp_path)) as opened:
        yield opened


@pytest.fixture
def working(browser: Any, tmp_path: Path) -> Iterator[Window]:
    with window(browser, made_case(tmp_path), works=True) as opened:
        yield opened


def last(at: Window) -> tuple[DecisionKind, dict[str, Any]]:
    made = at.decisions()[-1]
    return made.kind, dict(made.value)


def test_a_key_decides_at_once_and_u_takes_it_back(at: Window) -> None:
    at.press("j")
    name = at.focused()
    at.press("a")
    assert at.page.locator(f"[data-name='{name}']").first.get_attribute("class").count("accepted")
    at.page.wait_for_selector(".toast button >> text=Undo")
    assert [(one.kind, one.subjects[0].id) for one in at.decisions()] == [("accept", name)]
    at.page.wait_for_selector(".desk-tools [data-act=undo][title^='Undo: accepted']")
    at.settled()
    assert at.focused() == name
    at.press("u")
    at.page.wait_for_selector(".toast button >> text=Redo")
    at.page.wait_for_selector(f"[data-name='{name}']:not(.accepted)")
    at.press("Shift+u")
    at.page.wait_for_selector(f"[data-name='{name}'].accepted")
    assert [one.kind for one in at.decisions()] == ["accept", "undo", "undo"]
    at.page.reload()
    at.page.wait_for_selector(".desk-tools [data-act=undo]:not([disabled])")


def test_what_the_desk_refuses_is_put_back_and_said(at: Window) -> None:
    refusal = json.dumps({"error": "Somebody writes to the case."})
    at.page.route("**/api/decisions", lambda route: route.fulfill(status=503, body=refusal))
    name = at.focus(POINT)
    at.press("x")
    assert "Somebody writes to the case." in at.said()
    assert "rejected" not in at.page.locator(f"[data-name='{name}']").first.get_attribute("class")
    assert at.page.locator(".badge.mark-reject").count() == 0
    at.press("Shift+x")
    at.page.keyboard.press("Control+Enter")
    at.page.wait_for_selector("dialog [role=alert] >> text=Somebody writes to the case.")
    at.press("Escape")
    assert at.focused() == name


def test_a_note_that_was_not_sent_is_there_after_a_reload(at: Window) -> None:
    at.focus(POINT)
    at.press("n")
    at.page.keyboard.type("<b>ask</b> the hospital 🚑")
    at.page.reload()
    at.page.wait_for_selector("html.desk-ready")
    name = at.focus(POINT)
    at.press("n", "Control+Enter")
    at.page.wait_for_selector(f"[data-name='{name}'] .note >> text=<b>ask</b> the hospital 🚑")
    assert last(at) == ("note", {"text": "<b>ask</b> the hospital 🚑"})
    at.press("n")
    assert at.page.input_value("dialog textarea") == ""


def test_what_another_decided_meanwhile_is_told_and_both_are_kept(at: Window) -> None:
    at.page.route("**/events", lambda route: route.abort())
    at.open("/")
    name = at.focus(POINT)
    with Case.open(at.path, author="ben") as case:
        case.decide("reject", name, reason="not this")
    at.press("a")
    at.page.wait_for_selector(".toast a")
    said = at.said()
    assert "ben decided on the same" in said
    assert "Both decisions are kept." in said
    assert [one.author for one in at.decisions()] == ["ben", "ann"]


def test_the_menu_has_the_same_acts_on_a_small_touch_screen(browser: Any, tmp_path: Path) -> None:
    how: dict[str, Any] = {"viewport": {"width": 390, "height": 844}, "has_touch": True}
    with window(browser, made_case(tmp_path), **how) as at:
        button = at.page.locator(f"{POINT} .menu-of").first
        assert button.get_attribute("aria-label").startswith("Decide on: ")
        button.tap()
        menu = at.page.locator("[role=menu]")
        assert at.page.evaluate("document.activeElement.getAttribute('role')") == "menuitem"
        box = menu.bounding_box()
        assert box["x"] >= 0 and box["x"] + box["width"] <= 390
        assert box["y"] + box["height"] <= 845
        menu.locator("text=Credibility").tap()
        at.press("3")
        at.page.locator("dialog .sends").tap()
        at.page.wait_for_selector(".mark-credibility >> nth=0")
        assert last(at) == ("credibility", {"mark": "3"})


def test_claims_of_a_point_are_moved_taken_out_and_corrected(working: Window) -> None:
    at = working
    name = at.focus(POINT)
    at.open(f"/points/{name}")
    claim = at.focus(f"{CLAIM}[data-side=for]")
    at.press("t")
    at.said()
    kind, value = last(at)
    assert (kind, value) == ("correct", {"sides": {claim: "against"}})
    at.page.wait_for_selector(f"[data-name='{claim}'][data-side=against]")
    at.focus(f"[data-name='{claim}']")
    at.press("e")
    at.page.select_option("dialog select >> nth=0", "doubts")
    at.page.fill("dialog textarea >> nth=0", "the  army had shelled")
    at.page.click("dialog .sends")
    at.said()
    kind, value = last(at)
    [[start, end]] = value["content"]
    with Case.open(at.path) as case:
        text = case.show(claim.split("/")[0])["text"]
    assert (kind, value["stance"], text[start:end]) == ("correct", "doubts", "the army had shelled")
    assert set(value) == {"stance", "content"}


def test_several_things_are_chosen_and_decided_on_as_one(at: Window) -> None:
    at.open("/points")
    names = []
    for _ in range(2):
        at.press("j", "Space")
        names.append(at.focused())
    assert len(set(names)) == 2
    assert at.page.locator(".chosen-bar").inner_text().startswith("2 chosen")
    at.press("x")
    assert at.page.locator("dialog .preview li").count() == 2
    at.page.click("dialog .sends")
    at.said()
    at.page.wait_for_selector(f"[data-name='{names[0]}'].rejected")
    at.page.wait_for_selector(".chosen-bar", state="hidden")
    (made,) = at.decisions()
    assert {one.id for one in made.subjects} == set(names)


def test_merge_finds_by_name_and_refuses_what_makes_no_sense(at: Window) -> None:
    at.open("/speakers")
    name = at.focus(".thing")
    at.press("m")
    at.page.wait_for_selector("dialog .several label")
    at.page.click("dialog .sends")
    assert "Choose at least one" in at.page.locator("dialog [role=alert]").inner_text()
    at.page.fill("dialog input[type=search]", "doctor")
    at.press("Enter")
    at.page.wait_for_selector("dialog .several label:first-child >> text=octor")
    at.page.locator("dialog .several input").first.check()
    at.page.click("dialog .sends")
    at.said()
    made = at.decisions()[-1]
    assert made.kind == "merge"
    assert made.subjects[0].id in name
    assert "octor" in made.subjects[1].words


def test_all_that_a_list_finds_is_shown_before_it_is_decided_on(at: Window) -> None:
    at.open("/points?state=contested&words=")
    shown = at.page.locator(POINT).count()
    assert shown > 1
    at.page.click("[data-bulk=points]")
    at.page.click("dialog .sends")
    at.page.wait_for_selector("dialog .preview li")
    assert at.page.locator("dialog h2").inner_text() == f"Accept {shown} points?"
    assert at.page.locator("dialog .preview li").count() == shown
    assert at.decisions() == []
    at.page.fill("dialog textarea", "read all of them")
    at.page.click("dialog .sends")
    at.said()
    made = at.decisions()
    assert [(one.kind, one.reason) for one in made] == [("accept", "read all of them")] * shown


def choose(at: Window, kind: str, number: int) -> list[str]:
    """Choose the first things of a kind; their names."""
    names = [
        str(at.page.locator(f".thing[data-thing='{kind}']").nth(one).get_attribute("data-name"))
        for one in range(number)
    ]
    for name in names:
        at.focus(f".thing[data-name='{name}']")
        at.press("Space")
    return names


@pytest.mark.parametrize("key", ["c", "s", "t", "b"])
def test_a_key_for_one_thing_does_nothing_to_several(at: Window, key: str) -> None:
    at.open(f"/points/{at.focus(POINT)}")
    choose(at, "claim", 2)
    at.press(key)
    assert "works on one thing. Escape lets go of the 2 that are chosen." in at.said()
    assert at.page.locator("dialog[open]").count() == 0
    assert at.decisions() == []


def test_points_that_say_the_opposite_are_merged(at: Window) -> None:
    at.open("/points")
    names = choose(at, "point", 2)
    at.press("m")
    assert at.page.locator("dialog h2").inner_text() == "Make one of 2 points?"
    at.page.get_by_label("They say the opposite").check()
    at.page.click("dialog .sends")
    at.said()
    assert last(at) == (DecisionKind.MERGE, {"turned": True})
    assert [one.id for one in at.decisions()[-1].subjects] == names


def test_three_points_are_merged_without_a_word_on_the_opposite(at: Window) -> None:
    at.open("/points")
    choose(at, "point", 3)
    at.press("m")
    assert at.page.locator("dialog h2").inner_text() == "Make one of 3 points?"
    assert at.page.locator("dialog [type=checkbox]").count() == 0
    at.page.click("dialog .sends")
    at.said()
    assert last(at) == (DecisionKind.MERGE, {})


def test_what_cannot_be_done_to_a_thing_is_said_with_what_can(at: Window) -> None:
    at.open("/speakers")
    at.focus(".thing[data-thing='shared speaker']")
    at.press("c")
    assert "works in one report. This speaker is of several" in at.said()
    at.press("t")
    assert "is for: claim. This is a speaker." in at.said()
    assert at.page.locator("dialog[open]").count() == 0
