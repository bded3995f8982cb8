"""The dossier in a real browser: hostile words run nothing, a click finds its words, it fits."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from sayso.compare.comparison import compare
from sayso.dossier.html import write_dossier
from sayso.extract.extracting import extract_together
from sayso.model.text import Document
from tests.dossier.compared import sample
from tests.dossier.test_html import HOSTILE

CHROMIUM = (
    shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
)
playwright = pytest.importorskip("playwright.sync_api")
Browser = Any
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium is installed")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with playwright.sync_playwright() as driver:
        opened = driver.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield opened
        opened.close()


class Opened:
    """A dossier in a window, and all that it did besides showing itself."""

    def __init__(self, browser: Browser, path: Path, **how: object) -> None:
        self.page = browser.new_context(**how).new_page()
        self.complaints: list[str] = []
        self.requests: list[str] = []
        self.page.on("dialog", self._dismiss)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("console", lambda line: self.complaints.append(line.text))
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.goto(path.as_uri())

    def _dismiss(self, dialog: Any) -> None:
        self.complaints.append(dialog.message)
        dialog.dismiss()


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("dossier") / "hostile.html"
    documents = [
        Document("</script><b>.txt", HOSTILE, title="<script>alert(3)</script>", outlet="=1+1"),
        Document("b.txt", HOSTILE.replace("mayor", "governor"), url="javascript:alert(4)"),
    ]
    write_dossier(compare(extract_together(documents)), path)
    return path


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("dossier") / "good.html"
    write_dossier(sample(), path)
    return path


def test_hostile_words_are_shown_and_run_nothing(browser: Browser, hostile: Path) -> None:
    opened = Opened(browser, hostile)
    text = opened.page.inner_text("body")
    for words in (
        "</script><script>alert(1)</script>",
        "=cmd()",
        "🚢",
        "<!-- ]]>",
        "{{7*7}}",
        "&amp;",
    ):
        assert words in text, words
    assert opened.complaints == []
    assert opened.requests == [hostile.as_uri()]
    assert opened.page.query_selector_all("b.injected, img, iframe") == []
    assert opened.page.query_selector_all("a[href^='javascript']") == []


def test_a_click_on_a_claim_goes_to_its_words(browser: Browser, good: Path) -> None:
    opened = Opened(browser, good, viewport={"width": 1280, "height": 900})
    page = opened.page
    quote = page.query_selector("#disputed a[href^='#r']")
    assert quote is not None
    words = quote.inner_text()
    quote.click()
    page.wait_for_selector(".lit")
    lit = "".join(one.inner_text() for one in page.query_selector_all(".lit"))
    assert lit
    assert "".join(lit.split()) in "".join(words.split()) or "".join(words.split()) in "".join(
        lit.split()
    )
    first = page.query_selector(".lit")
    assert first is not None
    box = first.bounding_box()
    assert box is not None
    assert 0 <= box["y"] <= 900
    assert opened.complaints == []


def test_the_keyboard_moves_from_claim_to_claim(browser: Browser, good: Path) -> None:
    page = Opened(browser, good).page
    page.keyboard.press("j")
    first = [one.inner_text() for one in page.query_selector_all(".lit")]
    page.keyboard.press("j")
    second = [one.inner_text() for one in page.query_selector_all(".lit")]
    assert first
    assert second
    assert first != second
    page.keyboard.press("?")
    assert page.query_selector("dialog[open]") is not None


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_nothing_is_wider_than_the_window(browser: Browser, good: Path, width: int) -> None:
    page = Opened(browser, good, viewport={"width": width, "height": 800}).page
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_light_and_dark(browser: Browser, good: Path) -> None:
    colours = {
        scheme: Opened(browser, good, color_scheme=scheme).page.evaluate(
            "getComputedStyle(document.body).backgroundColor"
        )
        for scheme in ("light", "dark")
    }
    assert colours["light"] != colours["dark"]


def test_without_scripts_the_page_still_leads_to_its_words(browser: Browser, good: Path) -> None:
    page = Opened(browser, good, java_script_enabled=False).page
    link = page.query_selector("#disputed a[href^='#r']")
    assert link is not None
    target = (link.get_attribute("href") or "")[1:]
    link.click()
    assert page.url.endswith(target)
