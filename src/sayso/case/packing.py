"""JSON in a case's file: packed by zlib, and unpacked without trust."""

import json
import zlib
from typing import Any

from sayso.case.custody import canonical
from sayso.errors import CaseNotUsable

MOST_BYTES = 1_000_000_000  # of one reading, or of what is known of all reports


def packed(data: Any) -> bytes:
    """Data as JSON, packed."""
    return zlib.compress(canonical(data).encode())


def unpacked(blob: bytes) -> bytes:
    """What was packed. Raises CaseNotUsable."""
    unpacking = zlib.decompressobj()
    try:
        data = unpacking.decompress(blob, MOST_BYTES)
    except zlib.error as error:
        raise CaseNotUsable(_damaged(str(error))) from error
    if not unpacking.eof or unpacking.unused_data:
        raise CaseNotUsable(_damaged("it does not end where it should"))
    return data


def unpacked_json(blob: bytes) -> Any:
    """The data that were packed. Raises CaseNotUsable."""
    try:
        return json.loads(unpacked(blob))
    except ValueError as error:
        raise CaseNotUsable(_damaged(str(error))) from error


def _damaged(what: str) -> str:
    return f"something in the case is damaged ({what}). `sayso verify` says what."
