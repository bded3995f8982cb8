"""The dossier as a file: whose words are on it, and that none of them acts."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.compare.comparison import compare
from sayso.dossier.html import render, write_dossier
from sayso.dossier.marks import UNSEEN, link, plain, shown
from sayso.errors import CannotWrite
from sayso.extract.extracting import extract_together
from sayso.model.text import Document
from tests.dossier.compared import sample

HOSTILE = (
    "The mayor said that </script><script>alert(1)</script> was =cmd() and \u202eevil\u202c "
    "🚢 <!-- ]]> <img src=x onerror=alert(2)> &amp; {{7*7}} had happened.\n\nNobody asked why."
)


class Page(HTMLParser):
    """The elements that a parser sees."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def ids(self) -> list[str]:
        return [given["id"] or "" for _, given in self.tags if "id" in given]


def made(*texts: str) -> str:
    documents = [Document(f"/a/b/{number}.txt", text) for number, text in enumerate(texts)]
    return render(compare(extract_together(documents)))


def test_the_page_is_the_same_for_the_same_comparison() -> None:
    assert render(sample()) == render(sample())


def test_every_link_on_the_page_leads_somewhere() -> None:
    page = Page(render(sample()))
    ids = page.ids()
    assert len(ids) == len(set(ids))
    targets = [given["href"] or "" for tag, given in page.tags if tag == "a"]
    inner = {target[1:] for target in targets if target.startswith("#")}
    assert inner
    assert inner <= set(ids)


def test_the_page_asks_for_nothing_from_outside() -> None:
    tags = Page(render(sample())).tags
    policies = [given["content"] for _, given in tags if given.get("http-equiv")]
    assert [policy for policy in policies if policy and "default-src 'none'" in policy]
    for tag, attributes in tags:
        assert tag not in {"img", "iframe", "object", "embed", "link", "base"}
        assert "action" not in attributes
        assert "src" not in attributes
        assert not [name for name in attributes if name.startswith("on")]


def test_hostile_words_are_words() -> None:
    page = made(HOSTILE)
    tags = [tag for tag, _ in Page(page).tags]
    assert tags.count("script") == 1
    assert "img" not in tags
    assert "&lt;/script&gt;&lt;script&gt;alert(1)" in page
    assert "\u202e" not in page
    assert 'data-mark="U+202E"' in page
    assert "{{7*7}}" in page


def test_the_folders_of_a_report_stay_private() -> None:
    assert "/a/b/" not in made("The mayor said that the bridge was closed on Monday.")


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "ftp://a.b/c", "//a.b", None]
)
def test_only_web_addresses_are_links(url: str | None) -> None:
    assert link(url) is None


@settings(max_examples=60)
@given(st.text(max_size=40))
def test_shown_text_holds_no_markup_but_its_marks(text: str) -> None:
    bare = re.sub(r'<span class="mark"[^<>]*></span>', "", str(shown(text)))
    assert "<" not in bare
    assert ">" not in bare
    assert not UNSEEN.search(plain(text))


def test_a_place_that_cannot_be_written_is_an_error_that_says_so(tmp_path: Path) -> None:
    with pytest.raises(CannotWrite, match="-o"):
        write_dossier(sample(), tmp_path / "nowhere/page.html")
    write_dossier(sample(), tmp_path / "page.html")
    assert (tmp_path / "page.html").read_text("utf-8").startswith("<!doctype html>")
