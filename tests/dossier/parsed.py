"""A dossier as a parser reads it back."""

from html.parser import HTMLParser

VOID = {"meta", "input", "br", "hr", "link", "img", "base"}


class Page(HTMLParser):
    """The elements of a page, and the text of every report on it with its marks turned back."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: dict[str, str] = {}
        self.open: list[str] = []
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

    @property
    def ids(self) -> list[str]:
        return [given["id"] or "" for _, given in self.tags if "id" in given]

    def named(self, tag: str) -> list[dict[str, str | None]]:
        return [given for name, given in self.tags if name == tag]
