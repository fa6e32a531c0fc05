"""Lines that an engine saw running down the page: a column of lone figures, taken for one word of turned print.

What is read there is rubbish. The next look at the table reads the figures, if nothing stands where they are.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from ocr.page import Mark

_LONG, _NARROW = 3.0, 2.0  #: letter heights: such a line is longer from top to bottom, and narrower


def without_downward(marks: Sequence[Mark], unit: float) -> tuple[Mark, ...]:
    """The words of lines that run across, in their order; `unit` is the height of letters in pixels."""
    lines = groupby(sorted(marks, key=lambda mark: mark.line), key=lambda mark: mark.line)
    down = {number for number, line in lines if _runs_down(tuple(line), unit)}
    return tuple(mark for mark in marks if mark.line not in down)


def _runs_down(line: Sequence[Mark], unit: float) -> bool:
    high = max(mark.y1 for mark in line) - min(mark.y0 for mark in line)
    wide = max(mark.x1 for mark in line) - min(mark.x0 for mark in line)
    return high > _LONG * unit and wide < _NARROW * unit
