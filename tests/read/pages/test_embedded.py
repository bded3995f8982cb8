"""The article of a page that shows none is read from the page's own data."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import UnreadableInput
from sayso.read.notes import Note
from sayso.read.pages.embedded import _joined
from sayso.read.pages.html import read_page

SAID = [
    "The mayor said on Monday that the bridge was closed and that nobody had been hurt there.",
    "A second bridge, further down the river, was to be opened for the farmers by the evening.",
    "“No boat of mine was near it,” the owner of the ferry said, when he was asked on Tuesday.",
    "Divers are to look at the piers on Tuesday, if the river falls as the forecast has it.",
]
TEXT = "\n\n".join(SAID)
NOTE = "the page shows no article, so the one in its own data was read"


def page(script: str, shown: str = "<div id=app></div>") -> bytes:
    return f"<title>Bridge closed | Lantern</title><body>{shown}{script}".encode()


def linked(body: str, headline: str = "Bridge closed") -> str:
    data = json.dumps({"@type": "NewsArticle", "headline": headline, "articleBody": body})
    safe = data.replace("</script", "<\\/script")
    return f'<script type="application/ld+json">{safe}</script>'


def read(data: bytes) -> tuple[str, list[str], list[tuple[str, str]]]:
    notes: list[Note] = []
    document, found = read_page(data, "a.html", notes.append, places=True)
    parts = [(one.place.part, document.text[one.start : one.end]) for one in found.pieces]
    return document.text, [one.what for one in notes], parts


@pytest.mark.parametrize(
    "body",
    [
        TEXT,
        "\n".join(SAID),
        "".join(f"<p>{one}</p>" for one in SAID).replace("“", "&ldquo;"),
        "<br>".join(SAID) + "<script>One two</script><figure><p>A boat.</p></figure>",
    ],
)
def test_the_body_in_linked_data_is_the_text(body: str) -> None:
    text, notes, parts = read(page(linked(body)))
    assert text == TEXT
    assert notes == [NOTE]
    assert {part for part, _ in parts} == {"json-ld"}


def test_paragraphs_in_the_json_of_a_script_are_the_text() -> None:
    data = {
        "props": {
            "headline": "Bridge closed",
            "body": [
                {"type": "p", "text": one, "alt": "A boat on the river at dawn"} for one in SAID
            ],
            "more": [{"title": "Swan", "text": "A swan sat on the tracks for an hour."}],
        }
    }
    for script in (
        f'<script type="application/json" id="__NEXT_DATA__">{json.dumps(data)}</script>',
        f"<script>window.__DATA__ = {json.dumps(data)};</script>",
    ):
        text, notes, parts = read(page(script))
        assert text == TEXT
        assert notes == [NOTE]
        assert parts[0] == ("json/props/body/0/text", SAID[0])


@pytest.mark.parametrize(
    "data",
    [
        page(
            "<script type=application/json>"
            + json.dumps({"headline": "Swan stops the tram", "body": TEXT})
            + "</script>"
        ),
        page(linked("Too short to be an article.")),
        page('<script type="application/ld+json">{"articleBody": </script>'),
        page("<script>window.x = {</script>"),
        page("<script type=application/json>[[[[</script>"),
    ],
)
def test_other_data_is_no_article(data: bytes) -> None:
    with pytest.raises(UnreadableInput):
        read(data)


def test_what_the_page_shows_is_believed_first() -> None:
    shown = "".join(f"<p>{one}</p>" for one in SAID)
    text, notes, _ = read(page(linked("Other words of no use at all. " * 40), shown))
    assert text == TEXT
    assert not notes


@given(st.text(alphabet="ab <>/p&;#x2\n\t“\u00a0", max_size=60))
def test_each_character_stands_where_its_piece_says(string: str) -> None:
    text, found = _joined([("json-ld", string)])
    covered = 0
    for piece in found.pieces:
        covered += piece.length
        at = piece.place.offset
        if piece.original is None:
            assert string[at : at + piece.length] == text[piece.start : piece.end]
        else:
            assert string.startswith(piece.original, at)
    between = "".join(text.split())
    assert covered >= len(between)


@pytest.mark.parametrize(
    ("script", "is_whole"),
    [
        (linked(TEXT + " " + TEXT.upper()), True),
        (linked(TEXT + " " + TEXT.upper()).replace('{"@type"', '{"isAccessibleForFree": false, "@type"'), False),
        (linked("\n".join(SAID[2:] * 4)), False),
    ],
)  # fmt: skip
def test_of_an_article_whose_beginning_alone_is_shown_the_whole_is_read(
    script: str, is_whole: bool
) -> None:
    shown = f"<h1>Bridge closed</h1><div><p>{SAID[0]}</p><p>{SAID[1]}</p><div class=skeleton></div></div>"
    text, notes, _ = read(page(script, shown))
    assert text.startswith("\n\n".join(SAID[:2]))
    assert (SAID[2] in text) == is_whole
    assert any("only the beginning of its article" in one for one in notes) == is_whole
