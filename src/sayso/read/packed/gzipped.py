"""One file packed with gzip: page.html.gz, reports.jsonl.gz.

It is unpacked while it is read, so JSON Lines of any length take little memory.
"""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath

from sayso.errors import UnreadableInput
from sayso.read.gunzip import MAGIC, DamagedGzip, Members
from sayso.read.packed import warc
from sayso.read.packed.streams import begun_stream, with_unpacking
from sayso.read.reader import Format, Material, Reading, Setting
from sayso.read.unpacking import COPY_AGAIN

SUFFIXES = frozenset({".gz", ".tgz"})


def read_gzip(material: Material, setting: Setting) -> Iterator[Reading]:
    """The reports in the one file that is packed."""
    material, unpacking = with_unpacking(material, setting.limits)
    members = Members(material.stream)
    if not members.begin_next():
        what = "it is not packed with gzip, as its name says that it is"
        raise UnreadableInput(material.name, what, "Rename it.")

    def unpacked(size: int) -> bytes:
        try:
            data = members.read(size)
            while not data and members.begin_next():
                data = members.read(size)
        except DamagedGzip as damage:
            what = f"{damage}, so what it packs cannot be read to its end"
            raise UnreadableInput(material.name, what, COPY_AGAIN) from damage
        unpacking.take_bytes(len(data))
        return data

    begin, stream = begun_stream(unpacked)
    inside = replace(
        material,
        stream=stream,
        begin=begin,
        suffix=_suffix_within(material),
        media=None,
        depth=material.depth + 1,
    )
    yield from setting.read_part(inside)
    if members.has_rest:
        setting.note(material, "what stands behind its packed data was left out")


def _suffix_within(material: Material) -> str:
    """The end of the name that the packed file has: ".html" of page.html.gz."""
    name = PurePosixPath(material.name.lower())
    if material.suffix == ".gz" and name.suffix == ".gz":
        return PurePosixPath(name.stem).suffix
    return "" if material.suffix in SUFFIXES else material.suffix


def _begins(begin: bytes) -> bool:
    return begin.startswith(MAGIC) and not warc.begins(begin)


FORMAT = Format(
    "gzip",
    read_gzip,
    suffixes=SUFFIXES,
    media=frozenset({"application/gzip", "application/x-gzip"}),
    begins=_begins,
)
