"""The words that a PDF page says itself, with their places."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass
from typing import TypeAlias

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from ocr.page import Mark

#: Some Vietnamese fonts map ư to its look-alike U+01A3 ("Ngƣời"): the letters on paper are ư and Ư.
_MISMAPPED = str.maketrans({"\u01a3": "ư", "\u01a2": "Ư", "\u00a0": " ", "\u00ad": "-", "\ufffe": "-", "\u0002": "-"})
_TOUCHING, _SHARED = 0.1, 0.4  #: heights between two letters of one word at most, and that they have in common at least

Box: TypeAlias = tuple[float, float, float, float]  #: left, bottom, right, top in points


@dataclass(frozen=True, slots=True, kw_only=True)
class Canvas:
    """How points of a PDF page become pixels of its image, the page's own rotation included."""

    page: pdfium.PdfPage
    width: int
    height: int

    def pixels(self, left: float, bottom: float, right: float, top: float) -> tuple[float, float, float, float]:
        """The corners x0, y0, x1, y1 of a rectangle in PDF points."""
        corners = [self._pixel(left, bottom), self._pixel(right, top)]
        xs, ys = zip(*corners, strict=True)
        return min(xs), min(ys), max(xs), max(ys)

    def _pixel(self, x: float, y: float) -> tuple[float, float]:
        # PDFium rounds to whole device units, so the page is laid on a canvas sixteen times as fine.
        fine_x, fine_y = ctypes.c_int(), ctypes.c_int()
        fine = 16
        raw.FPDF_PageToDevice(self.page, 0, 0, self.width * fine, self.height * fine, 0, x, y, fine_x, fine_y)
        return fine_x.value / fine, fine_y.value / fine


def words(page: pdfium.PdfPage, canvas: Canvas) -> tuple[Mark, ...]:
    """All words of the page's text, in the order and lines of PDFium; visible or not."""
    text = page.get_textpage()
    try:
        return _words(text, canvas)
    finally:
        text.close()


def _words(text: pdfium.PdfTextPage, canvas: Canvas) -> tuple[Mark, ...]:
    found: list[Mark] = []
    letters: list[str] = []
    box: Box | None = None
    line = 0
    count = text.count_chars()
    raised = _after_raised(text)
    for index in range(count + 1):
        char = chr(raw.FPDFText_GetUnicode(text, index)) if index < count else "\n"
        char = char.translate(_MISMAPPED)
        if index in raised:
            continue
        if char.isspace() or not char.isprintable():
            if letters and box:
                found.append(_mark("".join(letters), box, line, canvas))
            letters, box = [], None
            line += char == "\n"
            continue
        letters.append(char)
        own = _box(text, index)
        box = own if box is None or own is None else _around(box, own)
    return tuple(found)


def _after_raised(text: pdfium.PdfTextPage) -> frozenset[int]:
    """Line breaks that PDFium made up between a raised figure and what stands right beside it: "m³", "/s"."""
    found: list[int] = []
    run: list[int] = []
    for index in range(text.count_chars()):
        if chr(raw.FPDFText_GetUnicode(text, index)) in "\r\n" and raw.FPDFText_IsGenerated(text, index) == 1:
            run.append(index)
        elif run:
            before, after = _box(text, run[0] - 1) if run[0] else None, _box(text, index)
            if before and after and _side_by_side(before, after):
                found += run
            run = []
    return frozenset(found)


def _side_by_side(one: Box, other: Box) -> bool:
    height = max(one[3] - one[1], other[3] - other[1])
    shared = min(one[3], other[3]) - max(one[1], other[1])
    return abs(other[0] - one[2]) <= _TOUCHING * height and shared >= _SHARED * height


def _box(text: pdfium.PdfTextPage, index: int) -> Box | None:
    """Left, bottom, right, top of a letter with its room, in points."""
    rect = raw.FS_RECTF()
    if not raw.FPDFText_GetLooseCharBox(text, index, rect):
        return None
    return rect.left, rect.bottom, rect.right, rect.top


def _around(box: Box, other: Box) -> Box:
    return min(box[0], other[0]), min(box[1], other[1]), max(box[2], other[2]), max(box[3], other[3])


def _mark(text: str, box: Box, line: int, canvas: Canvas) -> Mark:
    x0, y0, x1, y1 = canvas.pixels(*box)
    return Mark(text=text, x0=x0, y0=y0, x1=x1, y1=y1, line=line)
