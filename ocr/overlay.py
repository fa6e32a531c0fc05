"""What is laid over a PDF page: filled form fields, numbers and dates stamped by signing tools, signature stamps.

Signing tools of some offices write the number and the day of a decision as appearances of signature fields, so a
signature field is not always a stamp: its words tell.
"""

from __future__ import annotations

import ctypes
import re
from collections import Counter
from dataclasses import dataclass, replace

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from decisions.fold import nfc
from decisions.reading import FormField
from decisions.text import Box, Place
from ocr.layer import Canvas, words
from ocr.page import Frame, Mark

#: What stamps of signing tools say about themselves (Circular 01/2019/TT-BNV, art. 13: name, body, time of signing).
_STAMP = re.compile(r"ký bởi|người ký|ký số|cơ quan:|thời gian ký|digitally signed|signed by|signer:|[\w.]@\w", re.I)
_CLOCK = re.compile(r"\d{1,2}:\d{2}(?::\d{2})?|\+0?7:00")
_LONG = 12  #: words; numbers and dates are shorter

_FILLABLE = (raw.FPDF_FORMFIELD_TEXTFIELD, raw.FPDF_FORMFIELD_COMBOBOX, raw.FPDF_FORMFIELD_LISTBOX)


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """One annotation: where it lies in pixels, and the words that its appearance shows."""

    index: int
    signature: bool
    field: str | None
    value: str | None
    frame: Frame
    marks: tuple[Mark, ...] = ()

    @property
    def stamp(self) -> bool:
        """Is it the stamp of a signature, and not a number or a date that belongs into the text?"""
        text = " ".join(mark.text for mark in self.marks)
        return self.signature and bool(_STAMP.search(text) or _CLOCK.search(text) or len(self.marks) > _LONG)


def notes(
    document: pdfium.PdfDocument, page: pdfium.PdfPage, twin: pdfium.PdfDocument, index: int, canvas: Canvas
) -> list[Note]:
    """The annotations of page `index` (from 0) with their words. `twin` is a second copy, in which they are flattened."""
    found = [_note(document, page, index, canvas) for index in range(raw.FPDFPage_GetAnnotCount(page))]
    plain = Counter(_key(mark) for mark in words(page, canvas))
    added: dict[int, list[Mark]] = {}
    for mark in _flattened(twin, index, canvas):
        key = _key(mark)
        if plain[key]:
            plain[key] -= 1
            continue
        owner = _owner(mark, found)
        if owner is not None:
            added.setdefault(owner.index, []).append(mark)
    return [replace(note, marks=tuple(added.get(note.index, ()))) for note in found]


def filled_fields(found: list[Note], page: int, canvas: Canvas) -> list[FormField]:
    """The filled fields among the annotations: text fields, and numbers and dates shown by signature fields."""
    fields: list[FormField] = []
    for note in found:
        value = note.value
        if note.signature:
            value = None if note.stamp else " ".join(mark.text for mark in note.marks)
        if note.field and value and value.strip():
            place = Place(page=page, box=share(_tight(note), canvas))
            fields.append(FormField(name=nfc(note.field), value=nfc(value.strip()), place=place))
    return fields


def share(frame: Frame, canvas: Canvas) -> Box:
    """A rectangle in pixels as shares of the page, cut at its edges."""
    return Box(
        x0=min(max(frame.x0 / canvas.width, 0.0), 1.0),
        y0=min(max(frame.y0 / canvas.height, 0.0), 1.0),
        x1=min(max(frame.x1 / canvas.width, 0.0), 1.0),
        y1=min(max(frame.y1 / canvas.height, 0.0), 1.0),
    )


def _tight(note: Note) -> Frame:
    """Around its words where it shows any: signing tools draw a short number into a wide field."""
    if not note.marks:
        return note.frame
    return Frame(
        x0=min(m.x0 for m in note.marks),
        y0=min(m.y0 for m in note.marks),
        x1=max(m.x1 for m in note.marks),
        y1=max(m.y1 for m in note.marks),
    )


def _note(document: pdfium.PdfDocument, page: pdfium.PdfPage, index: int, canvas: Canvas) -> Note:
    annotation = raw.FPDFPage_GetAnnot(page, index)
    try:
        rect = raw.FS_RECTF()
        raw.FPDFAnnot_GetRect(annotation, rect)
        x0, y0, x1, y1 = canvas.pixels(rect.left, rect.bottom, rect.right, rect.top)
        kind, field, value = -1, None, None
        if document.formenv and raw.FPDFAnnot_GetSubtype(annotation) == raw.FPDF_ANNOT_WIDGET:
            kind = raw.FPDFAnnot_GetFormFieldType(document.formenv, annotation)
            field = _string(raw.FPDFAnnot_GetFormFieldName, document, annotation)
            if kind in _FILLABLE:
                value = _string(raw.FPDFAnnot_GetFormFieldValue, document, annotation)
        frame = Frame(x0=x0, y0=y0, x1=x1, y1=y1)
        signature = kind == raw.FPDF_FORMFIELD_SIGNATURE
        return Note(index=index, signature=signature, field=field, value=value, frame=frame)
    finally:
        raw.FPDFPage_CloseAnnot(annotation)


def _string(ask: object, document: pdfium.PdfDocument, annotation: object) -> str:
    """A UTF-16 string of a form field: PDFium is asked for its length first."""
    assert callable(ask)
    size = ask(document.formenv, annotation, None, 0)
    buffer = ctypes.create_string_buffer(size)
    ask(document.formenv, annotation, ctypes.cast(buffer, ctypes.POINTER(raw.FPDF_WCHAR)), size)
    return buffer.raw[:size].decode("utf-16-le", errors="replace").rstrip("\0")


def _flattened(twin: pdfium.PdfDocument, index: int, canvas: Canvas) -> tuple[Mark, ...]:
    page = twin[index]
    done = raw.FPDFPage_Flatten(page, raw.FLAT_NORMALDISPLAY)
    page.close()
    if done != raw.FLATTEN_SUCCESS:
        return ()
    again = twin[index]  # only a page that is opened anew knows the text that flattening added
    try:
        return words(again, canvas)
    finally:
        again.close()


def _key(mark: Mark) -> tuple[str, int, int]:
    return mark.text, round(mark.x0), round(mark.y0)


def _owner(mark: Mark, found: list[Note]) -> Note | None:
    holding = [note for note in found if note.frame.holds(mark)]
    return min(holding, key=lambda n: (n.frame.x1 - n.frame.x0) * (n.frame.y1 - n.frame.y0), default=None)
