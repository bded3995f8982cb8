"""Errors that a user can put right. Every message says what happened and what to do next."""

from collections.abc import Iterator
from pathlib import Path
from types import TracebackType


class SaysoError(Exception):
    """The base of all errors of sayso."""


class UnreadableInput(SaysoError):
    """A file that cannot be read as a report. The other files are read without it."""

    def __init__(self, name: str, what: str, remedy: str) -> None:
        super().__init__(f"{name}: {what}. {remedy}")
        self.name, self.what, self.remedy = name, what, remedy

    def __reduce__(self) -> tuple[type["UnreadableInput"], tuple[str, str, str]]:
        """How a process hands the error to another one."""
        return type(self), (self.name, self.what, self.remedy)


class FaultInSayso(UnreadableInput):
    """A report that sayso failed on, through no fault of the report. The others go on without it."""


class NothingToRead(SaysoError):
    """None of the inputs could be read as a report."""


class BrokenWire(SaysoError):
    """A line of JSON is not in the wire format, or one of its quotes is not in the text."""


class BrokenLexicon(SaysoError):
    """A lexicon file has an entry that the loader does not understand."""


class CannotWrite(SaysoError):
    """The output cannot be written to the file that was named."""


class NoCase(SaysoError):
    """A file that was named as a case is not there, is no case, or is of a later version."""


class CaseNotUsable(SaysoError):
    """A case cannot be read or written now: its disk is full, it is damaged, or others write to it."""


class DeskNotOpened(SaysoError):
    """The desk cannot be opened: its port is taken, or another desk of the case is in the way."""


class WrongDecision(SaysoError):
    """A decision that cannot be made: what it names is not there, or its value makes no sense."""


PACKAGE_FOLDER = Path(__file__).parent
LACKS_MEMORY = (
    "can't start new thread",
    "bad_alloc",
    "bad allocation",
    "Failed to allocate memory",
)
GIVE_MEMORY = "Split it, or read it where there is more memory."
DO_REPORT = (
    "This is a fault in sayso: please report this line, with the report if you may share it."
)
# What each room does with a report; the first room that holds the failing line counts.
WORK_OF_ROOMS = {
    "read/": "read the file",
    "extract/speech/": "looked for who says what",
    "extract/floor/": "looked for who says what",
    "extract/stance/": "looked for what speakers assert or deny",
    "extract/actors.py": "looked for the speakers",
    "extract/casting/": "looked for the speakers",
    "extract/casualties/": "counted people",
    "extract/events/": "looked for events",
    "extract/": "read the text",
    "compare/": "compared the reports",
    "dossier/": "wrote the page",
    "model/wire.py": "converted its results to or from JSON",
}
OTHER_WORK = "worked on it"


def fault_of_report(name: str, error: BaseException) -> FaultInSayso:
    """The fault to show for an exception that a report caused.

    It says what sayso was doing, which exception it was, and its line in sayso. It leaves out the
    exception's own message, which may hold words of the report.
    """
    frames = list(_frames_inside(error.__traceback__))
    where = f"while it {_work_of(frames)} ({kind_and_place(error)})"
    if is_lack_of_memory(error):
        return FaultInSayso(
            name, f"it was left out, because sayso ran out of memory {where}", GIVE_MEMORY
        )
    return FaultInSayso(name, f"it was left out, because sayso failed {where}", DO_REPORT)


def is_lack_of_memory(error: BaseException) -> bool:
    """Whether an exception says that there was no memory, as Python or the network's runtime says it."""
    said = str(error)
    return isinstance(error, MemoryError) or any(sign in said for sign in LACKS_MEMORY)


def kind_and_place(error: BaseException) -> str:
    """The kind of an exception, and the line of sayso that it comes from."""
    frames = list(_frames_inside(error.__traceback__))
    place = f" in {frames[-1][0]}, line {frames[-1][1]}" if frames else ""
    return type(error).__name__ + place


def _frames_inside(traceback: TracebackType | None) -> Iterator[tuple[str, int]]:
    """The files of sayso that the exception went through, each with its line, the outermost first."""
    while traceback is not None:
        file = Path(traceback.tb_frame.f_code.co_filename)
        if file.is_relative_to(PACKAGE_FOLDER):
            yield file.relative_to(PACKAGE_FOLDER).as_posix(), traceback.tb_lineno
        traceback = traceback.tb_next


def _work_of(frames: list[tuple[str, int]]) -> str:
    """What sayso was doing, by the innermost file that is in a room of the table."""
    for file, _ in reversed(frames):
        for room, work in WORK_OF_ROOMS.items():
            if file.startswith(room):
                return work
    return OTHER_WORK
