"""One report in a real browser: from words to notes and back, and an original that can do nothing."""

import re
import socket
from pathlib import Path
from typing import Any

import pytest

from tests.case.invented import made_case, text_of
from tests.desk.report_cases import PAGE, WORDS, case_of, ids
from tests.desk.window import PATIENCE, window


@pytest.mark.parametrize("width", [1400, 390])
def test_words_lead_to_their_note_and_the_note_to_its_words(
    browser: Any,
    tmp_path: Path,
    width: int,
) -> None:
    path = made_case(tmp_path)
    with window(browser, path, viewport={"width": width, "height": 800}) as at:
        page = at.page
        page.goto(f"{at.base}/reports/{ids(path)[0]}")
        words = page.locator('[data-facts~="c2"]').first
        words.click()
        assert page.evaluate("document.activeElement.id").startswith("n-")
        note = page.locator("#n-c2")
        note.locator(".to-words").click()
        lit = "".join(page.locator(".report-text .lit").all_text_contents())
        assert lit in text_of(0)
        start, end = map(int, re.findall(r"at=(\d+)-(\d+)#at", page.url)[0])
        assert lit == text_of(0)[start:end]
        page.go_back()
        assert page.locator(".lit").count() == 0
        assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")
        text, margin = (page.locator(one).first.bounding_box() for one in (".block p", ".margin"))
        assert (margin["x"] > text["x"] + text["width"] / 2) == (width == 1400)


def test_a_saved_page_runs_and_loads_nothing(browser: Any, tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as outside:
        hostile = PAGE.replace(
            "https://other.example", f"http://127.0.0.1:{outside.getsockname()[1]}"
        )
        path = case_of(tmp_path, {"page.html": hostile})
        with window(browser, path) as at:
            page, asked = at.page, list[str]()
            page.on("request", lambda request: asked.append(request.url))
            address = f"{at.base}/reports/{ids(path)[0]}?beside=original"
            page.goto(address, wait_until="networkidle")
            frame = page.frames[1]
            assert frame.locator("h1").text_content() == "Bridge closed at Marsk"
            assert frame.title() != "taken over"
            assert any("/original" in one for one in asked)
            outside.settimeout(0.3)
            with pytest.raises(TimeoutError):
                outside.accept()
            # the trap works: without the desk, it connects
            (tmp_path / "bare.html").write_text(hostile)
            at.context.new_page().goto((tmp_path / "bare.html").as_uri(), wait_until="commit")
            outside.settimeout(PATIENCE)
            outside.accept()[0].close()


def test_passages_are_jumped_to_on_both_sides(browser: Any, tmp_path: Path) -> None:
    other = (
        "A baker who lives beside the river told reporters that soldiers had come in three lorries."
    )
    filling = [" ".join(f"{word}{at}" for at in range(600)) for word in ("left", "right")]
    text = [f"It begins.\n\n{one}\n\n{WORDS}{other}\n\nIt ends.\n\n{one}" for one in filling]
    path = case_of(tmp_path, {"a.txt": text[0], "b.txt": text[1]})
    first, second = ids(path)
    with window(browser, path) as at:
        page = at.page
        page.goto(f"{at.base}/reports/{first}?beside={second}")
        page.locator('[data-passage="1"]').click()
        page.wait_for_url("**passage=1**")
        for side in ("here", "there"):
            box = page.locator(f"#{side}-1").bounding_box()
            assert 0 <= box["y"] <= 800
