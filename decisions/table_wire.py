"""A table as JSON, compact enough to keep: each cell a row [column, columns, rows, start, end, start, end …]."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from decisions.text import Cell, Span, Table


def table_json(table: Table) -> dict[str, Any]:
    rows = [[[cell.column, cell.columns, cell.rows, *_ends(cell.spans)] for cell in row] for row in table.rows]
    return {"columns": table.columns, "rows": rows}


def table_from(data: Mapping[str, Any]) -> Table:
    """The table that `table_json` wrote."""
    return Table(columns=data["columns"], rows=tuple(tuple(map(_cell_from, row)) for row in data["rows"]))


def _ends(spans: tuple[Span, ...]) -> list[int]:
    return [end for span in spans for end in (span.start, span.end)]


def _cell_from(data: list[int]) -> Cell:
    column, columns, rows, *ends = data
    spans = tuple(Span(start=start, end=end) for start, end in zip(ends[::2], ends[1::2], strict=True))
    return Cell(column=column, columns=columns, rows=rows, spans=spans)
