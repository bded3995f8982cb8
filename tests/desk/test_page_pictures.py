"""Pictures of PDF pages: of limited size, in a process that may fail or hang."""

import struct
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import pytest

from sayso.desk import page_pictures
from sayso.desk.page_pictures import MOST_HEIGHT, PNG, WIDTH, count_pages, page_picture
from tests.read.pdf.writer import Page, pdf_of


@contextmanager
def opened(tmp_path: Path, data: bytes) -> Iterator[IO[bytes]]:
    """A file with these bytes."""
    path = tmp_path / "paper.pdf"
    path.write_bytes(data)
    with path.open("rb") as file:
        yield file


def page_of(size: tuple[float, float]) -> bytes:
    """A PDF of one page of this size, with a red box on it."""
    page = Page(size=size)
    page.box(0, 0, size[0], size[1] / 2, "1 0 0 rg")
    return pdf_of([page])


@pytest.mark.parametrize(
    "size", [(595.0, 842.0), (14_000.0, 14_000.0), (10.0, 9_000.0), (9_000.0, 10.0)]
)
def test_a_picture_has_a_limited_size(tmp_path: Path, size: tuple[float, float]) -> None:
    with opened(tmp_path, page_of(size)) as file:
        picture = page_picture(file, 1)
    assert picture is not None
    assert picture.startswith(PNG)
    width, height = struct.unpack(">II", picture[16:24])
    assert 1 <= width <= WIDTH + 1
    assert 1 <= height <= MOST_HEIGHT + 1


def test_colours_are_those_of_the_page(tmp_path: Path) -> None:
    import zlib

    with opened(tmp_path, page_of((100.0, 100.0))) as file:
        picture = page_picture(file, 1)
    assert picture is not None
    width, height = struct.unpack(">II", picture[16:24])
    length = struct.unpack(">I", picture[33:37])[0]
    rows = zlib.decompress(picture[41 : 41 + length])
    assert len(rows) == height * (1 + 3 * width)
    assert rows[1:4] == b"\xff\xff\xff"
    assert rows[-3:] == b"\xff\x00\x00"


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7 nothing", b"\x00" * 5_000])
def test_what_is_no_pdf_has_no_pages(tmp_path: Path, data: bytes) -> None:
    with opened(tmp_path, data) as file:
        assert count_pages(file, f"none of {len(data)}") == 0
        assert page_picture(file, 1) is None


def test_pages_are_counted_once_for_a_file(tmp_path: Path) -> None:
    with opened(tmp_path, pdf_of([Page(), Page(), Page()])) as file:
        assert count_pages(file, "three") == 3
    with opened(tmp_path, b"") as file:
        assert count_pages(file, "three") == 3


def test_a_process_that_keeps_its_reader_waiting_is_ended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(page_pictures, "START", "import time; time.sleep(60)")
    monkeypatch.setattr(page_pictures, "SECONDS", 0.2)
    with opened(tmp_path, pdf_of([Page()])) as file:
        assert page_picture(file, 1) is None


def test_a_process_that_says_too_much_is_not_believed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(page_pictures, "START", "print('x' * 5000)")
    monkeypatch.setattr(page_pictures, "MOST_BYTES", 1_000)
    with opened(tmp_path, pdf_of([Page()])) as file:
        assert page_picture(file, 1) is None
        assert count_pages(file, "talker") == 0


def test_a_pdf_that_could_not_be_opened_once_is_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with opened(tmp_path, pdf_of([Page()])) as file:
        with monkeypatch.context() as broken:
            broken.setattr(page_pictures, "START", "import os; os._exit(9)")
            assert count_pages(file, "once broken") == 0
        assert count_pages(file, "once broken") == 1
