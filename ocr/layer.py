"""The words that a PDF page says itself, with their places."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from ocr.page import Mark

#: Some Vietnamese fonts map ư to its look-alike U+01A3 ("Ngƣời"): the letters on paper are ư and Ư.
_MISMAPPED = str.maketrans({"\u01a3": "ư", "\u01a2": "Ư", "\u00a0": " ", "\u00ad": "-", "\ufffe": "-", "\u0002": "-"})


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
    box: tuple[float, float, float, float] | None = None
    line = 0
    rect = raw.FS_RECTF()
    for index in range(text.count_chars() + 1):
        char = chr(raw.FPDFText_GetUnicode(text, index)) if index < text.count_chars() else "\n"
        char = char.translate(_MISMAPPED)
        if char.isspace() or not char.isprintable():
            if letters and box:
                found.append(_mark("".join(letters), box, line, canvas))
            letters, box = [], None
            line += char == "\n"
            continue
        letters.append(char)
        if raw.FPDFText_GetLooseCharBox(text, index, rect):
            box = _around(box, (rect.left, rect.bottom, rect.right, rect.top))
    return tuple(found)


def _around(
    box: tuple[float, float, float, float] | None, other: tuple[float, float, float, float]
) -> tuple[float, float, float, float]:
    if box is None:
        return other
    return min(box[0], other[0]), min(box[1], other[1]), max(box[2], other[2]), max(box[3], other[3])


def _mark(text: str, box: tuple[float, float, float, float], line: int, canvas: Canvas) -> Mark:
    x0, y0, x1, y1 = canvas.pixels(*box)
    return Mark(text=text, x0=x0, y0=y0, x1=x1, y1=y1, line=line)
