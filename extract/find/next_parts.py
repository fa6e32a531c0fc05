"""An act that goes on, in the same sentence, on a part of the next instrument: "… và Phụ lục II kèm theo Quyết định số …"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from decisions.text import Span
from extract.find.cited import Cited
from extract.find.edges import Edge
from extract.find.provisions import ARTICLES, DIVISIONS
from extract.find.scope import PART, SHARE, ends_in_article, is_scope
from extract.find.verb_table import Verb
from extract.plain import pattern
from extract.sheet import Sheet

_PART_OF = pattern(
    r"(?:,|;|\bvà)\s+(?P<part>\w(?:[^;]|;(?=\s*(?:số\s+thứ\s+tự|STT|mục|phần|phụ\s+lục)\b)){0,240}?\b(?:tại|kèm\s+theo|của|trong)\s+"
    rf"(?:(?:{ARTICLES}|{DIVISIONS})\s+(?:của\s+)?)?)(?:các\s+)?\Z",
    re.IGNORECASE,
)
#: "… và điểm b khoản 2 Điều 1" before the next instrument.
_NEXT_PART = pattern(r"(?:,|;|\bvà|\bcùng)\s+(?=(?P<part>\w[^;]{0,240})\Z)", re.IGNORECASE)


def on_another_part(sheet: Sheet, before: Cited, cited: Cited, touched: list[Edge]) -> Iterator[Verb]:
    """ "Bãi bỏ Phụ lục I kèm theo A và Phụ lục II kèm theo B": the act goes on, on a part of another instrument."""
    match = part_told(sheet, before, cited) or next_part(sheet, before, cited)
    if match is None:
        return
    between = Span(start=match.start("part"), end=match.end("part"))
    titled = before.core.end <= match.start() < before.span.end
    for edge in touched:
        if edge.target is before:
            yield replace(edge.verb.on(between), doubtful=edge.verb.doubtful or titled)


def part_told(sheet: Sheet, before: Cited, cited: Cited) -> re.Match[str] | None:
    """ "… và nội dung thu phí tại Phụ lục II kèm theo"."""
    found = _PART_OF.finditer(sheet.plain, before.core.start, cited.core.start)
    return next((match for match in found if PART.match(sheet.plain, match.start("part"))), None)


def next_part(sheet: Sheet, before: Cited, cited: Cited) -> re.Match[str] | None:
    """ "Sửa đổi Điều 1 Quyết định A và Điều 2 Quyết định B"; within a list of provisions no new part begins."""
    for match in _NEXT_PART.finditer(sheet.plain, before.core.end, cited.core.start):
        share = SHARE.fullmatch(sheet.plain, match.start("part"), match.end("part"))
        if share or is_scope(sheet.flat[match.start("part") : match.end("part")]):
            return None if ends_in_article(sheet.flat[before.core.end : match.start()]) else match
    return None
