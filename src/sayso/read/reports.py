"""The first verb: from a file, a folder or an address to documents."""

import os
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO, UnsupportedOperation
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from sayso.errors import SaysoError, UnreadableInput, fault_of_report
from sayso.lexicon.languages import language_names
from sayso.model.text import Document, Span
from sayso.read import plain
from sayso.read.apart import read_apart
from sayso.read.blanks import has_words
from sayso.read.files import (
    SIDECAR,
    OnProblem,
    check_can_open,
    check_is_path,
    files_under,
    is_web_address,
    path_problem,
    printable_path,
)
from sayso.read.formats import check_is_report
from sayso.read.heads import NOTHING_KNOWN, HeadData, head_of_document, with_head
from sayso.read.language import language_of
from sayso.read.limits import USUAL_LIMITS, Limits, limited_document
from sayso.read.lines import jsonl
from sayso.read.notes import OnNote, log_note
from sayso.read.notices import withheld_part
from sayso.read.reader import BYTES_LOOKED_AT, Format, Material, Reading, Setting
from sayso.read.sidecar import sidecar_head
from sayso.read.table import format_of

if TYPE_CHECKING:
    from sayso.read.links.fetching import Fetcher


def read(
    path: str | Path,
    on_problem: OnProblem | None = None,
    on_note: OnNote = log_note,
    given: HeadData = NOTHING_KNOWN,
    fetcher: "Fetcher | None" = None,
) -> Iterator[Document]:
    """The reports of a file or a folder, in the order of their names; or the one at an address.

    What cannot be read is given to `on_problem`, and the rest is read; so is a report that sayso
    fails on (FaultInSayso). Without `on_problem`, it raises UnreadableInput. `on_note` gets remarks
    on reports that were read. `given` is what the caller knows of each of them; it counts more than
    what the file says. `fetcher` fetches what stands at an address.
    """
    setting = setting_for(on_problem or _raise_problem, on_note)
    for reading in read_readings(path, setting, given, fetcher):
        yield reading.document


def read_readings(
    path: str | Path,
    setting: Setting,
    given: HeadData = NOTHING_KNOWN,
    fetcher: "Fetcher | None" = None,
) -> Iterator[Reading]:
    """The reports of a path or at an address, each with the places of its characters."""
    for material, told in materials_at(path, setting, given, fetcher):
        yield from readings_in(material, told, setting)


def materials_at(
    path: str | Path,
    setting: Setting,
    given: HeadData = NOTHING_KNOWN,
    fetcher: "Fetcher | None" = None,
) -> Iterator[tuple[Material, HeadData]]:
    """Each file of a path, open until the next one is asked for; or what stands at an address.

    With it comes what is known of its reports: `given`, and what the user wrote down beside the file.
    """
    if is_web_address(path):
        if (fetched := _fetched(os.fspath(path), setting, fetcher)) is not None:
            yield fetched, given
        return
    for file in files_under(path, setting.on_problem):
        name = printable_path(file)
        try:
            check_is_path(file, name)
            check_can_open(file, name)
            stream = Path(file).open("rb")  # noqa: SIM115
        except OSError as error:
            setting.on_problem(path_problem(file, error))
            continue
        except UnreadableInput as problem:
            setting.on_problem(problem)
            continue
        with stream:
            try:
                material = material_of(stream, name, Path(file).suffix.lower())
            except OSError as error:
                setting.on_problem(path_problem(file, error))
                continue
            yield material, given.filled_from(_head_beside(file, setting))


def readings_in(material: Material, told: HeadData, setting: Setting) -> Iterator[Reading]:
    """The reports in a file that `materials_at` gave."""
    try:
        for reading in readings_of(material, setting):
            yield _with_given(reading, told, setting)
    except OSError as error:
        setting.on_problem(path_problem(material.name, error))


def _fetched(address: str, setting: Setting, fetcher: "Fetcher | None") -> Material | None:
    """What stands at an address; None if it cannot be had, which is told."""
    from sayso.read.links.fetching import usual_fetcher

    try:
        return (fetcher or usual_fetcher()).material_at(address)
    except UnreadableInput as problem:
        setting.on_problem(problem)
        return None


def read_lines(
    stream: BinaryIO, name: str, setting: Setting, given: HeadData = NOTHING_KNOWN
) -> Iterator[Reading]:
    """The reports of a stream of JSON Lines. Problems and notes name a line as `name`:line."""
    material = Material(name, stream, b"", ".jsonl")
    for reading in _tell_problems(jsonl.FORMAT, material, setting):
        yield _with_given(reading, given, setting)


def setting_for(
    on_problem: OnProblem, on_note: OnNote, limits: Limits = USUAL_LIMITS, places: bool = False
) -> Setting:
    """The setting in which files are read."""

    def read_part(material: Material) -> Iterator[Reading]:
        return readings_of(material, setting)

    setting = Setting(limits, on_problem, on_note, read_part, places)
    return setting


def material_of(stream: BinaryIO, name: str, suffix: str) -> Material:
    """The material of an open file; one that cannot be wound back is read into memory."""
    if not stream.seekable():
        stream = BytesIO(stream.read(USUAL_LIMITS.file_bytes + 1))
    begin = stream.read(BYTES_LOOKED_AT)
    stream.seek(0)
    return Material(name, stream, begin, suffix)


def readings_of(material: Material, setting: Setting) -> Iterator[Reading]:
    """The reports in a material. What is wrong with it, or with one of them, is told."""
    try:
        if material.depth > setting.limits.depth:
            what = f"it is a file within more than {setting.limits.depth} files"
            raise UnreadableInput(material.name, what, "Unpack it.")
        check_is_report(material.begin, material.name, material.suffix)
        one = format_of(material) or plain.FORMAT
    except UnreadableInput as problem:
        setting.on_problem(problem)
        return
    yield from _tell_problems(one, material, setting)


def _tell_problems(one: Format, material: Material, setting: Setting) -> Iterator[Reading]:
    """The reports that the reader of a format finds, finished."""
    try:
        found = read_apart(one, material, setting) if one.apart else one.read(material, setting)
        for reading in found:
            if reading.document.format is not None:  # a part, which is finished
                yield reading
            elif finished := _finished(reading, one, material, setting):
                yield finished
    except UnreadableInput as problem:
        setting.on_problem(problem)
    except UnsupportedOperation as error:  # a reader that goes back in a stream, where it cannot
        setting.on_problem(fault_of_report(material.name, error))
    except (OSError, SaysoError):
        raise
    except Exception as error:
        setting.on_problem(fault_of_report(material.name, error))


def _finished(
    reading: Reading, one: Format, material: Material, setting: Setting
) -> Reading | None:
    """The reading with its head, its language and its format; None if it is no report."""
    where = reading.where or material.name
    document = replace(reading.document, format=one.name)
    try:
        document = with_head(document, head_of_document(document).filled_from(material.known))
        document = limited_document(document, where, setting.on_note)
        return replace(reading, document=_with_language(document, where))
    except UnreadableInput as problem:
        setting.on_problem(problem)
    except SaysoError:
        raise
    except Exception as error:
        setting.on_problem(fault_of_report(where, error))
    return None


def _head_beside(file: str, setting: Setting) -> HeadData:
    """What the user wrote down beside the file. What is wrong with that is told."""
    try:
        return sidecar_head(file, setting.on_note) or NOTHING_KNOWN
    except OSError as error:
        setting.on_problem(path_problem(f"{file}{SIDECAR}", error))
    except UnreadableInput as problem:
        setting.on_problem(problem)
    return NOTHING_KNOWN


def _with_given(reading: Reading, given: HeadData, setting: Setting) -> Reading:
    """The reading with what the caller knows of it."""
    if given == NOTHING_KNOWN:
        return reading
    head = given.filled_from(head_of_document(reading.document))
    document = with_head(reading.document, head)
    where = reading.where or document.name
    return replace(reading, document=limited_document(document, where, setting.on_note))


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
    remaining = gap.remaining if document.remaining is None else document.remaining
    return replace(document, furniture=furniture, language=language, remaining=remaining)


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
