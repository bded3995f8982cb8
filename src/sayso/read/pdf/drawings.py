"""The pictures and filled shapes of a page, as far as they bear on its words."""

import ctypes
from collections.abc import Sequence
from dataclasses import dataclass, field

import pypdfium2.raw as pdfium

from sayso.read.pdf.characters import Frame
from sayso.read.pdf.words import Look, Sheet, Word
from sayso.read.places import Box

MAX_OBJECTS = 20_000  # of a page; what comes later is not looked at
SMALL = 8.0  # points; smaller shapes are bullets and rules
MAX_GROUNDS = 200  # the largest ones
SCAN = 0.6  # of the page's area
TINY = 2.5  # points, of letters
WHITE, UNSEEN = 252, 255
PALE = 235  # of 255; a shape as pale as this does not show white letters


@dataclass(slots=True)
class Drawings:
    """Where pictures stand, something dark enough to show white letters, and any shape that is seen."""

    pictures: list[Box] = field(default_factory=list)
    grounds: list[Box] = field(default_factory=list)
    frames: list[Box] = field(default_factory=list)


def drawings_of(page: "pdfium.FPDF_PAGE", frame: Frame) -> Drawings:
    """What is drawn on a page besides letters."""
    found = Drawings()
    for number in range(min(pdfium.FPDFPage_CountObjects(page), MAX_OBJECTS)):
        one = pdfium.FPDFPage_GetObject(page, number)
        kind = pdfium.FPDFPageObj_GetType(one)
        if kind == pdfium.FPDF_PAGEOBJ_TEXT or (box := _box(one, frame)) is None:
            continue
        if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            found.pictures.append(box)
        shade = _shade(one) if kind == pdfium.FPDF_PAGEOBJ_PATH else 0
        if shade < PALE:
            found.grounds.append(box)
        if kind == pdfium.FPDF_PAGEOBJ_PATH and shade < WHITE:
            found.frames.append(box)
    found.grounds = sorted(found.grounds, key=_area, reverse=True)[:MAX_GROUNDS]
    found.frames = sorted(found.frames, key=_area, reverse=True)[:MAX_GROUNDS]
    return found


def settle_looks(sheet: Sheet, grounds: Sequence[Box]) -> None:
    """Decide which words of a page are seen, by its size and by what they stand on.

    Words that are not drawn are those of a scan if a picture fills the page.
    """
    area = sheet.width * sheet.height
    sheet.scanned = any(_area(one) >= SCAN * area for one in sheet.pictures)
    sheet.recognised = sheet.scanned and any(one.look is Look.UNDRAWN for one in sheet.words)
    for word in sheet.words:
        if not _is_on(word, sheet) or word.size < TINY:
            word.look = Look.HIDDEN
        elif word.look is Look.UNDRAWN:
            word.look = Look.SEEN if sheet.scanned else Look.HIDDEN
        elif word.look is Look.PALE:
            x, y = (word.left + word.right) / 2, (word.bottom + word.top) / 2
            shown = any(_holds(one, x, y) for one in grounds)
            word.look = Look.SEEN if shown else Look.HIDDEN


def _is_on(word: Word, sheet: Sheet) -> bool:
    x, y = (word.left + word.right) / 2, (word.bottom + word.top) / 2
    return 0 <= x <= sheet.width and 0 <= y <= sheet.height


def _holds(box: Box, x: float, y: float) -> bool:
    return box.left <= x <= box.right and box.bottom <= y <= box.top


def _area(box: Box) -> float:
    return (box.right - box.left) * (box.top - box.bottom)


def _box(one: "pdfium.FPDF_PAGEOBJECT", frame: Frame) -> Box | None:
    """Where an object stands; None if it is small."""
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    if not pdfium.FPDFPageObj_GetBounds(one, left, bottom, right, top):
        return None
    box = frame.seen_box(left.value, bottom.value, right.value, top.value)
    large = box.right - box.left > SMALL and box.top - box.bottom > SMALL
    return box if large else None


def _shade(path: "pdfium.FPDF_PAGEOBJECT") -> int:
    """How light the inside of a shape is, up to 255; an outline alone counts as pale."""
    mode, stroke = ctypes.c_int(), ctypes.c_int()
    if not pdfium.FPDFPath_GetDrawMode(path, mode, stroke):
        return UNSEEN
    if not mode.value:
        return PALE if stroke.value else UNSEEN
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not pdfium.FPDFPageObj_GetFillColor(path, red, green, blue, alpha):
        return 0  # a pattern
    return min(red.value, green.value, blue.value) if alpha.value else UNSEEN
