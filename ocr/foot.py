"""The foot: recipients on the left, the signature block on the right.

Boxes 7a to 7c and 9b of Decree 30/2020/NĐ-CP, appendix I, part I, item IV.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ocr import cues
from ocr.page import Mark
from ocr.rows import Row, rows_of

_RIGHT = 0.36  #: of the page's width: the signature block begins right of this
_CLIMB = 8.0  #: letter heights that the signature block may begin above "Nơi nhận"


@dataclass(frozen=True, slots=True, kw_only=True)
class Foot:
    """The rows of both columns, and at which row of the page they begin."""

    left: tuple[Row, ...]
    right: tuple[Row, ...]
    start: int


def find_foot(rows: Sequence[Row], width: int, unit: float) -> Foot | None:
    """The foot of a page that ends a document; None for a page that goes on."""
    start = _start(rows, width, unit)
    if start is None:
        return None
    left, right = columns(rows[start:], width, unit)
    return Foot(left=tuple(left), right=tuple(right), start=start)


def columns(rows: Sequence[Row], width: int, unit: float) -> tuple[list[Row], list[Row]]:
    """Rows that stand side by side taken apart at the widest gutter near the middle."""
    marks = [mark for row in rows for mark in row.marks]
    gutter = _gutter(marks, width)
    left = [mark for mark in marks if mark.middle[0] < gutter]
    right = [mark for mark in marks if mark.middle[0] >= gutter]
    return rows_of(left, unit), rows_of(right, unit)


def _start(rows: Sequence[Row], width: int, unit: float) -> int | None:
    """The first row of the foot: "Nơi nhận", or the signature block where that begins higher or stands alone."""
    marked = [index for index, row in enumerate(rows) if _has_recipients(row, width) or _is_signed(row, width)]
    below = [index for index in marked if not _goes_on(rows[index:], width)]
    if not below:
        return None
    start = next((index for index in below if _has_recipients(rows[index], width)), below[0])
    top = rows[start].y0
    for index in range(start - 1, -1, -1):
        if top - rows[index].y0 > _CLIMB * unit or not _may_belong(rows[index], width):
            break
        if index in marked or cues.is_upper(rows[index].text):
            start = index
    return start


def _may_belong(row: Row, width: int) -> bool:
    """Above the first sure row of the foot: an entry of the list, a line of the block, or both side by side."""
    first = row.pieces[0]
    if any(piece.x0 < 0.3 * width and piece.x1 > 0.6 * width for piece in row.pieces):
        return False
    return _on_the_right(row, width) or first.text[:1] in "-~–+•*" or _has_recipients(row, width)


def _has_recipients(row: Row, width: int) -> bool:
    return row.pieces[0].x0 < 0.45 * width and cues.is_recipients(row.pieces[0].text)


def _is_signed(row: Row, width: int) -> bool:
    """A capacity or title in capitals in the right half; whatever stands left of it stands apart."""
    right = [piece for piece in row.pieces if piece.x0 > _RIGHT * width and piece.centre > 0.5 * width]
    return any(cues.is_signature(piece.text) for piece in right)


def _goes_on(rows: Sequence[Row], width: int) -> bool:
    """Do lines that run over the whole width follow? Then the text is not at its end."""
    across = [p for row in rows for p in row.pieces if p.x0 < 0.3 * width and p.x1 > 0.75 * width]
    return len(across) > 1


def _on_the_right(row: Row, width: int) -> bool:
    return row.x0 > _RIGHT * width and (row.x0 + row.x1) / 2 > 0.5 * width


def _gutter(marks: Sequence[Mark], width: int) -> float:
    """The middle of the strip between 0.3 and 0.65 of the width that the fewest words cross."""
    steps = [width * share / 200 for share in range(60, 131)]
    crossed = [sum(mark.x0 < x < mark.x1 for mark in marks) for x in steps]
    least = min(crossed)
    runs: list[list[float]] = [[]]
    for x, count in zip(steps, crossed, strict=True):
        if count == least:
            runs[-1].append(x)
        elif runs[-1]:
            runs.append([])
    widest = max(runs, key=len)
    return (widest[0] + widest[-1]) / 2
