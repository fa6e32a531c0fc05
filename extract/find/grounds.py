"""What a sentence says beside what it does: grounds, aims, refusals, and what was done to a person before."""

from __future__ import annotations

import re

from decisions.text import Span
from extract.find.days import find_days
from extract.find.terms import from_day, from_signing
from extract.plain import pattern
from extract.sheet import Sheet

#: "Không đồng ý cho ông A được từ chức", "Tạm dừng việc bổ nhiệm": the verb behind is what does not happen.
_REFUSED = pattern(
    r"(?<!\w)(?:không|chưa)\s+(?:đồng\s+ý|chấp\s+(?:thuận|nhận)|thống\s+nhất|nhất\s+trí|cho|phê\s+(?:chuẩn|duyệt)|công\s+nhận|xem\s+xét"
    r"|giải\s+quyết)(?!\w)|(?<!\w)(?:tạm\s+(?:dừng|hoãn)|hoãn|từ\s+chối|bác)\s+(?:việc|đơn|đề\s+nghị)(?!\w)",
    re.IGNORECASE,
)
_NOT = pattern(
    r"(?<!\w)(?:(?<!thôi\s)không|chưa|chẳng|tạm\s+hoãn|hoãn|tạm\s+dừng|lùi(?:\s+thời\s+(?:điểm|gian))?)\s+(?:được\s+|cho\s+|bị\s+|xét\s+|thuộc\s+diện\s+)*\Z",
    re.IGNORECASE,
)
#: Matched with their marks: without them "để" is "đề", "do" is "độ" and "chờ" is "cho".
_CAUSE = re.compile(r"(?<!\w)(?:do|vì|lý do\s*:)\s+(?!ông\s|bà\s|đồng chí\s)(?=[a-zđ])", re.IGNORECASE)
#: "Chấp thuận để ông A từ chức" aims at nothing else, nor does "Điều 1. Để ông A thôi giữ chức vụ …".
_AIM = re.compile(
    r"(?<!\w)(?!(?<=\. )để (?:ông|bà|đồng chí) )(?:(?<!thuận )(?<!đồng ý )(?<!thống nhất )để|chờ|nhằm|nếu|sau khi|trước khi|trong khi|khi|cho đến khi|đến khi|trong (?:thời gian|lúc)(?! (?:\d|từ|kể)))\s+",
    re.IGNORECASE,
)
_CUT = re.compile(r"[;\n]|\.\s|(?<!ý do):\s")
_AND = re.compile(r",|(?<!\w)và(?!\w)")
#: Both acts at once: "Miễn nhiệm chức vụ A để bổ nhiệm giữ chức vụ B".
_TO_GIVE = re.compile(
    r"để\s+(?:điều động\s*(?:,|và)\s*)?bổ nhiệm\s+(?:ông\s|bà\s|đồng chí\s|lại\s|giữ\s+(?:các\s+)?chức)"
)
#: What goes on after the history of a person: the post held now, the post given, the pay that is left.
_GOES_ON = re.compile(
    r"\s*(?:nay|hiện|đang|đã|(?:được\s+)?bổ\s+nhiệm|là|công\s+tác|từ\s+bậc|từ\s+ngạch|từ\s+hệ\s+số|giữ\s+chức|có\s+thành|có\s+nhiều|lên\s+bậc|đến|về)\s"
)
_YEAR = re.compile(r"(?<!\w)năm\s+(?P<year>(?:19|20)\d\d)\s*\Z")


def is_refused(words: str, start: int, at: int) -> bool:
    """Does the clause refuse what stands at a place? In plain text."""
    clause = max(words.rfind(";", start, at) + 1, start)
    return _REFUSED.search(words, clause, at) is not None or _NOT.search(words[clause:at]) is not None


def is_bracketed(words: str, clause: Span, at: int) -> bool:
    """Does a place stand in brackets, as "(nghỉ hưu theo chế độ)" behind the person of another act? What stands there
    explains and does nothing.
    """
    opened = words.rfind("(", clause.start, at)
    return opened > words.rfind(")", clause.start, at) and words.find(")", at, clause.end) >= 0


def is_ground(flat: str, start: int, at: int, *, names: bool) -> bool:
    """Does a verb stand in the ground or the aim of the sentence: "do được bổ nhiệm …", "để tiếp nhận, phân công"?

    `names`: the verb has a person of its own as its object, with which the sentence goes on.
    """
    cut = max((m.end() for m in _CUT.finditer(flat, start, at)), default=start)
    cause = max((m.end() for m in _CAUSE.finditer(flat, cut, at + 1)), default=-1)  # it looks one letter ahead
    aim = max((m.end() for m in _AIM.finditer(flat, cut, at)), default=-1)
    if max(cause, aim) < 0:
        return False
    since = flat[max(cause, aim) : at]
    if not _AND.search(since):
        return True
    joined = all(len(piece.split()) <= 3 for piece in _AND.split(since))
    return not names and aim > cause and joined


def gives_at_once(flat: str, at: int) -> bool:
    """Is the verb at a place the aim of a loss, and an act of its own: "… để bổ nhiệm giữ chức vụ B"?"""
    lead = max(0, at - 30)
    return any(m.start() < at < m.end() for m in _TO_GIVE.finditer(flat, lead, at + 40))


def is_history(sheet: Sheet, verb: Span, end: int) -> bool:
    """ "…, được tuyển dụng ngày 01/9/2010, hiện giữ chức vụ …": what was done before, with a day of its own."""
    cut = re.compile(r"[,;]").search(sheet.flat, verb.end, end)
    if cut is None or cut.group() == ";":
        return False
    rest = Span(start=cut.end(), end=end)
    days = [day.value for day in find_days(sheet.plain, verb.end, cut.start()) if day.value]
    year = _YEAR.search(sheet.flat, verb.end, cut.start())
    if not days and year is None:
        return False
    later = from_day(sheet.plain, rest)
    if later is not None:
        return later > days[-1] if days else year is not None and later.year > int(year["year"])
    return from_signing(sheet.plain, rest) or _GOES_ON.match(sheet.flat, rest.start, end) is not None
