"""Tables without rules: columns told by white space that lines keep free one below another."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from decisions.fold import fold
from ocr.page import Frame, Grid, GridCell, Mark
from ocr.rows import Row, rows_of, split

_GUTTER = 0.4  #: letter heights that all lines of a table leave free between two columns
_LOOSE = 0.9  #: … and that no two words of one sentence have between them
_WIDE = 0.8  #: … and that part columns on the line where a table begins
_LEAST_COLUMNS = 3  #: two stand beside each other in heads and feet, too
_HEADED_COLUMNS = 2  #: … but not below headings, one of them of names: engines leave out whole columns of lone figures
_LEAST_ROWS = 3
_PITCH = 0.9  #: of the least distance between numbered rows from which a line is a row of its own
_HEAD_ROWS = 5
_CLOSE = 2.6  #: letter heights between the lines of one head
_ORDER = re.compile(r"\d{1,3}[.)]?")
#: A heading alone in its column.
_HEADINGS = re.compile(
    r"(?:stt|tt|so tt|so thu tu|ho va ten|ho ten|ho va ten .{3,20}|ten don vi|don vi|noi dung|chuc vu|chuc danh|nam sinh|ngay sinh"
    r"|ma ngach|he so|ghi chu|dien tich|so luong|dia chi|noi cong tac)".replace(" ", " ?")  # engines run words together
)

_NUMBERS = 6  #: letter heights left of a column of names, in which its numbers stand
_OF_NAMES = re.compile(r"ho (?:va )?ten.*".replace(" ", " ?"))

#: Below the last row, narrow enough to stand in one column: "Danh sách này có 15 người./."
_CLOSING = re.compile(r"\W*(?:danh sach|tong so|tong cong)(?: nay)? (?:gom|co|la)\b.*")

Gutter = tuple[float, float]


def aligned_tables(marks: Sequence[Mark], ruled: Sequence[Grid], unit: float) -> tuple[Grid, ...]:
    """The tables that stand in bare columns, among the words outside the ruled ones."""
    loose = [mark for mark in marks if not any(_holds(table, mark) for table in ruled)]
    lines = rows_of(loose, unit)
    found: list[Grid] = []
    at = floor = 0
    while at < len(lines):
        body = _body(lines, at, unit)
        if body is None:
            at += 1
            continue
        at, body = _below_head(lines, at, body, unit)
        head = _head(lines[floor:at], lines[at], unit)
        found.append(_table(lines[at - head : at], body, unit))
        at = floor = at + len(body.rows)
    return tuple(found)


def _below_head(lines: Sequence[Row], at: int, body: _Body, unit: float) -> tuple[int, _Body]:
    """Where the rows begin: lines of the head go over columns, so that starting below them shows more of these."""
    best = at, body
    for start in range(at + 1, min(at + _HEAD_ROWS, len(lines))):
        if _is_numbered(lines[start - 1], body):
            break
        other = _body(lines, start, unit)
        if other and len(other.gutters) > len(best[1].gutters):
            best = start, other
    return best


def _holds(table: Grid, mark: Mark) -> bool:
    x, y = mark.middle
    return table.edges[0] <= x <= table.edges[-1] and table.levels[0] <= y <= table.levels[-1]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Body:
    """Lines of a table below its head, and the gutters that they keep free; the names of groups go over them."""

    rows: tuple[Row, ...]
    gutters: tuple[Gutter, ...]


def _body(rows: Sequence[Row], start: int, unit: float) -> _Body | None:
    """The table whose body begins at a row, if one does."""
    first = rows[start]
    least = _HEADED_COLUMNS if start and _is_a_head(rows[start - 1], unit) else _LEAST_COLUMNS
    if _speaks_in_headings(first, unit):
        return None
    if len(split(first.marks, _WIDE * unit)) < least:
        return None
    gutters = tuple(_gaps(first, unit))
    taken = [first]
    for index in range(start + 1, len(rows)):
        row = rows[index]
        if _CLOSING.fullmatch(" ".join(fold(_text(row.marks)).split())):
            break
        kept = tuple(_kept(gutters, row, unit))
        if _runs_over(row, gutters, unit):
            if not _names_group(rows, index, gutters, unit):
                break
        elif len(kept) < least - 1:
            break
        else:
            gutters = kept
        taken.append(row)
    body = _Body(rows=tuple(taken), gutters=_without_spaces(_without_specks(gutters, taken), taken, unit))
    full = sum(len(split(row.marks, _GUTTER * unit)) >= least for row in taken)
    if len(body.gutters) < least - 1:
        return None
    return body if full >= _LEAST_ROWS and _is_told(rows, start, body, unit) else None


def _without_specks(gutters: Sequence[Gutter], rows: Sequence[Row]) -> tuple[Gutter, ...]:
    """Gutters between which only one line has words are one: that word is a speck, or strays."""
    joined: list[Gutter] = []
    for gutter in gutters:
        lines = sum(any(joined[-1][1] <= m.middle[0] <= gutter[0] for m in row.marks) for row in rows) if joined else 2
        if lines < 2:
            joined[-1] = (joined[-1][0], gutter[1])
        else:
            joined.append(gutter)
    return tuple(joined)


def _without_spaces(gutters: Sequence[Gutter], rows: Sequence[Row], unit: float) -> tuple[Gutter, ...]:
    """Not those that are only ever as wide as a space between two words: "Công tác" over "sinh viên" twice."""
    return tuple(gutter for gutter in gutters if not _is_space(gutter, rows, unit))


def _is_space(gutter: Gutter, rows: Sequence[Row], unit: float) -> bool:
    middle = sum(gutter) / 2
    beside = [
        (one, other) for row in rows for one, other in pairwise(row.marks) if one.middle[0] < middle < other.middle[0]
    ]
    phrases = all(
        other.x0 - one.x1 < _LOOSE * unit and one.text.isalpha() and other.text.isalpha() for one, other in beside
    )
    return bool(beside) and phrases


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


def _runs_over(row: Row, gutters: Sequence[Gutter], unit: float) -> bool:
    """Does one sentence stand over a gutter? The cells of a row leave some of it free."""
    if len(split(row.marks, _LOOSE * unit)) > 1:
        return False
    crossed = [(start, end) for start, end in gutters if row.x0 < start and end < row.x1]
    return any(not tuple(_kept([gutter], row, unit)) for gutter in crossed)


def _names_group(rows: Sequence[Row], at: int, gutters: Sequence[Gutter], unit: float) -> bool:
    """A line over several columns, the table going on below it: "I. Khối Đảng"."""
    if at + 1 >= len(rows):
        return False
    below = rows[at + 1]
    several = sum(below.x0 < start and end < below.x1 for start, end in gutters) >= _LEAST_COLUMNS - 1
    return several and len(tuple(_kept(gutters, below, unit))) >= len(gutters)


def _speaks_in_headings(row: Row, unit: float) -> bool:
    parts = _parts(row, _GUTTER * unit)
    return len(parts) > 1 and any(_HEADINGS.fullmatch(part) for part in parts)


def _is_a_head(row: Row, unit: float) -> bool:
    """Headings far apart, one of them of names: no sentence has "Họ và tên" alone between two gaps."""
    parts = _parts(row, _WIDE * unit)
    return len(parts) >= _HEADED_COLUMNS and any(_OF_NAMES.fullmatch(part) for part in parts)


def _parts(row: Row, gap: float) -> list[str]:
    return [" ".join(fold(_text(part)).split()) for part in split(row.marks, gap)]


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
        if top - row.y1 > _CLOSE * unit:
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


def _table(head: Sequence[Row], body: _Body, unit: float) -> Grid:
    """The cells: each line of the head, then lines that belong together; columns end in the middle of gutters."""
    gutters = _with_columns_of(head, body.gutters, unit)
    groups = [*([line] for line in head), *_joined(body)]
    lines = [line for group in groups for line in group]
    pad = unit / 2
    middles = ((start + end) / 2 for start, end in gutters)
    # Where names stand first, their numbers have been left out: cells that reach over them show them to the next look.
    left = pad if len(gutters) >= _LEAST_COLUMNS - 1 else _NUMBERS * unit
    start = max(0.0, min(line.x0 for line in lines) - left)
    edges = (start, *middles, max(line.x1 for line in lines) + pad)
    between = ((_bottom(above) + _top(below)) / 2 for above, below in pairwise(groups))
    levels = (_top(groups[0]) - pad, *between, _bottom(groups[-1]) + pad)
    rows = tuple(
        tuple(_cell(first, last, edges, levels[number : number + 2]) for first, last in _reaches(group, gutters, unit))
        for number, group in enumerate(groups)
    )
    return Grid(rows=rows, edges=edges, levels=levels)


def _top(lines: Sequence[Row]) -> float:
    return min(line.y0 for line in lines)


def _bottom(lines: Sequence[Row]) -> float:
    return max(line.y1 for line in lines)


def _cell(first: int, last: int, edges: Sequence[float], levels: Sequence[float]) -> GridCell:
    frame = Frame(x0=edges[first], y0=levels[0], x1=edges[last + 1], y1=levels[1])
    return GridCell(frame=frame, column=first, columns=last - first + 1)


def _joined(body: _Body) -> list[list[Row]]:
    """Where rows are numbered, a line whose first cell is empty goes on with the row above it.

    Unless it fills all other cells and stands as far below as rows do: only its number was not seen.
    """
    carries = sum(_is_numbered(row, body) for row in body.rows) >= min(_LEAST_ROWS, len(body.rows) / 2)
    pitch = min(
        (b.y0 - a.y0 for a, b in pairwise(body.rows) if _is_numbered(a, body) and _is_numbered(b, body)), default=0
    )
    groups: list[list[Row]] = []
    for row in body.rows:
        whole = groups and pitch and row.y0 - groups[-1][0].y0 > _PITCH * pitch and _fills(row, body.gutters)
        if groups and carries and row.x0 >= body.gutters[0][0] and not whole:
            groups[-1].append(row)
        else:
            groups.append([row])
    return groups


def _fills(row: Row, gutters: Sequence[Gutter]) -> bool:
    """Do words stand in every column but the first?"""
    ends = (*(start for start, _ in gutters[1:]), float("inf"))
    return all(
        any(begin <= mark.middle[0] <= end for mark in row.marks) for (_, begin), end in zip(gutters, ends, strict=True)
    )


def _reaches(lines: Sequence[Row], gutters: Sequence[Gutter], unit: float) -> list[tuple[int, int]]:
    """The first and the last column of each cell of a row: words over a gutter make one cell of all that they touch."""
    touched = [
        _reach(marks[0].x0, max(mark.x1 for mark in marks), gutters)
        for line in lines
        for marks in split(line.marks, _GUTTER * unit)
    ]
    empty = [(column, column) for column in range(len(gutters) + 1)]
    return _apart([*touched, *empty])


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
