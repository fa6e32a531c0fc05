"""Lists of people in tables: headings understood, rows as entries, the names of groups carried down."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from decisions.fold import fold
from decisions.tables import rows
from decisions.text import Cell, Span, Table
from extract.find.apart import name_apart
from extract.find.people import Named, named_in
from extract.letters import LOW, UP
from extract.sheet import Sheet, joined

#: What a heading says about time: what is held now, or what the act gives.
Side = Literal["", "from", "to"]

_HELD = re.compile(r"hien ?(?:huong|giu|nay|tai|hanh)|\b(?:hien|cu|truoc|dang|nguyen|noi di)\b")
_GIVEN = re.compile(
    r"\b(?:moi|duoc|bo nhiem|dieu dong|luan chuyen|phan cong|sau khi|noi den|den nhan|chuyen den|xep luong|de nghi|chi dinh|nang bac|biet phai)\b"
)
_ORDER = re.compile(r"\W*(\d{1,4})\W*")
_FIGURES = re.compile(r"[\W\d]*")
_NUMBERING = re.compile(r"\s*(?:[IVX]{1,5}|[A-ZĐ]|\d{1,2})\s*[.)\-–:]\s*(?=\S)")
#: Around a name: marks, and its number where this has no column of its own.
_SPECKS = re.compile(r"^[\W_\d]+|[\W_\d]+$")
#: "NÑgô": the first letter, seen twice.
_TWICE = re.compile(rf"(?<!\w)([{UP}])([{UP}ÑÇ])(?=[{LOW}])")
#: "TT Họ và tên": numbers and names read as one column.
_ORDER_BEFORE = re.compile(r"(?:s?tt|so tt) (?=ho )")
_HEAD_ROWS = 7
_FEW, _MOST = 4, 0.6  #: cells of a column from which, and share of them by which, its content speaks for it


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """The field of a column (decisions/tables/roster_columns.csv), and on which side of the act it stands."""

    field: str
    side: Side = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One person's row. `cells` are the stretches of text by column, `group` the heading above the row."""

    named: Named
    order: int | None
    cells: Mapping[Column, tuple[Span, ...]]
    group: Group | None
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A heading over rows, its number left out."""

    name: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Roster:
    """A table with a column of names. `unread` are rows with a number in whose name no name was found."""

    table: Table
    columns: frozenset[Column]
    entries: tuple[Entry, ...]
    unread: tuple[Span, ...] = ()
    understood: bool = True  #: every column has a heading that is known

    def has(self, field: str, side: Side = "") -> bool:
        return Column(field=field, side=side) in self.columns


def rosters(sheet: Sheet, within: Span) -> Iterator[Roster]:
    """The lists of people that begin in a stretch of the text, in order."""
    for table in sheet.text.tables:
        if within.start <= table.span.start < within.end:
            roster = _roster(sheet, table)
            if roster and roster.entries:
                yield roster


def _roster(sheet: Sheet, table: Table) -> Roster | None:
    head = _head(sheet, table)
    columns = _columns(sheet, table, head)
    if not any(column.field == "name" for column in columns.values()):
        return None
    group: Group | None = None
    entries: list[Entry] = []
    unread: list[Span] = []
    for row in table.rows[head:]:
        cells = _by_column(row, columns)
        named = _named(sheet, _names(cells))
        order = _order(sheet, cells)
        if named:
            entries.append(Entry(named=named, order=order, cells=cells, group=group, span=_span(row)))
        elif _names_group(sheet, row):
            name = _NUMBERING.sub("", _text(sheet, [span for cell in row for span in cell.spans]))
            group = Group(name=name, span=_span(row))
        elif order is not None and _names(cells):
            unread.append(_span(row))
    return Roster(
        table=table,
        columns=frozenset(columns.values()),
        entries=tuple(entries),
        unread=tuple(unread),
        understood=_are_understood(table, columns),
    )


def _named(sheet: Sheet, spans: Sequence[Span]) -> Named | None:
    """The person of a row. Eyes see specks before a name, and run its words together, which leaves a doubt."""
    words = _text(sheet, spans)
    if any(sheet.typed(span) for span in spans):
        return named_in(words)
    bare = _TWICE.sub(lambda seen: seen[1] if fold(seen[1]) == fold(seen[2]) else seen[0], _SPECKS.sub("", words))
    meant = name_apart(bare) or bare
    named = named_in(meant)
    return replace(named, sure=False) if named and meant != words else named


def _are_understood(table: Table, columns: Mapping[int, Column]) -> bool:
    """Does every column have a field of its own? Only births have two, of men and of women."""
    single = [column for column in columns.values() if column.field != "born"]
    return len(columns) == table.columns and len(set(single)) == len(single)


def _head(sheet: Sheet, table: Table) -> int:
    """How many rows are headings: all above the first in which somebody is named where names belong."""
    if _begins_with_person(sheet, table):
        return 0
    for count in range(1, min(len(table.rows), _HEAD_ROWS)):
        columns = _columns(sheet, table, count)
        row = table.rows[count]
        begun = _names_group(sheet, row) or named_in(_text(sheet, _names(_by_column(row, columns)))) is not None
        if begun and any(column.field == "name" for column in columns.values()):
            return count
    return 1


def _begins_with_person(sheet: Sheet, table: Table) -> bool:
    """Is the first row no heading: number and name stand in it where they stand in the rows below?"""
    columns = _by_content(sheet, table, {})
    cells = _by_column(table.rows[0], columns)
    named = named_in(_text(sheet, _names(cells)))
    told = (_field(" ".join(fold(_text(sheet, cell.spans)).split())) for cell in table.rows[0] if cell.spans)
    return named is not None and named.sure and _order(sheet, cells) is not None and not _heads(told)


def _heads(fields: Iterator[str | None]) -> bool:
    """Are there headings? The words of a post ("Trưởng phòng") may look like one, the word for a name does not."""
    return any(field in ("order", "name", "born") for field in fields)


def _columns(sheet: Sheet, table: Table, head: int) -> dict[int, Column]:
    """The fields by the index of the column; a column whose heading says nothing known is left out."""
    found = {}
    for index in range(table.columns):
        parts = [
            " ".join(fold(_text(sheet, cell.spans)).split())
            for row in table.rows[:head]
            for cell in row
            if cell.spans and cell.column <= index < cell.column + cell.columns
        ]
        parts = [part for part in parts if not _FIGURES.fullmatch(part)]
        field = next((f for words in (" ".join(parts), *reversed(parts)) if (f := _field(words))), None)
        if field:
            found[index] = Column(field=field, side=_side(field, " ".join(parts)))
    return {**_by_content(sheet, table, found), **found}


def _by_content(sheet: Sheet, table: Table, known: Mapping[int, Column]) -> dict[int, Column]:
    """Names and numbers show themselves where their headings cannot be read: "Hạ và tên"."""
    taken = {column.field for column in known.values()}
    found: dict[int, Column] = {}
    for index in range(table.columns):
        cells = [_text(sheet, c.spans) for row in table.rows for c in row if c.column == index and c.columns == 1]
        if index in known or len(cells) < _FEW:
            continue
        names = sum((named := named_in(cell)) is not None and named.sure for cell in cells)
        numbers = sum(_ORDER.fullmatch(cell) is not None for cell in cells)
        if names >= _MOST * len(cells) and "name" not in taken:
            found[index] = Column(field="name")
        elif index == 0 and numbers >= _MOST * len(cells) and "order" not in taken:
            found[index] = Column(field="order")
        taken |= {column.field for column in found.values()}
    return found


def _field(words: str) -> str | None:
    words = _ORDER_BEFORE.sub("", words)
    return next((field for field, heading in _headings() if heading.fullmatch(words)), None)


def _side(field: str, words: str) -> Side:
    if field in ("order", "name", "given", "born", "gender", "since", "until", "next_raise_from", "note"):
        return ""
    return "from" if _HELD.search(words) else "to" if _GIVEN.search(words) else ""


@cache
def _headings() -> tuple[tuple[str, re.Pattern[str]], ...]:
    # Optical readers run words together: "Họ vàtên".
    return tuple((row["field"], re.compile(row["heading"].replace(" ", " ?"))) for row in rows("roster_columns"))


def _by_column(row: Sequence[Cell], columns: Mapping[int, Column]) -> dict[Column, tuple[Span, ...]]:
    """What stands under each heading; men and women have one field of birth, in columns of their own."""
    found: dict[Column, tuple[Span, ...]] = {}
    for cell in row:
        column = columns.get(cell.column)
        if column and cell.spans:
            found[column] = (*found.get(column, ()), *cell.spans)
    return found


def _names(cells: Mapping[Column, tuple[Span, ...]]) -> tuple[Span, ...]:
    """The name, or its two parts where these have a column each."""
    return (*cells.get(Column(field="name"), ()), *cells.get(Column(field="given"), ()))


def _order(sheet: Sheet, cells: Mapping[Column, tuple[Span, ...]]) -> int | None:
    match = _ORDER.fullmatch(_text(sheet, cells.get(Column(field="order"), ())))
    return int(match[1]) if match else None


def _names_group(sheet: Sheet, row: Sequence[Cell]) -> bool:
    """One cell with words, over several columns or numbered like a heading: "I. Khối Đảng, đoàn thể"."""
    filled = [cell for cell in row if cell.spans]
    text = _text(sheet, [span for cell in filled for span in cell.spans])
    if not any(char.isalpha() for char in text) or _field(" ".join(fold(text).split())):
        return False
    wide = len(filled) == 1 and (filled[0].columns > 1 or filled[0].column == 0)
    numbered = (
        len(filled) == 2 and filled[0].column == 0 and re.fullmatch(r"[IVX]{1,5}|[A-ZĐ]", _text(sheet, filled[0].spans))
    )
    return wide or bool(numbered)


def _text(sheet: Sheet, spans: Sequence[Span]) -> str:
    return joined(" ".join(sheet.text[span] for span in spans))


def _span(row: Sequence[Cell]) -> Span:
    spans = [span for cell in row for span in cell.spans]
    return Span(start=min(span.start for span in spans), end=max(span.end for span in spans))


def text_of(sheet: Sheet, entry: Entry, field: str, side: Side = "") -> str | None:
    """What stands in a row under a heading, its lines joined."""
    return _text(sheet, entry.cells.get(Column(field=field, side=side), ())) or None
