"""Bytes to go back and forth in, for readers of zip files."""

import tempfile
from typing import BinaryIO, cast

from sayso.errors import UnreadableInput
from sayso.read.limits import Limits
from sayso.read.reader import Material

SPOOL_BYTES = 10_000_000  # what is larger goes to a file without a name


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
