"""The words that a PDF says itself: a raised figure belongs to the word that it stands in."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pypdfium2 as pdfium
import pytest

from ocr.layer import Canvas, words


def page_with(path: Path, content: bytes) -> Path:
    pdf = pikepdf.new()
    page = pdf.add_blank_page(page_size=(595, 842))
    font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name("/Times-Roman"))
    page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F=font))
    page.Contents = pdf.make_stream(b"BT 72 700 Td " + content + b" ET")
    pdf.save(path)
    return path


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"/F 14 Tf (pump 70 m) Tj 7 Ts /F 8 Tf (3) Tj 0 Ts /F 14 Tf (/s, next) Tj", "pump 70 m3/s, next"),
        (b"/F 14 Tf (Long) Tj 7 Ts /F 8 Tf (2) Tj 0 Ts /F 14 Tf (; next) Tj", "Long2; next"),
        # What stands apart, or on the next line, is another word.
        (b"/F 14 Tf (one) Tj 200 0 Td (two) Tj", "one two"),
        (b"/F 14 Tf (one) Tj 0 -16 Td (two) Tj", "one two"),
    ],
)
def test_raised_figures_part_no_word(tmp_path: Path, content: bytes, said: str) -> None:
    with pdfium.PdfDocument(page_with(tmp_path / "page.pdf", content)) as document:
        page = document[0]
        found = words(page, Canvas(page=page, width=1190, height=1684))
        page.close()
    assert " ".join(mark.text for mark in found) == said
