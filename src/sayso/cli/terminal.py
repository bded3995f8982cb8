"""Everything that is printed. Names and words of reports can neither act on a terminal nor forge a line."""

import io
import logging
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any, TextIO

from sayso.model.unseen import with_escapes


def is_terminal(stream: TextIO | None) -> bool:
    """Whether somebody types or reads there; a stream may be closed."""
    return stream is not None and not stream.closed and stream.isatty()


def check_can_print() -> None:
    """Raises CannotPrint if standard output is closed; so it is known before the long work."""
    sys.stdout.flush()


def print_result(line: str) -> None:
    """Print one line on standard output. Raises CannotPrint."""
    print_page(with_escapes(line) + "\n")


def print_page(page: str) -> None:
    """Print a page on standard output, as its file would be. Raises CannotPrint."""
    sys.stdout.write(page)
    sys.stdout.flush()


def print_pieces(pieces: Iterable[str]) -> None:
    """Print a line of JSON on standard output; its escapes are there already. Raises CannotPrint."""
    for piece in pieces:
        sys.stdout.write(piece)
    sys.stdout.write("\n")
    sys.stdout.flush()


def print_note(line: str) -> None:
    """Print one line on standard error, with the name of the program."""
    print_aside(f"sayso: {line}")


def print_aside(line: str) -> None:
    """Print one line on standard error."""
    sys.stderr.write(with_escapes(line) + "\n")
    sys.stderr.flush()


def print_wrong_usage(error: Any) -> None:
    """Print what typer says of a command line that it does not understand, and how to get help."""
    if error.ctx is None or error.message != error.ctx.get_help():
        error.message = with_escapes(error.message)  # a word typed, or the name of a file
    lines = io.StringIO()
    error.show(file=lines)
    for line in lines.getvalue().splitlines():
        print_aside(line)


@contextmanager
def libraries_print_notes() -> Iterator[None]:
    """Within it, a warning of a library is a note: it may hold words of a report."""
    printer = _NotePrinter(logging.WARNING)
    logging.getLogger().addHandler(printer)
    logging.captureWarnings(True)
    try:
        yield
    finally:
        logging.captureWarnings(False)
        logging.getLogger().removeHandler(printer)


class _NotePrinter(logging.Handler):
    def emit(self, record: logging.LogRecord) -> None:
        print_note(f"{record.name}: {record.getMessage()}")
