"""Work without the items that make it fail."""

import math
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.engine.largest import MIN_FAULTS_ALLOWED, largest_working_part
from sayso.errors import NothingToRead, SaysoError


def fail(item: int, error: Exception) -> None:
    raise AssertionError(item) from error


def test_the_work_is_done_once_if_nothing_fails() -> None:
    tries: list[int] = []

    def work(items: Sequence[int]) -> int:
        tries.append(len(items))
        return sum(items)

    assert largest_working_part([1, 2, 3], work, fail) == 6
    assert tries == [3]


@given(st.sets(st.integers(0, 99), max_size=5))
def test_the_guilty_are_found_in_few_tries_and_the_others_worked_on(guilty: set[int]) -> None:
    tries = 0

    def work(items: Sequence[int]) -> list[int]:
        nonlocal tries
        tries += 1
        for item in items:
            if item in guilty:
                raise ValueError(item)
        return list(items)

    found: dict[int, str] = {}
    announced: list[int] = []
    kept = largest_working_part(
        range(100), work, lambda item, error: found.update({item: str(error)}), announced.append
    )
    assert kept == [item for item in range(100) if item not in guilty]
    assert found == {item: str(item) for item in guilty}
    assert tries <= 1 + len(guilty) * (1 + math.ceil(math.log2(100)))
    assert announced == [math.ceil(math.log2(100))] * len(guilty)


def test_of_two_that_fail_only_together_the_later_is_guilty() -> None:
    def work(items: Sequence[int]) -> list[int]:
        if {3, 7} <= set(items):
            raise KeyError
        return list(items)

    found: list[int] = []
    kept = largest_working_part(range(10), work, lambda item, _: found.append(item))
    assert (kept, found) == ([0, 1, 2, 3, 4, 5, 6, 8, 9], [7])


def test_work_that_fails_whatever_it_gets_is_given_up() -> None:
    def work(items: Sequence[int]) -> None:
        raise ZeroDivisionError(items)

    found: list[int] = []
    with pytest.raises(SaysoError, match="fault in sayso"):
        largest_working_part(range(50), work, lambda item, _: found.append(item))
    assert len(found) <= MIN_FAULTS_ALLOWED + 1
    with pytest.raises(SaysoError):
        largest_working_part([], work, fail)


@pytest.mark.parametrize(
    "lack", [MemoryError(), RuntimeError("can't start new thread"), Exception("std::bad_alloc")]
)
def test_too_little_memory_for_all_is_no_fault_of_one(lack: Exception) -> None:
    def work(_: Sequence[int]) -> None:
        raise lack

    with pytest.raises(SaysoError, match=r"compare 2,000 reports at once\. Give fewer reports"):
        largest_working_part(range(2000), work, fail)


def test_an_error_that_a_user_can_put_right_is_passed_on() -> None:
    def work(items: Sequence[int]) -> None:
        raise NothingToRead(f"here, {len(items)}")

    with pytest.raises(NothingToRead, match="here"):
        largest_working_part([1], work, fail)
