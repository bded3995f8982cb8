"""From what was named on the command line to documents, with every problem said aloud."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass, field

import typer

from sayso.errors import NothingToRead, UnreadableInput
from sayso.model.text import Document

STDIN = "-"


@dataclass
class Intake:
    """What came in and what did not."""

    read: int = 0
    skipped: list[UnreadableInput] = field(default_factory=list)
    _seen: dict[str, str] = field(default_factory=dict)

    def documents(self, paths: list[str]) -> Iterator[Document]:
        """The documents under the paths, each text once; problems go to standard error.

        Raises NothingToRead at the end if there was none.
        """
        from sayso.read.reports import read, read_lines

        for path in paths:
            found = (
                read_lines(sys.stdin.buffer, "standard input", self.problem)
                if path == STDIN
                else read(path, self.problem)
            )
            for document in found:
                if document.id in self._seen:
                    first = self._seen[document.id]
                    say(f"{document.name}: the same text as {first}, read once")
                    continue
                self._seen[document.id] = document.name
                self.read += 1
                yield document
        if not self.read:
            raise NothingToRead(
                "there was nothing to read. Name a text file, a saved page, a .jsonl file or a "
                "folder of them; `sayso demo` shows what comes of it."
            )

    def problem(self, problem: UnreadableInput) -> None:
        """Say what is wrong with one input, and go on."""
        self.skipped.append(problem)
        say(str(problem))

    def status(self) -> int:
        """The exit status of a command that got to its end."""
        return 3 if self.skipped else 0


def say(line: str) -> None:
    """One line to standard error."""
    typer.echo(f"sayso: {line}", err=True)
