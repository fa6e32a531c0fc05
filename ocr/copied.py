"""The form of a certified copy below the end of the text: a second head, number, date and signature.

Decree 30/2020/NĐ-CP, appendix I, part II and appendix III, form 3.1. None of it is the document's own.
"""

from __future__ import annotations

from collections.abc import Sequence

from ocr import cues
from ocr.foot import columns
from ocr.rows import Row


def find_copy_mark(rows: Sequence[Row], unit: float) -> int | None:
    """The row of the page at which the form of the copy begins; None for an original."""
    for index, row in enumerate(rows):
        if index and any(cues.is_copy(piece.text) for piece in row.pieces):
            above = rows[index - 1]
            # The name of the body that copied begins on the same line or on the one above.
            close = row.y0 - above.y0 < 1.8 * unit and cues.is_upper(above.text)
            return index - 1 if close and above.x1 < row.x1 else index
    return None


def copied(rows: Sequence[Row], width: int, unit: float) -> list[Row]:
    """The rows of the form, the left column before the right one."""
    if not rows:
        return []
    left, right = columns(rows, width, unit)
    return [*left, *right]
