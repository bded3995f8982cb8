"""The choice of a story: asked for once, and only by pages that show it."""

from pathlib import Path

import pytest

from sayso.desk import desk as desk_module
from tests.case.invented import made_case
from tests.desk.client import Client

SHOWING = ("/", "/points", "/figures", "/timeline", "/speakers", "/origins", "/reports", "/queue")
NOT_SHOWING = ("/decisions", "/add", "/failed", "/method")


@pytest.fixture
def asked_for(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """What is asked for stories from now on."""
    found, stories = list[object](), desk_module.stories

    def counting(case: object) -> object:
        found.append(case)
        return stories(case)  # type: ignore[arg-type]

    monkeypatch.setattr(desk_module, "stories", counting)
    monkeypatch.setattr("sayso.desk.views.origins.stories", counting)
    return found


@pytest.mark.parametrize("address", [*SHOWING, "/search", "/changes", "/hand-on"])
def test_a_page_asks_for_the_stories_once(
    tmp_path: Path, asked_for: list[object], address: str
) -> None:
    Client(made_case(tmp_path)).page(address)
    assert len(asked_for) == 1


@pytest.mark.parametrize("address", NOT_SHOWING)
def test_a_page_without_the_choice_asks_for_none(
    tmp_path: Path, asked_for: list[object], address: str
) -> None:
    Client(made_case(tmp_path)).page(address)
    assert asked_for == []


@pytest.mark.parametrize("address", ["/points", "/speakers", "/search"])
def test_a_story_that_is_not_listed_is_a_choice_while_it_is_chosen(
    tmp_path: Path, address: str
) -> None:
    page = Client(made_case(tmp_path)).page(f"{address}?story=nosuchstory")
    chosen = [given for tag, given in page.tags if tag == "option" and "selected" in given]
    assert "nosuchstory" in [given.get("value") for given in chosen]
