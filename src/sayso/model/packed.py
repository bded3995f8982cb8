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
    try:
        return inflated(data, MAX_BYTES)
    except ValueError as error:
        raise broken_at(name, f"this cannot be unpacked: {error}") from error


def inflated(data: bytes, most: int) -> bytes:
    """What zlib packed. Raises ValueError if it is damaged, cut off, or more than `most` bytes."""
    packed = zlib.decompressobj()
    try:
        found = packed.decompress(data, most + 1)  # no more is made, whatever the bytes ask for
    except zlib.error as error:
        raise ValueError(str(error)) from error
    if len(found) > most:
        raise ValueError(f"it has more than {most} bytes")
    if not packed.eof or packed.unused_data:
        raise ValueError("it is cut off, or has more behind it")
    return found
