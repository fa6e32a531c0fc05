"""Words in the cells of a table: one row is one line of text, its cells one after another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ocr.page import CellRead, Grid, GridCell, Mark, TableRead
from ocr.rows import Piece, Row, rows_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """A cell and its lines in reading order."""

    cell: GridCell
    pieces: tuple[Piece, ...]

    @property
    def marks(self) -> tuple[Mark, ...]:
        return tuple(mark for piece in self.pieces for mark in piece.marks)


@dataclass(frozen=True, slots=True, kw_only=True)
class TableRow(Row):
    """A row of a table: it lies where its cells lie, however high the words in them stand."""

    cells: tuple[Filled, ...]
    table: Grid
    top: float
    bottom: float

    @property
    def y0(self) -> float:
        return self.top

    @property
    def y1(self) -> float:
        return self.bottom


def table_of(row: Row) -> Grid | None:
    """The table that a row belongs to."""
    return row.table if isinstance(row, TableRow) else None


def cell_rows(marks: Sequence[Mark], tables: Sequence[Grid], unit: float) -> tuple[list[TableRow], list[Mark]]:
    """The rows of the tables, and the words that stand in none of their cells."""
    loose = list(marks)
    found: list[TableRow] = []
    for table in tables:
        for number, row in enumerate(table.rows):
            inside = [[mark for mark in loose if cell.frame.holds(mark)] for cell in row]
            held = {id(mark) for words in inside for mark in words}
            loose = [mark for mark in loose if id(mark) not in held]
            filled = [Filled(cell=cell, pieces=_in_order(words, unit)) for cell, words in zip(row, inside, strict=True)]
            found += table_row(table, number, filled)
    return found, loose


def table_row(table: Grid, number: int, filled: Sequence[Filled]) -> Iterator[TableRow]:
    """The row, unless it holds no words."""
    pieces = tuple(piece for each in filled for piece in each.pieces)
    if pieces:
        top, bottom = table.levels[number : number + 2]
        yield TableRow(pieces=pieces, cells=tuple(filled), table=table, top=top, bottom=bottom)


def _in_order(marks: Sequence[Mark], unit: float) -> tuple[Piece, ...]:
    return tuple(piece for row in rows_of(marks, unit) for piece in row.pieces)


def table_read(rows: Sequence[Row], width: int) -> TableRead | None:
    """The cells of the lines of a block, if it is one of a table; `width` of the page in pixels."""
    found = [row for row in rows if isinstance(row, TableRow)]
    if not found:
        return None
    edges = found[0].table.edges
    return TableRead(
        rows=tuple(tuple(_cell_read(filled) for filled in row.cells) for row in found),
        columns=len(edges) - 1,
        edges=tuple(edge / width for edge in edges),
    )


def _cell_read(filled: Filled) -> CellRead:
    cell = filled.cell
    return CellRead(words=len(filled.marks), column=cell.column, columns=cell.columns, rows=cell.rows)
