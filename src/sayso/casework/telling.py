"""What is told of work while it is done: the command line prints it, the desk shows it."""

from contextlib import AbstractContextManager, nullcontext
from typing import Protocol

from sayso.errors import FaultInSayso, UnreadableInput
from sayso.model.text import Document
from sayso.read.notes import Note

MINUTE, HOUR = 60, 3600  # in seconds


class HowFar(Protocol):
    """Is told how far one step of the work is."""

    def reach(self, done: int, total: int | None = None) -> None:
        """So much is done; the total counts from now on, if it is given."""


class Telling:
    """Is told what happens, and says nothing; whoever wants to hear of it takes a part of this over."""

    def waits_for(self, who: str) -> None:
        """Another process adds to the case; the work goes on when that is done."""

    def problem(self, problem: UnreadableInput) -> None:
        """An input cannot be read, in part or at all; the others go on."""

    def failed(self, report: str, fault: FaultInSayso) -> None:
        """Sayso failed on a report that is in the case; `report` is its id."""

    def note(self, note: Note) -> None:
        """A remark on an input that was read."""

    def found(self, document: Document) -> None:
        """A report was found in an input."""

    def begins(self, document: Document) -> None:
        """A report is about to be read."""

    def read(self, document: Document) -> None:
        """A report was read; `read_to` says how far, if that is not to its end."""

    def said(self, words: str) -> None:
        """A sentence for whoever waits."""

    def progress(
        self,
        what: str,  # noqa: ARG002
        total: int | None = None,  # noqa: ARG002
    ) -> AbstractContextManager[HowFar]:
        """Within it, one step of the work is done: "reports read", "stories compared"."""
        return nullcontext(self)

    def reach(self, done: int, total: int | None = None) -> None:
        """So much of the step is done; the total counts from now on, if it is given."""


def in_words(seconds: float) -> str:
    """A time to wait, as a person says it.

    >>> in_words(1), in_words(90), in_words(8000)
    ('1 second', '2 minutes', '2 hours')
    """
    if seconds < MINUTE:
        number, unit = max(1, round(seconds)), "second"
    elif seconds < HOUR:
        number, unit = round(seconds / MINUTE), "minute"
    else:
        number, unit = round(seconds / HOUR), "hour"
    return f"{number} {unit}{'' if number == 1 else 's'}"
