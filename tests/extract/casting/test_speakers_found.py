"""How many of the written cases get their speakers, and how many a wrong one.

The network, too, misses some, and misses others after every training: so the floor is a share. It is
what was measured when it was set, less six points.
"""

from bench.cases import outcomes, summary

FLOOR = 94.0
MOST_WRONG = 4.0


def test_the_written_cases_get_their_speakers() -> None:
    found = summary(outcomes("speakers"))
    assert found["right"] >= FLOOR, found
    assert found["wrong"] <= MOST_WRONG, found
