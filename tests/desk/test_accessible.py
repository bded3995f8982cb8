"""Every view of the desk by WCAG 2.2 AA, as far as axe-core and a browser can tell."""

from collections.abc import Iterator
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from sayso.case.case import Case
from tests.desk.full_case import full_case
from tests.desk.window import READY, Window, window

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
PHONE, ZOOMED, WIDE = 390, 640, 1600  # pixels; a window of 1280 is 640 wide at 200 %
COLOURS = ["color-contrast", "link-in-text-block"]  # the rules that a scheme of colours may break
SERIOUS = """async (rules) => {
  const found = await axe.run(document, {runOnly: rules, resultTypes: ["violations"]});
  return found.violations.filter((one) => ["serious", "critical"].includes(one.impact))
    .flatMap((one) => one.nodes.map((node) => `${one.id}: ${node.html.slice(0, 200)}`));
}"""
# A button without a name, and words that cannot be read in dark.
BAD = """() => {
  const words = Object.assign(document.createElement("p"), {textContent: "Hardly to be read"});
  words.style.cssText = "background: #fff; color: light-dark(#000, #eee); color-scheme: light dark";
  document.querySelector("main").append(document.createElement("button"), words);
}"""
HEADINGS = """[...document.querySelectorAll("h1, h2, h3, h4, h5, h6")]
  .filter((one) => one.checkVisibility()).map((one) => Number(one.tagName[1]))"""
SIDEWAYS = "document.documentElement.scrollWidth - window.innerWidth"
BAR = """[...document.querySelectorAll(".skip, .desk-bar :is(a, input, button:not([disabled]))")]
  .map((one) => one.textContent.trim() || one.name)"""
FOCUSED = """async () => {
  await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
  const one = document.activeElement, style = getComputedStyle(one), box = one.getBoundingClientRect();
  const ring = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1;
  return {words: one.textContent.trim() || one.name, ring,
    seen: box.width > 0 && box.top >= 0 && box.left >= 0 && box.right <= innerWidth + 1};
}"""
# What stands for the parts of an address that name a thing.
THINGS = {
    "/points/{}": "SELECT point AS id FROM stand GROUP BY point ORDER BY count(*) DESC, point",
    "/figures/{}": "SELECT id FROM toll ORDER BY id",
    "/speakers/{}": "SELECT id FROM shared_speaker ORDER BY id",
    "/outlets/{}": "SELECT outlet AS id FROM report WHERE outlet IS NOT NULL ORDER BY number",
    "/reports/{}": "SELECT id FROM report ORDER BY number",
    "/reports/{}?beside=original": "SELECT id FROM report ORDER BY number",
}
NOWHERE = "/nowhere"
LISTS = (
    "/",
    "/changes",
    "/points",
    "/figures",
    "/timeline",
    "/speakers",
    "/origins",
    "/reports",
    "/queue",
    "/add",
    "/failed",
    "/decisions",
    "/search",
    "/search?q=market",
    "/method",
    "/points/nothing",
    NOWHERE,
)
ADDRESSES = (*LISTS, *THINGS)


@pytest.fixture(scope="module")
def at(browser: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Window]:
    path = full_case(tmp_path_factory.mktemp("accessible"))
    with window(browser, path) as opened:
        yield opened


def address_in(path: Path, pattern: str) -> str:
    """The address of a view, with the first thing of the case that it can show."""
    if pattern not in THINGS:
        return pattern
    with Case.open(path) as case:
        return pattern.format(case.query(THINGS[pattern])[0]["id"])


def serious(at: Window) -> list[str]:
    """What axe-core finds on the page in light, and of its colours in dark."""
    if not at.page.evaluate("typeof window.axe === 'object'"):
        at.page.evaluate(_axe())
    found = []
    for scheme, rules in (("light", RULES), ("dark", COLOURS)):
        at.page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        found += [f"{scheme}: {one}" for one in at.page.evaluate(SERIOUS, rules)]
    return found


def _axe() -> str:
    """The source of axe-core. The desk lets no script in, so the browser is told to run it."""
    spec = find_spec("axe_playwright_python")
    if spec is None or spec.origin is None:
        pytest.skip("axe-playwright-python is not installed")
    return Path(spec.origin).with_name("axe.min.js").read_text(encoding="utf-8")


def shown(at: Window, pattern: str, width: int) -> None:
    """Open a view in a window so wide."""
    at.page.set_viewport_size({"width": width, "height": 900})
    at.page.goto(at.base + address_in(at.path, pattern))
    at.page.wait_for_selector(READY if pattern != NOWHERE else "h1")


@pytest.mark.parametrize("pattern", ADDRESSES)
def test_axe_finds_nothing_serious(at: Window, pattern: str) -> None:
    shown(at, pattern, WIDE)
    for width in (WIDE, ZOOMED, PHONE):
        at.page.set_viewport_size({"width": width, "height": 900})
        assert at.page.evaluate(SIDEWAYS) <= 0, width
        if width != ZOOMED:
            assert serious(at) == [], width
    levels = at.page.evaluate(HEADINGS)
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(two <= one + 1 for one, two in pairwise(levels)), levels


def test_axe_does_look(at: Window) -> None:
    shown(at, "/method", WIDE)
    at.page.evaluate(BAD)
    found = [one.split(": ")[:2] for one in serious(at)]
    assert found == [["light", "button-name"], ["dark", "color-contrast"]]


@pytest.mark.parametrize("width", [PHONE, WIDE])
def test_tab_goes_through_the_bar_in_order_and_shows_where_it_is(at: Window, width: int) -> None:
    shown(at, "/points", width)
    at.page.wait_for_selector(".desk-tools [data-act=undo]:not([disabled])")
    wanted = at.page.evaluate(BAR)
    gone = []
    for _ in wanted:
        at.press("Tab")
        gone.append(at.page.evaluate(FOCUSED))
    assert [one["words"] for one in gone] == wanted
    assert [one for one in gone if not (one["seen"] and one["ring"])] == []


@pytest.mark.parametrize("width", [PHONE, WIDE])
@pytest.mark.parametrize("key", ["?", ".", "e", "n", "m", "Shift+x"])
def test_what_keys_open_is_no_worse(at: Window, key: str, width: int) -> None:
    shown(at, "/points/{}" if key == "e" else "/speakers" if key == "m" else "/points", width)
    at.focus(".thing[data-thing=claim]" if key == "e" else ".thing")
    at.press(key)
    at.page.wait_for_selector("dialog[open], [role=menu]")
    assert serious(at) == []
    assert at.page.evaluate(SIDEWAYS) <= 0
    at.press("Escape")
    at.page.wait_for_selector(
        "dialog[open], [role=menu]", state="detached" if key == "." else "hidden"
    )
