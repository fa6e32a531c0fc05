"""Tables without rules: columns told by white space that lines keep free one below another."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from decisions.fold import fold
from ocr.cells import Filled, TableRow, table_row
from ocr.page import Frame, Grid, GridCell, Mark
from ocr.rows import Row, rows_of, split

_GUTTER = 0.55  #: letter heights that all lines of a table leave free between two columns
_WIDE = 1.5  #: … and that part columns on the line where a table begins
_LEAST_COLUMNS = 3  #: two stand beside each other in heads and feet, too
_LEAST_ROWS = 3
_HEAD_ROWS = 5
_CLOSE = 2.6  #: letter heights between the lines of one head
_ORDER = re.compile(r"\d{1,3}[.)]?")
#: A heading alone in its column.
_HEADINGS = re.compile(
    r"(?:stt|tt|so tt|so thu tu|ho va ten|ho ten|ho va ten .{3,20}|ten don vi|don vi|noi dung|chuc vu|chuc danh|nam sinh|ngay sinh"
    r"|ma ngach|he so|ghi chu|dien tich|so luong|dia chi|noi cong tac)"
)

#: Below the last row, narrow enough to stand in one column: "Danh sách này có 15 người./."
_CLOSING = re.compile(r"\W*(?:danh sach|tong so|tong cong)(?: nay)? (?:gom|co|la)\b.*")

Gutter = tuple[float, float]


def tabulated(rows: Sequence[Row], unit: float) -> list[Row]:
    """The rows with those of tables put in cells. Rows of ruled tables stay as they are."""
    found: list[Row] = []
    at = 0
    while at < len(rows):
        body = _body(rows, at, unit)
        if body is None:
            found.append(rows[at])
            at += 1
            continue
        head = _head(found, rows[at], unit)
        above = found[len(found) - head :]
        found[len(found) - head :] = _table(above, body, unit)
        at += len(body.rows)
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class _Body:
    """Lines of a table below its head, and the gutters that they keep free; the names of groups go over them."""

    rows: tuple[Row, ...]
    gutters: tuple[Gutter, ...]


def _body(rows: Sequence[Row], start: int, unit: float) -> _Body | None:
    """The table whose body begins at a row, if one does."""
    first = rows[start]
    if isinstance(first, TableRow) or _speaks_in_headings(first, unit):
        return None
    if len(split(first.marks, _WIDE * unit)) < _LEAST_COLUMNS:
        return None
    gutters = tuple(_gaps(first, unit))
    taken = [first]
    for index in range(start + 1, len(rows)):
        row = rows[index]
        if _CLOSING.fullmatch(" ".join(fold(_text(row.marks)).split())):
            break
        kept = tuple(_kept(gutters, row, unit))
        if isinstance(row, TableRow) or (_is_one(row, unit) and not _in_one_column(row, gutters)):
            if not _names_group(rows, index, gutters, unit):
                break
        elif len(kept) < _LEAST_COLUMNS - 1:
            break
        else:
            gutters = kept
        taken.append(row)
    body = _Body(rows=tuple(taken), gutters=gutters)
    full = sum(len(split(row.marks, _GUTTER * unit)) >= _LEAST_COLUMNS for row in taken)
    return body if full >= _LEAST_ROWS and _is_told(rows, start, body, unit) else None


def _gaps(row: Row, unit: float) -> Iterator[Gutter]:
    for one, other in pairwise(split(row.marks, _GUTTER * unit)):
        yield max(mark.x1 for mark in one), other[0].x0


def _kept(gutters: Sequence[Gutter], row: Row, unit: float) -> Iterator[Gutter]:
    """What a further row leaves free of the gutters; a word in the midst of one makes two, with a column between."""
    for gutter in gutters:
        free = [gutter]
        for mark in row.marks:
            free = [part for a, b in free for part in ((a, min(b, mark.x0)), (max(a, mark.x1), b)) if part[0] < part[1]]
        yield from (part for part in free if part[1] - part[0] >= _GUTTER * unit)


def _is_one(row: Row, unit: float) -> bool:
    return len(split(row.marks, _GUTTER * unit)) == 1


def _in_one_column(row: Row, gutters: Sequence[Gutter]) -> bool:
    return not any(row.x0 < start and end < row.x1 for start, end in gutters)


def _names_group(rows: Sequence[Row], at: int, gutters: Sequence[Gutter], unit: float) -> bool:
    """A line over several columns, the table going on below it: "I. Khối Đảng"."""
    if isinstance(rows[at], TableRow) or at + 1 >= len(rows) or isinstance(rows[at + 1], TableRow):
        return False
    below = rows[at + 1]
    several = sum(below.x0 < start and end < below.x1 for start, end in gutters) >= _LEAST_COLUMNS - 1
    return several and len(tuple(_kept(gutters, below, unit))) >= len(gutters)


def _speaks_in_headings(row: Row, unit: float) -> bool:
    if len(split(row.marks, _GUTTER * unit)) < 2:
        return False
    return any(_HEADINGS.fullmatch(" ".join(fold(_text(part)).split())) for part in split(row.marks, _GUTTER * unit))


def _text(marks: Sequence[Mark]) -> str:
    return " ".join(mark.text for mark in marks)


def _is_told(rows: Sequence[Row], start: int, body: _Body, unit: float) -> bool:
    """White space alone may come about by chance: headings or numbers in order must say that it is a table."""
    if any(_speaks_in_headings(row, unit) for row in rows[max(0, start - _HEAD_ROWS) : start]):
        return True
    return sum(_is_numbered(row, body) for row in body.rows) >= _LEAST_ROWS


def _is_numbered(row: Row, body: _Body) -> bool:
    return _ORDER.fullmatch(_text([mark for mark in row.marks if mark.x1 <= body.gutters[0][0] + 1])) is not None


def _head(above: Sequence[Row], first: Row, unit: float) -> int:
    """How many of the rows above belong to the head of the table: from the topmost that speaks in headings."""
    head, top = 0, first.y0
    for count, row in enumerate(reversed(above[-_HEAD_ROWS:]), start=1):
        if isinstance(row, TableRow) or top - row.y1 > _CLOSE * unit:
            break
        top = row.y0
        if _speaks_in_headings(row, unit):
            head = count
    return head


def _with_columns_of(head: Sequence[Row], gutters: tuple[Gutter, ...], unit: float) -> tuple[Gutter, ...]:
    """A heading may stand over a column in which no row of this page says anything."""
    for row in head:
        parted = tuple(_kept(gutters, row, unit))
        if len(parted) > len(gutters):
            gutters = parted
    return gutters


def _table(head: Sequence[Row], body: _Body, unit: float) -> list[Row]:
    """The rows of the table: each line of the head, then lines that belong together."""
    gutters = _with_columns_of(head, body.gutters, unit)
    groups = [*([line] for line in head), *_joined(body)]
    lines = [line for group in groups for line in group]
    edges = (min(line.x0 for line in lines), *(end for _, end in gutters), max(line.x1 for line in lines))
    levels = (*(group[0].y0 for group in groups), lines[-1].y1)
    cells = [tuple(_cells(group, gutters, edges, unit)) for group in groups]
    table = Grid(rows=tuple(tuple(each.cell for each in row) for row in cells), edges=edges, levels=levels)
    return [row for number, filled in enumerate(cells) for row in table_row(table, number, filled)]


def _joined(body: _Body) -> list[list[Row]]:
    """Where rows are numbered, a line whose first cell is empty goes on with the row above it."""
    carries = sum(_is_numbered(row, body) for row in body.rows) >= min(_LEAST_ROWS, len(body.rows) / 2)
    groups: list[list[Row]] = []
    for row in body.rows:
        if groups and carries and row.x0 >= body.gutters[0][0]:
            groups[-1].append(row)
        else:
            groups.append([row])
    return groups


def _cells(lines: Sequence[Row], gutters: Sequence[Gutter], edges: Sequence[float], unit: float) -> Iterator[Filled]:
    """The cells of one row from its lines; words over a gutter make one cell of all that they touch."""
    groups: list[tuple[int, int, list[Mark]]] = []
    for line in lines:
        for marks in split(line.marks, _GUTTER * unit):
            first, last = _reach(marks[0].x0, max(mark.x1 for mark in marks), gutters)
            groups.append((first, last, marks))
    for first, last in _apart((first, last) for first, last, _ in groups):
        inside = [mark for a, b, marks in groups if first <= a and b <= last for mark in marks]
        frame = Frame(x0=edges[first], y0=lines[0].y0, x1=edges[last + 1], y1=lines[-1].y1)
        pieces = tuple(piece for row in rows_of(inside, unit) for piece in row.pieces)
        yield Filled(cell=GridCell(frame=frame, column=first, columns=last - first + 1), pieces=pieces)


def _reach(x0: float, x1: float, gutters: Sequence[Gutter]) -> tuple[int, int]:
    """The first and the last column that words touch; words in the midst of a gutter are those of the nearer column."""
    last = sum(end < x1 for _, end in gutters)
    first = sum(start <= x0 for start, _ in gutters)
    if first <= last:
        return first, last
    start, end = gutters[last]
    nearer = last if x0 - start < end - x1 else first
    return nearer, nearer


def _apart(reaches: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Reaches that overlap made one."""
    made: list[tuple[int, int]] = []
    for first, last in sorted(reaches):
        if made and first <= made[-1][1]:
            made[-1] = (made[-1][0], max(made[-1][1], last))
        else:
            made.append((first, last))
    return made
