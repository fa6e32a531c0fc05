"""Words in ruled cells: one row of a table is one line of text, its cells one after another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ocr.page import Mark, Table
from ocr.rows import Row, rows_of


def cell_rows(marks: Sequence[Mark], tables: Sequence[Table], unit: float) -> tuple[list[Row], list[Mark]]:
    """The rows of the tables, and the words that stand in none of their cells."""
    loose = list(marks)
    found: list[Row] = []
    for table in tables:
        for row in table:
            inside = [[mark for mark in loose if cell.holds(mark)] for cell in row]
            held = {id(mark) for words in inside for mark in words}
            loose = [mark for mark in loose if id(mark) not in held]
            found += _row(inside, unit)
    return found, loose


def _row(cells: Sequence[Sequence[Mark]], unit: float) -> Iterator[Row]:
    pieces = tuple(piece for words in cells for line in rows_of(words, unit) for piece in line.pieces)
    if pieces:
        yield Row(pieces=pieces)
