"""Which sayso this is: by its version, and by the files that decide what it finds."""

import hashlib
import importlib.metadata
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from sayso.errors import PACKAGE_FOLDER

DIGITS = 12
# What decides what a reader reads, and what comparing finds.
READING = ("extract", "encoder", "text", "lexicon", "model")
COMPARING = ("compare", "encoder", "text", "lexicon", "model")
SMALL = 1_000_000  # bytes; of larger files, the networks, a piece in every STEP is enough
PIECE, STEP = 4_096, 500_000


@cache
def this_comparer() -> str:
    """What this program's comparing is known by."""
    return fingerprint(COMPARING)


def fingerprint(rooms: Iterable[str]) -> str:
    """A hash of the version and of all files in these rooms, networks and words included."""
    hashed = hashlib.sha256(importlib.metadata.version("sayso").encode())
    for room in rooms:
        for file in sorted(Path(PACKAGE_FOLDER, room).rglob("*")):
            if file.is_file() and "__pycache__" not in file.parts and file.suffix != ".md":
                hashed.update(file.relative_to(PACKAGE_FOLDER).as_posix().encode())
                hashed.update(_sample(file))
    return hashed.hexdigest()[:DIGITS]


def _sample(file: Path) -> bytes:
    """The bytes of a file; of a large one its size and some pieces: two networks differ everywhere."""
    size = file.stat().st_size
    if size <= SMALL:
        return file.read_bytes()
    pieces = [str(size).encode()]
    with file.open("rb") as stream:
        for start in range(0, size, STEP):
            stream.seek(start)
            pieces.append(stream.read(PIECE))
    return b"".join(pieces)
