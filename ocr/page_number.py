"""The number of the page, told by its place and its form: alone at the top or the bottom, in the middle or at the right.

Decree 30/2020/NĐ-CP, appendix I: Arabic figures, centred in the upper margin. Older papers and annexes have it below.
"""

from __future__ import annotations

from collections.abc import Sequence

from decisions.page_number import page_number
from ocr.cells import TableRow
from ocr.rows import Row

_MARGIN = 0.1  #: of the page's height: 30 mm, with a sheet that lay off the glass a little
_CENTRED = 0.1  #: of the page's width that its middle lies off the page's
_RIGHT = 0.75  #: of the page's width from which it stands at the right


def find_page_number(rows: Sequence[Row], width: int, height: int) -> int | None:
    """The row that is the number of the page: the first or the last of all."""
    for index in dict.fromkeys((0, len(rows) - 1)) if rows else ():
        if _in_margin(rows[index], width, height) and page_number(rows[index].text) is not None:
            return index
    return None


def _in_margin(row: Row, width: int, height: int) -> bool:
    """A number at the left is that of a paragraph, one in a cell belongs to its table."""
    if isinstance(row, TableRow):
        return False
    outside = row.y1 < _MARGIN * height or row.y0 > (1 - _MARGIN) * height
    middle = (row.x0 + row.x1) / 2
    return outside and (abs(middle - width / 2) < _CENTRED * width or row.x0 > _RIGHT * width)
