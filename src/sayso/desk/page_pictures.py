"""Pictures of the pages of a PDF, made by PDFium in a child process with limits of memory and time.

The child is given the file as a descriptor. What it says is bytes of a picture, or a number of pages;
nothing of it is run.
"""

import os
import struct
import subprocess
import sys
import zlib
from contextlib import suppress
from threading import BoundedSemaphore, Timer
from typing import IO

from sayso.errors import PACKAGE_FOLDER
from sayso.read.apart import limit_self
from sayso.read.limits import Limits

LIMITS = Limits(child_memory=1_000_000_000, child_seconds=15)
SECONDS = 20  # by the clock
WIDTH = 1_100  # pixels of a picture
MOST_HEIGHT = 3_300
MOST_BYTES = 30_000_000
MOST_DIGITS = 5  # of the number of a page
AT_ONCE = BoundedSemaphore(2)
PNG = b"\x89PNG\r\n\x1a\n"
START = (
    "import sys; sys.path.insert(0, sys.argv[1]); import sayso; del sys.path[0]; "
    "from sayso.desk.page_pictures import main; main()"
)
_counted: dict[str, int] = {}


def count_pages(file: IO[bytes], sha256: str) -> int:
    """How many pages the PDF has; 0 if it cannot be opened now. `sha256` is the hash of the file."""
    if sha256 not in _counted:
        said = _asked(file, 0)
        if not said.isdigit() or len(said) > MOST_DIGITS:
            return 0
        _counted[sha256] = int(said)
    return _counted[sha256]


def page_picture(file: IO[bytes], page: int) -> bytes | None:
    """A page as PNG, counted from 1; None if no picture can be made of it."""
    said = _asked(file, page)
    return said if said.startswith(PNG) else None


def _asked(file: IO[bytes], page: int) -> bytes:
    """What the child says; nothing if it fails, or keeps its reader waiting."""
    order = [str(PACKAGE_FOLDER.parent), str(file.fileno()), str(page)]
    command = [sys.executable, "-P", "-c", START, *order]
    with AT_ONCE, suppress(OSError):
        file.seek(0)
        with subprocess.Popen(  # noqa: S603
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            pass_fds=[file.fileno()],
        ) as process:
            patience = Timer(SECONDS, process.kill)
            patience.start()
            try:
                said = process.stdout.read(MOST_BYTES + 1) if process.stdout else b""
            finally:
                patience.cancel()
                process.kill()
        return said if len(said) <= MOST_BYTES else b""
    return b""


def main() -> None:
    """What the child does: say how many pages there are, or the picture of one."""
    limit_self(LIMITS)
    descriptor, page = int(sys.argv[2]), int(sys.argv[3])
    with os.fdopen(descriptor, "rb") as file:
        data = file.read()
    with suppress(Exception):
        said = _picture(data, page) if page else _count(data)
        sys.stdout.buffer.write(said)


def _count(data: bytes) -> bytes:
    import pypdfium2

    return str(len(pypdfium2.PdfDocument(data))).encode()


def _picture(data: bytes, number: int) -> bytes:
    import pypdfium2

    page = pypdfium2.PdfDocument(data)[number - 1]
    width, height = page.get_size()
    scale = min(WIDTH / max(width, 1), MOST_HEIGHT / max(height, 1))
    bitmap = page.render(scale=scale, rev_byteorder=True, prefer_bgrx=True)
    pixels = bytes(bitmap.buffer)
    return _png(pixels, bitmap.width, bitmap.height, bitmap.stride)


def _png(pixels: bytes, width: int, height: int, stride: int) -> bytes:
    """Rows of four bytes a pixel (red, green, blue and one that says nothing) as PNG."""
    rows = bytearray()
    for at in range(0, height * stride, stride):
        row = bytearray(3 * width)
        for colour in range(3):
            row[colour::3] = pixels[at + colour : at + 4 * width : 4]
        rows += b"\0" + row
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(bytes(rows), 6)), (b"IEND", b""))
    return PNG + b"".join(_chunk(kind, data) for kind, data in chunks)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
