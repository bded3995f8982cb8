"""The marks that rules look for."""

import pytest

from sayso.text.marks import (
    DASHES,
    HYPHENS,
    OPENING_DOUBLE_QUOTES,
    is_possessive,
    without_possessive,
)


@pytest.mark.parametrize(
    ("word", "bare"),
    [("mali's", "mali"), ("mali’s", "mali"), ("soldiers’", "soldiers’"), ("is", "is"), ("'s", "")],
)
def test_only_an_apostrophe_with_s_is_cut_off(word: str, bare: str) -> None:
    assert without_possessive(word) == bare
    assert is_possessive(word) == (word != bare)


def test_a_hyphen_is_no_long_dash() -> None:
    assert "-" in DASHES & HYPHENS
    assert not {"–", "—"} & HYPHENS
    assert not DASHES & OPENING_DOUBLE_QUOTES
