"""How the article of a page is found, and which pages are too large for that."""

import cProfile
import json
from pathlib import Path
from typing import Any

import pytest

from bench import pages
from sayso.read.notes import Note
from sayso.read.pages import opinions
from sayso.read.pages.article import article_of
from sayso.read.pages.dom import page_of
from sayso.read.pages.html import read_page
from sayso.read.pages.markup import tree_of

SAID = "<p>The mayor said on Monday that the bridge was closed and that nobody had been hurt.</p>"


def page_with(inner: str, head: str = "") -> bytes:
    return f"<html><head>{head}</head><body><article>{SAID}{inner}{SAID}</article></body>".encode()


def notes_on(page: bytes) -> list[str]:
    notes: list[Note] = []
    document = read_page(page, "page.html", notes.append)[0]
    assert document.text.count("on Monday that the bridge was closed") == 2
    return [note.what for note in notes]


@pytest.mark.parametrize(
    ("limit", "inner"),
    [
        ("MAX_ELEMENTS", "<p>a</p>" * 30),
        ("MAX_DEPTH", "<div>" * 30),
        ("MAX_PAIRS_OF_ELEMENTS", "<p>a</p>" * 30),
        ("MAX_PAIRS_OF_INLINE_ELEMENTS", f"<p>{'<b>a</b>' * 30}</p>"),
    ],
)
def test_of_a_page_too_large_for_trafilatura_its_shape_is_believed(
    limit: str, inner: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []
    monkeypatch.setattr(opinions, "_text_of_article", lambda root, _: asked.append(root))
    assert not notes_on(page_with(inner))
    assert asked
    asked.clear()
    monkeypatch.setattr(opinions, "FEW_ELEMENTS", 25)
    monkeypatch.setattr(opinions, limit, 25)
    assert not notes_on(page_with(inner))
    assert not asked


@pytest.mark.parametrize("unseen", ["<script>a</script>", "<meta name=a>", "<svg><g/></svg>"])
def test_what_is_never_shown_does_not_make_a_page_large(
    unseen: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opinions, "FEW_ELEMENTS", 25)
    monkeypatch.setattr(opinions, "MAX_ELEMENTS", 25)
    assert not notes_on(page_with(unseen * 30))
    assert not notes_on(page_with("", unseen * 30))


def test_a_cell_knows_its_blocks_after_one_pass_over_the_page() -> None:
    """Every cell holds the next one, and the innermost a great many elements."""
    calls = []
    for deep in (20, 80):
        nested = "<td><span>" * deep + "<i>a</i>" * 200
        root = tree_of(page_with(nested), "page.html", lambda _: None)
        profile = cProfile.Profile()
        profile.runcall(page_of, root)
        calls.append(sum(entry.callcount for entry in profile.getstats()))
    assert calls[1] < 2 * calls[0]


def test_a_page_without_words_has_no_article() -> None:
    root = tree_of(b"<html><body></body></html>", "page.html", lambda _: None)
    assert not article_of(root, page_of(root), None, None).found


CASES = Path(__file__).parents[2] / "cases/pages"
GOLD = [
    {**json.loads(line), "folder": folder}
    for folder in ("dev", "check", "blind", "third", "fourth")
    for line in (CASES / folder / "gold.jsonl").read_text("utf-8").splitlines()
]


@pytest.mark.parametrize("gold", GOLD, ids=lambda gold: gold["page"])
def test_the_article_is_found_whole_and_alone(gold: dict[str, Any]) -> None:
    data = (CASES / gold["folder"] / gold["page"]).read_bytes()
    text = pages.sayso_text(data)
    assert (text is None) == gold["refused"]
    if text is not None:
        optional = gold.get("optional", ())
        right = pages.without(gold["text"], optional)
        score = pages.f1(pages.without(text, optional), right)
        assert score >= 0.96
        if gold["folder"] in ("dev", "check"):  # it takes as long as all else
            assert score >= pages.f1(pages.without(pages.trafilatura_text(data), optional), right)


def test_the_measure_counts_shingles_as_often_as_they_occur() -> None:
    assert pages.f1("a b c d e", "a b c d e") == 1
    assert pages.f1("a b c d", "a b c d a b c d") == pytest.approx(2 / 6)
    assert pages.f1("", "a b c d") == 0
    assert pages.f1("One, two.", "one two") == 1
