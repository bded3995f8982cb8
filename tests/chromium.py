"""The one Chromium of all tests in a browser."""

import shutil
from collections.abc import Iterator
from typing import Any

import pytest

NOT_INSTALLED = "no Chromium is installed"
CHROMIUM = (
    shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
)
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"]


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Chromium, without a window; each test has a context of its own."""
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    if CHROMIUM is None:
        pytest.skip(NOT_INSTALLED)
    with playwright.sync_playwright() as driver:
        chromium = driver.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield chromium
        chromium.close()


def not_run(reporter: pytest.TerminalReporter) -> int:
    """How many tests could not be run because there is no Chromium."""
    return sum(NOT_INSTALLED in str(one.longrepr) for one in reporter.stats.get("skipped", []))
