"""The rows of a list of instruments in an annex, numbered or in a table: one instrument each, and what part of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from decisions.text import Span
from extract.find.cited import Cited
from extract.find.clauses import clauses
from extract.find.days import day_at
from extract.find.scope import PART, is_scope, scope_of
from extract.plain import pattern, plain
from extract.settle import for_review
from extract.sheet import Sheet, trim

#: How much of the instruments of a list is meant.
Extent = Literal["whole", "part", "either"]

_LEAD = pattern(r"\s*(?:\d{1,3}(?:\.\d{1,3})*\s*[.)/]?|[IVX]{1,4}\s*[.)]|[a-zđ]\s*\)|[-–+•*])?\s*[“\"]?\s*(?:các\s+)?")
_COLUMNS = 3  #: of a table set with tabs: number, name and symbol


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    cited: Cited
    span: Span
    scope: tuple[str, ...] = ()
    extent: Extent | None = None  #: by the heading above it in the list; None where none tells
    cells: tuple[Span, ...] = ()  #: one, where it is no table


def extent_of(words: str) -> Extent | None:
    """What a clause or a heading says: "bãi bỏ toàn bộ", "văn bản hết hiệu lực một phần"."""
    bare = plain(words).lower()
    part = "mot phan" in bare
    if "toan bo" in bare:
        return "either" if part else "whole"
    return "part" if part else None


def rows_of(sheet: Sheet, annex: Span, cited: Sequence[Cited]) -> Iterator[Row]:
    """Every row that begins with an instrument; what else it names, it names in the title of that one."""
    inside = [each for each in cited if annex.start <= each.core.start < annex.end]
    extent: Extent | None = None
    for spans in cells_of(sheet, annex):
        whole = Span(start=spans[0].start, end=spans[-1].end)
        first = next((each for each in inside if any(s.start <= each.core.start < s.end for s in spans)), None)
        if first is None:
            extent = extent_of(sheet.flat[whole.start : whole.end]) or extent
            continue
        scope = _scope(sheet, spans, first)
        if scope is not None:
            yield Row(
                cited=first,
                span=trim(sheet.flat, whole.start, whole.end),
                scope=scope,
                extent=extent,
                cells=tuple(spans),
            )


def cells_of(sheet: Sheet, annex: Span) -> Iterator[tuple[Span, ...]]:
    """The rows of an annex: those of its tables by their cells, or of lines set with tabs; without either its clauses."""
    tables = [table for table in sheet.text.tables if annex.start <= table.span.start < annex.end]
    if tables:
        rows = (tuple(sorted(s for cell in row for s in cell.spans)) for table in tables for row in table.rows)
        return (spans for spans in rows if spans)
    lines = [tuple(_tabbed(sheet.text.string, line.span)) for line in sheet.within(annex)]
    if any(len(cells) >= _COLUMNS for cells in lines):
        return (cells for cells in lines if cells)
    return ((clause,) for clause in clauses(sheet.flat, annex))


def _tabbed(string: str, line: Span) -> Iterator[Span]:
    return (Span(start=m.start(), end=m.end()) for m in re.compile(r"[^\t]+").finditer(string, line.start, line.end))


def _scope(sheet: Sheet, spans: Sequence[Span], first: Cited) -> tuple[str, ...] | None:
    """The parts that a row names: before the instrument or in a cell of their own; None where it is no row of the list."""
    beside = [sheet.flat[s.start : s.end] for s in spans if not s.start <= first.core.start < s.end]
    told = tuple(part for words in beside if is_scope(words) for part in scope_of(words))
    home = next(s for s in spans if s.start <= first.core.start < s.end)
    lead = _LEAD.match(sheet.plain, home.start, first.core.start)
    start = lead.end() if lead else home.start
    if start >= first.core.start:
        return told
    words = sheet.flat[start : first.core.start]
    return scope_of(words) or told if is_scope(words) or PART.match(plain(words)) else None


def dated_by_row(sheet: Sheet, annex: Span, cited: Iterable[Cited]) -> tuple[Cited, ...]:
    """With the day that stands alone in the column behind a number."""
    cells = [cell for row in cells_of(sheet, annex) if len(row) > 1 for cell in row]
    ends = {before.end: cell for before, cell in pairwise(cells)}
    return tuple(_dated(sheet, each, ends.get(each.core.end)) for each in cited)


def _dated(sheet: Sheet, cited: Cited, behind: Span | None) -> Cited:
    if behind is None or cited.citation.issued_on is not None:
        return cited
    span = trim(sheet.flat, behind.start, behind.end)
    day = day_at(sheet.plain, span.start)
    if day is None or day.span != span or day.value is None:
        return cited
    dated = replace(cited.citation, issued_on=day.value)
    return replace(cited, citation=for_review(dated) if day.damaged else dated)
