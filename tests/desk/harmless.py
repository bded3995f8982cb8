"""What no page of the desk may have: elements that are not ours, and addresses elsewhere."""

import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import quote

from sayso.case.case import Case
from tests.desk.client import Client

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
UNHARMED: dict[str, object] = {"taken": None, "strange": []}


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
