"""Tables of born-digital files: the invisible ones that hold head and foot, and the real ones."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ocr import cues
from ocr.manuscript import Passage
from ocr.page import CellRead, TableRead

_CELL_WORDS = 150


@dataclass(frozen=True, slots=True, kw_only=True)
class BornCell:
    """The lines of a cell, and how many columns and rows it fills."""

    lines: Sequence[str]
    columns: int = 1
    rows: int = 1


def from_table(rows: Sequence[Sequence[BornCell]]) -> list[Passage]:
    """A table of two columns that holds the head or the foot column by column; any other row by row."""
    filled = [row for row in rows if any(line.strip() for cell in row for line in cell.lines)]
    if filled and all(len(row) == 2 for row in filled):
        left, right = (tuple(line for row in filled for line in row[side].lines if line.strip()) for side in (0, 1))
        if any(cues.is_motto(line) for line in right):
            return [Passage(lines=left, zone="head_left"), Passage(lines=right, zone="head_right")]
        if any(cues.is_recipients(line) for line in left):
            return [Passage(lines=left, zone="foot_left"), Passage(lines=right, zone="foot_right")]
    if not _is_table(filled):
        return [Passage(lines=tuple(_apart(cell.lines) for cell in row if any(cell.lines))) for row in filled]
    shapes = tuple(_shapes(filled))
    columns = max(cell.column + cell.columns for row in shapes for cell in row)
    lines = tuple(_apart([line for cell in row for line in cell.lines]) for row in filled)
    return [Passage(lines=lines, table=TableRead(rows=shapes, columns=columns))]


def _is_table(rows: Sequence[Sequence[BornCell]]) -> bool:
    """Tables that only lay a page out have one row or column, or whole texts in their cells."""
    longest = max((_words(cell) for row in rows for cell in row), default=0)
    return len(rows) > 1 and max(map(len, rows)) > 1 and longest <= _CELL_WORDS


def _apart(lines: Sequence[str]) -> str:
    """Lines of one cell stay apart by a tab: a mark may stand alone on one of them."""
    return "\t".join(" ".join(line.split()) for line in lines)


def _words(cell: BornCell) -> int:
    return sum(len(line.split()) for line in cell.lines)


def _shapes(rows: Iterable[Sequence[BornCell]]) -> Iterator[tuple[CellRead, ...]]:
    """Where each cell stands: columns that a cell above still fills are passed over."""
    taken: dict[int, int] = {}  # column → how many more rows the cell above fills
    for row in rows:
        below = {column: left - 1 for column, left in taken.items() if left > 1}
        found = []
        column = 0
        for cell in row:
            while column in taken:
                column += 1
            found.append(CellRead(words=_words(cell), column=column, columns=cell.columns, rows=cell.rows))
            if cell.rows > 1:
                below |= {column + i: cell.rows - 1 for i in range(cell.columns)}
            column += cell.columns
        taken = below
        yield tuple(found)
