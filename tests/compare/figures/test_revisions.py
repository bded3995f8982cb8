"""What each number is to those before it, with numbers made by hand."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from sayso.compare.figures import revisions
from sayso.compare.figures.dated_number import DatedNumber, are_opposed, outgrows
from sayso.compare.figures.quantity import bounds_of
from sayso.compare.figures.revisions import Threads, ThreadStep
from sayso.compare.figures.said_when import SayingTime
from sayso.model.comparison import Change
from sayso.model.reasons import RuleName
from sayso.model.text import Span
from sayso.text.revisions import Revision, RevisionKind
from tests.compare.told import on
from tests.costs import counted_calls

FORMER = Revision(RevisionKind.FORMER, Span(0, 7))
CORRECTED = Revision(RevisionKind.CORRECTED, Span(0, 9))
SOME_DAY = SayingTime(on(1), on(9))


def at(day: int, hour: int | None = None) -> SayingTime:
    moment = None if hour is None else datetime(2031, 5, day, hour, tzinfo=UTC)
    return SayingTime(on(day), on(day), moment)


def number(
    value: int | None,
    said: SayingTime | None = None,
    speaker: str = "mayor",
    report: str | None = None,
    revision: Revision | None = None,
    **known: object,
) -> DatedNumber:
    """A number of the dead; by default every speaker has a report of their own for each number."""
    plain = DatedNumber(
        ref=0,
        value=value,
        bounds=bounds_of(value, value, False),
        said=said,
        speaker=speaker,
        report=report or f"{speaker} {value} {said}",
        side=None,
        of_enemy=False,
        may_decrease=False,
        revision=revision,
        label=f"{value} ({speaker})",
        words=f"{value} dead",
    )
    return replace(plain, **known)  # type: ignore[arg-type]


def at_least(value: int, said: SayingTime | None, speaker: str = "mayor") -> DatedNumber:
    return number(value, said, speaker, bounds=bounds_of(value, None, False))


def threads_of(*numbers: DatedNumber) -> Threads:
    return Threads([replace(one, ref=ref) for ref, one in enumerate(numbers)])


def last_step(*numbers: DatedNumber) -> ThreadStep:
    return threads_of(*numbers).steps[-1]


def outcome(step: ThreadStep) -> tuple[Change | None, int | None, str]:
    return step.change, step.former.value if step.former else None, step.reason.rule


def test_no_number_has_no_thread() -> None:
    threads = threads_of()
    assert (threads.threads, threads.steps) == ([], [])


def test_numbers_are_taken_in_the_order_of_saying_and_the_undated_last() -> None:
    steps = threads_of(
        number(30, None, "a"), number(20, at(5), "b"), number(10, at(4, 9), "c")
    ).steps
    assert [step.number.value for step in steps] == [10, 20, 30]
    assert [step.number.ref for step in steps] == [2, 1, 0]


def test_at_one_time_the_former_number_comes_first_and_then_the_lower() -> None:
    steps = threads_of(
        number(9, at(5), "a"), number(8, at(5), "b"), number(10, at(5), "c", revision=FORMER)
    ).steps
    assert [step.number.value for step in steps] == [10, 8, 9]


# The first number


def test_the_first_number_is_first_if_its_day_is_known() -> None:
    assert outcome(last_step(number(20, at(4)))) == (Change.FIRST, None, RuleName.FIRST_COUNT)


def test_the_first_number_without_a_day_is_first_in_a_pile_of_one_report_only() -> None:
    one_report = threads_of(number(20, report="r"), number(20, speaker="b", report="r"))
    assert one_report.steps[0].change is Change.FIRST
    two_reports = threads_of(number(20, report="r"), number(20, speaker="b", report="s"))
    assert two_reports.steps[0].change is None


# Presented as former


def test_a_number_presented_as_former_is_older_and_opens_no_thread() -> None:
    threads = threads_of(number(20, at(4), revision=FORMER))
    assert outcome(threads.steps[0]) == (Change.OLDER, None, RuleName.TOLD_AS_EARLIER)
    assert threads.threads == []


def test_a_former_number_repeats_the_same_number_of_a_thread() -> None:
    step = last_step(number(20, at(4)), number(20, at(5), "b", revision=FORMER))
    assert outcome(step) == (Change.OLDER, 20, RuleName.TOLD_AS_EARLIER)


# Corrected


def test_a_report_that_gives_the_former_number_too_updates_it_upwards() -> None:
    step = last_step(number(20, at(5), report="r", revision=FORMER), number(35, at(5), report="r"))
    assert outcome(step) == (Change.UPDATE, 20, RuleName.UP_FROM)


def test_a_report_that_gives_the_former_number_too_corrects_it_downwards() -> None:
    step = last_step(number(35, at(5), report="r", revision=FORMER), number(20, at(5), report="r"))
    assert outcome(step) == (Change.CORRECTION, 35, RuleName.TAKES_PLACE_OF)


def test_the_former_number_of_another_speaker_is_not_corrected() -> None:
    step = last_step(
        number(20, at(5), "a", report="r", revision=FORMER), number(35, at(5), "b", report="r")
    )
    assert step.change is Change.FIRST


def test_a_correction_takes_the_place_of_the_number_that_it_names() -> None:
    threads = threads_of(
        number(20, at(4), "a"),
        number(35, at(4), "b"),
        number(18, at(5), "c", revision=replace(CORRECTED, previous="35")),
    )
    assert outcome(threads.steps[-1]) == (Change.CORRECTION, 35, RuleName.TAKES_PLACE_OF)
    assert [thread.current.value for thread in threads.threads] == [20, 18]


def test_a_correction_that_names_none_is_of_the_same_speakers_number() -> None:
    step = last_step(
        number(20, at(4), "a"), number(35, at(4), "b"), number(36, at(5), "a", revision=CORRECTED)
    )
    assert outcome(step) == (Change.CORRECTION, 20, RuleName.TAKES_PLACE_OF)


def test_a_correction_by_a_new_speaker_is_of_the_only_number_that_is_not_of_another_side() -> None:
    step = last_step(
        number(20, at(4), "a", side="state"),
        number(35, at(4), "b", side="rebel"),
        number(18, at(5), "c", side="rebel", revision=CORRECTED),
    )
    assert outcome(step) == (Change.CORRECTION, 35, RuleName.TAKES_PLACE_OF)


def test_a_correction_that_may_be_of_two_numbers_corrects_neither() -> None:
    step = last_step(
        number(20, at(4), "a"), number(35, at(4), "b"), number(18, at(5), "c", revision=CORRECTED)
    )
    assert step.change is Change.RIVAL


# Kept up by the same speaker


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        (
            [number(20, at(4)), number(35, at(5))],
            (Change.UPDATE, 20, RuleName.SPEAKER_NOW_MORE),
        ),
        (
            [number(35, at(4)), number(20, at(5))],
            (Change.CORRECTION, 35, RuleName.SPEAKER_NOW_FEWER),
        ),
        (  # the missing are found
            [number(35, at(4), may_decrease=True), number(20, at(5), may_decrease=True)],
            (Change.UPDATE, 35, RuleName.SPEAKER_NOW_FEWER),
        ),
        (
            [number(20, at(4)), number(35, at(5)), number(20, at(6))],
            (Change.OLDER, 35, RuleName.REPEATS_SUPERSEDED),
        ),
        (
            [at_least(20, at(4)), number(35, at(4))],
            (Change.AGREES, 20, RuleName.MAY_BOTH_BE_RIGHT),
        ),
        (
            [at_least(20, at(4)), number(35, at(5))],
            (Change.UPDATE, 20, RuleName.SPEAKER_NOW_MORE),
        ),
        (
            [number(35, at(4)), number(20, SOME_DAY), number(10, None)],
            (None, 35, RuleName.ORDER_NOT_KNOWN),
        ),
        (
            [number(20, at(4)), number(20, at(5))],
            (Change.AGREES, 20, RuleName.SAME_AS),
        ),
    ],
)
def test_a_number_of_the_same_speaker(
    numbers: list[DatedNumber], expected: tuple[Change | None, int | None, str]
) -> None:
    assert outcome(last_step(*numbers)) == expected


def test_one_speaker_is_heard_at_once_and_others_only_after_an_hour() -> None:
    first = number(20, at(4, 8))
    half_past_eight = replace(at(4, 8), moment=datetime(2031, 5, 4, 8, 30, tzinfo=UTC))
    assert last_step(first, number(35, half_past_eight)).change is Change.UPDATE
    assert last_step(first, number(35, half_past_eight, "b")).change is Change.RIVAL
    assert last_step(first, number(35, at(4, 10), "b")).change is Change.UPDATE


# Agreeing


def test_the_same_number_of_another_speaker_joins_the_thread() -> None:
    threads = threads_of(number(20, at(4), "a"), number(20, at(5), "b"), number(21, at(6), "b"))
    assert outcome(threads.steps[1]) == (Change.AGREES, 20, RuleName.SAME_AS)
    assert outcome(threads.steps[2]) == (Change.UPDATE, 20, RuleName.SPEAKER_NOW_MORE)
    assert len(threads.threads) == 1


def test_a_replaced_number_that_another_speaker_repeats_is_older() -> None:
    threads = threads_of(number(20, at(4), "a"), number(35, at(5), "b"), number(20, at(6), "c"))
    assert outcome(threads.steps[2]) == (Change.OLDER, 20, RuleName.REPEATS_SUPERSEDED)
    assert threads.steps[2].reason.values == ("35 (b)",)
    assert threads.threads[0].current.value == 35


def test_numbers_that_can_both_be_right_agree_and_the_higher_one_stands() -> None:
    threads = threads_of(at_least(20, at(4), "a"), number(35, at(4), "b"))
    assert outcome(threads.steps[1]) == (Change.AGREES, 20, RuleName.MAY_BOTH_BE_RIGHT)
    assert threads.threads[0].current.value == 35
    assert threads.threads[0].past == {}


def test_a_lower_number_that_can_be_right_too_leaves_the_higher_one() -> None:
    threads = threads_of(number(35, at(4), "a"), at_least(20, at(5), "b"))
    assert threads.steps[1].change is Change.AGREES
    assert threads.threads[0].current.value == 35


# Grown


def test_a_later_higher_number_of_another_speaker_updates_the_greatest_below_it() -> None:
    threads = threads_of(number(20, at(4), "a"), number(30, at(4), "b"), number(40, at(5), "c"))
    assert outcome(threads.steps[2]) == (Change.UPDATE, 30, RuleName.LATER_AND_HIGHER)
    assert [thread.current.value for thread in threads.threads] == [20, 40]


def test_a_later_higher_number_that_could_be_right_too_is_an_update() -> None:
    step = last_step(at_least(20, at(4), "a"), number(35, at(5), "b"))
    assert outcome(step) == (Change.UPDATE, 20, RuleName.LATER_AND_HIGHER)


def test_the_speaker_of_an_update_keeps_up_the_thread() -> None:
    step = last_step(number(20, at(4), "a"), number(35, at(5), "b"), number(36, at(6), "b"))
    assert outcome(step) == (Change.UPDATE, 35, RuleName.SPEAKER_NOW_MORE)


def test_the_missing_become_fewer() -> None:
    step = last_step(
        number(40, at(4), "a", may_decrease=True), number(12, at(5), "b", may_decrease=True)
    )
    assert outcome(step) == (Change.UPDATE, 40, RuleName.LATER_AND_LOWER)


# Apart


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        (
            [number(35, at(4), "a"), number(20, at(5), "b")],
            (Change.RIVAL, 35, RuleName.DIFFERS_LATER),
        ),
        (
            [number(20, at(4), "a"), number(35, at(4), "b")],
            (Change.RIVAL, 20, RuleName.DIFFERS_AT_ONCE),
        ),
        (
            [number(20, at(4), "a", side="state"), number(84, at(6), "b", side="rebel")],
            (Change.RIVAL, 20, RuleName.DIFFERS_OTHER_SIDE),
        ),
        (
            [number(20, None, "a"), number(35, None, "b")],
            (None, 20, RuleName.ORDER_NOT_KNOWN),
        ),
        (  # one report says both
            [number(20, None, "a", report="r"), number(35, None, "b", report="r")],
            (Change.RIVAL, 20, RuleName.DIFFERS_AT_ONCE),
        ),
        (
            [
                replace(at_least(20, at(4), "a"), side="state"),
                number(35, at(6), "b", side="rebel"),
            ],
            (None, None, RuleName.NEITHER),
        ),
    ],
)
def test_a_number_that_follows_from_none_before_it(
    numbers: list[DatedNumber], expected: tuple[Change | None, int | None, str]
) -> None:
    threads = threads_of(*numbers)
    assert outcome(threads.steps[-1]) == expected
    assert len(threads.threads) == 2
    assert threads.threads[1].current.value == numbers[-1].value


# Sides


@pytest.mark.parametrize(
    ("one", "other", "opposed"),
    [
        ({"side": "state"}, {"side": "rebel"}, True),
        ({"side": "state"}, {"side": "state"}, False),
        ({"side": "state"}, {}, False),
        ({"of_enemy": True}, {}, True),
        ({"of_enemy": True}, {"of_enemy": True}, False),
    ],
)
def test_two_sides_are_opposed_and_so_are_a_claim_about_the_enemy_and_other_counts(
    one: dict[str, object], other: dict[str, object], opposed: bool
) -> None:
    before = replace(number(20, at(4), "a"), **one)  # type: ignore[arg-type]
    later = replace(number(35, at(6), "b"), **other)  # type: ignore[arg-type]
    assert are_opposed(before, later) is are_opposed(later, before) is opposed
    assert outgrows(later, before) is not opposed
    assert not outgrows(before, later)


def test_more_numbers_than_can_be_followed_are_said_not_to_be_compared(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(revisions, "MAX_THREADS", 3)
    known = [number(value, at(4), f"speaker {value}") for value in (20, 30, 40, 50, 60, 30)]
    threads = threads_of(*known)
    assert [thread.current.value for thread in threads.threads] == [20, 30, 40]
    left_out = [step for step in threads.steps if step.reason.rule == RuleName.TOO_MANY_NUMBERS]
    assert [step.number.value for step in left_out] == [50, 60]
    assert all(step.change is None for step in left_out)


def test_many_rival_numbers_cost_no_more_each_than_a_few() -> None:
    few, many = (
        [number(20 + value, at(4), f"speaker {value}") for value in range(count)]
        for count in (200, 400)
    )
    assert counted_calls(lambda: threads_of(*many)) < 2.3 * counted_calls(lambda: threads_of(*few))


def test_a_toll_that_rises_many_times_is_followed_in_linear_work() -> None:
    few, many = (
        [number(20 + value, at(1 + value // 24, value % 24)) for value in range(count)]
        for count in (150, 300)
    )
    assert counted_calls(lambda: threads_of(*many)) < 2.3 * counted_calls(lambda: threads_of(*few))
