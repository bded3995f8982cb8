"""What the written cases of figures come to: no less than it was."""

from bench.figurecases import Outcome, outcomes, same_people, summary
from bench.halves import by_half_and_kind

FLOOR = 66.5  # per cent of all cases that are right
CHECK_FLOOR = 62.6


def test_no_fewer_cases_are_right_than_before() -> None:
    told = by_half_and_kind(list(outcomes("figure_kinds")), summary)
    assert told["all"]["n"] > 1100
    assert told["all"]["right"] >= FLOOR
    assert told["check"]["right"] >= CHECK_FLOOR


def test_a_case_is_wrong_if_a_figure_is_invented() -> None:
    (right,) = [one for one in outcomes("figures") if one.text.startswith("Police arrested 12 men")]
    assert right.right
    wrong = Outcome(right.text, right.kind, False, (), right.found)
    assert not wrong.right
    assert wrong.invented == 1


def test_words_that_repeat_the_harm_name_nobody() -> None:
    assert same_people("killed", None)
    assert same_people("coal miners", "miners")
    assert not same_people("guards", None)
