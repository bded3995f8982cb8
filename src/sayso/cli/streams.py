"""Standard output and standard error, which may be closed, full, or read by nobody.

Standard output takes every result, or the command fails. Standard error may lose notes: that never
stops a command.
"""

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TextIO, cast

from sayso.errors import SaysoError

DO_NEXT = "What it got is not complete. Print into a file with room: sayso ... > results"


class CannotPrint(SaysoError):
    """Standard output does not take the results."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"standard output: {reason}. {DO_NEXT}")
        self.reason = reason


class ReaderStopped(CannotPrint):
    """The program that read standard output has stopped, as `head` does when it has enough."""


class _Stream:
    """A standard stream; Python has None for one that was closed when the program began."""

    encoding, errors, closed = "utf-8", "backslashreplace", False

    def __init__(self, stream: TextIO | None) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        """Write, and give the number of characters."""
        try:
            self._open_stream().write(text)
        except OSError as error:
            self._lead_nowhere()
            self._fail(error)
        return len(text)

    def flush(self) -> None:
        """Pass on what was written."""
        try:
            self._open_stream().flush()
        except OSError as error:
            self._lead_nowhere()
            self._fail(error)

    def isatty(self) -> bool:
        """Whether it is a terminal."""
        return self._stream is not None and self._stream.isatty()

    def fileno(self) -> int:
        """Its descriptor."""
        return self._open_stream().fileno()

    def _open_stream(self) -> TextIO:
        if self._stream is None or self._stream.closed:
            raise OSError(errno.EBADF, "it is closed")
        return self._stream

    def _fail(self, error: OSError) -> None:
        """What a stream of this kind does when it cannot print."""
        raise NotImplementedError

    def _lead_nowhere(self) -> None:
        """Python prints what is left at its end, and would complain once more."""
        with suppress(OSError, ValueError):
            if self._stream is not None:
                _open_nowhere(self._stream.fileno())


class ResultStream(_Stream):
    """Standard output: what it does not take raises CannotPrint."""

    _failure: CannotPrint | None = None

    def write(self, text: str) -> int:
        """Write, unless an earlier result was lost."""
        if self._failure:
            raise self._failure
        return super().write(text)

    def _fail(self, error: OSError) -> None:
        kind = ReaderStopped if isinstance(error, BrokenPipeError) else CannotPrint
        self._failure = kind(error.strerror or type(error).__name__)
        raise self._failure from error


class NoteStream(_Stream):
    """Standard error: what it does not take is lost."""

    def _fail(self, error: OSError) -> None:  # noqa: ARG002
        self._stream = None


@contextmanager
def standard_streams() -> Iterator[None]:
    """Within it, standard output and standard error are of the kinds above, and in UTF-8."""
    _open_descriptors()
    out, err = sys.stdout, sys.stderr
    for stream in (out, err):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    sys.stdout, sys.stderr = cast("TextIO", ResultStream(out)), cast("TextIO", NoteStream(err))
    try:
        yield
    finally:
        sys.stdout, sys.stderr = out, err


def _open_descriptors() -> None:
    """Open the null device for a standard stream that is closed.

    Otherwise the next file to be opened would be taken for the stream, and notes would go into it.
    """
    for descriptor in range(3):
        try:
            os.fstat(descriptor)
        except OSError:
            _open_nowhere(descriptor)


def _open_nowhere(descriptor: int) -> None:
    """Make the descriptor one of the null device."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    if nowhere != descriptor:
        os.dup2(nowhere, descriptor)
        os.close(nowhere)
