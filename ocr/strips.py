"""The words in the cells of a ruled table, column by column: narrow cells beside each other confuse engines.

On made lists at 200 and 300 dpi a page read at once has six cells in ten right, one read in strips nearly all;
commas, single figures and codes ("2,34", "7", "01.003") gain most, by being read finer than running text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from decisions.syllable import core, is_syllable
from ocr.engines import EngineFailed, OcrEngine
from ocr.page import Frame, Grey, Grid, GridCell, Mark

_FINER = 1.5  #: times finer than the engine reads running text
_INSET_MM = 0.35  #: what is left of a rule stands so near to a cell's edge
_PAD_MM = 2.5
_SPECK = 0.5  #: confidence below which a lone sign or letter is what is left of a rule
_DISPUTED = 0.8  #: confidence of a word that two looks see differently
_DOUBT = 0.5  #: a column's word that is less sure gives way to a surer one of the page


def read_cells(
    marks: Sequence[Mark], tables: Sequence[Grid], grey: Grey, dpi: int, engine: OcrEngine
) -> tuple[Mark, ...]:
    """The words of the page with those of each cell in their place. `grey` is the page without its rules."""
    seen = list(marks)
    for table in tables:
        line = 1 + max((mark.line for mark in seen), default=0)
        columns = _columns(table)
        for cells, again in zip(columns, _read(columns, grey, dpi, engine), strict=True):
            for cell in cells:
                seen = _better(seen, [mark for mark in again if cell.frame.holds(mark)], cell.frame, line)
            line += 1 + max((mark.line for mark in again), default=0)
    return tuple(seen)


def _columns(table: Grid) -> list[list[GridCell]]:
    """The cells of each column that lie in no other."""
    every = [cell for row in table.rows for cell in row if cell.columns == 1]
    columns = [[cell for cell in every if cell.column == number] for number in range(len(table.edges) - 1)]
    return [cells for cells in columns if cells]


def _read(columns: Sequence[Sequence[GridCell]], grey: Grey, dpi: int, engine: OcrEngine) -> list[list[Mark]]:
    """What stands in each column; nothing where the engine fails, so that what was read of the whole page stands."""
    strips = [_strip(cells, grey, dpi) for cells in columns]
    try:
        found = engine.words_of_each([(strip, round(dpi / _FINER)) for strip, _, _ in strips], "block")
    except EngineFailed:
        return [[] for _ in columns]
    return [
        [mark.moved(x, y) for mark in words if not _is_speck(mark)]
        for words, (_, x, y) in zip(found, strips, strict=True)
    ]


def _strip(cells: Sequence[GridCell], grey: Grey, dpi: int) -> tuple[Grey, int, int]:
    """One column, its cells alone on white paper, and where its left top corner lies on the page."""
    mm = dpi / 25.4
    pad, inset = round(_PAD_MM * mm), max(1, round(_INSET_MM * mm))
    x0, x1 = int(min(c.frame.x0 for c in cells)) - pad, int(max(c.frame.x1 for c in cells)) + pad
    y0, y1 = int(min(c.frame.y0 for c in cells)) - pad, int(max(c.frame.y1 for c in cells)) + pad
    strip = np.full((y1 - y0, x1 - x0), 255, np.uint8)
    for cell in cells:
        inner = _inside(cell.frame, inset)
        strip[inner[0] - y0 : inner[1] - y0, inner[2] - x0 : inner[3] - x0] = grey[
            inner[0] : inner[1], inner[2] : inner[3]
        ]
    return strip, x0, y0


def _inside(frame: Frame, inset: int) -> tuple[int, int, int, int]:
    """Rows from and to, columns from and to."""
    y0, x0 = max(int(frame.y0) + inset, 0), max(int(frame.x0) + inset, 0)
    return y0, max(int(frame.y1) - inset, y0), x0, max(int(frame.x1) - inset, x0)


def _is_speck(mark: Mark) -> bool:
    return mark.confidence < _SPECK and len(core(mark.text)) < 2


def _better(seen: list[Mark], again: list[Mark], frame: Frame, line: int) -> list[Mark]:
    """The column's reading of a cell, unless it is in doubt and the page's is not."""
    before = [mark for mark in seen if frame.holds(mark)]
    if not again or (_weakest(again) < _DOUBT and _weakest(before) > _weakest(again)):
        return seen
    others = [mark for mark in seen if not frame.holds(mark)]
    return [*others, *(_agreed(replace(mark, line=line + mark.line), before) for mark in again)]


def _agreed(mark: Mark, before: Sequence[Mark]) -> Mark:
    """A word that the look at the page saw as another word is in doubt, however sure of it the look at the cell is:
    "Thăng" or "Thắng"? Figures are what that look got wrong.
    """
    others = (each.text for each in before if each.x0 < mark.middle[0] < each.x1 and each.y0 < mark.middle[1] < each.y1)
    differs = any(is_syllable(core(text)) and core(text) != core(mark.text) for text in others)
    letters = core(mark.text).isalpha()
    return replace(mark, confidence=min(mark.confidence, _DISPUTED)) if differs and letters else mark


def _weakest(marks: Sequence[Mark]) -> float:
    return min((mark.confidence for mark in marks), default=0.0)
