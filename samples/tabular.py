"""Sets tables, ruled or in bare columns: rows stay whole, the head comes again on every page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from samples.draft import Table
from samples.fonts import Style
from samples.plan import BOTTOM, LEFT, RIGHT, Stroke
from samples.setting import Run, Setter

_PAD = 4.0  #: points between a rule and the words


@dataclass(frozen=True, slots=True, kw_only=True)
class _Box:
    """A cell on its way to the paper: from column to column, from row to row (of the head, or one of the body)."""

    text: str
    left: float
    right: float
    row: int
    rows: int = 1


def set_table(setter: Setter, table: Table, *, size: float = 12.0) -> None:
    """The whole table from where the pen stands."""
    setter.y += 8
    edges = _edges(setter, table, size)
    head = list(_head(table, edges))
    _band(setter, table, head, size, "bold")
    for cells in table.rows:
        boxes = list(_row(cells, edges))
        style: Style = "bold" if len(cells) == 1 else "regular"
        if setter.y + _height(setter, boxes, size, style) > BOTTOM:
            setter.turn()
            _band(setter, table, head if table.repeats else [], size, "bold")
        _band(setter, table, boxes, size, style)


def _head(table: Table, edges: list[float]) -> Iterator[_Box]:
    """Headings below the words that stand over several of them; a heading with nothing over it fills both rows."""
    columns = list(_row(table.head, edges))
    if not table.over:
        yield from columns
        return
    at = 0
    for text, count in table.over:
        if text:
            yield _Box(text=text, left=edges[at], right=edges[at + count], row=0)
        for box in columns[at : at + count]:
            yield _Box(text=box.text, left=box.left, right=box.right, row=1 if text else 0, rows=1 if text else 2)
        at += count


def _row(cells: tuple[str, ...], edges: list[float]) -> Iterator[_Box]:
    """A single cell fills the row: the name of a group."""
    if len(cells) == 1:
        yield _Box(text=cells[0], left=edges[0], right=edges[-1], row=0)
        return
    for text, left, right in zip(cells, edges[:-1], edges[1:], strict=True):
        yield _Box(text=text, left=left, right=right, row=0)


def _edges(setter: Setter, table: Table, size: float) -> list[float]:
    """Columns as wide as they were drafted, where no word is wider; what one needs more the others give from theirs."""
    whole = RIGHT - LEFT
    needed = [_widest(setter, table, column, size) + 2 * _PAD for column in range(len(table.widths))]
    wide = [max(share * whole, need) for share, need in zip(table.widths, needed, strict=True)]
    spare = [width - need for width, need in zip(wide, needed, strict=True)]
    given = (sum(wide) - whole) / (sum(spare) or 1.0)
    return [LEFT + x for x in accumulate((0.0, *(w - given * s for w, s in zip(wide, spare, strict=True))))]


def _widest(setter: Setter, table: Table, column: int, size: float) -> float:
    """The widest word of a column."""
    words: list[Run] = [(word, "bold") for word in table.head[column].split()]
    words += [(word, "regular") for cells in table.rows if len(cells) > 1 for word in cells[column].split()]
    return max((setter.fonts.width(word, style, size) for word, style in words), default=0.0)


def _band(setter: Setter, table: Table, boxes: list[_Box], size: float, style: Style) -> None:
    """Cells that are never parted: one row of the body, or the whole head."""
    if not boxes:
        return
    heights = _heights(setter, boxes, size, style)
    tops = [setter.y + sum(heights[:row]) for row in range(len(heights) + 1)]
    for box in boxes:
        top, bottom = tops[box.row], tops[box.row + box.rows]
        _fill(setter, box, top, size, style)
        if table.ruled:
            corners = ((0, 0, 1, 0), (1, 0, 1, 1), (0, 1, 1, 1), (0, 0, 0, 1))
            xs, ys = (box.left, box.right), (top, bottom)
            setter.page.strokes += [Stroke(x0=xs[a], y0=ys[b], x1=xs[c], y1=ys[d], width=0.6) for a, b, c, d in corners]
    setter.y = tops[-1]


def _fill(setter: Setter, box: _Box, top: float, size: float, style: Style) -> None:
    for i, line in enumerate(_lines(setter, box, size, style), start=1):
        setter.line(line, size=size, x=box.left + _PAD, y=top + 1 + i * size * setter.leading)


def _lines(setter: Setter, box: _Box, size: float, style: Style) -> list[list[Run]]:
    return setter.lines(box.text, style, size=size, width=box.right - box.left - 2 * _PAD)


def _heights(setter: Setter, boxes: list[_Box], size: float, style: Style) -> list[float]:
    """Of each row; what fills two rows may make the second one higher."""
    count = max(box.row + box.rows for box in boxes)
    need = [
        [len(_lines(setter, b, size, style)) for b in boxes if b.row == row and b.rows == 1] for row in range(count)
    ]
    heights = [max(counts, default=1) * size * setter.leading + 7 for counts in need]
    for box in boxes:
        lacking = len(_lines(setter, box, size, style)) * size * setter.leading + 7
        lacking -= sum(heights[box.row : box.row + box.rows])
        if lacking > 0:
            heights[box.row + box.rows - 1] += lacking
    return heights


def _height(setter: Setter, boxes: list[_Box], size: float, style: Style) -> float:
    return sum(_heights(setter, boxes, size, style))
