"""Which part of the other instrument is meant? "khoản 2 Điều 3", "một số điều", a phrase; nothing means the whole."""

from __future__ import annotations

import re

from extract.sheet import joined

_LABELS = r"(?:\d+[a-zđ]?|[a-zđ]\b)(?:(?:\s*,\s*|\s+và\s+)(?:\d+[a-zđ]?|[a-zđ]\b)(?!\s*(?:Điều|khoản|điểm)))*"
_PARTS = re.compile(
    rf"(?:(?:điểm\s+{_LABELS},?\s+)?khoản\s+{_LABELS},?\s+)?Điều\s+{_LABELS}|(?<!danh )(?<!tiểu )\b(?:Phụ lục|Mục|Chương|Phần)\s+(?:số\s+)?[IVX\d]+[a-z]?\b",
    re.IGNORECASE,
)
_FEW = re.compile(
    r"một số (?:điều|nội dung|khoản|điểm)(?:, (?:khoản|điểm))*|một phần|cụm từ\s*[“\"][^”\"]{1,120}[”\"]", re.I
)
_EMPTY = re.compile(
    r"[\s,]*(?:(?:của|tại|theo|trong|ở|bởi|và|các|những|cho|toàn bộ|văn bản|sau đây|sau|được|đã|ban hành|kèm|nêu trên"
    r"|biện pháp|thi hành|thực hiện|việc|chi tiết|quyết định|nghị quyết|nghị định|thông tư|chỉ thị|hiệu lực|số)\b[\s,:]*)*",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"\s*(?:(?:đã\s+)?(?:được\s+)?(?:ban hành|phê duyệt|công bố|quy định|thành lập|giao)?\s*(?:kèm\s+)?(?:theo|tại|của|trong|bởi|ở)\s*(?:các\s*)?)$"
)


def scope_of(words: str) -> tuple[str, ...]:
    """The parts named between an act and the instrument it acts on, as cited."""
    parts = tuple(joined(match.group()) for match in _PARTS.finditer(words))
    if parts:
        return parts
    few = tuple(joined(match.group()) for match in _FEW.finditer(words))
    if few:
        return few
    if _EMPTY.fullmatch(words):
        return ()
    rest = joined(_TAIL.sub("", words)).strip(" ,:")
    return (rest,) if rest else ()


def is_scope(words: str) -> bool:
    """Is this nothing but the parts of an instrument that follows: "Khoản 2 Điều 3 của"?"""
    rest = _PARTS.sub("", words)
    return rest != words and _EMPTY.fullmatch(rest) is not None


def is_damaged(parts: tuple[str, ...]) -> bool:
    """Articles and clauses are counted in figures (Decree 30/2020/NĐ-CP, appendix I): "Điều I" was read wrongly."""
    return any(re.search(r"\b(?:Điều|khoản)\s+[^\d\s]", part) for part in parts)
