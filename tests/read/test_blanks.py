"""What shows nothing is no word and no value."""

import pytest

from sayso.read.blanks import has_words, is_blank

UNSEEN = ["", " \t\n\u00a0\u2003\u3000", "\u200b\u2060\ufeff", "\u00ad\u00ad", "\u202e\u2066\u200f",
          "\u0301\u0308", "\u3164\uffa0\u115f\u1160", "\u2800", "\x00\x1b\x7f", "\ue000"]  # fmt: skip


@pytest.mark.parametrize("text", UNSEEN)
def test_what_is_not_seen(text: str) -> None:
    assert is_blank(text)
    assert not has_words(text)
    assert not is_blank(f"{text}a{text}")
    assert has_words(f"{text}a{text}")


@pytest.mark.parametrize("text", ["?", "“”", "☎", "-"])
def test_marks_are_seen_but_are_no_words(text: str) -> None:
    assert not is_blank(text)
    assert not has_words(text)


@pytest.mark.parametrize("text", ["7", "ü", "u\u0308", "한", "٣"])
def test_letters_and_digits_of_any_script_are_words(text: str) -> None:
    assert has_words(text)
