"""Dates as mails and feeds write them. A wrong one is worse than none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.model.particulars import DateKind
from sayso.model.text import is_moment
from sayso.read.stated_dates import stated_date


@pytest.mark.parametrize(
    ("words", "known", "stated"),
    [
        ("Mon, 2 Mar 2026 08:15:00 +0100 (CET)", "2026-03-02T08:15:00+01:00", ""),
        ("2026-03-02T08:15:00Z", "2026-03-02T08:15:00Z", ""),
        ("Mon, 2 Mar 2026 08:15:00 -0000", "2026-03-02T08:15:00+00:00", ""),
        ("March 2, 2026 at 8:15:03 AM GMT+1", "2026-03-02T08:15:03+01:00", ""),
        ("2 Mar 2026 at 08.15 UTC", "2026-03-02T08:15:00+00:00", ""),
        ("Monday, March 2, 2026 12:15 PM", "2026-03-02", "2026-03-02T12:15:00"),
        ("Mon, Mar 2, 2026 at 12:15\u202fAM", "2026-03-02", "2026-03-02T00:15:00"),
        ("2 March 2026 at 20:15:03 CET", "2026-03-02T20:15:03+01:00", ""),
        ("Mon, 2 Mar 26 08:15:00 EST", "2026-03-02", "2026-03-02T08:15:00"),
        ("On Sunday, March 1st, 2026", "2026-03-01", ""),
        ("2026-03-02 08:15", "2026-03-02", "2026-03-02T08:15:00"),
        ("Mon, 02 Mar 2026", "2026-03-02", ""),
        ("2 March 2026, 25:61", "2026-03-02", ""),
        ("02/03/2026 08:15", None, None),
        ("Sat, 31 Feb 2026 10:00", None, None),
        ("1 Jan 0001 00:00", None, None),
        ("soon", None, None),
        ("", None, None),
    ],
)
def test_a_date(words: str, known: str | None, stated: str | None) -> None:
    found, date = stated_date(DateKind.PUBLISHED, words, "Date")
    assert found == known
    assert date.value == (known if stated == "" else stated)
    assert date.words == " ".join(words.split())


@given(st.text(max_size=60))
def test_any_words_give_a_date_or_none(words: str) -> None:
    known, _ = stated_date(DateKind.MODIFIED, words.encode("utf-8", "replace").decode(), "x")
    assert known is None or is_moment(known)
