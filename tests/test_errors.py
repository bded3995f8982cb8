"""What is printed of an exception that a report caused."""

from copy import copy

import pytest

from sayso.errors import FaultInSayso, UnreadableInput, fault_of_report
from sayso.extract.events.times import find_times
from sayso.text.words import words


def caught(*given: object) -> Exception:
    """The exception of an extract stage that is called with these."""
    try:
        find_times(*given)  # type: ignore[arg-type]
    except Exception as error:
        return error
    raise AssertionError("it did not fail")


def test_it_says_what_was_done_where_and_how_to_report_it() -> None:
    fault = fault_of_report("b.txt", caught(None, None))
    assert fault.what.startswith(
        "it was left out, because sayso failed while it looked for events (TypeError in text/"
    )
    assert fault.remedy.startswith("This is a fault in sayso: please report this line")
    assert "/" not in str(fault).replace("text/", "")


def test_it_holds_no_word_of_the_exception() -> None:
    error = ValueError("words of the report")
    assert "words of the report" not in str(fault_of_report("b.txt", error))
    try:
        words(error)  # type: ignore[arg-type]
    except Exception as other:
        assert "while it worked on it (" in str(fault_of_report("b.txt", other))


@pytest.mark.parametrize(
    "error",
    [
        MemoryError(),
        RuntimeError("can't start new thread"),
        RuntimeError("[ONNXRuntimeError] : 6 : RUNTIME_EXCEPTION : std::bad_alloc"),
    ],
)
def test_a_lack_of_memory_is_no_fault_of_sayso(error: Exception) -> None:
    fault = fault_of_report("b.txt", error)
    assert "ran out of memory" in fault.what
    assert fault.remedy == "Split it, or read it where there is more memory."


@pytest.mark.parametrize("kind", [UnreadableInput, FaultInSayso])
def test_it_goes_from_one_process_to_another(kind: type[UnreadableInput]) -> None:
    problem = kind("b.txt", "it was left out", "Split it.")
    again = copy(problem)  # as pickle does
    assert type(again) is kind
    assert (again.name, again.what, again.remedy) == ("b.txt", "it was left out", "Split it.")
    assert str(again) == str(problem)
