"""PDFium, as far as it is needed: a document's pages and what it says of itself."""

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

import pypdfium2.raw as pdfium

from sayso.errors import UnreadableInput
from sayso.read.pdf.characters import words_of_page
from sayso.read.pdf.drawings import drawings_of, settle_looks
from sayso.read.pdf.frame import Frame
from sayso.read.pdf.words import Sheet
from sayso.read.places import Box
from sayso.read.tidy import on_one_line

PASSWORD = 4  # FPDF_ERR_PASSWORD
SECURITY = 5  # FPDF_ERR_SECURITY
MEND = "Get it again, or mend it: qpdf in.pdf out.pdf."
MAX_INFO_BYTES = 20_000  # of a field such as the title, in UTF-16


class Pdf:
    """An open PDF."""

    def __init__(self, handle: "ctypes.c_void_p") -> None:
        self._handle = handle

    @property
    def pages(self) -> int:
        """How many pages it says it has."""
        return int(pdfium.FPDF_GetPageCount(self._handle))

    def said(self, field: str) -> str | None:
        """What the file says of itself under a name such as Title; None if nothing."""
        size = pdfium.FPDF_GetMetaText(self._handle, field.encode(), None, 0)
        if not 2 < size <= MAX_INFO_BYTES:
            return None
        buffer = ctypes.create_string_buffer(size)
        pdfium.FPDF_GetMetaText(self._handle, field.encode(), buffer, size)
        text = buffer.raw[: size - 2].decode("utf-16-le", "replace")
        return on_one_line(text) or None

    def sheet(self, number: int, most: int) -> Sheet | None:
        """A page, counted from 1; None if PDFium cannot load it.

        Raises OverflowError if it has more than `most` characters.
        """
        page = pdfium.FPDF_LoadPage(self._handle, number - 1)
        if not page:
            return None
        try:
            text = pdfium.FPDFText_LoadPage(page)
            if not text:
                return None
            try:
                return _sheet(page, text, number, most)
            finally:
                pdfium.FPDFText_ClosePage(text)
        finally:
            pdfium.FPDF_ClosePage(page)


def _sheet(page: "pdfium.FPDF_PAGE", text: "pdfium.FPDF_TEXTPAGE", number: int, most: int) -> Sheet:
    frame = _frame(page)
    count = pdfium.FPDFText_CountChars(text)
    if count > most:
        raise OverflowError
    read = words_of_page(text, count, number, frame)
    drawings = drawings_of(page, read.frame)
    sheet = Sheet(number, read.frame.width, read.frame.height, read.words, drawings.pictures)
    sheet.frames = drawings.frames
    sheet.unmapped = read.unmapped
    settle_looks(sheet, drawings.grounds)
    return sheet


def _frame(page: "pdfium.FPDF_PAGE") -> Frame:
    """How the page is cut and turned when it is shown."""
    rect = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(page, rect)
    shown = Box(rect.left, rect.bottom, rect.right, rect.top)
    return Frame(shown, pdfium.FPDFPage_GetRotation(page) % 4)


@contextmanager
def opened(data: bytes, name: str) -> Iterator[Pdf]:
    """The PDF in these bytes. Raises UnreadableInput if PDFium cannot open it."""
    _start()
    handle = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    if not handle:
        raise _refusal(pdfium.FPDF_GetLastError(), name)
    try:
        yield Pdf(handle)
    finally:
        pdfium.FPDF_CloseDocument(handle)


@cache
def _start() -> None:
    """Start PDFium with its own fonts: those of a machine would make its readings differ from others'."""
    no_folders = (ctypes.POINTER(ctypes.c_char) * 1)()
    config = pdfium.FPDF_LIBRARY_CONFIG(version=2, m_pUserFontPaths=no_folders)
    pdfium.FPDF_InitLibraryWithConfig(ctypes.byref(config))


def _refusal(error: int, name: str) -> UnreadableInput:
    if error == PASSWORD:
        remedy = "Take the password off: qpdf --password=PASSWORD --decrypt in.pdf out.pdf."
        return UnreadableInput(name, "it is locked with a password", remedy)
    if error == SECURITY:
        remedy = "Print it to a new PDF where it can be opened."
        return UnreadableInput(name, "it is locked in a way that sayso does not know", remedy)
    return UnreadableInput(name, "it is damaged, or no PDF", MEND)
