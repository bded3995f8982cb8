"""What zlib packed in a case's file, unpacked without trust."""

import zlib

from sayso.errors import CaseNotUsable

MOST_BYTES = 1_000_000_000  # of one reading


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


def _damaged(what: str) -> str:
    return f"something in the case is damaged ({what}). `sayso verify` says what."
