"""What is printed has no character that is not seen or that acts."""

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.model.unseen import UNSEEN, with_escapes
from sayso.model.wire import to_line

ACTING = st.text(
    st.one_of(
        st.characters(categories=["Cc", "Cf", "Zl", "Zp"]), st.characters(), st.sampled_from('\\"a')
    ),
    max_size=30,
)


def has_acting(text: str) -> bool:
    """Whether a character of the text is a control, invisible, or turns the direction."""
    # U+110BD and the like are marks of their scripts, with a width of their own.
    return any(
        unicodedata.category(one) in ("Cc", "Cs", "Zl", "Zp")
        or unicodedata.bidirectional(one)
        in {"RLO", "LRO", "RLE", "LRE", "PDF", "RLI", "LRI", "FSI", "PDI"}
        or 0x200B <= ord(one) <= 0x200F
        for one in text
    )


@given(ACTING)
def test_nothing_printed_acts_and_it_stays_on_its_line(text: str) -> None:
    shown = with_escapes(text)
    assert not has_acting(shown)
    assert len(shown.splitlines()) <= 1
    assert with_escapes(shown) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b]0;owned\x07", r"\x1b]0;owned\x07"),
        ("a\r\n\tb", r"a\r\n\tb"),
        ("\x7f\x9b\x85", r"\x7f\x9b\x85"),
        ("\u202egpj.exe\u200b", r"\u202egpj.exe\u200b"),
        ("\U000e0041", r"\U000e0041"),
        ("\udcff", r"\udcff"),
        ("C:\\x1b é “日本” e\u0301", "C:\\x1b é “日本” e\u0301"),
    ],
)
def test_each_is_shown_as_its_escape(text: str, shown: str) -> None:
    assert with_escapes(text) == shown


@given(st.dictionaries(ACTING, st.one_of(ACTING, st.lists(ACTING, max_size=3)), max_size=4))
def test_json_has_the_same_value_and_nothing_that_acts(data: dict[str, object]) -> None:
    line = to_line(data)
    assert json.loads(line) == data
    assert not has_acting(line)
    assert not UNSEEN.search(line)
    assert len(line.splitlines()) == 1
