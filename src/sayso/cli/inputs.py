"""From the paths on the command line to documents; every problem is printed."""

import errno
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from sayso.cli.how_read import HowRead, table_lines
from sayso.cli.terminal import print_aside, print_note
from sayso.errors import NothingToRead, SaysoError, UnreadableInput
from sayso.model.text import Document
from sayso.read.heads import NOTHING_KNOWN, HeadData
from sayso.read.notes import Note
from sayso.read.places import SourceMap
from sayso.read.reader import Reading

if TYPE_CHECKING:
    from sayso.read.links.fetching import Fetcher

STDIN = "-"
STDIN_NAME = "standard input"
TEXT_SUFFIXES = frozenset({".txt", ".jsonl"})


@dataclass
class Intake:
    """What was read and what was skipped.

    `output` is the file to be written; it is passed over if a folder holds it. Reports in the folder
    `home` are named without that folder. `given` is what the user knows of the reports; `how_read`
    has a row for each report that was read. With `with_places`, `places` has where the characters of
    each report stand in its file, by its name and id. What is fetched is kept in the file `keep`.
    """

    output: Path | None = None
    home: Path | None = None
    given: HeadData = NOTHING_KNOWN
    keep: Path | None = None
    with_places: bool = False
    places: dict[tuple[str, str], SourceMap] = field(default_factory=dict)
    read: int = 0
    how_read: list[HowRead] = field(default_factory=list)
    skipped: list[UnreadableInput] = field(default_factory=list)

    def documents(self, paths: list[str]) -> Iterator[Document]:
        """The documents under the paths. Problems go to standard error.

        Raises NothingToRead at the end if there was none.
        """
        fetcher = self._fetcher(paths)
        for path in paths:
            for reading in self._readings(path, fetcher):
                document = reading.document
                shown = replace(document, name=self._name_shown(document.name))
                self.note_read(shown)
                if self.with_places:
                    self.places[shown.name, shown.id] = reading.source
                yield shown
        self.check_read()

    def note_read(self, document: Document) -> None:
        """Count a report that was found. Raises SaysoError if one address is given for a second one."""
        self.read += 1
        self._check_one_address()
        self.how_read.append(HowRead.of(document))

    def _readings(self, path: str, fetcher: "Fetcher | None") -> Iterator[Reading]:
        """The reports under a path, or of standard input, JSON Lines."""
        from sayso.read.reports import read_lines, read_readings, setting_for

        setting = setting_for(self.report_problem, self.report_note, places=self.with_places)
        if path != STDIN:
            yield from read_readings(path, setting, self.given, fetcher)
            return
        with self.problems_of_stdin():
            yield from read_lines(stdin_bytes(), STDIN_NAME, setting, self.given)

    def _fetcher(self, paths: list[str]) -> "Fetcher | None":
        """What fetches the addresses among the paths. Raises CannotWrite if `keep` is no new file."""
        from sayso.read.files import is_web_address

        if self.keep is None or not any(map(is_web_address, paths)):
            return None
        from sayso.read.links.fetching import Fetcher
        from sayso.read.links.keeping import Keeper

        return Fetcher(keeper=Keeper(self.keep))

    def _check_one_address(self) -> None:
        """Raises SaysoError if one address is given for a second report."""
        if self.given.url and self.read > 1:
            raise SaysoError(
                "--url is the address of one report, and there are several. Read them one by one, or "
                "write each address into a file NAME.meta.toml beside the report."
            )

    @contextmanager
    def problems_of_stdin(self) -> Iterator[None]:
        """Within it, standard input that is closed or cannot be read is an input like any other."""
        try:
            yield
        except OSError as error:
            what = f"it cannot be read ({error.strerror})"
            self.report_problem(UnreadableInput(STDIN_NAME, what, "Name files instead."))

    def check_read(self) -> None:
        """Raises NothingToRead if nothing was read."""
        if not self.read:
            raise NothingToRead(
                "there was nothing to read. Name files of reports, a folder of them, or a web address; "
                "`sayso demo` shows an example."
            )

    def report_problem(self, problem: UnreadableInput) -> None:
        """Print what is wrong with one input, and go on."""
        if self.output and Path(problem.name).absolute() == self.output.absolute():
            print_note(f"{problem.name}: passed over, because it is the page to be written")
            return
        self.skipped.append(problem)
        print_note(str(problem))

    def note_part_read(self, document: Document) -> None:
        """Print a note for a report that was read in part only."""
        if document.read_to is not None:
            print_note(
                f"{document.name}: it was read up to character {document.read_to:,} of "
                f"{len(document):,}; the rest would take too much work. Split it to have it all read."
            )

    def report_note(self, note: Note) -> None:
        """Print a remark about an input that was read."""
        print_note(f"{self._name_shown(note.name)}: {note.what}.")

    def exit_status(self) -> int:
        """The exit status of a command that reached its end."""
        return 3 if self.skipped else 0

    def _name_shown(self, name: str) -> str:
        return name.removeprefix(f"{self.home}/") if self.home else name


def print_table(intake: Intake) -> None:
    """Print the table of what was read on standard error, which leaves standard output to JSON."""
    for line in table_lines(intake.how_read, intake.skipped):
        print_aside(line)


def stdin_bytes() -> BinaryIO:
    """Standard input as bytes. Raises OSError if it is closed."""
    if sys.stdin is None:
        raise OSError(errno.EBADF, "it is closed")
    return sys.stdin.buffer


def expected_characters(paths: list[str]) -> int:
    """About how many characters of text the paths hold, by the sizes of their text files.

    Web pages and files in folders of folders do not count, and what cannot be looked at is 0.
    """
    files = [file for path in map(Path, paths) for file in (path, *_files_in(path))]
    return sum(_size(file) for file in files if file.suffix.lower() in TEXT_SUFFIXES)


def _files_in(path: Path) -> list[Path]:
    try:
        return list(path.iterdir()) if path.is_dir() else []
    except (OSError, ValueError):
        return []


def _size(file: Path) -> int:
    try:
        return file.stat().st_size if file.is_file() else 0
    except (OSError, ValueError):
        return 0
