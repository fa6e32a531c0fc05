"""Lists of people in tables: headings understood, rows as entries, the names of groups carried down."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from dataclasses import field as slot
from typing import Literal

from decisions.fold import fold
from decisions.text import Cell, Span, Table
from extract.find.apart import name_apart
from extract.find.people import Named, named_in
from extract.headings import field_like, field_of, fits, holds
from extract.letters import LOW, UP
from extract.sheet import Sheet, joined

#: What a heading says about time: what is held now, or what the act gives.
Side = Literal["", "from", "to"]

_HELD = re.compile(
    r"hien ?(?:huong|giu|nay|tai|hanh)|\b(?:hien|cu|truoc|dang|nguyen|(?:noi|don vi|co quan|truong|phong) di)\b"
)
_GIVEN = re.compile(
    r"\b(?:moi|duoc|bo nhiem|dieu dong|luan chuyen|phan cong|sau khi|(?:noi|don vi|co quan|truong|phong|cong tac) den|den nhan|chuyen den|tuyen dung|tiep nhan|xep luong|de nghi|chi dinh|nang bac|biet phai|nhiem vu|vai tro|trong (?:to|ban|hoi dong|doan))\b"
)
_ORDER = re.compile(r"\W*(\d{1,4})\W*")
_FIGURES = re.compile(r"[\W\d]*")
_NUMBERING = re.compile(r"\s*(?:[IVX]{1,5}|[A-ZĐ]|\d{1,2})\s*[.)\-–:]\s*(?=\S)")
_TOTAL = re.compile(r"\W*(?:tong|cong|danh sach|luu y|ghi chu)\b")
_WORDS = 3  #: that nearly every name has
#: Around a name: marks, and its number where this has no column of its own.
_SPECKS = re.compile(r"^[\W_\d]+|[\W_\d]+$")
#: "Trường Mầm non Mẫu" is nobody whose surname is Trương; the word behind is no name.
_BODY = re.compile(rf"\s*Tr[ườừuơo]{{2}}ng [{UP}][{LOW}]+ [{LOW}]")
#: "NÑgô": the first letter, seen twice.
_TWICE = re.compile(rf"(?<!\w)([{UP}])([{UP}ÑÇ])(?=[{LOW}])")
#: Above days of birth, though nothing says "sinh".
_SEXES = ("nam", "nu")
#: What content tells without a heading.
_SHOWN = ("born", "rank_code")
#: What an act takes and gives.
_SIDED = ("position", "unit", "post", "rank", "rank_code", "grade", "coefficient")
_HEAD_ROWS = 7
_FEW, _MOST = 4, 0.6  #: cells of a column from which, and share of them by which, its content speaks for it


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """The field of a column (decisions/tables/roster_columns.csv), and on which side of the act it stands."""

    field: str
    side: Side = ""
    guessed: bool = slot(default=False, compare=False)  #: by what its heading is like, or where it stands


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
class Unread:
    """A row with a number in which what stands for the name could not be read as one."""

    order: int
    words: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Roster:
    """A table with a column of names."""

    table: Table
    columns: frozenset[Column]
    entries: tuple[Entry, ...]
    unread: tuple[Unread, ...] = ()
    understood: bool = True  #: every column has a heading that is known
    guessed: bool = False  #: what some column tells is guessed, or two tell the same

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
    unread: list[Unread] = []
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
            unread.append(Unread(order=order, words=_text(sheet, _names(cells)), span=_span(row)))
        elif entries and order is None and _goes_on(sheet, row, columns):
            entries[-1] = replace(entries[-1], named=replace(entries[-1].named, sure=False))
    return Roster(
        table=table,
        columns=frozenset(columns.values()),
        entries=tuple(entries),
        unread=tuple(unread),
        understood=_are_understood(table, columns),
        guessed=any(column.guessed for column in columns.values()) or not _are_single(columns),
    )


def _goes_on(sheet: Sheet, row: Sequence[Cell], columns: Mapping[int, Column]) -> bool:
    """Does a row without a number, in a list that has numbers, go on with the cells of the row above?"""
    words = _text(sheet, [span for cell in row for span in cell.spans])
    numbered = any(column.field == "order" for column in columns.values())
    return numbered and any(map(str.isalpha, words)) and not _TOTAL.match(fold(words))


def _named(sheet: Sheet, spans: Sequence[Span]) -> Named | None:
    """The person of a row. Eyes see specks before a name, run its words together, and lose one, which leaves a doubt."""
    words = _text(sheet, spans)
    if _BODY.match(words):
        return None
    if any(sheet.typed(span) for span in spans):
        return named_in(words)
    bare = _TWICE.sub(lambda seen: seen[1] if fold(seen[1]) == fold(seen[2]) else seen[0], _SPECKS.sub("", words))
    meant = name_apart(bare) or bare
    named = named_in(meant)
    doubtful = meant != words or len(meant.split()) < _WORDS
    return replace(named, sure=False) if named and doubtful else named


def _are_understood(table: Table, columns: Mapping[int, Column]) -> bool:
    """Does every column have a field of its own, by a heading that was read?"""
    read = not any(column.guessed for column in columns.values())
    return read and len(columns) == table.columns and _are_single(columns)


def _are_single(columns: Mapping[int, Column]) -> bool:
    """Only births have two columns, of men and of women."""
    single = [column for column in columns.values() if column.field != "born"]
    return len(set(single)) == len(single)


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
    told = (field_of(" ".join(fold(_text(sheet, cell.spans)).split())) for cell in table.rows[0] if cell.spans)
    return named is not None and named.sure and _order(sheet, cells) is not None and not _heads(told)


def _heads(fields: Iterator[str | None]) -> bool:
    """Are there headings? The words of a post ("Trưởng phòng") may look like one, the word for a name does not."""
    return any(field in ("order", "name", "born") for field in fields)


def _columns(sheet: Sheet, table: Table, head: int) -> dict[int, Column]:
    """The fields by the index of the column; a column whose heading says nothing known is left out."""
    found: dict[int, Column] = {}
    unsaid: dict[int, list[str]] = {}
    for index in range(table.columns):
        parts = [
            " ".join(fold(_text(sheet, cell.spans)).split())
            for row in table.rows[:head]
            for cell in row
            if cell.spans and cell.column <= index < cell.column + cell.columns
        ]
        parts = [part for part in parts if not _FIGURES.fullmatch(part)]
        field = next((f for words in (" ".join(parts), *reversed(parts)) if (f := field_of(words))), None)
        if field:
            found[index] = Column(field=field, side=_side(field, " ".join(parts)))
        elif parts:
            unsaid[index] = parts
    found |= _by_content(sheet, table, found, headed=unsaid)
    unsaid = {index: parts for index, parts in unsaid.items() if index not in found}
    return _in_order(found | _misread(sheet, table, head, unsaid, {column.field for column in found.values()}))


def _in_order(columns: dict[int, Column]) -> dict[int, Column]:
    """Of two columns with one heading that names no side the first tells what was, the second what is given; perhaps."""
    for field in _SIDED:
        both = sorted(index for index, column in columns.items() if column.field == field)
        if len(both) == 2 and not any(columns[index].side for index in both):
            sides: tuple[Side, Side] = ("from", "to")
            pairs = zip(both, sides, strict=True)
            columns |= {index: Column(field=field, side=side, guessed=True) for index, side in pairs}
    return columns


def _misread(
    sheet: Sheet, table: Table, head: int, unsaid: Mapping[int, list[str]], taken: set[str]
) -> dict[int, Column]:
    """The columns whose heading was misread by a letter, if what stands below is what it seems to say: "Hạ và lên"."""
    found: dict[int, Column] = {}
    for index, parts in unsaid.items():
        words = " ".join(parts)
        field = "born" if parts[-1] in _SEXES else field_like(words) or field_like(parts[-1])
        cells = [_text(sheet, c.spans) for row in table.rows[head:] for c in row if c.column == index]
        if field and not (field in ("name", "order") and field in taken) and holds(field, cells):
            found[index] = Column(field=field, side=_side(field, words), guessed=parts[-1] not in _SEXES)
            taken = taken | {field}
    return found


def _by_content(
    sheet: Sheet, table: Table, known: Mapping[int, Column], *, headed: Container[int] = ()
) -> dict[int, Column]:
    """Names and numbers show themselves where their headings cannot be read: "Hạ và tên". So do births and the codes of
    ranks where there is none, which a person must confirm; and of two columns of names, which is the one.
    """
    taken = {column.field for column in known.values()}
    found: dict[int, Column] = {}
    for index in range(table.columns):
        cells = [_text(sheet, c.spans) for row in table.rows for c in row if c.column == index and c.columns == 1]
        if index in known or len(cells) < _FEW:
            continue
        if "name" not in taken and _shows("name", cells):
            named = next((at for at, column in found.items() if column.field == "name"), index)
            found[named] = Column(field="name", guessed=named != index)
        elif index == 0 and "order" not in taken and _shows("order", cells):
            found[index] = Column(field="order")
        elif index not in headed and (shown := _shown(cells, taken)):
            found[index] = Column(field=shown, guessed=True)
            taken.add(shown)
    return found


def _shown(cells: Sequence[str], taken: Container[str]) -> str | None:
    return next((field for field in _SHOWN if field not in taken and _shows(field, cells)), None)


def _shows(field: str, cells: Sequence[str]) -> bool:
    """Is that what stands in most cells, headings among them?"""
    return sum(fits(field, cell) for cell in cells) >= _MOST * len(cells)


def _side(field: str, words: str) -> Side:
    if field in ("order", "name", "given", "born", "gender", "since", "until", "next_raise_from", "note"):
        return ""
    return "from" if _HELD.search(words) else "to" if _GIVEN.search(words) else ""


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
    if not any(char.isalpha() for char in text) or field_of(" ".join(fold(text).split())):
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
