"""Opening a zip file that may be hostile."""

import io
import zipfile
from collections.abc import Callable
from typing import BinaryIO, cast

from sayso.errors import UnreadableInput
from sayso.read.limits import Limits
from sayso.read.reader import Material
from sayso.read.seekable import ZIP_FAILURES, seekable_stream
from sayso.read.unpacking import COPY_AGAIN, UNPACK

LIST_BYTES_A_MEMBER = 200  # of the list of members; names are about 50 bytes long
LEAST_BYTES = 1 << 18  # zipfile reads more than the longest comment at once
HEAD_BYTES = 30  # before each member's bytes, at least
METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})  # zipfile bounds only these two


class _Guarded(io.RawIOBase):
    """A file that gives no more at once than a list of members may have.

    zipfile takes the whole list into memory before anybody can count it.
    """

    def __init__(self, file: BinaryIO, name: str, limits: Limits) -> None:
        self._file = file
        self._name = name
        self._members = limits.members

    def read(self, size: int = -1) -> bytes:
        most = max(LEAST_BYTES, self._members * LIST_BYTES_A_MEMBER)
        data = self._file.read(min(size, most + 1) if size >= 0 else most + 1)
        if len(data) > most:
            raise _too_many(self._name, self._members)
        return data

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        return self._file.seek(offset, whence)

    def tell(self) -> int:
        return self._file.tell()

    def seekable(self) -> bool:
        return True

    def readable(self) -> bool:
        return True


def opened_zip(material: Material, limits: Limits) -> tuple[zipfile.ZipFile, BinaryIO]:
    """The zip file of a material, and its bytes. Raises UnreadableInput if it cannot be read."""
    file = seekable_stream(material, limits)
    try:
        archive = zipfile.ZipFile(cast("BinaryIO", _Guarded(file, material.name, limits)))
    except ZIP_FAILURES as error:
        raise UnreadableInput(material.name, "it is a damaged zip file", COPY_AGAIN) from error
    infos = archive.infolist()
    if len(infos) > limits.members:
        raise _too_many(material.name, limits.members)
    size = file.seek(0, io.SEEK_END)
    if sum(one.compress_size + HEAD_BYTES for one in infos) > size:
        what = "its files lie on top of one another, as those of no honest archive do"
        raise UnreadableInput(material.name, what, UNPACK)
    return archive, file


def member_reader(
    archive: zipfile.ZipFile,
    info: zipfile.ZipInfo,
    name: str,
    count: Callable[[int], None],
) -> Callable[[int], bytes]:
    """A function that gives the next bytes of a member. It raises UnreadableInput."""
    damaged = UnreadableInput(name, "it is damaged inside its zip file", COPY_AGAIN)
    try:
        member = archive.open(info)
    except ZIP_FAILURES as error:
        raise damaged from error

    def read(size: int) -> bytes:
        try:
            data = member.read(size)
        except ZIP_FAILURES as error:
            raise damaged from error
        count(len(data))
        return data

    return read


def _too_many(name: str, members: int) -> UnreadableInput:
    return UnreadableInput(name, f"it holds more than {members:,} files", "Split it.")
