"""The first verb: a file or a folder to documents."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from sayso.errors import UnreadableInput
from sayso.lexicon.languages import language_names
from sayso.model.text import Document, Span
from sayso.read.files import OnProblem, check_is_path, files, printable, unreadable
from sayso.read.formats import HTML_NAMES, LINES_NAMES, check_is_report, looks_like_html
from sayso.read.html import read_html
from sayso.read.jsonl import read_documents
from sayso.read.language import language_of
from sayso.read.notes import OnNote, log_note
from sayso.read.notices import withheld
from sayso.read.plain import read_plain

MOST = 20_000_000  # bytes of a report; a long book has a tenth of that


def read(
    path: str | Path, on_problem: OnProblem | None = None, on_note: OnNote = log_note
) -> Iterator[Document]:
    """The reports of a file or a folder, in the order of their names.

    What cannot be read is handed to `on_problem`, and the rest is read; without it, the problem
    (UnreadableInput) is raised. Notes are about reports that were read all the same.
    """
    tell = on_problem or _raise
    for file in files(path, tell):
        name = printable(file)
        try:
            check_is_path(file, name)
            if Path(file).suffix.lower() in LINES_NAMES:
                with Path(file).open("rb") as stream:
                    yield from read_lines(stream, name, tell, on_note)
            else:
                yield _understood(_report(file, name, on_note), name)
        except OSError as error:
            tell(unreadable(file, error))
        except UnreadableInput as problem:
            tell(problem)


def read_lines(
    stream: BinaryIO, name: str, on_problem: OnProblem | None = None, on_note: OnNote = log_note
) -> Iterator[Document]:
    """The documents of a stream of JSON Lines, which problems and notes call `name`:line."""
    tell = on_problem or _raise
    for where, document in read_documents(stream, name, tell, on_note):
        try:
            yield _understood(document, where)
        except UnreadableInput as problem:
            tell(problem)


def _report(file: str, name: str, on_note: OnNote) -> Document:
    """The one report of a file, by the end of its name or else by how it opens."""
    suffix = Path(file).suffix.lower()
    with Path(file).open("rb") as stream:
        data = stream.read(MOST + 1)
    if len(data) > MOST:
        raise UnreadableInput(name, f"it is larger than {MOST:,} bytes", "Split it into reports.")
    check_is_report(data, name, suffix)
    if suffix in HTML_NAMES or looks_like_html(data):
        return read_html(data, name, on_note)
    return read_plain(data, name, on_note)


def _understood(document: Document, where: str) -> Document:
    """The document with what its text says of itself: its language and what is withheld.

    Raises UnreadableInput where there are no words, or they are in another language than English.
    """
    if not document.text.strip():
        raise UnreadableInput(where, "it holds nothing but white space", "Save it again.")
    gap = withheld(document.text)
    furniture = _merged(document.furniture + gap.lines)
    language = language_of(_without(document.text, furniture))
    if language not in ("en", None):
        spoken = language_names()[language]
        remedy = "sayso reads English: leave it out, or give a translation."
        raise UnreadableInput(where, f"it seems to be in {spoken}", remedy)
    return replace(document, furniture=furniture, language=language, remaining=gap.remaining)


def _merged(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans in text order, those inside another left out."""
    kept: list[Span] = []
    for span in sorted(spans, key=lambda span: (span.start, -span.end)):
        if not kept or not kept[-1].holds(span):
            kept.append(span)
    return tuple(kept)


def _without(text: str, furniture: tuple[Span, ...]) -> str:
    """The text of the article alone."""
    parts = []
    end = 0
    for span in furniture:
        parts.append(text[end : span.start])
        end = span.end
    return "".join([*parts, text[end:]])


def _raise(problem: UnreadableInput) -> None:
    raise problem
