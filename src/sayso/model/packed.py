"""JSON objects as packed bytes, and back. What was packed elsewhere may be made to fill the memory."""

import json
import zlib
from typing import Any

from sayso.model.codec import Json, broken_at
from sayso.model.wire import from_line

MAX_BYTES = 200_000_000  # of an object as JSON


def pack(data: Json) -> bytes:
    """An object as packed bytes."""
    line = json.dumps(data, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return zlib.compress(line.encode())


def unpack(data: bytes, name: str) -> dict[str, Any]:
    """The object that was packed; `name` is for the complaint. Raises BrokenWire."""
    return from_line(unpacked_line(data, name), name)


def unpacked_line(data: bytes, name: str) -> bytes:
    """The line of JSON that was packed, byte for byte. Raises BrokenWire."""
    packed = zlib.decompressobj()
    try:
        line = packed.decompress(data, MAX_BYTES)
    except zlib.error as error:
        raise broken_at(name, f"this cannot be unpacked: {error}") from error
    if not packed.eof or packed.unused_data:
        raise broken_at(
            name, f"this is cut off, has more behind it, or more than {MAX_BYTES} bytes"
        )
    return line
