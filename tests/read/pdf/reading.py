"""Reads PDFs in this process, for tests."""

from collections.abc import Sequence
from io import BytesIO

from sayso.read.limits import USUAL_LIMITS, Limits
from sayso.read.pdf.pdf import read_pdf
from sayso.read.reader import Material, Reading, Setting
from sayso.read.reports import setting_for
from tests.read.pdf.writer import Page, pdf_of


def read_all(
    data: bytes, notes: list[str] | None = None, limits: Limits = USUAL_LIMITS
) -> list[Reading]:
    """The reports of a PDF, with their places."""
    setting: Setting = setting_for(
        print, lambda note: notes.append(note.what) if notes is not None else None, limits, True
    )
    return list(read_pdf(Material("a.pdf", BytesIO(data), data[:4096], ".pdf"), setting))


def read_bytes(
    data: bytes, notes: list[str] | None = None, limits: Limits = USUAL_LIMITS
) -> Reading:
    """The one report of a PDF, with its places."""
    (reading,) = read_all(data, notes, limits)
    return reading


def read_pages(
    pages: Sequence[Page], info: dict[str, str] | None = None, notes: list[str] | None = None
) -> Reading:
    return read_bytes(pdf_of(pages, info), notes)


def paragraphs_of(reading: Reading) -> list[str]:
    return reading.document.text.split("\n\n")
