"""The pages of a PDF as sheets, one at a time."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from math import ceil
from pathlib import Path

import cv2
import numpy as np
import pypdfium2 as pdfium
import pypdfium2.raw as raw

from decisions.problem import Damaged, Encrypted, TooLarge
from decisions.reading import FormField
from ocr import overlay, triage
from ocr.layer import Canvas, words
from ocr.limits import Limits
from ocr.page import Colour, Failed, Grey, Mark, Sheet, Verdict
from ocr.ruled import ruled_tables

READ_DPI = 300
_LEAST_NATIVE = 180  #: scans coarser than this are enlarged to READ_DPI: letters of 10 pixels are read badly
_MOST_PIXELS = 40_000_000
_MOST_POINTS = 14_400  #: the largest page that PDF knows (ISO 32000-1, annex C): 5 metres

# PDFium is not safe to call from several threads, not even for different documents.
_ALONE = threading.RLock()


@dataclass(slots=True, kw_only=True)
class PdfPages:
    """An open PDF: sheets in order, and the filled fields seen on the way."""

    path: Path
    document: pdfium.PdfDocument
    twin: pdfium.PdfDocument
    count: int
    fields: list[FormField]

    def sheets(self) -> Iterator[Sheet | Failed]:
        """Every page, rendered when asked for; one that cannot be opened is Failed and the next one follows."""
        for index in range(self.count):
            with _ALONE:
                sheet = self._sheet_or_failure(index)
            yield sheet

    def _sheet_or_failure(self, index: int) -> Sheet | Failed:
        try:
            return self._sheet(index)
        except (pdfium.PdfiumError, ValueError, OSError, MemoryError, cv2.error) as error:
            return Failed(number=index + 1, why=str(error) or type(error).__name__)

    def _sheet(self, index: int) -> Sheet:
        page = self.document[index]
        width, height = page.get_size()
        if width < 1 or height < 1:
            raise ValueError(f"{width:g} × {height:g} points")
        if max(width, height) > _MOST_POINTS:
            raise TooLarge(what=f"trang / page {index + 1}: {width / 72:.0f} × {height / 72:.0f} inch")
        dpi = _capped(_wanted_dpi(page), width, height)
        canvas = Canvas(page=page, width=ceil(width * dpi / 72), height=ceil(height * dpi / 72))
        notes = []
        if raw.FPDFPage_GetAnnotCount(page):
            notes = overlay.notes(self.document, page, self.twin, index, canvas)
            self.fields += overlay.filled_fields(notes, index + 1, canvas)
            # What an annotation says in letters is known exactly; the drawing would only cover what lies beneath.
            for note in reversed(notes):
                if note.marks:
                    raw.FPDFPage_RemoveAnnot(page, note.index)
            page.close()
            page = self.document[index]
        filled = tuple(mark for note in notes if not note.stamp for mark in note.marks)
        stamps = tuple(mark for note in notes if note.stamp for mark in note.marks)
        try:
            image = _draw(page, dpi, forms=True)
            layer = words(page, Canvas(page=page, width=image.shape[1], height=image.shape[0]))
            verdict = _judge(page, layer)
        finally:
            page.close()
        return Sheet(
            number=index + 1,
            image=image,
            dpi=round(dpi),
            verdict=verdict,
            layer=layer if verdict.believed else (),
            filled=filled,
            stamps=stamps,
            tables=ruled_tables(self.path, index + 1, *image.shape[1::-1]) if verdict.believed else (),
        )


@contextmanager
def open_pdf(path: Path, limits: Limits) -> Iterator[PdfPages]:
    """The pages of a PDF. Raises Encrypted (only where a password is needed to open), Damaged, TooLarge."""
    if _cut_short(path):
        raise Damaged
    with _ALONE:
        document, twin = _open(path), _open(path)
    try:
        count = len(document)
        if count > limits.pages:
            raise TooLarge(what=f"{count} > {limits.pages} trang / pages")
        if count == 0:
            raise Damaged
        yield PdfPages(path=path, document=document, twin=twin, count=count, fields=[])
    finally:
        with _ALONE:
            document.close()
            twin.close()


def _open(path: Path) -> pdfium.PdfDocument:
    try:
        document = pdfium.PdfDocument(path)
        document.init_forms()
    except pdfium.PdfiumError as error:
        if getattr(error, "err_code", None) == raw.FPDF_ERR_PASSWORD or "password" in str(error).lower():
            raise Encrypted from error
        raise Damaged from error
    return document


def _cut_short(path: Path) -> bool:
    """PDFium would mend a cut file in silence and lose its last pages; a whole one ends in %%EOF (ISO 32000-1, 7.5.5)."""
    with path.open("rb") as file:
        file.seek(0, 2)
        file.seek(max(0, file.tell() - 65_536))
        tail = file.read().rstrip(b"\0\r\n\t ")
    return b"%%EOF" not in tail[-2048:]


def _wanted_dpi(page: pdfium.PdfPage) -> float:
    """The resolution of the scan where the page is one image; READ_DPI elsewhere."""
    width, height = page.get_size()
    for image in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=3):
        left, bottom, right, top = image.get_bounds()
        if (right - left) * (top - bottom) > 0.8 * width * height:
            across, down = image.get_px_size()
            native = 72 * max(across, down) / max(right - left, top - bottom)
            return min(native, READ_DPI) if native >= _LEAST_NATIVE else READ_DPI
    return READ_DPI


def _capped(dpi: float, width: float, height: float) -> float:
    most = (_MOST_PIXELS / (width * height)) ** 0.5 * 72
    return min(dpi, most, 72 * 20_000 / max(width, height))


def _draw(page: pdfium.PdfPage, dpi: float, *, forms: bool) -> Colour:
    bitmap = page.render(scale=dpi / 72, may_draw_forms=forms, draw_annots=forms, rev_byteorder=True)
    try:
        pixels = bitmap.to_numpy()
        if pixels.ndim == 2 or pixels.shape[2] == 1:
            return np.asarray(cv2.cvtColor(pixels, cv2.COLOR_GRAY2RGB), dtype=np.uint8)
        return np.array(pixels[:, :, :3])
    finally:
        bitmap.close()


def _grey(page: pdfium.PdfPage) -> Grey:
    width, height = page.get_size()
    dpi = _capped(triage.DPI, width, height)
    return np.asarray(cv2.cvtColor(_draw(page, dpi, forms=False), cv2.COLOR_RGB2GRAY), dtype=np.uint8)


def _judge(page: pdfium.PdfPage, layer: tuple[Mark, ...]) -> Verdict:
    if not layer:
        return triage.judge((), None)
    seen = _grey(page)
    for text in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT]):
        raw.FPDFPageObj_SetIsActive(text.raw, False)
    return triage.judge(layer, triage.covered_share(seen, _grey(page)))
