"""Verbs of effect behind what they are said of: "Quyết định số 5 … hết hiệu lực"."""

from __future__ import annotations

import re

from decisions.text import Span
from extract.find.verb_table import Verb, action_of, phrases, span_of
from extract.plain import pattern

#: "… hết hiệu lực một phần": which part, it does not say.
_PARTLY = pattern(r"\s+(?:thi hành\s+)?(?P<part>một phần)\b", re.IGNORECASE)
#: "các Quyết định sau hết hiệu lực:" heads a list and sets no condition.
_CONDITION = pattern(
    r"\b(?:khi|trước|nếu|chưa|(?<!định )(?<!quyết )(?<!bản )(?<!tư )(?<!thị )sau|đến|ngày|trường hợp|đã)\s*\Z"
)
_DEAD_LIST = pattern(
    r"\s*(?:Điều\s+\d+[a-zđ]?\s*[.:]?\s*)?(?:[-–+•]\s*|[a-zđ]\)\s*|\d{1,2}(?:\.\d{1,2})*[.)]\s*)?"
    r"(?:(?:kể\s+)?từ\s+ngày\s+[^;]{3,80},\s*)?(?:toàn bộ\s+|tất cả\s+)?(?:các|những)\s+"
    r"(?:văn bản|quyết định|nghị quyết|chỉ thị|thông tư|nghị định)\b[^;]{0,200}",
    re.IGNORECASE,
)
_LIST_FOLLOWS = pattern(r"\bsau\b|:\s*\Z", re.IGNORECASE)


def ended_after(text: str, start: int, end: int) -> Verb | None:
    """ "… hết hiệu lực" said of what stands before it, not as a condition and not as what has long been."""
    for match in phrases("after").finditer(text, start, end):
        if not _CONDITION.search(text, start, match.start()):
            partly = _PARTLY.match(text, match.end(), end)
            between = Span(start=partly.start("part"), end=partly.end("part")) if partly else None
            return Verb(action=action_of("after", match), span=span_of(match), between=between)
    return None


def names_the_dead(text: str, start: int, end: int) -> bool:
    """ "Các văn bản quy phạm pháp luật …", of which a verb behind it may say that they end."""
    return _DEAD_LIST.fullmatch(text, start, end) is not None


def dead_above(text: str, start: int, end: int) -> Verb | None:
    """ "Các văn bản sau đây hết hiệu lực kể từ ngày …:" said of the list below it."""
    verb = ended_after(text, start, end)
    if verb is None or not names_the_dead(text, start, verb.span.start):
        return None
    return verb if _LIST_FOLLOWS.search(text, start, end) else None
