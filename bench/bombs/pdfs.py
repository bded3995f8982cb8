"""Bombs of PDF."""

import zlib
from collections.abc import Iterable
from pathlib import Path

from bench.bombs.craft import MEGABYTE, Bombs, deflated

BOMBS = Bombs()
FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
RESOURCES = b"/Resources<</Font<</F 3 0 R>>>>"
PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]" + RESOURCES + b"/Contents 5 0 R>>"
ONE_PAGE = b"<</Type/Pages/Count 1/Kids[4 0 R]>>"
SAID = b"BT /F 12 Tf 72 700 Td (The governor denied that 12 people were killed.) Tj ET\n"


def write_pdf(path: Path, pages: bytes, others: Iterable[bytes]) -> None:
    """Writes a PDF: object 1 is the catalog, 2 the pages, 3 a font, the others follow."""
    places: list[int] = []
    with path.open("wb") as file:
        file.write(b"%PDF-1.7\n")
        for number, data in enumerate(_all(pages, others), 1):
            places.append(file.tell())
            file.write(b"%d 0 obj\n%b\nendobj\n" % (number, data))
        at = file.tell()
        file.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1))
        file.writelines(b"%010d 00000 n \n" % one for one in places)
        file.write(b"trailer<</Size %d/Root 1 0 R>>\n" % (len(places) + 1))
        file.write(b"startxref\n%d\n%%%%EOF\n" % at)


def _all(pages: bytes, others: Iterable[bytes]) -> Iterable[bytes]:
    yield from (b"<</Type/Catalog/Pages 2 0 R>>", pages, FONT)
    yield from others


def stream(data: bytes, filters: bytes = b"") -> bytes:
    """A stream object."""
    return b"<</Length %d%b>>stream\n%b\nendstream" % (len(data), filters, data)


def flate(unit: bytes, megabytes: int) -> bytes:
    """A stream that unpacks to so many megabytes."""
    data = b"\x78\x9c" + deflated(unit * (MEGABYTE // len(unit)), megabytes) + bytes(4)
    return stream(data, b"/Filter/FlateDecode")


@BOMBS.add("objects_1000000.pdf")
def million_objects(path: Path) -> None:
    """A page, and a million objects that nobody needs."""
    others = (b"<</A[1 2 3]/B(so)>>" for _ in range(1_000_000))
    write_pdf(path, ONE_PAGE, (PAGE, stream(SAID), *others))


@BOMBS.add("loop.pdf")
def looping_tree(path: Path) -> None:
    """A tree of pages that holds itself."""
    write_pdf(
        path, b"<</Type/Pages/Count 9999/Kids[2 0 R 4 0 R]/Parent 2 0 R>>", (PAGE, stream(SAID))
    )


@BOMBS.add("deep.pdf")
def deep_tree(path: Path) -> None:
    """A tree of pages a hundred thousand deep."""
    inner = (
        b"<</Type/Pages/Count 1/Parent %d 0 R/Kids[%d 0 R]>>" % (number - 1, number + 1)
        for number in range(4, 100_000)
    )
    write_pdf(path, b"<</Type/Pages/Count 1/Kids[4 0 R]>>", inner)


@BOMBS.add("nested_arrays.pdf")
def nested_arrays(path: Path) -> None:
    """Arrays nested a million deep in a page."""
    page = PAGE[:-2] + b"/X" + b"[" * MEGABYTE + b"]" * MEGABYTE + b">>"
    write_pdf(path, ONE_PAGE, (page, stream(SAID)))


@BOMBS.add("flate_spaces.pdf")
def flate_of_spaces(path: Path) -> None:
    """A page whose content unpacks to four gigabytes of spaces."""
    write_pdf(path, ONE_PAGE, (PAGE, flate(b" ", 4_000)))


@BOMBS.add("flate_states.pdf")
def flate_of_states(path: Path) -> None:
    """A page that saves its state four hundred million times."""
    write_pdf(path, ONE_PAGE, (PAGE, flate(b"q ", 800)))


@BOMBS.add("flate_paths.pdf")
def flate_of_paths(path: Path) -> None:
    """A page with twenty million rectangles."""
    write_pdf(path, ONE_PAGE, (PAGE, flate(b"1 1 9 9 re f ", 260)))


@BOMBS.add("flate_twice.pdf")
def flate_in_flate(path: Path) -> None:
    """A page whose content is packed twice."""
    inner = b"\x78\x9c" + deflated(b" " * MEGABYTE, 10_000) + bytes(4)
    data = stream(zlib.compress(inner, 9), b"/Filter[/FlateDecode/FlateDecode]")
    write_pdf(path, ONE_PAGE, (PAGE, data))


@BOMBS.add("characters_5000000.pdf")
def many_characters(path: Path) -> None:
    """Five million characters on a page."""
    lines = b"".join(
        b"BT /F 1 Tf 1 %d.%d Td (%b) Tj ET\n" % (number % 840, number, b"so it was " * 100)
        for number in range(5_000)
    )
    write_pdf(path, ONE_PAGE, (PAGE, stream(lines)))


@BOMBS.add("characters_900000.pdf")
def allowed_characters(path: Path) -> None:
    """Almost as many characters as may be, on a page, all in a heap."""
    lines = b"BT /F 1 Tf 1 9 Td (so it was) Tj ET\n" * 100_000
    write_pdf(path, ONE_PAGE, (PAGE, stream(lines)))


def _write_pages(path: Path, count: int) -> None:
    kids = b" ".join(b"%d 0 R" % (number + 5) for number in range(count))
    page = PAGE.replace(b"5 0 R", b"4 0 R")
    pages = b"<</Type/Pages/Count %d/Kids[%b]>>" % (count, kids)
    write_pdf(path, pages, (stream(SAID), *(page for _ in range(count))))


@BOMBS.add("pages_100000.pdf")
def many_pages(path: Path) -> None:
    """A hundred thousand pages."""
    _write_pages(path, 100_000)


@BOMBS.add("pages_4900.pdf")
def allowed_pages(path: Path) -> None:
    """Almost as many pages as may be."""
    _write_pages(path, 4_900)


@BOMBS.add("forms.pdf")
def forms_in_forms(path: Path) -> None:
    """Ten forms in each of ten forms, nine deep: a billion laughs."""
    forms = (
        stream(
            b"/X Do " * 10,
            b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X %d 0 R>>>>"
            % (number + 1),
        )
        for number in range(6, 15)
    )
    page = PAGE.replace(b"<</Font", b"<</XObject<</X 6 0 R>>/Font")
    last = stream(SAID, b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]")
    write_pdf(path, ONE_PAGE, (page, stream(b"/X Do " * 10), *forms, last))


BOMBS.repeat("zeros.pdf", b"\0", 190, b"%PDF-1.7\n")
BOMBS.repeat("objects_only.pdf", b"1 0 obj\n", 50, b"%PDF-1.7\n")
BOMBS.repeat("too_large.pdf", b"\0", 300, b"%PDF-1.7\n")
