"""What all tests share is there once: two browsers, or two clients of the desk, in one process hang."""

import re
from pathlib import Path

import pytest

TESTS = Path(__file__).parent
# What makes each, and where alone it may stand.
ONLY = {
    r"sync_playwright\(|\.launch\(": {"chromium.py"},
    r"\b(Async)?Client\(transport=|\bASGITransport\(|\bTestClient\(": {"desk/client.py"},
    r"\bmake_app\(": {"desk/client.py", "desk/window.py"},
    r"\buvicorn\.Server\(": {"desk/window.py"},
    r"\basyncio\.run\(|\bnew_event_loop\(": {"apart.py"},
}


@pytest.mark.parametrize("made", ONLY)
def test_nothing_else_makes_a_second(made: str) -> None:
    found = {
        path.relative_to(TESTS).as_posix()
        for path in TESTS.rglob("*.py")
        if path != Path(__file__) and re.search(made, path.read_text(encoding="utf-8"))
    }
    assert found == ONLY[made]
