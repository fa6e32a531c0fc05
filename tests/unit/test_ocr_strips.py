"""Cells read column by column: what that look says against the look at the whole page."""

from __future__ import annotations

import numpy as np
import pytest

from ocr.engines import OcrEngine
from ocr.page import Frame, Grid, GridCell, Mark
from ocr.strips import read_cells

CELL = Frame(x0=100.0, y0=100.0, x1=400.0, y1=150.0)
TABLE = Grid(rows=((GridCell(frame=CELL, column=0, columns=1),),), edges=(CELL.x0, CELL.x1), levels=(CELL.y0, CELL.y1))
DPI = 200
PAD = 20  #: pixels that a strip has around its cells


class Engine(OcrEngine):
    """Sees one word in every strip."""

    def __init__(self, text: str, confidence: float) -> None:
        self.text, self.confidence = text, confidence

    def words(self, grey: np.ndarray, dpi: int, layout: str = "page") -> tuple[Mark, ...]:
        return (
            Mark(
                text=self.text, x0=PAD + 10, y0=PAD + 10, x1=PAD + 90, y1=PAD + 40, line=0, confidence=self.confidence
            ),
        )


@pytest.mark.parametrize(
    ("page", "cell", "text", "confidence"),
    [
        (("Thắng", 0.9), ("Thăng", 0.95), "Thăng", 0.8),  # two looks, two names: nobody is sure
        (("Thăng", 0.9), ("Thăng", 0.95), "Thăng", 0.95),
        (("Thăng,", 0.9), ("Thăng", 0.95), "Thăng", 0.95),
        (("Thxng", 0.9), ("Thăng", 0.95), "Thăng", 0.95),  # no word of the language
        (("333", 0.9), ("3,33", 0.95), "3,33", 0.95),  # figures are what the look at the page gets wrong
        (("Thắng", 0.9), ("Thăng", 0.4), "Thắng", 0.9),
    ],
)
def test_two_looks_at_a_cell(page: tuple[str, float], cell: tuple[str, float], text: str, confidence: float) -> None:
    seen = Mark(text=page[0], x0=110.0, y0=110.0, x1=190.0, y1=140.0, line=0, confidence=page[1])
    (found,) = read_cells([seen], [TABLE], np.full((300, 600), 255, np.uint8), DPI, Engine(*cell))  # type: ignore[arg-type]
    assert (found.text, found.confidence) == (text, confidence)
