"""The words of a page in reading order, by the parts of the form: head left, head right, title, body, foot, page number, marks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from decisions.text import ZoneName
from ocr.cells import TableRow, cell_rows, table_of
from ocr.copied import copied, find_copy_mark
from ocr.foot import find_foot
from ocr.head import find_head
from ocr.page import Grid, Mark
from ocr.page_number import find_page_number
from ocr.rows import Row, letter_height, pieces, rows, rows_of
from ocr.title import Title, find_title

_APART = 1.45  #: line pitches from which the next line begins a new block
_INDENT = 1.2  #: letter heights right of the margin


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Blocks of lines of one part of the form."""

    zone: ZoneName | None
    blocks: tuple[tuple[Row, ...], ...]


def arrange(
    marks: Sequence[Mark], width: int, height: int, unit: float | None = None, tables: Sequence[Grid] = ()
) -> list[Section]:
    """Sections in reading order. `marks` are the words of the page itself, stamps already taken out."""
    unit = unit or letter_height(marks)
    ruled, loose = cell_rows(marks, tables, unit)
    every = sorted([*rows(pieces(loose, unit), unit), *ruled], key=lambda row: row.y0 + row.y1)
    number = find_page_number(every, width, height)
    numbers, every = _taken(every, number)
    copy = find_copy_mark(every, unit)
    every, certified = every[:copy], every[copy:] if copy is not None else []
    head = find_head(every, width, height, unit)
    start = head.rows if head else 0
    foot = find_foot(every[start:], width, unit)
    stop = start + foot.start if foot else len(every)
    title = find_title(every[start:stop], width, unit) if head else Title()
    body = [*title.below, *every[start + title.taken : stop]]
    found = [
        *([_section("page_number", numbers)] if number == 0 else []),
        _section("head_left", head.left if head else ()),
        _section("head_right", head.right if head else ()),
        _section("title", title.rows),
        Section(zone="body" if head or foot else None, blocks=tuple(_paragraphs(body, unit))),
        _section("foot_left", foot.left if foot else ()),
        _section("foot_right", foot.right if foot else ()),
        _section("copy_mark", copied(certified, width, unit)),
        *([_section("page_number", numbers)] if number else []),
        _section("stamp", [*(head.above if head else ()), *rows_of(title.stamped, unit)]),
    ]
    return [section for section in found if section.blocks]


def _taken(rows: list[Row], index: int | None) -> tuple[list[Row], list[Row]]:
    """One row, and the others."""
    if index is None:
        return [], rows
    return [rows[index]], [*rows[:index], *rows[index + 1 :]]


def _section(zone: ZoneName, found: Sequence[Row]) -> Section:
    return Section(zone=zone, blocks=tuple(_blocks(found, [False] * len(found))))


def _paragraphs(found: Sequence[Row], unit: float) -> list[tuple[Row, ...]]:
    """The body in paragraphs: their first lines are indented by 1 to 1.27 cm (Decree 30/2020/NĐ-CP, appendix I)."""
    if not found:
        return []
    margin = sorted(row.x0 for row in found)[len(found) // 10]
    return _blocks(found, [row.x0 - margin > _INDENT * unit for row in found])


def _blocks(found: Sequence[Row], first: Sequence[bool]) -> list[tuple[Row, ...]]:
    """Rows parted where one is the first of its paragraph, or stands further below the last one than usual."""
    pitches = [below.baseline - above.baseline for above, below in pairwise(found)]
    plain = [pitch for row, pitch in zip(found[1:], pitches, strict=True) if not isinstance(row, TableRow)]
    usual = median(plain) if plain else 0.0
    blocks: list[list[Row]] = []
    for row, pitch, begins in zip(found, [usual, *pitches], first, strict=False):
        table = table_of(row)
        parted = table is None and (begins or pitch > _APART * usual)
        if not blocks or parted or table is not table_of(blocks[-1][-1]):
            blocks.append([row])
        else:
            blocks[-1].append(row)
    return [tuple(block) for block in blocks]
