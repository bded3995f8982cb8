"""Zip files: each file in one is read by the reader of its format, in the order of the names.

Hidden files, links and the scripts saved with a page are passed over, as they are in a folder. An
office file or a web archive whose name does not say so is given whole to its own reader.
"""

import re
import stat
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import PurePosixPath
from zipfile import ZipFile, ZipInfo

from sayso.errors import UnreadableInput
from sayso.read.files import PAGES, SAVED_WITH
from sayso.read.packed.labels import label_of
from sayso.read.packed.streams import begun_stream, with_unpacking
from sayso.read.packed.zipfiles import METHODS, member_reader, opened_zip
from sayso.read.reader import Format, Material, Reading, Setting, part_of, within_part
from sayso.read.table import suffixes_read
from sayso.read.unpacking import UNPACK, Unpacking

MARKS = (b"PK\x03\x04", b"PK\x05\x06")
MARK_BYTES = 2  # so few of them say nothing of the format, and the suffix decides
ENCRYPTED = 1  # a bit of a member's flags
# Files that are zip files inside: a member that only they have, the end of their names, what they are.
WHOLE = (
    ("word/document.xml", ".docx", "a Word document"),
    ("xl/workbook.xml", ".xlsx", "a spreadsheet"),
    ("xl/workbook.bin", ".xlsb", "a spreadsheet"),
    ("ppt/presentation.xml", ".pptx", "a presentation"),
    ("META-INF/container.xml", ".epub", "an e-book"),
    ("META-INF/manifest.xml", ".odt", "an OpenDocument file"),
    ("datapackage.json", ".wacz", "a web archive"),
)
MAX_FOLDERS = 10  # one in another, that may belong to a saved page
HIDDEN = re.compile(r"\.(?!\.?$)|__MACOSX$")
AS_TEXT = "Open it and save its text as .txt in UTF-8."


def read_zip(material: Material, setting: Setting) -> Iterator[Reading]:
    """The reports in a zip file."""
    archive, file = opened_zip(material, setting.limits)
    whole = _whole_of(archive)
    if whole:
        yield from _read_whole(replace(material, stream=file), whole, setting)
        return
    material, unpacking = with_unpacking(material, setting.limits)
    members = members_to_read(archive, material, setting)
    if not members:
        raise UnreadableInput(material.name, "there is no file in it that can be read", UNPACK)
    for info in members:
        called = label_of(info.filename)
        try:
            unpacking.take_member(setting.limits)
            part = _part(archive, info, material, unpacking)
            for reading in setting.read_part(part):
                yield within_part(reading, called, ":")
        except UnreadableInput as problem:
            setting.on_problem(problem)
        if unpacking.spent:
            return


def _whole_of(archive: ZipFile) -> tuple[str, str] | None:
    """The suffix of what the zip file is as a whole, and what that is; None if it is an archive."""
    for member, suffix, what in WHOLE:
        if member in archive.NameToInfo and (suffix != ".wacz" or _has_warc(archive)):
            return suffix, what
    return None


def _has_warc(archive: ZipFile) -> bool:
    return any(name.startswith("archive/") for name in archive.NameToInfo)


def _read_whole(material: Material, whole: tuple[str, str], setting: Setting) -> Iterator[Reading]:
    suffix, what = whole
    if suffix not in suffixes_read():
        raise UnreadableInput(material.name, f"it is {what}, not a text", AS_TEXT)
    material.stream.seek(0)
    yield from setting.read_part(
        replace(
            material,
            suffix=suffix,
            media=None,
            begin=MARKS[0][:MARK_BYTES],
            depth=material.depth + 1,
        )
    )


def members_to_read(archive: ZipFile, material: Material, setting: Setting) -> list[ZipInfo]:
    """The members that may be reports, by name. Says which others there are."""
    infos = [one for one in archive.infolist() if not one.is_dir()]
    pages = {one.filename.rpartition(".")[0] for one in infos if _is_page(one.filename)}
    infos = [one for one in infos if not _is_passed_over(one.filename, pages)]
    links = [one for one in infos if stat.S_ISLNK(one.external_attr >> 16)]
    locked = [one for one in infos if one.flag_bits & ENCRYPTED]
    odd = [one for one in infos if one.compress_type not in METHODS]
    odd = [one for one in odd if not one.flag_bits & ENCRYPTED]
    if links:
        setting.note(material, f"links to other files were left out: {_shown(links)}")
    if locked:
        what = f"it needs a password for {_shown(locked)}"
        setting.on_problem(UnreadableInput(material.name, what, UNPACK))
    if odd:
        what = f"it packs {_shown(odd)} in a way that sayso does not read"
        setting.on_problem(UnreadableInput(material.name, what, UNPACK))
    left_out = {id(one) for one in (*links, *locked, *odd)}
    return sorted((one for one in infos if id(one) not in left_out), key=lambda one: one.filename)


def _shown(infos: Sequence[ZipInfo]) -> str:
    """The first of the members, and how many more there are."""
    more = f" and {len(infos) - 1:,} more" if len(infos) > 1 else ""
    return f"{label_of(infos[0].filename):.100}{more}"


def _is_page(name: str) -> bool:
    return PurePosixPath(name).suffix.lower() in PAGES


def _is_passed_over(name: str, pages: set[str]) -> bool:
    """Whether a member is hidden, or belongs to a page that a browser saved."""
    if any(HIDDEN.match(part) for part in name.split("/")):
        return True
    ends = islice(re.finditer(f"{SAVED_WITH}/", name), MAX_FOLDERS)
    return any(name[: end.start()] in pages for end in ends)


def _part(archive: ZipFile, info: ZipInfo, outer: Material, unpacking: Unpacking) -> Material:
    called = label_of(info.filename)
    read = member_reader(archive, info, f"{outer.name}:{called}", unpacking.take_bytes)
    begin, stream = begun_stream(read)
    return part_of(outer, called, stream, begin, suffix=PurePosixPath(called).suffix.lower())


FORMAT = Format(
    "zip",
    read_zip,
    suffixes=frozenset({".zip"}),
    media=frozenset({"application/zip", "application/x-zip-compressed"}),
    begins=lambda begin: begin.startswith(MARKS),
)
