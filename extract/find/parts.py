"""The provisions that stand before a citation: "điểm b khoản 1 Điều 28 Nghị định số 151/2017/NĐ-CP"."""

from __future__ import annotations

import re

from extract.find.provisions import ARTICLES, BELOW
from extract.find.scope import drops_parts, scope_of
from extract.plain import pattern
from extract.sheet import Sheet, joined

_LABEL = r"(?:\d{1,3}[a-zđ]?|[a-zđ]\d?|[IVX]{1,4}(?:\.\d+)?)"
_UNIT = (
    rf"(?>{ARTICLES}|{BELOW}|(?:Mục|Chương|Phần|Phụ lục)\s+(?:số\s+)?{_LABEL}\b"
    rf"(?:(?:\s*,\s*|\s+và\s+){_LABEL}\b(?!\s+(?:Điều|khoản|điểm)))*)"
)
#: Levels rise from the point to the article (Decree 30/2020/NĐ-CP app. I), and only "của" parts them from the rest.
_BEFORE = pattern(
    rf"(?<!\w){_UNIT}(?:(?:\s*[,;]\s*|\s+và\s+|\s+)(?:các\s+)?{_UNIT})*+\s*,?\s*(?:(?:của|tại|thuộc)\s+)?(?:các\s+)?\Z",
    re.IGNORECASE,
)
_REACH = 240


def parts_before(sheet: Sheet, floor: int, start: int) -> tuple[str, ...]:
    """The provisions named right before the citation that begins at `start`; none where it is meant as a whole."""
    low = max(floor, start - _REACH)
    match = _BEFORE.search(sheet.plain, low, start)
    if match is None:
        return ()
    words = sheet.flat[match.start() : match.end()]
    return scope_of(words) if not drops_parts(words) else (joined(words),)
