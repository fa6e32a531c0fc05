"""The ruled tables of a PDF page that carries its text: which cells its lines draw, as pdfplumber finds them."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from ocr.grid import grid
from ocr.page import Frame, Grid

if TYPE_CHECKING:
    from pdfplumber.page import Page

_NEAR = 3.0  #: points between edges that are one, as pdfplumber joins them
_log = logging.getLogger(__name__)


def ruled_tables(path: Path, number: int, width: int, height: int) -> tuple[Grid, ...]:
    """The tables of a page (from 1), their cells in pixels of its image of `width` × `height`.

    Only drawn lines count: the head and the foot of the form stand in columns without lines, and must not be taken
    for a table. A frame around a page or a single cell is none either.
    """
    import pdfplumber  # here: scans, which are most of what is read, never need it

    try:
        with pdfplumber.open(path, pages=[number]) as document:
            return tuple(_tables(document.pages[0], width, height))
    except Exception as error:  # pdfminer raises whatever a malformed page leads to; the words are read without it
        _log.warning("tables of page %s: %s", number, type(error).__name__)
        return ()


def _tables(page: Page, width: int, height: int) -> Iterator[Grid]:
    left, top, _, _ = page.bbox
    across, down = width / float(page.width), height / float(page.height)
    for table in page.find_tables():
        frames = [
            Frame(x0=(x0 - left) * across, y0=(y0 - top) * down, x1=(x1 - left) * across, y1=(y1 - top) * down)
            for x0, y0, x1, y1 in table.cells
        ]
        found = grid(frames, _NEAR * across)
        if found:
            yield found
