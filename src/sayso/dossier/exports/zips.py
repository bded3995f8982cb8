"""Zip files whose bytes depend on what is in them alone."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, BinaryIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo


@contextmanager
def zip_into(out: BinaryIO) -> Iterator[ZipFile]:
    """A zip file that is written into a stream, which stays open."""
    with ZipFile(out, "w") as packed:
        yield packed


@contextmanager
def member(packed: ZipFile, name: str, compression: int = ZIP_DEFLATED) -> Iterator[IO[bytes]]:
    """A file in the zip file, to write into. It has no date, so that the same content is the same file."""
    info = ZipInfo(name)
    info.compress_type = compression
    info.external_attr = 0o644 << 16
    with packed.open(info, "w", force_zip64=True) as opened:
        yield opened
