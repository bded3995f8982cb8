"""Report text made safe to print."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.dossier.marks import attribute_text, safe_link, shown_text
from sayso.model.unseen import UNSEEN
from tests.dossier.hostile import FIELDS, WORDS
from tests.dossier.parsed import Page

MARK = re.compile(r'<span class="mark"[^<>]*></span>')
FAMILY = "👩\u200d👩\u200d👧"


@pytest.mark.parametrize("words", [*WORDS, *FIELDS])
def test_markup_is_shown_as_written(words: str) -> None:
    assert Page(
        f'<article class="report" id="r1"><div class="text">{shown_text(words)}</div></article>'
    ).texts == {"r1": words}
    assert "<" not in str(shown_text(words))


@pytest.mark.parametrize(
    "character", "\u202e\u202a\u2066\u2069\u200b\u200e\ufeff\u00ad\x00\x1b\x7f\x85\u2028\U000e0041"
)
def test_a_character_that_is_not_seen_is_marked(character: str) -> None:
    made = str(shown_text(f"a{character}b"))
    assert character not in made
    assert f'data-mark="U+{ord(character):04X}"' in made
    assert "aria-label=" in made
    assert attribute_text(f"a{character}b") == f"a[U+{ord(character):04X}]b"


@pytest.mark.parametrize("text", ["é", "e\u0301", "שלום", "日本", "a\tb\nc", "\u00a0", "🚢", "ﷺ"])
def test_what_is_seen_stays_as_it_is(text: str) -> None:
    assert str(shown_text(text)) == text
    assert attribute_text(text) == text


def test_a_joiner_is_left_where_it_joins() -> None:
    assert str(shown_text(FAMILY)) == FAMILY
    assert str(shown_text("क्\u200dष")) == "क्\u200dष"
    assert "U+200D" in str(shown_text("pay\u200dpal"))
    assert "U+200D" in str(shown_text("\u200d"))
    assert "U+200C" in str(shown_text("a\u200cb"))


def test_a_carriage_return_survives_the_parser() -> None:
    assert str(shown_text("a\r\nb")) == "a&#13;\nb"


@given(st.text(max_size=60))
def test_nothing_unseen_and_no_markup_but_the_marks_is_left(text: str) -> None:
    made = str(shown_text(text))
    bare = MARK.sub("", made)
    assert "<" not in bare
    assert ">" not in bare
    assert '"' not in bare
    assert not re.search("[\u202a-\u202e\u2066-\u2069]", made)
    assert not UNSEEN.search(attribute_text(text))


@given(st.text(st.characters(categories=["Cc", "Cf", "Co", "Zl", "Zp"]), min_size=1, max_size=5))
def test_every_format_character_that_turns_text_round_is_marked(text: str) -> None:
    turning = [
        one
        for one in text
        if unicodedata.bidirectional(one)
        in {"RLO", "LRO", "RLE", "LRE", "PDF", "RLI", "LRI", "FSI", "PDI"}
    ]
    assert str(shown_text(text)).count('class="mark"') >= len(turning)


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        " https://a.example",
        "data:text/html,x",
        "ftp://a.example/b",
        "//a.example",
        "https://a.example/\u202efdp",
        "https://a.example/\njavascript:x",
        'https://a.example/"onclick="x',
        "http://user:pw@a.example/",
        "https://bank.example@a.example/login",
        "https://:@a.example",
        "https://@a.example",
        "http:///path",
        "https://?q=1",
        "https://#top",
        "https://:443/",
        "https://[::1",
        "https://[a.example]/",
        "",
        None,
    ],
)
def test_only_plain_web_addresses_are_links(url: str | None) -> None:
    assert safe_link(url) is None


@pytest.mark.parametrize(
    "url",
    [
        "https://a.example",
        "http://a.example/b?c=d&e#f",
        "HTTPS://A.EXAMPLE/é",
        "https://a.example:8443/@desk",
        "https://[::1]/",
    ],
)
def test_a_web_address_is_a_link(url: str) -> None:
    assert safe_link(url) == url
