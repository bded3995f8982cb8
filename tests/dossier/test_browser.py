"""The dossier in a real browser: hostile words run nothing, a click finds its words, it fits."""

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from tests.dossier.conftest import PHONE, WIDE
from tests.dossier.hostile import FIELDS, WORDS

QUOTE = "#disputed .voice blockquote .go"


def test_hostile_words_are_shown_and_run_nothing(opening: Any, pages: Path) -> None:
    opened = opening(pages / "hostile.html")
    text = opened.page.text_content("#r1 .text")
    for words in WORDS:
        assert words in text, words
    assert opened.page.query_selector_all("#r1 .text .mark[data-mark='U+202E']")
    for one in opened.page.query_selector_all("summary"):
        one.evaluate("one => { one.parentElement.open = true; }")
    for one in opened.page.query_selector_all(".note-mark, .findings .go")[:12]:
        one.click()
    opened.page.fill("#find", "</script>")
    opened.page.wait_for_timeout(200)
    assert opened.complaints == []
    assert opened.requests == [(pages / "hostile.html").as_uri()]
    assert opened.page.query_selector_all("img, iframe, object, embed, link") == []
    assert opened.page.query_selector_all("a[href^='javascript' i]") == []


def test_hostile_metadata_is_shown_and_runs_nothing(opening: Any, pages: Path) -> None:
    opened = opening(pages / "fields.html")
    for number, words in enumerate(FIELDS[:5], 1):
        assert opened.page.text_content(f"#r{number}-title") == words
    opened.page.click(QUOTE)
    assert opened.complaints == []
    assert opened.requests == [(pages / "fields.html").as_uri()]
    assert opened.page.query_selector_all("a[href^='javascript' i]") == []


def test_the_policy_stops_what_is_put_into_the_page(opening: Any, pages: Path) -> None:
    opened, stopped = opening(pages / "good.html"), []
    opened.page.on("requestfailed", lambda request: stopped.append(request.failure))
    opened.page.evaluate(
        """() => {
            const script = document.createElement("script");
            script.textContent = "document.title = 'run'";
            document.body.append(script);
            const picture = document.createElement("img");
            picture.src = "https://a.example/x.png";
            document.body.append(picture);
        }"""
    )
    opened.page.wait_for_timeout(100)
    assert opened.page.title() != "run"
    assert stopped == ["csp"]
    assert len([line for line in opened.complaints if "Content Security Policy" in line]) >= 2


@pytest.mark.parametrize("window", [WIDE, PHONE], ids=["desktop", "phone"])
def test_a_click_on_a_claim_lights_its_words_and_back_returns(
    opening: Any, pages: Path, window: dict[str, int]
) -> None:
    opened = opening(pages / "good.html", viewport=window)
    page = opened.page
    page.click(QUOTE)
    assert opened.lit() == "the army of shelling civilians"
    assert opened.inside(".lit")
    assert "Governor Ilse Tarrant" in page.inner_text("#card")
    assert page.get_attribute(".switch a[aria-current]", "href") == "#r2"
    page.click("#back")
    assert opened.lit() == ""
    assert page.evaluate(f"document.activeElement === document.querySelector('{QUOTE}')")
    assert opened.inside(QUOTE)
    assert opened.complaints == []


def test_a_click_in_a_report_says_who_says_it(opening: Any, pages: Path) -> None:
    opened = opening(pages / "good.html")
    opened.page.click("#r1 .text .s-concedes")
    assert opened.lit() == "placing mortars beside the market hall"
    card = opened.page.inner_text("#card")
    assert "The Saltmarsh Review" in card
    assert "rebel commanders" in card
    assert "concedes" in card


def test_the_keyboard_moves_from_claim_to_claim(opening: Any, pages: Path) -> None:
    opened = opening(pages / "good.html")
    page, seen = opened.page, []
    for key in ("j", "n", "k", "j"):
        page.keyboard.press(key)
        seen.append(opened.lit())
    first, second, again, last = seen
    assert first
    assert first == again
    assert second == last != first
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == page.get_attribute(".here", "href")
    page.keyboard.press("b")
    assert page.evaluate("document.activeElement.matches('.findings .go')")
    page.keyboard.press("Escape")
    assert opened.lit() == ""
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "find"
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    assert page.query_selector("dialog[open]")
    assert opened.complaints == []


def test_every_key_is_in_the_help(opening: Any, pages: Path) -> None:
    page = opening(pages / "good.html").page
    page.click("#keys")
    named = {one.inner_text() for one in page.query_selector_all("#help kbd")}
    assert named == {"j", "k", "n", "p", "Enter", "b", "/", "s", "Esc", "?"}
    page.click("#single")
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    assert page.query_selector(".here") is None


def test_a_filter_keeps_what_matches_and_unfolds_it(opening: Any, pages: Path) -> None:
    page = opening(pages / "good.html").page

    def said() -> set[str]:
        return {
            one.inner_text()
            for one in page.query_selector_all("main .voice blockquote .words")
            if one.is_visible()
        }

    folded = len(said())
    page.select_option("#who", label="Odric Vanbeke (1, 4)")
    assert said() == {
        "“Our guns were silent,”",
        "that seven soldiers had been wounded by drones",
        "that any mortar of theirs could reach the square",
    }
    page.select_option("#how", "doubts")
    assert said() == {"that any mortar of theirs could reach the square"}
    page.click("#clear")
    assert len(said()) == folded
    page.fill("#find", "ambulances")
    page.wait_for_timeout(250)
    assert said() == {"Ambulances were still arriving on Monday morning."}
    assert page.inner_text("#shown").startswith("1 of ")


@pytest.mark.parametrize("name", ["good", "steps", "hostile", "fields"])
@pytest.mark.parametrize("width", [320, 390, 1280])
def test_nothing_is_wider_than_the_window(opening: Any, pages: Path, name: str, width: int) -> None:
    page = opening(pages / f"{name}.html", viewport={"width": width, "height": 800}).page
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


CONTRAST = """() => {
    const light = (text) => {
        const [r, g, b, a = 1] = text.match(/[\\d.]+/g).map(Number);
        if (a === 0) return null;
        const part = (v) => (v /= 255) <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
        return 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b);
    };
    const behind = (one) => {
        for (; one; one = one.parentElement) {
            const found = light(getComputedStyle(one).backgroundColor);
            if (found !== null) return found;
        }
        return 1;
    };
    const poor = [];
    for (const one of document.querySelectorAll("body *")) {
        const own = [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
        if (!own || !one.getClientRects().length || one.closest("svg, script, style, .off")) continue;
        const [low, high] = [light(getComputedStyle(one).color), behind(one)].sort((a, b) => a - b);
        if ((high + 0.05) / (low + 0.05) < 4.5) poor.push(one.className + ": " + one.textContent.slice(0, 40));
    }
    return poor;
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_word_stands_out_from_what_is_behind_it(
    opening: Any, pages: Path, scheme: str
) -> None:
    page = opening(pages / "steps.html", color_scheme=scheme).page
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
    page.click(QUOTE)
    assert page.evaluate(CONTRAST) == []
    dark = page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(21, 23, 26)"
    assert dark is (scheme == "dark")


def test_landmarks_headings_and_names(opening: Any, pages: Path) -> None:
    page = opening(pages / "steps.html").page
    for landmark in ("main", "h1", "nav[aria-label]", "[role=search]", "html[lang=en]"):
        assert len(page.query_selector_all(landmark)) >= 1, landmark
    levels = page.evaluate(
        "[...document.querySelectorAll('.page :is(h1,h2,h3,h4)')].map(one => +one.tagName[1])"
    )
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    unnamed = page.evaluate(
        """[...document.querySelectorAll('a, button, input, select, summary')].filter((one) =>
            !(one.textContent.trim() || one.ariaLabel || (one.labels && one.labels.length))).length"""
    )
    assert unnamed == 0


def test_a_link_to_the_less_sure_disputes_opens_their_fold(opening: Any, pages: Path) -> None:
    page = opening(pages / "steps.html").page
    assert not page.is_visible("#p3-title")
    page.click(".glance a[href='#perhaps']")
    assert page.is_visible("#p3-title")
    assert page.inner_text("#p3 .badge.perhaps").startswith("perhaps")


def test_without_scripts_the_less_sure_disputes_can_be_opened(opening: Any, pages: Path) -> None:
    page = opening(pages / "steps.html", java_script_enabled=False).page
    page.click("#perhaps > summary")
    page.click("#p3 summary")
    assert page.is_visible("#p3 blockquote")


def test_on_paper_everything_is_open_and_nothing_is_a_button(opening: Any, pages: Path) -> None:
    page = opening(pages / "steps.html").page
    page.emulate_media(media="print")
    assert not page.is_visible(".tools")
    assert not page.is_visible(".switch")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.evaluate("[...document.querySelectorAll('details')].every(one => one.open)")
    assert page.is_visible("#r5 .text")
    assert page.is_visible("#p3 blockquote")


def test_without_scripts_the_page_still_leads_to_its_words(opening: Any, pages: Path) -> None:
    opened = opening(pages / "good.html", java_script_enabled=False)
    page = opened.page
    assert not page.is_visible(".tools")
    link = page.query_selector(QUOTE)
    target = link.get_attribute("href")
    link.click()
    assert page.url.endswith(target)
    assert opened.inside(target)
