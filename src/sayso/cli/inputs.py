"""From what was named on the command line to documents, with every problem said aloud."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import BinaryIO

import typer

from sayso.errors import NothingToRead, UnreadableInput
from sayso.model.text import Document
from sayso.read.notes import Note

STDIN = "-"
STDIN_NAME = "standard input"


@dataclass
class Intake:
    """What came in and what did not.

    `output` is the file to be written: found in a folder, it is passed over and no problem.
    Reports in the folder `home` are called by their names there.
    """

    output: Path | None = None
    home: Path | None = None
    read: int = 0
    skipped: list[UnreadableInput] = field(default_factory=list)
    _seen: dict[str, str] = field(default_factory=dict)

    def documents(self, paths: list[str]) -> Iterator[Document]:
        """The documents under the paths; problems go to standard error.

        Raises NothingToRead at the end if there was none.
        """
        from sayso.read.reports import read

        for path in paths:
            found = (
                self.lines(sys.stdin.buffer)
                if path == STDIN
                else read(path, self.problem, self.note)
            )
            for document in found:
                self.read += 1
                yield replace(document, name=self._called(document.name))
        self.check_read()

    def lines(self, stream: BinaryIO) -> Iterator[Document]:
        """The documents of standard input, JSON Lines."""
        from sayso.read.reports import read_lines

        return read_lines(stream, STDIN_NAME, self.problem, self.note)

    def is_new(self, document: Document) -> bool:
        """Whether its text has not come in before; said aloud where it has."""
        if document.id in self._seen:
            first = self._seen[document.id]
            say(f"{document.name}: the same text as {first}, read once")
            return False
        self._seen[document.id] = document.name
        return True

    def check_read(self) -> None:
        """Raises NothingToRead where nothing came in."""
        if not self.read:
            raise NothingToRead(
                "there was nothing to read. Name a text file, a saved page, a .jsonl file or a "
                "folder of them; `sayso demo` shows what comes of it."
            )

    def problem(self, problem: UnreadableInput) -> None:
        """Say what is wrong with one input, and go on."""
        if self.output and Path(problem.name).absolute() == self.output.absolute():
            say(f"{problem.name}: passed over, it is the page to be written")
            return
        self.skipped.append(problem)
        say(str(problem))

    def note(self, note: Note) -> None:
        """Say what a reader should know of an input that was read all the same."""
        say(f"{self._called(note.name)}: {note.what}.")

    def status(self) -> int:
        """The exit status of a command that got to its end."""
        return 3 if self.skipped else 0

    def _called(self, name: str) -> str:
        return name.removeprefix(f"{self.home}/") if self.home else name


def say(line: str) -> None:
    """One line to standard error."""
    typer.echo(f"sayso: {line}", err=True)
