"""Does an act hang on a condition that stands behind it? "Bãi bỏ Quyết định số 12 nếu không được thông qua"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from decisions.text import Span
from extract.find.cited import Cited
from extract.find.days import DAY
from extract.find.itself import ITSELF
from extract.plain import pattern
from extract.sheet import Sheet

_FROM_OR_UNTIL = rf"(?:(?:kể\s+)?từ|đến(?:\s+hết)?)\s+(?:ngày\s+)?{DAY}"
#: Right behind the object or the verb; further on it may belong to the title: "về bồi thường khi Nhà nước thu hồi đất".
_HANGS = pattern(
    rf"\s*(?:thi\s+hành\s*)?(?:,\s*)?(?:{_FROM_OR_UNTIL}\s*,?\s*)?(?:(?:(?:(?:kể\s+)?từ|sau|trừ|chỉ)\s+)?khi(?!\s+{ITSELF})"
    r"|(?:chỉ\s+)?(?:trong\s+)?(?:các\s+|những\s+)?trường\s+hợp(?!\s+của)|thì(?!\s+(?:hành|công|đua|tuyển|xã|trấn)))(?!\w)",
    re.IGNORECASE,
)
#: "và các văn bản sửa đổi, bổ sung (nếu có)" sets none.
_IF = pattern(r"(?<!\w)nếu(?!\w)(?!\s+có\s*(?:[),.;]|\Z))", re.IGNORECASE)
_STATED = "nêu"  #: "các nội dung nêu tại": without marks no other word
_ANOTHERS = pattern(r"(?:,|\bvà)\s+(?:giao|yêu\s+cầu|đề\s+nghị)(?!\w)", re.IGNORECASE)
_LIST = pattern(r"[\s,]*(?:(?:và|cùng)\s+)?(?:các\s+)?", re.IGNORECASE)


def hangs_on_condition(sheet: Sheet, said: Span, following: Iterable[Cited]) -> bool:
    """What stands in `said`, from behind an act and its object on; `following`: what is cited behind that object."""
    start = said.start
    for cited in following:
        if not _LIST.fullmatch(sheet.plain, start, cited.core.start):
            break
        start = cited.core.end
    return _HANGS.match(sheet.plain, start, said.end) is not None or has_if(sheet, Span(start=start, end=said.end))


def has_if(sheet: Sheet, said: Span) -> bool:
    """ "… nếu không được thông qua"."""
    match = next(
        (m for m in _IF.finditer(sheet.plain, said.start, said.end) if sheet.flat[m.start() : m.end()] != _STATED), None
    )
    return match is not None and not _ANOTHERS.search(sheet.plain, said.start, match.start())
