"""Words of reports, decisions, addresses and uploads run nowhere at the desk, and load nothing."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

import pytest

from sayso.case.case import Case
from tests.desk.asking import Asker
from tests.desk.hostile_case import ADDRESSES, PAYLOADS, hostile_case
from tests.desk.window import READY, Window, window
from tests.dossier.conftest import browser  # noqa: F401 - one Chromium for all

LISTS = (
    "/",
    "/changes",
    "/changes?since=1",
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
    "/search?q=shelled",
    "/method",
)
FILTERED = (
    "/points",
    "/figures",
    "/timeline",
    "/speakers",
    "/origins",
    "/reports",
    "/queue",
    "/decisions",
    "/changes",
    "/search",
    "/failed",
)
# Every filter that some view has.
FILTERS = (
    "q story page sort what outlet speaker type name place harm stance state likelihood from to day kind "
    "author thing number since rule by said origin show reading part at source beside passage other-part "
    "title published language status event"
).split()
NAMED = {
    "/points/": "SELECT id FROM point",
    "/figures/": "SELECT id FROM toll",
    "/speakers/": "SELECT id FROM shared_speaker UNION SELECT report || '/' || id FROM speaker",
    "/outlets/": "SELECT DISTINCT outlet AS id FROM report WHERE outlet IS NOT NULL",
    "/reports/": "SELECT id FROM report",
}
# Where an element may send a browser: within the desk, or to what `safe_link` lets through.
LOCAL = re.compile(r"(/(?![/\\])|#|\?)")
OUTSIDE = re.compile(r"https?://[^\s<>\"'`\\@]+$")
LOADED = {("script", "src"), ("link", "href"), ("img", "src"), ("iframe", "src"), ("form", "action")}
NEVER = {"object", "embed", "base", "style", "template", "noscript", "math", "audio", "video", "frame"}
OURS = """() => ({
  taken: window.taken,
  acts: [...document.querySelectorAll("*")].flatMap((one) => one.getAttributeNames()
    .filter((name) => name.startsWith("on") || name === "srcdoc" || name === "style").map((name) => one.outerHTML.slice(0, 200))),
  strange: [...document.querySelectorAll("object, embed, base, style, template, noscript, math, audio, video, frame, meta[http-equiv]," +
    "script:not([src^='/static/']), link:not([href^='/static/']), img:not([src^='/reports/']), iframe:not([src^='/reports/'])," +
    "form:not([action^='/']), [formaction], a[href^='javascript' i], a[href^='data' i], a[href^='//'], use:not([href^='#'])")]
    .filter((one) => !(one.tagName === "FORM" && !one.hasAttribute("action"))).map((one) => one.outerHTML.slice(0, 200)),
})"""


class Markup(HTMLParser):
    """What stands in a page that could act: a line for each element that no page of ours has."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.strange: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        acts = [name for name in given if name.startswith("on") or name in ("style", "srcdoc")]
        if tag in NEVER or acts or "http-equiv" in given or "formaction" in given:
            self.strange.append(f"{tag} {given}")
        for name in ("href", "src", "action", "xlink:href", "data"):
            address = given.get(name)
            if address is None or LOCAL.match(address):
                continue
            if (tag, name) in LOADED or not OUTSIDE.match(address):
                self.strange.append(f"{tag} {name}={address}")
        if tag == "script" and not ("nonce" in given and given["src"].startswith("/static/")):
            self.strange.append(f"script {given}")


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return hostile_case(tmp_path_factory.mktemp("hostile"))


@pytest.fixture(scope="module")
def ann(case: Path) -> Asker:
    return Asker(case, "<img src=x onerror=alert(1)>")


@pytest.fixture(scope="module")
def at(browser: Any, case: Path) -> Iterator[Window]:  # noqa: F811
    with window(browser, case) as opened:
        yield opened


def names(case: Path, before: str) -> list[str]:
    """The addresses of all things that have a page below an address."""
    with Case.open(case) as opened:
        return [f"{before}{quote(row['id'])}" for row in opened.query(NAMED[before])]


def well_answered(ann: Asker, address: str) -> None:
    """Ask; the answer must be sound, and no part of it may act."""
    answer = ann.ask("GET", address)
    assert answer.status_code < 500, address
    assert set(answer.headers) & {"x", "set-cookie"} == set(), address
    assert "script-src 'nonce-" in answer.headers["content-security-policy"]
    kind = answer.headers.get("content-type", "")
    if kind.startswith("text/html"):
        assert Markup(answer.text).strange == [], address
    else:
        assert kind.startswith(("application/json", "text/plain")) or answer.status_code in (303, 307)
    target = answer.headers.get("location")
    assert target is None or LOCAL.match(target), address


@pytest.mark.parametrize("before", NAMED)
def test_no_page_of_a_thing_has_an_element_that_is_not_ours(case: Path, ann: Asker, before: str) -> None:
    found = names(case, before)
    assert len(found) > 5
    for address in found:
        well_answered(ann, address)


@pytest.mark.parametrize("address", LISTS)
def test_no_list_has_an_element_that_is_not_ours(ann: Asker, address: str) -> None:
    well_answered(ann, address)


@pytest.mark.parametrize("address", FILTERED)
def test_no_filter_takes_what_is_hostile_for_its_own(ann: Asker, address: str) -> None:
    some = [one for one in (*PAYLOADS, *ADDRESSES) if len(one) < 300]
    for number, words in enumerate(some):
        given = dict.fromkeys(FILTERS, words) if number % 4 == 0 else {"q": words, "story": words}
        well_answered(ann, f"{address}?{urlencode(given, errors='replace')}")


def test_no_path_is_taken_for_markup_or_for_a_file(ann: Asker) -> None:
    for words in (*PAYLOADS, *ADDRESSES, "/etc/passwd", "..", "../desk.py", "..%2f..%2fdesk.py"):
        if len(words) < 300:
            for before in (*NAMED, "/", "/static/", "/reports/x/", "/api/"):
                well_answered(ann, before + quote(words, errors="replace"))


def test_what_is_sent_is_kept_as_words_or_refused(case: Path, ann: Asker) -> None:
    report = names(case, "/reports/")[0].rpartition("/")[2]
    for words in PAYLOADS:
        sent = {"kind": "note", "subjects": [report], "value": {"text": words}, "reason": words, "seen": 0}
        answer = ann.ask("POST", "/api/decisions", json=sent)
        assert answer.status_code in (201, 422), answer.text
        for wrong in ({**sent, "kind": words}, {**sent, "subjects": [words]}, {**sent, "value": {words: words}}):
            answer = ann.ask("POST", "/api/decisions", json=wrong)
            assert answer.status_code in (404, 422), answer.text
            assert answer.headers["content-type"].startswith("application/json")
        for address in ("/api/things", "/api/names"):
            asked = ann.ask("GET", address, params={"name": words, "q": words, "kind": "speaker", "report": report})
            assert asked.status_code < 500
            assert asked.headers["content-type"].startswith("application/json")


def watched(at: Window) -> list[str]:
    """What a page does that it must not do: it is filled while the page is used."""
    seen: list[str] = []
    at.page.on("dialog", lambda one: (seen.append(f"dialog: {one.message}"), one.dismiss()))
    at.page.on("console", lambda one: seen.append(one.text) if one.type in ("error", "warning") else None)
    at.page.on(
        "request", lambda one: None if one.url.startswith(f"{at.base}/") else seen.append(one.url)
    )
    return seen


def unharmed(at: Window, seen: list[str]) -> None:
    """Nothing ran, nothing was asked elsewhere, and every element is ours."""
    assert at.page.evaluate(OURS) == {"taken": None, "acts": [], "strange": []} or _without_taken(at)
    assert seen == []


def _without_taken(at: Window) -> bool:
    found = at.page.evaluate(OURS)
    assert found.pop("taken", None) is None
    assert found == {"acts": [], "strange": []}
    return True


@pytest.mark.parametrize("address", [*LISTS, *NAMED])
def test_nothing_runs_in_a_browser(at: Window, case: Path, address: str) -> None:
    seen = watched(at)
    for one in names(case, address)[:6] if address in NAMED else [address]:
        at.page.goto(at.base + one)
        at.page.wait_for_selector(READY)
        unharmed(at, seen)
