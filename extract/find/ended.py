"""Verbs of effect behind what they are said of: "Quyết định số 5 … hết hiệu lực"."""

from __future__ import annotations

import re

from decisions.text import Span
from extract.find.itself import ITSELF
from extract.find.verb_table import Verb, action_of, phrases, span_of
from extract.plain import pattern

#: "… hết hiệu lực một phần": which part, it does not say.
_PARTLY = pattern(r"\s+(?:thi hành\s+)?(?P<part>một phần)\b", re.IGNORECASE)
#: "các Quyết định sau hết hiệu lực:" heads a list and sets no condition.
_CONDITION = pattern(
    r"\b(?:khi|trước|nếu|chưa|(?<!định )(?<!quyết )(?<!bản )(?<!tư )(?<!thị )sau|đến|ngày|trường hợp|đã)"
    rf"(?:(?<=\bkhi)\s+{ITSELF})?\s*\Z"
)
_MEANWHILE = r"(?:\s+(?:bị|được|còn|thể|hề|cần|phải|tiếp\s+tục|tự|tự\s+động|đương\s+nhiên|sớm|lại|thêm))*"
#: "không bị bãi bỏ", "có thể bị thu hồi", "sắp hết hiệu lực": denied, or nothing of today.
_NOT_DONE = pattern(
    r"(?<!\w)(?:không|chưa|sắp|có\s+thể|(?<!vượt )phải|(?<!bếp )cần|dự\s+kiến"
    rf"|(?<!bình )(?<!đa )(?<!hình )đang){_MEANWHILE}\s*\Z"
)
_WILL_BE = pattern(rf"(?<!\w)(?<!chia )sẽ{_MEANWHILE}\s*\Z")
#: "sẽ hết hiệu lực kể từ ngày 01/4/2021": on that day it is done.
_ON_A_DAY = pattern(
    rf"\s*(?:thi\s+hành\s+)?(?:(?:kể\s+)?từ|vào|sau)\s+(?:ngày\s+|thời\s+điểm\s+|khi\s+)?(?:\d|(?:ban\s+hành\s+|ký\s+)?{ITSELF}\b)",
    re.IGNORECASE,
)
#: A list of instruments that ended, in the title of what announces it.
_OF_OTHERS = pattern(r"\b(?:danh mục|công bố)\b[^;.\n]{0,160}?\b(?:văn bản|thủ tục)\b[^;.\n]{0,160}\Z", re.IGNORECASE)
_FROM_A_DAY = pattern(r"\s*(?:thi\s+hành\s+|toàn\s+bộ\s+|một\s+phần\s+)?(?:kể\s+)?từ\s", re.IGNORECASE)
_DEAD_LIST = pattern(
    r"\s*(?:Điều\s+\d+[a-zđ]?\s*[.:]?\s*)?(?:[-–+•]\s*|[a-zđ]\)\s*|\d{1,2}(?:\.\d{1,2})*[.)]\s*)?"
    r"(?:(?:kể\s+)?từ\s+ngày\s+[^;]{3,80},\s*)?(?:toàn bộ\s+|tất cả\s+)?(?:các|những)\s+"
    r"(?:(?:văn bản|quyết định|nghị quyết|chỉ thị|thông tư|nghị định)\b[^;]{0,200}"
    r"|(?:quy định|nội dung|điều khoản|điều|khoản|điểm)(?:\s*(?:,|và)\s*(?:khoản|điểm|điều|nội dung))?\s+(?:sau|sau đây|dưới đây)\s)",
    re.IGNORECASE,
)
_LIST_FOLLOWS = pattern(r"\bsau\b|:\s*\Z", re.IGNORECASE)


def ended_after(text: str, start: int, end: int) -> Verb | None:
    """ "… hết hiệu lực" said of what stands before it, not as a condition and not as what has long been."""
    for match in phrases("after").finditer(text, start, end):
        if not _CONDITION.search(text, start, match.start()) and _is_done(text, start, match, end):
            partly = _PARTLY.match(text, match.end(), end)
            between = Span(start=partly.start("part"), end=partly.end("part")) if partly else None
            return Verb(action=action_of("after", match), span=span_of(match), between=between)
    return None


def predicate_after(text: str, start: int, end: int) -> Verb | None:
    """The same behind an instrument whose title may speak of others: "… công bố Danh mục văn bản hết hiệu lực năm 2019"."""
    verb = ended_after(text, start, end)
    while verb and _OF_OTHERS.search(text, start, verb.span.start) and not _FROM_A_DAY.match(text, verb.span.end, end):
        verb = ended_after(text, verb.span.end, end)
    return verb


def is_denied(text: str, start: int, end: int) -> bool:
    """ "không", "chưa", "có thể" before a verb that begins at `end`."""
    return _NOT_DONE.search(text, start, end) is not None


def _is_done(text: str, start: int, match: re.Match[str], end: int) -> bool:
    """Not denied, and not left to a time that nobody knows yet."""
    if is_denied(text, start, match.start()):
        return False
    return not _WILL_BE.search(text, start, match.start()) or _ON_A_DAY.match(text, match.end(), end) is not None


def names_the_dead(text: str, start: int, end: int) -> bool:
    """ "Các văn bản quy phạm pháp luật …", of which a verb behind it may say that they end."""
    return _DEAD_LIST.fullmatch(text, start, end) is not None


def dead_above(text: str, start: int, end: int) -> Verb | None:
    """ "Các văn bản sau đây hết hiệu lực kể từ ngày …:" said of the list below it."""
    verb = ended_after(text, start, end)
    if verb is None or not names_the_dead(text, start, verb.span.start):
        return None
    return verb if _LIST_FOLLOWS.search(text, start, end) else None
