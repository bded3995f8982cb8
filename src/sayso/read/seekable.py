"""For readers of zip files: bytes to go back and forth in, and what a damaged file raises."""

import struct
import tempfile
import zlib
from typing import BinaryIO, cast
from zipfile import BadZipFile

from sayso.errors import UnreadableInput
from sayso.read.limits import Limits
from sayso.read.reader import Material

SPOOL_BYTES = 10_000_000  # what is larger goes to a file without a name
# What zipfile raises over a file or a member that is damaged. An OSError is of a place before the
# file's first byte, or of a disk that cannot be read.
ZIP_FAILURES = (
    *(BadZipFile, zlib.error, struct.error, EOFError, OSError),
    *(ValueError, OverflowError, RuntimeError),
)


def seekable_stream(material: Material, limits: Limits) -> BinaryIO:
    """The material's stream if one can go back in it, or else a copy of it.

    A member of an archive is unpacked while it is read, so nobody can go back in its stream. Raises
    UnreadableInput if a copy becomes too large.
    """
    if material.stream.seekable():
        return material.stream
    copy = tempfile.SpooledTemporaryFile(max_size=SPOOL_BYTES)  # noqa: SIM115
    left = limits.file_bytes
    while data := material.stream.read(1 << 16):
        left -= len(data)
        if left < 0:
            what = f"it is larger than {limits.file_bytes:,} bytes, inside another file"
            raise UnreadableInput(material.name, what, "Unpack the outer file.")
        copy.write(data)
    copy.seek(0)
    return cast("BinaryIO", copy)
