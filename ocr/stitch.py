"""Tables that go on over a page break made one: a head that comes again left out, a row cut by the break joined."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from decisions.fold import fold
from decisions.text import Cell, Span, Table

_NEAR = 0.025  #: of the page's width: the left edges of the columns of a table that goes on lie no further off
_SHIFTED = 0.06  #: … once the whole table is laid over the one before
_SAME = 0.85  #: likeness of two readings of one head
_HEAD_ROWS = 4
_FURNITURE = re.compile(
    r"[\W\d]*(?:\w{0,2}|[Tt]rang)[\W\d]*"
)  #: what may stand between: page numbers, misread ones too, rules

Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A table of one page, and where its columns end in shares of the page."""

    table: Table
    page: int
    edges: tuple[float, ...]


def stitched(parts: Sequence[Part], string: str) -> tuple[Table, ...]:
    """The tables of a file in order; `string` is its whole text."""
    found: list[Table] = []
    last: Part | None = None
    for part in parts:
        if last and _goes_on(last, part, string):
            found[-1] = _joined(found[-1], part.table, string)
        else:
            found.append(part.table)
        last = part
    return tuple(found)


def _goes_on(last: Part, part: Part, string: str) -> bool:
    """On the next page, with nothing but page numbers between, in the same columns."""
    if part.page <= last.page or last.table.columns != part.table.columns:
        return False
    if not _FURNITURE.fullmatch(string[last.table.span.end : part.table.span.start]):
        return False
    if not last.edges:
        return False
    shift = part.edges[0] - last.edges[0]  # fronts and backs lie differently on the glass
    apart = (abs(a + shift - b) for a, b in zip(last.edges[:-1], part.edges[:-1], strict=True))
    return abs(shift) <= _SHIFTED and max(apart) <= _NEAR


def _joined(table: Table, more: Table, string: str) -> Table:
    head = _repeated(table.rows, more.rows, string)
    rows = list(more.rows[head:])
    above = list(table.rows)
    if rows and _is_cut(above, rows[0]):
        above[-1] = tuple(_with_rest(cell, rows[0]) for cell in above[-1])
        rows = rows[1:]
    return replace(table, rows=(*above, *rows))


def _repeated(above: Sequence[Row], below: Sequence[Row], string: str) -> int:
    """How many rows at the top are the head once more?"""
    count = 0
    for one, other in zip(above[:_HEAD_ROWS], below, strict=False):
        if not _alike(_words(one, string), _words(other, string)):
            break
        count += 1
    return count


def _alike(one: str, other: str) -> bool:
    return one == other or SequenceMatcher(None, one, other, autojunk=False).ratio() >= _SAME


def _words(row: Row, string: str) -> str:
    return " ".join(fold(string[span.start : span.end]) for cell in row for span in cell.spans)


def _is_cut(above: Sequence[Row], row: Row) -> bool:
    """Is a row the rest of the one above the break? Its first cell is empty, which no whole row's is."""
    if not above or len(row) != len(above[-1]) or len(row) < 2 or row[0].spans:
        return False
    return all(each[0].spans for each in above if len(each) == len(row))


def _with_rest(cell: Cell, rest: Row) -> Cell:
    more: tuple[Span, ...] = next((other.spans for other in rest if other.column == cell.column), ())
    return replace(cell, spans=(*cell.spans, *more))
