"""The first verb: from a file or a folder to documents."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from sayso.errors import SaysoError, UnreadableInput, fault_of_report
from sayso.lexicon.languages import language_names
from sayso.model.text import Document, Span
from sayso.read.blanks import has_words
from sayso.read.files import (
    OnProblem,
    check_can_open,
    check_is_path,
    files_under,
    path_problem,
    printable_path,
)
from sayso.read.formats import HTML_NAMES, LINES_NAMES, check_is_report, looks_like_html
from sayso.read.html import read_html
from sayso.read.jsonl import read_documents
from sayso.read.language import language_of
from sayso.read.limits import limited_document
from sayso.read.notes import OnNote, log_note
from sayso.read.notices import withheld_part
from sayso.read.plain import read_plain

MAX_REPORT_BYTES = 20_000_000  # a long book has a tenth of that


def read(
    path: str | Path, on_problem: OnProblem | None = None, on_note: OnNote = log_note
) -> Iterator[Document]:
    """The reports of a file or a folder, in the order of their names.

    What cannot be read is given to `on_problem`, and the rest is read; so is a report that sayso
    fails on (FaultInSayso). Without `on_problem`, it raises UnreadableInput. `on_note` gets remarks
    on reports that were read.
    """
    tell = on_problem or _raise_problem
    for file in files_under(path, tell):
        name = printable_path(file)
        try:
            check_is_path(file, name)
            check_can_open(file, name)
            if Path(file).suffix.lower() in LINES_NAMES:
                with Path(file).open("rb") as stream:
                    yield from read_lines(stream, name, tell, on_note)
            else:
                document = _report_of_file(file, name, on_note)
                yield _with_language(limited_document(document, name, on_note), name)
        except OSError as error:
            tell(path_problem(file, error))
        except UnreadableInput as problem:
            tell(problem)
        except SaysoError:
            raise
        except Exception as error:
            tell(fault_of_report(name, error))


def read_lines(
    stream: BinaryIO, name: str, on_problem: OnProblem | None = None, on_note: OnNote = log_note
) -> Iterator[Document]:
    """The documents of a stream of JSON Lines. Problems and notes name a line as `name`:line."""
    tell = on_problem or _raise_problem
    for where, document in read_documents(stream, name, tell, on_note):
        try:
            yield _with_language(limited_document(document, where, on_note), where)
        except UnreadableInput as problem:
            tell(problem)
        except SaysoError:
            raise
        except Exception as error:
            tell(fault_of_report(where, error))


def _report_of_file(file: str, name: str, on_note: OnNote) -> Document:
    """The report in a file. The end of its name or its first bytes show the format."""
    suffix = Path(file).suffix.lower()
    with Path(file).open("rb") as stream:
        data = stream.read(MAX_REPORT_BYTES + 1)
    if len(data) > MAX_REPORT_BYTES:
        raise UnreadableInput(
            name, f"it is larger than {MAX_REPORT_BYTES:,} bytes", "Split it into reports."
        )
    check_is_report(data, name, suffix)
    if suffix in HTML_NAMES or looks_like_html(data):
        return read_html(data, name, on_note)
    return read_plain(data, name, on_note)


def _with_language(document: Document, where: str) -> Document:
    """The document with its language and the share that is withheld.

    Raises UnreadableInput if it has no words, or is in another language than English.
    """
    if not has_words(document.text):
        raise UnreadableInput(where, "it holds no visible words", "Save it again.")
    gap = withheld_part(document.text)
    furniture = _outer_spans(document.furniture + gap.lines)
    language = language_of(_text_without(document.text, furniture))
    if language not in ("en", None):
        spoken = language_names()[language]
        remedy = "sayso reads English: leave it out, or give a translation."
        raise UnreadableInput(where, f"it seems to be in {spoken}", remedy)
    return replace(document, furniture=furniture, language=language, remaining=gap.remaining)


def _outer_spans(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans in text order, without those inside another."""
    kept: list[Span] = []
    for span in sorted(spans, key=lambda span: (span.start, -span.end)):
        if not kept or not kept[-1].holds(span):
            kept.append(span)
    return tuple(kept)


def _text_without(text: str, furniture: tuple[Span, ...]) -> str:
    """The text without its furniture."""
    parts = []
    end = 0
    for span in furniture:
        parts.append(text[end : span.start])
        end = span.end
    return "".join([*parts, text[end:]])


def _raise_problem(problem: UnreadableInput) -> None:
    raise problem
