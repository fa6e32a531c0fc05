"""A list of instruments that ended says why and when, row by row: "Được thay thế bởi Thông tư số 35 … Ngày hết hiệu lực: …"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from decisions.decision import Annex, Relation
from decisions.number import number_key
from decisions.text import Span
from extract.find.annexes import find_annexes
from extract.find.cited import Cited
from extract.find.days import Day, day_at
from extract.find.edges import Edge, relation_of
from extract.find.rows import Row, cells_of, extent_of, rows_of
from extract.find.verb_table import Verb
from extract.find.verbs import passive_before
from extract.outline import Outline
from extract.plain import pattern, plain
from extract.settle import for_review
from extract.sheet import Sheet

_EXPIRED = pattern(r"\bhết\s+hiệu\s+lực\b", re.IGNORECASE)
#: "Ngày hết hiệu lực: 01/01/2025", "Hết hiệu lực từ ngày …".
_SINCE = pattern(r"\bhết\s+hiệu\s+lực(?:\s+thi\s+hành)?\s*:?\s*(?:(?:kể\s+)?từ\s+)?(?:ngày\s+)?(?=\d)", re.IGNORECASE)
_REASON = pattern(r"\blý\s+do\b", re.IGNORECASE)
_HEADING = pattern(r"\b(?:ngày|thời\s+điểm)(?:,\s*tháng,\s*năm)?\s+hết\s+hiệu\s+lực\b", re.IGNORECASE)


def find_expired(outline: Outline, cited: Sequence[Cited]) -> Iterator[Relation]:
    """What ended each row of such a list: another instrument that the row names, else its day alone."""
    sheet = outline.sheet
    for annex in find_annexes(outline) if outline.annex else ():
        if annex.span is None or not _EXPIRED.search(plain(f"{annex.label} {annex.title}")):
            continue
        rows = tuple(rows_of(sheet, annex.span, cited))
        days = _last_column(sheet, annex.span)
        for row, end in zip(rows, (*(row.span.start for row in rows[1:]), annex.span.end), strict=True):
            yield from _ended(sheet, annex, row, Span(start=row.span.start, end=end), cited, days)


def with_days(stated: Sequence[Relation], expired: Sequence[Relation]) -> tuple[Relation, ...]:
    """What sentences state, with the days that rows tell; and what only rows tell."""
    told = {_key(each): each for each in expired}
    known = {_key(each) for each in stated}
    dated = (
        replace(each, effective_on=each.effective_on or told[_key(each)].effective_on) if _key(each) in told else each
        for each in stated
    )
    return (*dated, *(each for each in expired if _key(each) not in known))


def _key(relation: Relation) -> tuple[str, object, object]:
    source, target = (each and number_key(each.number or "") for each in (relation.source, relation.target))
    return relation.action, source, target


def _ended(
    sheet: Sheet, annex: Annex, row: Row, whole: Span, cited: Sequence[Cited], column: int | None
) -> Iterator[Relation]:
    day = _day(sheet, row, whole, column)
    since = day.value if day else None
    edge = _by_another(sheet, row, whole, cited)
    if edge is None and since is None:
        return
    edge = edge or Edge(source=None, target=row.cited, verb=Verb(action="ends", span=row.cited.core))
    part = edge.verb.action != "amends" and (row.extent or extent_of(annex.title)) in ("part", "either")
    scope = row.scope or (("một phần",) if part else ())
    relation = replace(relation_of(sheet, whole, edge, scope), effective_on=since)
    yield for_review(relation) if day and (day.damaged or day.value is None) else relation


def _by_another(sheet: Sheet, row: Row, whole: Span, cited: Sequence[Cited]) -> Edge | None:
    """ "Được thay thế bởi Thông tư số …" behind the instrument of a row."""
    inside = [each for each in cited if whole.start <= each.core.start < whole.end]
    for before, each in pairwise(inside):
        verb = passive_before(sheet.plain, before.core.end, each.core.start)
        if verb and (before is row.cited or _is_reason(sheet, row, Span(start=before.core.end, end=verb.span.start))):
            return Edge(source=each, target=row.cited, verb=replace(verb, between=None))
    return None


def _is_reason(sheet: Sheet, row: Row, ahead: Span) -> bool:
    """Is it no more the title of the instrument: behind "Lý do", or in another cell?"""
    other_cell = any(ahead.start <= cell.start <= ahead.end for cell in row.cells)
    return other_cell or _REASON.search(sheet.plain, ahead.start, ahead.end) is not None


def _day(sheet: Sheet, row: Row, whole: Span, column: int | None) -> Day | None:
    """The day that is told in words or stands in the column of such days."""
    said = _SINCE.search(sheet.plain, row.cited.core.end, whole.end)
    if said:
        return day_at(sheet.plain, said.end())
    cell = row.cells[-column] if column and column <= len(row.cells) else None
    return day_at(sheet.plain, cell.start) if cell else None


def _last_column(sheet: Sheet, annex: Span) -> int | None:
    """The column of such days, counted from the last one."""
    for cells in cells_of(sheet, annex):
        for index, cell in enumerate(reversed(cells), start=1):
            if len(cells) > 1 and _HEADING.search(sheet.plain, cell.start, cell.end):
                return index
    return None
