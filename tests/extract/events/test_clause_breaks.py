"""Whether a clause or a quotation begins between two words."""

from sayso.extract.events.clause_breaks import ClauseBreaks
from sayso.text.words import words


def test_a_conjunction_between_two_words_opens_a_clause() -> None:
    breaks = ClauseBreaks(words("Orle fell because troops fled Monday"))
    assert breaks.clause_between(1, 4)
    assert breaks.clause_between(4, 1)
    assert not breaks.clause_between(3, 5)
    assert not breaks.clause_between(2, 3)


def test_one_quotation_mark_between_two_words_separates_them_and_two_do_not() -> None:
    breaks = ClauseBreaks(words('He fled " now " on Monday'))
    assert breaks.separates(3, 1)
    assert not breaks.separates(6, 1)


def test_since_right_before_a_time_opens_no_clause() -> None:
    breaks = ClauseBreaks(words("Orle fell since Monday"))
    assert breaks.clause_between(1, 3)
    assert not breaks.separates(3, 1)
    assert ClauseBreaks(words("Monday since Orle fell")).separates(0, 3)
