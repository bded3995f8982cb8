"""Somebody who is told of work, and remembers it."""

from sayso.casework.telling import Telling
from sayso.errors import FaultInSayso, UnreadableInput
from sayso.model.text import Document
from sayso.read.notes import Note


class Hearing(Telling):
    """Remembers the names of what is told of, and the sentences."""

    def __init__(self) -> None:
        self.problems: list[UnreadableInput] = []
        self.faults: list[tuple[str, FaultInSayso]] = []
        self.notes: list[Note] = []
        self.sentences: list[str] = []
        self.come: list[str] = []
        self.done: list[str] = []

    def problem(self, problem: UnreadableInput) -> None:
        self.problems.append(problem)

    def failed(self, report: str, fault: FaultInSayso) -> None:
        self.faults.append((report, fault))

    def note(self, note: Note) -> None:
        self.notes.append(note)

    def said(self, words: str) -> None:
        self.sentences.append(words)

    def found(self, document: Document) -> None:
        self.come.append(document.name)

    def read(self, document: Document) -> None:
        self.done.append(document.name)
