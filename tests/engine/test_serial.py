"""Documents read in this process: a document that fails costs no other."""

from collections.abc import Sequence

import pytest

from sayso.engine import serial
from sayso.errors import FaultInSayso, SaysoError
from sayso.extract import extracting
from sayso.model.facts import Facts
from sayso.model.text import Document

PILE = [Document(f"{number}.txt", "Nothing.") for number in range(5)]
BAD = Document("bad.txt", "Bad.")


def read_none(documents: Sequence[Document]) -> list[Facts]:
    """No facts for each document; a bad one fails."""
    if BAD in documents:
        raise MemoryError("words of the report")
    return [Facts(document) for document in documents]


def test_a_batch_that_fails_is_read_one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extracting, "extract_together", read_none)
    *good, fault = serial.extract_each([*PILE, BAD])
    assert good == [Facts(document) for document in PILE]
    assert isinstance(fault, FaultInSayso)
    assert str(fault).startswith("bad.txt: it was left out, because sayso ran out of memory")
    assert "words of the report" not in str(fault)
    with pytest.raises(FaultInSayso, match=r"bad\.txt"):
        list(serial.extract_all([BAD]))


def test_where_no_text_at_all_can_be_read_the_run_ends_with_what_is_needed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def lack_memory(documents: Sequence[Document]) -> list[Facts]:
        raise MemoryError(documents)

    monkeypatch.setattr(extracting, "extract_together", lack_memory)
    with pytest.raises(SaysoError, match=r"too little memory .* It needs about \d+ MB"):
        list(serial.extract_all(PILE))


@pytest.mark.parametrize("stop", [KeyboardInterrupt, SystemExit])
def test_whoever_stops_the_run_is_not_caught(
    monkeypatch: pytest.MonkeyPatch, stop: type[BaseException]
) -> None:
    def interrupted(documents: Sequence[Document]) -> list[Facts]:
        raise stop(documents)

    monkeypatch.setattr(extracting, "extract_together", interrupted)
    with pytest.raises(stop):
        list(serial.extract_all(PILE))
