"""Nothing of what is hostile runs in a browser at the desk, and nothing is asked elsewhere."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.desk.harmless import LISTS, NAMED, SCRIPTED, UNHARMED, names
from tests.desk.hostile_case import hostile_case
from tests.desk.window import READY, Window, window


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return hostile_case(tmp_path_factory.mktemp("hostile"))


@pytest.fixture(scope="module")
def at(browser: Any, case: Path) -> Iterator[Window]:
    with window(browser, case) as opened:
        yield opened


def test_a_browser_tells_what_would_act(at: Window) -> None:
    seen = watched(at)
    at.open("/method")
    at.page.evaluate("document.body.insertAdjacentHTML('beforeend', '<svg onload=window.taken=1>')")
    at.page.wait_for_timeout(50)
    assert len(at.page.evaluate(SCRIPTED)["strange"]) == 1
    assert any("Content Security Policy" in one for one in seen)


def watched(at: Window) -> list[str]:
    """What a page does that it must not do: it is filled while the page is used."""
    seen: list[str] = []

    def dismiss(one: Any) -> None:
        seen.append(f"dialog: {one.message}")
        one.dismiss()

    at.page.on("dialog", dismiss)
    at.page.on(
        "console", lambda one: seen.append(one.text) if one.type in ("error", "warning") else None
    )
    at.page.on(
        "request", lambda one: None if one.url.startswith(f"{at.base}/") else seen.append(one.url)
    )
    return seen


@pytest.mark.parametrize("address", [*LISTS, *NAMED])
def test_nothing_runs_in_a_browser(at: Window, case: Path, address: str) -> None:
    seen = watched(at)
    for one in names(case, address)[:4] if address in NAMED else [address]:
        at.page.goto(at.base + one)
        at.page.wait_for_selector(READY)
        assert at.page.evaluate(SCRIPTED) == UNHARMED, one
    assert seen == []


@pytest.mark.parametrize("key", [".", "e", "n", "m", "r", "Shift+x"])
@pytest.mark.parametrize(("address", "thing"), [("/points/", "claim"), ("/speakers", "speaker")])
def test_nothing_runs_in_what_keys_open(
    at: Window, case: Path, address: str, thing: str, key: str
) -> None:
    seen = watched(at)
    at.open(names(case, address)[0] if address in NAMED else address)
    at.focus(f".thing[data-thing$='{thing}']")
    at.press(key)
    at.page.wait_for_timeout(150)
    assert at.page.evaluate(SCRIPTED) == UNHARMED
    assert seen == []
