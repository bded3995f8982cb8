"""Adding what a person named: files, folders, addresses, lines of JSON on standard input.

Each file is put among the evidence first, then its reports come in, a few at a time. Whatever ends
the work, the case is whole, and the same command goes on where it ended.
"""

import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import astuple, dataclass, fields, replace
from functools import partial
from itertools import islice
from pathlib import Path
from typing import BinaryIO

from sayso.case.decided import DecisionIndex
from sayso.case.evidence import seekable_copy
from sayso.case.intake import Arrival, note_end_of_file, take_in_file, take_in_reports
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
REPORTS_AT_ONCE = 50  # are written together


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


@dataclass(frozen=True)
class Adder:
    """Takes files into a case: on whose behalf, by which version, and whether their bytes are kept.

    `again` reads files again that came in whole before, and puts back what was taken out of the case.
    Files in the folder `home` are named without it. `decided` gives the decisions as they are then.
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
        counted = Intake()
        if is_web_address(path):
            self._add_address(path, given, counted)
            return counted
        setting = self._setting(self.on_problem)
        for material, told in materials_at(path, setting, given):
            if self._is_case(material.name):
                continue
            read = partial(readings_in, material, told)
            self._add_file(material.stream, material.name, "file", told, read, counted)
        return counted

    def add_stream(self, stream: BinaryIO, name: str, given: HeadData = NOTHING_KNOWN) -> Intake:
        """Take in a file that is open; its name is shown, and its ending tells the format."""
        counted = Intake()
        material = material_of(stream, name, Path(name).suffix.lower())
        read = partial(readings_in, material, given)
        self._add_file(material.stream, name, "file", given, read, counted)
        return counted

    def add_lines(self, stream: BinaryIO, given: HeadData = NOTHING_KNOWN) -> Intake:
        """Take in the reports on standard input, JSON Lines."""
        counted = Intake()
        lines = seekable_copy(stream)
        self._add_file(
            lines,
            STANDARD_INPUT,
            STANDARD_INPUT,
            given,
            lambda setting: read_lines(lines, STANDARD_INPUT, setting, given),
            counted,
        )
        return counted

    def _add_address(self, address: str, given: HeadData, counted: Intake) -> None:
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
                    self._add_file(stream, address, "address", told, read, counted)

    def _add_file(
        self,
        stream: BinaryIO,
        name: str,
        how: str,
        told: HeadData,
        readings: Callable[[Setting], Iterator[Reading]],
        counted: Intake,
    ) -> None:
        problems: list[UnreadableInput] = []

        def on_problem(problem: UnreadableInput) -> None:
            problems.append(problem)
            self.on_problem(problem)

        counted.files += 1
        arrival = self._arrival_of(stream, name, how, told)
        if arrival.known and not self.again:
            counted.known += 1
            return
        found = iter(readings(self._setting(on_problem)))
        read = 0
        while some := [self._named(one.document) for one in islice(found, REPORTS_AT_ONCE)]:
            read += len(some)
            for document in some:
                self.on_report(document)
            with writing(self.connection):
                counted.new += take_in_reports(
                    self.connection,
                    some,
                    arrival.number,
                    self.author,
                    self.decided(),
                    None if self.again else self._note_out,
                )
        counted.reports += read
        with writing(self.connection):
            note_end_of_file(self.connection, arrival.number, read, len(problems), self.author)

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
