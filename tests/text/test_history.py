"""Whether a sentence tells of long ago."""

from datetime import date

import pytest

from sayso.model.text import Span
from sayso.text.history import is_history

DAY = date(2021, 5, 3)


@pytest.mark.parametrize(
    ("text", "day", "expected"),
    [
        ("The flood of 1953 drowned 88.", DAY, True),
        ("The famine of the 1840s drove out a million.", None, True),
        ("The Black Death killed 52.", None, True),
        ("The blast in 2020 killed 3.", DAY, False),
        ("The blast killed 1,953 people.", DAY, False),
        ("The blast killed 1953 people.", DAY, False),
        ("The blast in the church, built in 1890, killed 3.", DAY, False),
        ("It was the deadliest blast since the fire of 1953, with 3 killed.", DAY, False),
        ("It was the deadliest since World War II: 3 killed.", DAY, False),
        ("In World War II 3 were killed here.", DAY, True),
        ("A mayor told the Chronicle that 3 were killed in the medieval centre.", DAY, False),
    ],
)
def test_history(text: str, day: date | None, expected: bool) -> None:
    assert is_history(text, Span(0, len(text)), day) is expected
