"""Dossiers, and windows that they are opened in."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from sayso.compare.comparison import compare
from sayso.dossier.html import write_dossier
from sayso.extract.extracting import extract_together
from sayso.model.comparison import Comparison
from sayso.model.text import Document
from tests.dossier.compared import sample, steps
from tests.dossier.decisions import whole
from tests.dossier.exports.held import hostile as hostile_decisions
from tests.dossier.hostile import FIELDS, HOSTILE
from tests.dossier.many import crossing, many

WIDE, PHONE = {"width": 1280, "height": 900}, {"width": 390, "height": 844}


class Opened:
    """A dossier in a window, and all that it did besides showing itself."""

    def __init__(self, browser: Any, path: Path, **how: object) -> None:
        self.context = browser.new_context(**{"viewport": WIDE, "reduced_motion": "reduce"} | how)
        self.page = self.context.new_page()
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

    def lit(self) -> str:
        """The words that are lit up."""
        return "".join(one.text_content() for one in self.page.query_selector_all(".lit"))

    def inside(self, what: str) -> bool:
        """Whether the first such element stands within the window."""
        box = self.page.query_selector(what).bounding_box()
        size = self.page.viewport_size
        return bool(box) and 0 <= box["y"] < size["height"] and 0 <= box["x"] < size["width"]


@pytest.fixture
def opening(browser: Any) -> Iterator[Any]:
    windows: list[Opened] = []

    def make(path: Path, **how: object) -> Opened:
        windows.append(Opened(browser, path, **how))
        return windows[-1]

    yield make
    for one in windows:
        one.context.close()


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dossier")
    write_dossier(sample(), folder / "good.html")
    write_dossier(steps(), folder / "steps.html")
    write_dossier(_hostile(), folder / "hostile.html")
    write_dossier(_hostile_fields(), folder / "fields.html")
    write_dossier(many(25), folder / "many.html")
    write_dossier(Comparison((crossing(),)), folder / "crossing.html")
    for name, held in (("decided", whole()), ("hostile-decisions", hostile_decisions())):
        write_dossier(held.comparison, folder / f"{name}.html", held)
    return folder


def _hostile() -> Comparison:
    documents = [
        Document("</script><b>.txt", HOSTILE, title="<script>alert(3)</script>", outlet="=1+1"),
        Document("b.txt", HOSTILE.replace("mayor", "governor"), url="javascript:alert(4)"),
    ]
    return compare(extract_together(documents))


def _hostile_fields() -> Comparison:
    """The sample with its outlets, titles and addresses turned hostile."""
    comparison = sample()
    facts = tuple(
        replace(
            one,
            document=replace(
                one.document, title=words, outlet=words, byline=words, url=f"javascript:{words}"
            ),
        )
        for one, words in zip(comparison.facts, FIELDS, strict=False)
    )
    return replace(comparison, facts=facts)
