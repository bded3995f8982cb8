"""Words of reports, decisions, addresses and uploads run nowhere at the desk, and load nothing."""

import re
from collections.abc import Iterator
from html import escape
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

import pytest

from sayso.case.case import Case
from sayso.desk.worker import Worker
from tests.desk.client import Client
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
    "q",
    "story",
    "page",
    "sort",
    "what",
    "outlet",
    "speaker",
    "type",
    "name",
    "place",
    "harm",
    "stance",
    "state",
    "likelihood",
    "from",
    "to",
    "day",
    "kind",
    "author",
    "thing",
    "number",
    "since",
    "rule",
    "by",
    "said",
    "origin",
    "show",
    "reading",
    "part",
    "at",
    "source",
    "beside",
    "passage",
    "other-part",
    "title",
    "published",
    "language",
    "status",
    "event",
)
NAMED = {
    "/points/": "SELECT id FROM point",
    "/figures/": "SELECT id FROM toll",
    "/speakers/": "SELECT id FROM shared_speaker UNION SELECT report || '/' || id FROM speaker",
    "/outlets/": "SELECT DISTINCT outlet AS id FROM report WHERE outlet IS NOT NULL",
    "/reports/": "SELECT id FROM report",
}
SHORT = [one for one in (*PAYLOADS, *ADDRESSES) if len(one) < 300]
# Where an element may send a browser: within the desk, or to what `safe_link` lets through.
LOCAL = re.compile(r"(/(?![/\\])|#|\?)")
OUTSIDE = re.compile(r"https?://[^\s<>\"'`\\@]+$")
LOADED = {
    ("script", "src"),
    ("link", "href"),
    ("img", "src"),
    ("iframe", "src"),
    ("form", "action"),
}
NEVER = {
    "object",
    "embed",
    "base",
    "style",
    "template",
    "noscript",
    "math",
    "audio",
    "video",
    "frame",
}
SCRIPTED = """() => ({
  taken: window.taken ?? null,
  strange: [...document.querySelectorAll("*")].filter((one) =>
    one.getAttributeNames().some((name) => name.startsWith("on") || name === "srcdoc") || one.matches(`
      object, embed, base, style, template, noscript, math, audio, video, frame, meta[http-equiv],
      script:not([src^="/static/"]), link:not([href^="/static/"]), img:not([src^="/reports/"]),
      iframe:not([src^="/reports/"]), form[action]:not([action^="/"]), [formaction], [style*="url("],
      a[href^="javascript:" i], a[href^="data:" i], a[href^="//"], use:not([href^="#"])`))
    .map((one) => one.outerHTML.slice(0, 200)),
})"""
UNHARMED = {"taken": None, "strange": []}


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
        if tag == "script" and not (
            "nonce" in given and given.get("src", "").startswith("/static/")
        ):
            self.strange.append(f"script {given}")


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return hostile_case(tmp_path_factory.mktemp("hostile"))


@pytest.fixture(scope="module")
def ann(case: Path) -> Client:
    return Client(case, "<img src=x onerror=alert(1)>")


@pytest.fixture(scope="module")
def at(browser: Any, case: Path) -> Iterator[Window]:  # noqa: F811
    with window(browser, case) as opened:
        yield opened


def names(case: Path, before: str) -> list[str]:
    """The addresses of all things that have a page below an address."""
    with Case.open(case) as opened:
        return [f"{before}{quote(row['id'])}" for row in opened.query(NAMED[before])]


def well_answered(ann: Client, address: str) -> None:
    """Ask; the answer must be sound, and no part of it may act."""
    answer = ann.get(address)
    assert answer.status_code < 500, address
    assert set(answer.headers) & {"x", "set-cookie"} == set(), address
    assert "script-src 'nonce-" in answer.headers["content-security-policy"]
    kind = answer.headers.get("content-type", "")
    if kind.startswith("text/html"):
        assert Markup(answer.text).strange == [], address
    else:
        assert kind.startswith(("application/json", "text/plain")) or answer.status_code in (
            303,
            307,
        )
    target = answer.headers.get("location")
    assert target is None or LOCAL.match(target), address


ACTING = (
    "<script>x</script>",
    "<script src=/static/desk.js></script>",
    "<svg onload=x>",
    "<a href=javascript:x>x</a>",
    "<a href=//bad.example>x</a>",
    "<img src=https://bad.example/x.png>",
    "<p style=color:red>x</p>",
    "<meta http-equiv=refresh content=0>",
)


@pytest.mark.parametrize("markup", ACTING)
def test_what_would_act_is_seen(markup: str) -> None:
    assert len(Markup(markup).strange) == 1


def test_a_browser_tells_what_would_act(at: Window) -> None:
    seen = watched(at)
    at.open("/method")
    at.page.evaluate("document.body.insertAdjacentHTML('beforeend', '<svg onload=window.taken=1>')")
    at.page.wait_for_timeout(50)
    assert len(at.page.evaluate(SCRIPTED)["strange"]) == 1
    assert any("Content Security Policy" in one for one in seen)


def test_hostile_words_are_there_to_be_read(case: Path, ann: Client) -> None:
    shown = "".join(ann.get(address).text for address in names(case, "/reports/"))
    for words in ("<svg><script>window.taken=1</script></svg>", "{{7*7}}", "${alert(9)}"):
        assert escape(words) in shown


@pytest.mark.parametrize("before", NAMED)
def test_no_page_of_a_thing_has_an_element_that_is_not_ours(
    case: Path, ann: Client, before: str
) -> None:
    found = names(case, before)
    assert len(found) > 5
    for address in found:
        well_answered(ann, address)


@pytest.mark.parametrize("address", LISTS)
def test_no_list_has_an_element_that_is_not_ours(ann: Client, address: str) -> None:
    well_answered(ann, address)


@pytest.mark.parametrize("address", FILTERED)
def test_no_filter_takes_what_is_hostile_for_its_own(ann: Client, address: str) -> None:
    for turn in range(0, len(SHORT), 8):
        given = {name: SHORT[(turn + at) % len(SHORT)] for at, name in enumerate(FILTERS)}
        well_answered(ann, f"{address}?{urlencode(given)}")


def test_no_path_is_taken_for_markup_or_for_a_file(ann: Client) -> None:
    rooms = (*NAMED, "/", "/static/", "/reports/x/", "/api/")
    for turn, words in enumerate((*SHORT, "/etc/passwd", "..", "../desk.py", "..%2f..%2fdesk.py")):
        for at in range(3):
            well_answered(ann, rooms[(turn + at) % len(rooms)] + quote(words))


def test_what_is_sent_is_kept_as_words_or_refused(case: Path, ann: Client) -> None:
    report = names(case, "/reports/")[0].rpartition("/")[2]
    note: dict[str, Any] = {"kind": "note", "subjects": [report], "value": {"text": "x"}, "seen": 0}
    for words in PAYLOADS[::3]:
        answer = ann.post("/api/decisions", {**note, "value": {"text": words}, "reason": words})
        assert answer.status_code in (201, 422), answer.text
        if answer.status_code == 201:
            with Case.open(case) as opened:
                assert opened.decisions()[-1].reason == words
        for wrong in ({"kind": words}, {"subjects": [words]}, {"value": {words: words}}):
            answer = ann.post("/api/decisions", {**note, **wrong})
            assert answer.status_code in (404, 422), answer.text
            assert answer.headers["content-type"].startswith("application/json")
        for address in ("/api/things", "/api/names?kind=speaker", "/api/queue"):
            params = {
                "name": words,
                "q": words,
                "report": report,
                "story": words,
                "kind": "speaker",
            }
            answer = ann.get(address, params=params)
            assert answer.status_code < 500
            assert answer.headers["content-type"].startswith("application/json")


@pytest.mark.parametrize("at_once", [PAYLOADS[::2], PAYLOADS[1::2]], ids=["even", "odd"])
def test_what_is_uploaded_names_no_place_of_this_computer(
    case: Path, ann: Client, at_once: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Worker, "_go", lambda _: None)  # nothing of it is read
    before = {one for one in case.parent.iterdir() if one.is_file()}
    for words in at_once:
        answer = ann.put("/api/files", words.encode(), params={"name": words})
        assert answer.status_code in (202, 422), answer.text
        body = {"text": words, "title": words, "outlet": words, "url": words}
        answer = ann.post("/api/texts", body)
        assert answer.status_code in (202, 422), answer.text
        answer = ann.post("/api/links", {"url": words})
        assert answer.status_code in (202, 422), answer.text
    assert {one for one in case.parent.iterdir() if one.is_file()} == before
    well_answered(ann, "/api/work")
    well_answered(ann, "/add")
    well_answered(ann, "/failed")


def test_a_download_has_a_harmless_name(case: Path, ann: Client) -> None:
    for address in names(case, "/reports/"):
        answer = ann.get(f"{address}/original?as=file")
        assert answer.status_code in (200, 404)
        given = answer.headers.get("content-disposition", "attachment")
        assert given.startswith("attachment")
        assert not re.search(r"[\r\n<>/\\\x00]", given)


def watched(at: Window) -> list[str]:
    """What a page does that it must not do: it is filled while the page is used."""
    seen: list[str] = []
    at.page.on("dialog", lambda one: (seen.append(f"dialog: {one.message}"), one.dismiss()))
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
