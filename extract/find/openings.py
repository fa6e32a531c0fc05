"""How a clause begins: with a number or a mark, with the instrument that it speaks of."""

from __future__ import annotations

import re
from typing import Literal

from decisions.text import Span
from extract.find.cited import Cited
from extract.find.scope import is_scope
from extract.plain import pattern
from extract.sheet import Sheet

Marker = Literal["article", "figure", "letter", "roman", "dash", "none"]

#: "Điều 5 Quyết định số 1 hết hiệu lực" is no heading, though "Điều 5 Quyết định này …" may have lost its full stop.
_OF_ANOTHER = (
    r"\w|\s*,\s|\s+(?:và|của)\s|\s+(?:các\s+)?(?:Quyết định|Nghị quyết|Chỉ thị|Thông tư|Nghị định|Kế hoạch|Quy định|Quy chế)"
    r"\b(?!\s+này\b)(?=\s+(?:số|ban\s+hành|kèm)\b)"
)
_MARKERS: tuple[tuple[Marker, re.Pattern[str]], ...] = (
    ("article", pattern(rf"\s*Điều\s+\d+[a-zđ]?(?!{_OF_ANOTHER})\s*[.:]?\s*", re.IGNORECASE)),
    ("figure", pattern(r"\s*\(?\d{1,3}(?:\.\d{1,2})*\s?(?:[.)/]|[-–](?=\s?[A-ZĐ]))\s*")),
    ("roman", pattern(r"\s*[IVX]{1,4}\s?[.)]\s*")),
    ("letter", pattern(r"\s*[a-zđ]\d?\s?\)\s*")),
    ("dash", pattern(r"\s*[-–+•~*·]\s*")),
)
_ITEM_LEAD = pattern(r"\s*[“\"*]?\s*(?:và\s+|các\s+)?", re.IGNORECASE)


def marked(sheet: Sheet, span: Span) -> tuple[Marker, int]:
    """How a clause is numbered, and where its words begin."""
    for name, mark in _MARKERS:
        match = mark.match(sheet.plain, span.start, span.end)
        if match:
            return name, match.end()
    return "none", span.start


def starts_with(sheet: Sheet, start: int, first: Cited) -> bool:
    """Does the citation stand first, or behind the parts of it that are meant?"""
    lead = _ITEM_LEAD.match(sheet.plain, start)
    start = lead.end() if lead else start
    return start >= first.core.start or is_scope(sheet.flat[start : first.core.start])
