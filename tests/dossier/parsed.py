"""A dossier as a parser reads it back, and its packed parts as the script draws them."""

import json
from html import escape
from html.parser import HTMLParser
from typing import Any

VOID = {"meta", "input", "br", "hr", "link", "img", "base"}


class Page(HTMLParser):
    """The elements of a page, and the text of every report on it with its marks turned back.

    `scripts` has the texts of the script elements, `data` what the script element with data holds.
    """

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: dict[str, str] = {}
        self.open: list[str] = []
        self.scripts: list[str] = []
        self.data: dict[str, Any] = {}
        self._report = ""
        self._depth: int | None = None
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.tags.append((tag, given))
        classes = (given.get("class") or "").split()
        if tag == "article" and "report" in classes:
            self._report = given["id"] or ""
        if tag == "div" and "text" in classes:
            self._depth = len(self.open)
            self.texts[self._report] = ""
        if self._depth is not None and "data-mark" in given:
            self.texts[self._report] += chr(int((given["data-mark"] or "").replace("U+", "0x"), 0))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open, f"</{tag}> closes nothing"
        assert self.open[-1] == tag, f"</{tag}> closes <{self.open[-1]}>"
        self.open.pop()
        if self._depth is not None and len(self.open) <= self._depth:
            self._depth = None

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        if self._depth is not None:
            self.texts[self._report] += data
        if self.open and self.open[-1] == "script":
            self.scripts.append(data)
            if self.tags[-1][1].get("type") == "application/json":
                self.data = json.loads(data)

    @property
    def ids(self) -> list[str]:
        return [given["id"] or "" for _, given in self.tags if "id" in given]

    def named(self, tag: str) -> list[dict[str, str | None]]:
        return [given for name, given in self.tags if name == tag]

    @property
    def facts(self) -> set[str]:
        """The ids of the facts that the script marks in the texts."""
        return {
            f"r{report}{fact}"
            for report, paragraphs in self.data["texts"].items()
            for paragraph in paragraphs
            for part in paragraph
            if isinstance(part, str)
            for fact in part.split()
        }

    @property
    def run_scripts(self) -> int:
        """How many script elements a browser runs."""
        return sum(given.get("type") != "application/json" for given in self.named("script"))


def unpacked(packed: dict[str, Any], part: int) -> str:
    """A packed part as markup."""
    return "".join(_markup(packed, child) for child in packed["parts"][part])


def drawn(page: str) -> str:
    """The markup of a page, and after it that of all its packed parts."""
    packed = Page(page).data["packed"]
    return page + "".join(unpacked(packed, part) for part in range(len(packed["parts"])))


def _markup(packed: dict[str, Any], child: Any) -> str:
    if isinstance(child, int):
        child = packed["shared"][child]
    if isinstance(child, str):
        return escape(child).replace("\r", "&#13;")
    tag, fixed, own = packed["shapes"][child[0]]
    given = [*zip(fixed[::2], fixed[1::2], strict=True), *zip(own, child[1:], strict=False)]
    attributes = "".join(f' {name}="{escape(value)}"' for name, value in given)
    children = "".join(_markup(packed, inner) for inner in child[1 + len(own) :])
    return f"<{tag}{attributes}>{children}" + ("" if tag in VOID else f"</{tag}>")
