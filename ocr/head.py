"""The two-column head: issuer and number on the left, motto, place and date on the right.

Boxes 1 to 4 and 5b of Decree 30/2020/NĐ-CP, appendix I, part I, item IV. The columns often stand so close together
that an engine reads across them; the motto says where the right one begins.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from ocr import cues
from ocr.page import Mark
from ocr.rows import Piece, Row, split

_REACH = 0.16  #: of the page's height: how far below the motto a head can go


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The rows of the head in two columns, what lies above it, and how many rows it took."""

    left: tuple[Row, ...]
    right: tuple[Row, ...]
    above: tuple[Row, ...]
    rows: int  #: taken from the top of the page, `above` included


@dataclass(frozen=True, slots=True, kw_only=True)
class _Motto:
    row: int
    x0: float
    y0: float
    y1: float


def find_head(rows: Sequence[Row], width: int, height: int, unit: float) -> Head | None:
    """The head of a page that has one; None for a page that only continues."""
    motto = _motto(rows, width)
    if motto is None:
        return None
    gutter = _gutter(rows, motto, width, unit)
    left: list[Row] = []
    right: list[Row] = []
    above: list[Row] = []
    for row in rows[: motto.row]:
        near = motto.y0 - row.y1 < 1.6 * unit and row.x1 < gutter + unit
        (left if near else above).append(row)
    taken = motto.row
    for row in rows[motto.row :]:
        sides = _sides(row, gutter, width, unit)
        if _ends_head(row, sides, motto, right, width, height):
            break
        for side, marks in zip((left, right), sides or ([], list(row.marks)), strict=True):
            if marks:
                side.append(Row(pieces=(Piece(marks=tuple(marks)),)))
        taken += 1
    return Head(left=tuple(left), right=tuple(right), above=tuple(above), rows=taken)


def _motto(rows: Sequence[Row], width: int) -> _Motto | None:
    """The first run of words that is the motto and stands right of the page's first third."""
    for index, row in enumerate(rows):
        found = _motto_in(row, width)
        if found is not None:
            return _Motto(row=index, x0=found.x0, y0=found.y0, y1=found.y1)
    return None


def _motto_in(row: Row, width: int) -> Piece | None:
    tails = [tail for tail in _tails(row) if tail.x0 > 0.33 * width and tail.text[:1].isupper()]
    best = max(tails, key=lambda tail: cues.likeness_to_motto(tail.text), default=None)
    return best if best is not None and cues.is_motto(best.text) else None


def _tails(row: Row) -> list[Piece]:
    """The words of a row from each of its words on, gaps disregarded: the motto may follow the issuer closely."""
    marks = sorted(row.marks, key=lambda mark: mark.x0)
    return [Piece(marks=tuple(marks[start:])) for start in range(len(marks)) if len(marks) - start >= 3][:24]


def _gutter(rows: Sequence[Row], motto: _Motto, width: int, unit: float) -> float:
    """The middle of the empty strip left of the motto."""
    beside = [
        mark.x1
        for row in rows[motto.row : motto.row + 3]
        for mark in row.marks
        if mark.x1 < motto.x0 + 0.3 * unit and mark.y0 < motto.y1 + 3 * unit
    ]
    return (max(beside, default=motto.x0 - 0.06 * width) + motto.x0) / 2


def _sides(row: Row, gutter: float, width: int, unit: float) -> tuple[list[Mark], list[Mark]] | None:
    """The words of a row left and right of the gutter; None for a row that runs across it."""
    groups = split(row.marks, 0.75 * unit)
    edges = [
        (following[0].x0 - max(mark.x1 for mark in group), index)
        for index, (group, following) in enumerate(pairwise(groups), start=1)
        if max(mark.x1 for mark in group) < gutter + 0.1 * width and following[0].x0 > gutter - 0.1 * width
    ]
    if edges:
        _, at = max(edges)
        return [m for g in groups[:at] for m in g], [m for g in groups[at:] for m in g]
    if row.x1 < gutter + 0.08 * width:
        return list(row.marks), []
    if row.x0 > gutter - 0.08 * width:
        return [], list(row.marks)
    return _at_motto(row, width)


def _at_motto(row: Row, width: int) -> tuple[list[Mark], list[Mark]] | None:
    """The name of a long issuer and the motto right behind it, perhaps with a speck between them."""
    motto = _motto_in(row, width)
    if motto is None:
        return None
    before = sorted((mark for mark in row.marks if mark.x0 < motto.x0), key=lambda mark: mark.x0)
    while before and not any(map(str.isalnum, before[-1].text)):
        before.pop()
    return before, list(motto.marks)


def _ends_head(
    row: Row,
    sides: tuple[list[Mark], list[Mark]] | None,
    motto: _Motto,
    right: Sequence[Row],
    width: int,
    height: int,
) -> bool:
    """Does the head end above this row?"""
    if row.y0 < motto.y1:
        return False
    if sides is None or row.y0 > motto.y1 + _REACH * height or cues.starts_body(row.text):
        return True
    if any(cues.is_kind(piece.text) and abs(piece.centre - 0.52 * width) < 0.15 * width for piece in row.pieces):
        return True
    # Once place and date have been seen, more on the right is the title or the body already.
    dated = any(cues.is_date(seen.text) for seen in right)
    return dated and bool(sides[1])
