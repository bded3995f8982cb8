"""Adding what a person named: files, folders, addresses, lines of JSON on standard input.

Each file is put among the evidence first. Then its reports are read, and written together with those of
the files around it. Whatever ends the work, the case is whole, and the same command goes on where it ended.
"""

import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import astuple, dataclass, field, fields, replace
from functools import partial
from pathlib import Path
from time import monotonic
from typing import BinaryIO

from sayso.case.decided import DecisionIndex
from sayso.case.evidence import seekable_copy
from sayso.case.intake import Arrival, eased, note_end_of_file, take_in_file, take_in_reports
from sayso.case.storage import writing
from sayso.errors import UnreadableInput
from sayso.model.text import Document
from sayso.read.files import OnProblem, is_web_address
from sayso.read.heads import NOTHING_KNOWN, HeadData
from sayso.read.links.fetching import Fetcher, usual_fetcher
from sayso.read.links.keeping import Keeper
from sayso.read.notes import Note, OnNote
from sayso.read.reader import Reading, Setting
from sayso.read.reports import material_of, materials_at, read_lines, readings_in, setting_for

STANDARD_INPUT = "standard input"
# Reports are written together when there are so many, or when the first has waited so long.
REPORTS_AT_ONCE, SECONDS_TO_WAIT = 500, 2.0


@dataclass
class Intake:
    """What came in: `files`, the `reports` in them, and how many of these are `new` to the case.

    `known` counts files whose reports were all in the case already.
    """

    files: int = 0
    reports: int = 0
    new: int = 0
    known: int = 0

    def __add__(self, other: "Intake") -> "Intake":
        pairs = zip(astuple(self), astuple(other), strict=True)
        return Intake(*(one + more for one, more in pairs))


@dataclass
class _Batch:
    """What was read and is to be written: reports with their arrivals, and the ends of files.

    `counted` is all that came in, without what waits here.
    """

    counted: Intake = field(default_factory=Intake)
    found: list[tuple[Document, int]] = field(default_factory=list)
    ends: list[tuple[int, int, int]] = field(default_factory=list)
    since: float = 0.0

    def begin(self) -> None:
        """Let what comes from now on wait."""
        self.found, self.ends, self.since = [], [], monotonic()

    @property
    def is_due(self) -> bool:
        """Whether nothing more should wait."""
        waited = monotonic() - self.since
        return waited > SECONDS_TO_WAIT or len(self.found) + len(self.ends) >= REPORTS_AT_ONCE


@dataclass(frozen=True)
class Adder:
    """Takes files into a case: on whose behalf, by which version, and whether their bytes are kept.

    `again` reads files again that came in whole before, and puts back what was taken out of the case.
    Files in the folder `home` are named without it. `decided` gives the decisions as they are then.
    `on_report` is told of each report when it is in the case.
    """

    connection: sqlite3.Connection
    case: Path
    author: str
    version: str
    decided: Callable[[], DecisionIndex]
    on_problem: OnProblem
    on_note: OnNote
    on_report: Callable[[Document], None] = lambda document: None  # noqa: ARG005
    keep: bool = True
    again: bool = False
    home: Path | None = None
    fetcher: Fetcher | None = None

    def add_path(self, path: str, given: HeadData = NOTHING_KNOWN) -> Intake:
        """Take in the files under a path, or what stands at an address."""
        with self._batch() as batch:
            if is_web_address(path):
                self._add_address(path, given, batch)
            else:
                self._add_files(path, given, batch)
        return batch.counted

    def add_stream(self, stream: BinaryIO, name: str, given: HeadData = NOTHING_KNOWN) -> Intake:
        """Take in a file that is open; its name is shown, and its ending tells the format."""
        material = material_of(stream, name, Path(name).suffix.lower())
        read = partial(readings_in, material, given)
        with self._batch() as batch:
            self._add_file(material.stream, name, "file", given, read, batch)
        return batch.counted

    def add_lines(self, stream: BinaryIO, given: HeadData = NOTHING_KNOWN) -> Intake:
        """Take in the reports on standard input, JSON Lines."""
        lines = seekable_copy(stream)

        def read(setting: Setting) -> Iterator[Reading]:
            return read_lines(lines, STANDARD_INPUT, setting, given)

        with self._batch() as batch:
            self._add_file(lines, STANDARD_INPUT, STANDARD_INPUT, given, read, batch)
        return batch.counted

    def _add_files(self, path: str, given: HeadData, batch: _Batch) -> None:
        setting = self._setting(self.on_problem)
        for material, told in materials_at(path, setting, given):
            if not self._is_case(material.name):
                read = partial(readings_in, material, told)
                self._add_file(material.stream, material.name, "file", told, read, batch)

    def _add_address(self, address: str, given: HeadData, batch: _Batch) -> None:
        """Fetch an address; the evidence is a WARC file with all that was sent and received."""
        fetcher = self.fetcher or usual_fetcher()  # it remembers robots.txt, and when it asked
        with tempfile.TemporaryDirectory() as folder:
            kept = Path(folder, "fetched.warc.gz")
            fetcher.keeper = Keeper(kept)
            try:
                found = list(materials_at(address, self._setting(self.on_problem), given, fetcher))
            finally:
                fetcher.keeper = None
            for material, told in found:
                with kept.open("rb") as stream:
                    read = partial(readings_in, material, told)
                    self._add_file(stream, address, "address", told, read, batch)

    def _add_file(
        self,
        stream: BinaryIO,
        name: str,
        how: str,
        told: HeadData,
        readings: Callable[[Setting], Iterator[Reading]],
        batch: _Batch,
    ) -> None:
        problems: list[UnreadableInput] = []

        def on_problem(problem: UnreadableInput) -> None:
            problems.append(problem)
            self.on_problem(problem)

        batch.counted.files += 1
        arrival = self._arrival_of(stream, name, how, told)
        if arrival.known and not self.again:
            batch.counted.known += 1
            return
        read = 0
        for one in readings(self._setting(on_problem)):
            read += 1
            batch.found.append((self._named(one.document), arrival.number))
            if batch.is_due:
                self._write(batch)
        batch.ends.append((arrival.number, read, len(problems)))
        if batch.is_due:
            self._write(batch)

    @contextmanager
    def _batch(self) -> Iterator[_Batch]:
        """What comes in within it is written now and then, and at its end; before an error, too."""
        batch = _Batch()
        batch.begin()
        with eased(self.connection):
            try:
                yield batch
            except Exception:
                self._write(batch)
                raise
            self._write(batch)

    def _write(self, batch: _Batch) -> None:
        """Write what waits."""
        found, ends = batch.found, batch.ends
        batch.begin()
        if not found and not ends:
            return
        on_out = None if self.again else self._note_out
        with writing(self.connection):
            new = take_in_reports(self.connection, found, self.author, self.decided(), on_out)
            for arrival, reports, problems in ends:
                note_end_of_file(self.connection, arrival, reports, problems, self.author)
        batch.counted.new += new
        batch.counted.reports += len(found)
        for document, _ in found:
            self.on_report(document)

    def _arrival_of(self, stream: BinaryIO, name: str, how: str, told: HeadData) -> Arrival:
        with writing(self.connection):
            arrival = take_in_file(
                self.connection,
                stream,
                self._without_home(name),
                how,
                _described(told),
                self.author,
                self.version,
                keep=self.keep,
            )
        stream.seek(0)
        return arrival

    def _note_out(self, document: Document) -> None:
        """Say of a report that it was taken out of the case, and is not put back."""
        what = "it was taken out of the case, and stays out; --again puts it back"
        self.on_note(Note(document.name, what))

    def _setting(self, on_problem: OnProblem) -> Setting:
        return setting_for(on_problem, self.on_note)

    def _named(self, document: Document) -> Document:
        name = self._without_home(document.name)
        return document if name == document.name else replace(document, name=name)

    def _without_home(self, name: str) -> str:
        return name.removeprefix(f"{self.home}/") if self.home else name

    def _is_case(self, name: str) -> bool:
        """Whether a file is the case itself, or one that SQLite keeps beside it."""
        own = self.case.absolute()
        return Path(name).absolute() in (own, Path(f"{own}-wal"), Path(f"{own}-shm"))


def _described(told: HeadData) -> dict[str, str]:
    """What the user said of the reports of a file."""
    known = ((one.name, getattr(told, one.name)) for one in fields(told) if one.name != "dates")
    return {name: value for name, value in known if value}
