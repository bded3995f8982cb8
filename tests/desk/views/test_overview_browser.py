"""What the script of the first page does. Its addresses are answered without a server."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from sayso.case.case import Case
from tests.case.invented import made_case
from tests.desk.asked import PORT, Asked
from tests.dossier.conftest import browser  # noqa: F401 - one Chromium for all

HOME = f"http://127.0.0.1:{PORT}"
QUEUE = [
    {"name": "1", "kind": "point", "why": "unsure", "address": "/points/1", "words": "<b>one</b>"},
    {
        "name": "2",
        "kind": "point",
        "why": "unsure",
        "address": "javascript:alert(1)",
        "words": "two",
    },
    *({"name": "3", "kind": "claim", "why": "new", "address": "//far/", "words": "x"},) * 9,
]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return made_case(tmp_path)


@pytest.fixture
def page(browser: Any, path: Path) -> Iterator[Any]:  # noqa: F811
    desk, context = Asked(path), browser.new_context()
    opened = context.new_page()
    opened.posted = []

    def answer(route: Any) -> None:
        request = route.request
        address = request.url.removeprefix(HOME)
        if address.startswith("/api/queue"):
            route.fulfill(json=QUEUE)
        elif address == "/events":
            route.abort()  # it never ends
        elif address == "/api/look":
            opened.posted.append((request.method, json.loads(request.post_data)))
            route.fulfill(status=409, json={"error": "The case is busy."})
        else:
            given = desk.get(address)
            route.fulfill(status=given.status_code, headers=dict(given.headers), body=given.content)

    context.route("**/*", answer)
    opened.set_default_timeout(10_000)
    opened.goto(f"{HOME}/")
    yield opened
    context.close()


def test_the_first_of_the_queue_are_shown_as_text(page: Any) -> None:
    page.wait_for_selector("#next li")
    lines = page.query_selector_all("#next li")
    assert len(lines) == 5
    assert "<b>one</b>" in lines[0].text_content()
    addresses = [line.query_selector("a").get_attribute("href") for line in lines]
    assert addresses == ["/points/1", *["/queue"] * 4]


def test_the_button_says_how_far_the_page_goes_and_tells_why_not(page: Any, path: Path) -> None:
    with Case.open(path) as case:
        last = case.query("SELECT max(number) AS last FROM log")[0]["last"]
    page.click("#seen button")
    page.wait_for_function("document.querySelector('#seen [role=status]').textContent")
    assert page.posted == [("POST", {"log": last})]
    assert page.text_content("#seen [role=status]") == "The case is busy."
