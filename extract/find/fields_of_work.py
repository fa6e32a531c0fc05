"""Verbs that name a field of work: "phụ trách công tác tuyển dụng, điều động, nghỉ hưu" moves and retires nobody."""

from __future__ import annotations

import re
from functools import cache

from decisions.tables import rows
from extract.plain import pattern, plain

#: What is looked after, taught or learnt stands behind such words.
_FIELD = pattern(
    r"(?<!nhận )(?<!đến )(?<!chuyển )(?:(?<!\w)(?:công\s+tác|lĩnh\s+vực|nghiệp\s+vụ|mảng|khâu|chế\s+độ|chính\s+sách|nội\s+dung|hồ\s+sơ|thủ\s+tục)"
    r"|(?:theo\s+dõi|giải\s+quyết|thực\s+hiện|phụ\s+trách|tham\s+mưu|chỉ\s+đạo|quản\s+lý|hướng\s+dẫn)(?:\s+(?:các\s+)?việc)?"
    r"|(?:tập\s+huấn|bồi\s+dưỡng|đào\s+tạo|lớp|khóa|khoá|hội\s+nghị|hội\s+thảo|kiến\s+thức|kỹ\s+năng|pháp\s+luật|chuyên\s+đề)"
    r"(?:\s+[^\s,;.:]+){0,4}?\s+về(?:\s+(?:công\s+tác|việc))?)\s+",
    re.IGNORECASE,
)
_COMMA = re.compile(r"\s*(?:,|(?<!\w)(?:va|hoac|hay)(?!\w))\s*")
#: Words beside the verbs of acts with which such a list begins.
_BESIDE = ("đào tạo", "bồi dưỡng", "quy hoạch", "đánh giá", "tổ chức", "cán bộ", "thi đua", "quản lý", "tiền lương")
#: A verb with a person, a post or a day behind it does something.
_DOES = pattern(
    r"\s+(?:(?:kể\s+)?từ\s+(?:ngày|tháng|\d)|đối\s+với\s+(?:ông|bà|đồng\s+chí)|(?:cho\s+)?(?:ông|bà|đồng\s+chí)\s|giữ\s|chức\s+vụ|làm\s|theo\s+(?:nguyện|đơn|quyết)"
    r"|để\s|(?:đến|về|sang)\s+[A-Z])",
)
_REACH = 160  #: letters before a verb in which such a list begins
_WORDS = 4  #: of a thing in such a list


def names_field(words: str, start: int, verb: tuple[int, int], end: int) -> bool:
    """Is a verb, in plain text, one of the things that stand behind the name of a field?"""
    at, behind = verb
    if _DOES.match(words, behind, end):
        return False
    return any(_is_list(words[match.end() : at]) for match in _FIELD.finditer(words, max(start, at - _REACH), at))


def _is_list(between: str) -> bool:
    """Are the words between the field and the verb things of its kind, each with its comma?"""
    *things, last = _COMMA.split(between)
    if last.strip() or not things:
        return not between.strip()
    named = things[0].lower().startswith(_first_words())
    return named and all(len(thing.split()) <= _WORDS and thing == thing.lower() for thing in things)


@cache
def _first_words() -> tuple[str, ...]:
    return tuple(plain(word) for word in (*_BESIDE, *(row["verb"] for row in rows("acts"))))
