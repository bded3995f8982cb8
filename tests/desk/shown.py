"""A page of the desk, as a parser reads it."""

from tests.dossier.parsed import Page


class Shown(Page):
    """A page that closes all it opens: `tags` with their attributes, `words` with all text that is seen."""

    def __init__(self, page: str) -> None:
        self.source = page
        self._words: list[str] = []
        super().__init__(page)

    def handle_data(self, data: str) -> None:
        self._words.append(data)
        super().handle_data(data)

    @property
    def words(self) -> str:
        """All text, with one space where there are several."""
        return " ".join(" ".join(self._words).split())

    def things(self, kind: str) -> list[str]:
        """The names of things of a kind that can be decided on, in the order of the page."""
        return [
            given["data-name"] or "" for _, given in self.tags if given.get("data-thing") == kind
        ]

    def links(self, rel: str | None = None) -> list[str]:
        """The addresses of links; only those with that `rel`, if one is given."""
        return [
            given["href"] or ""
            for tag, given in self.tags
            if tag == "a" and rel in (None, given.get("rel"))
        ]
