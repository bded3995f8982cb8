"""Small PDFs that want much: each ends within its limits, by name."""

import zlib
from collections.abc import Callable
from io import BytesIO

import pytest

from sayso.errors import UnreadableInput
from sayso.read.apart import read_apart
from sayso.read.limits import Limits
from sayso.read.pdf.pdf import FORMAT
from sayso.read.reader import Material
from sayso.read.reports import setting_for
from tests.read.pdf.writer import Page, pdf_of

LIMITS = Limits(child_memory=250_000_000, child_seconds=20)
PLAIN = pdf_of([Page(content=[b"BT /F1 10 Tf 50 700 Td (Hello there) Tj ET"])], packed=True)
STREAM = PLAIN[PLAIN.index(b"stream\n", PLAIN.index(b"/FlateDecode")) + 7 :].split(b"\nendstream")[
    0
]


def with_stream(content: bytes) -> bytes:
    old = b"/Length %d >>\nstream\n%s" % (len(STREAM), STREAM)
    return PLAIN.replace(old, b"/Length %d >>\nstream\n%s" % (len(content), content))


def packed_spaces(megabytes: int) -> bytes:
    packer = zlib.compressobj(9)
    return b"".join(packer.compress(bytes(32) * 31_250) for _ in range(megabytes)) + packer.flush()


BOMBS: dict[str, Callable[[], bytes]] = {
    "packed": lambda: with_stream(packed_spaces(400)),
    "a form in itself": lambda: PLAIN.replace(
        b"/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray "
        b"/BitsPerComponent 8 /Length 1 >>\nstream\n\x80",
        b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /I1 6 0 R >> >> "
        b"/Length 24 >>\nstream\n" + b"/I1 Do " * 3 + b"   ",
    ).replace(STREAM, zlib.compress(b"/I1 Do")),
    "pages in themselves": lambda: PLAIN.replace(b"/Kids [8 0 R]", b"/Kids [2 0 R]"),
    "pages without end": lambda: PLAIN.replace(b"/Count 1", b"/Count 2000000000"),
    "characters": lambda: pdf_of(
        [
            Page(
                content=[
                    b"BT /F1 9 Tf 12 TL 50 780 Td",
                    *[b"(%s) Tj T*" % (b"word " * 40)] * 9_000,
                    b"ET",
                ]
            )
        ]
    ),
}


@pytest.mark.parametrize("name", BOMBS)
def test_what_wants_too_much_is_named_or_read(name: str) -> None:
    data = BOMBS[name]()
    assert data != PLAIN
    problems: list[str] = []
    setting = setting_for(lambda one: problems.append(one.what), print, LIMITS)
    try:
        readings = list(read_apart(FORMAT, Material("a.pdf", BytesIO(data), data[:4096]), setting))
    except UnreadableInput as problem:
        assert problem.name == "a.pdf"
        assert problem.remedy.endswith(".")
    else:
        assert [one.document.text for one in readings] == ["Hello there"]
