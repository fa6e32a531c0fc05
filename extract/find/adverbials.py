"""What stands before the verb of a sentence and is neither its subject nor an act: since when, why, at whose wish."""

from __future__ import annotations

import re
from datetime import date

from decisions.text import Span
from extract.find.days import day_at
from extract.plain import pattern

_ITEM = r"\s*(?:Điều\s+\d+[a-z]?\s*[.:]?\s*)?(?:\d{1,2}(?:\.\d{1,2})*[.)]\s*|[a-zđ]\)\s*|[-–+•]\s*)?"
_SINCE = r"(?:(?:Bắt\s+đầu\s+)?(?:kể\s+)?từ\s+(?:ngày|tháng|\d)|ngày\s+\d)[^,;.:\n]{1,60}?"
_WHY = (
    r"(?:(?:do|vì|căn\s+cứ|theo|xuất\s+phát\s+từ|trên\s+cơ\s+sở|để\s+đáp\s+ứng)\s+(?:yêu\s+cầu|nhu\s+cầu|tình\s+hình|nguyện\s+vọng|đề\s+nghị|năng\s+lực|điều\s+kiện)"
    r"|xét\s+(?:đơn|đề\s+nghị|nguyện\s+vọng|nhu\s+cầu|năng\s+lực|yêu\s+cầu))(?!\w)[^;.:\n]{0,160}?"
)
#: "Kể từ ngày 01/4/2021, điều động …", "Do yêu cầu công tác, nay điều động …"
_LEADING = pattern(
    rf"{_ITEM}(?:{_SINCE}\s*,?|{_WHY},)\s*(?:nay\s+)?(?:quyết\s+định\s+|đồng\s+ý\s+)?(?:cho\s+)?", re.IGNORECASE
)
#: Another does it: "Theo đề nghị của Sở Nội vụ, giao Giám đốc Sở Y tế làm quy trình, bổ nhiệm …".
_TOLD_TO = pattern(r",\s*(?:giao|yêu\s+cầu|đề\s+nghị|phân\s+công|ủy\s+quyền|trình)\s", re.IGNORECASE)
#: "Ngày 01/4/2021, ông A nghỉ hưu"
_DAY_FIRST = pattern(
    rf"{_ITEM}(?:(?P<since>(?:bắt\s+đầu\s+)?(?:kể\s+)?từ\s+)(?:ngày\s+)?|ngày\s+)(?:mồng\s+|mùng\s+)?(?=\d)",
    re.IGNORECASE,
)
_SOMEBODY = pattern(r"\s*,\s*(?:ông|bà|đồng\s+chí|đ/c)\s", re.IGNORECASE)


def only_leads(words: str, start: int, at: int) -> bool:
    """Is all that stands before a place, in plain text, since when or why something is done?"""
    return _LEADING.fullmatch(words, start, at) is not None and _TOLD_TO.search(words, start, at) is None


def leading_day(words: str, sentence: Span) -> date | None:
    """The day with which a sentence begins, as that of what it does."""
    lead = _DAY_FIRST.match(words, sentence.start, sentence.end)
    day = day_at(words, lead.end()) if lead else None
    if lead is None or day is None or not (lead["since"] or _SOMEBODY.match(words, day.span.end, sentence.end)):
        return None
    return day.value
