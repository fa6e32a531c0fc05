"""Which part of the other instrument is meant? "khoản 2 Điều 3", "một số điều", a phrase; nothing means the whole."""

from __future__ import annotations

import re

from extract.plain import pattern, plain
from extract.sheet import joined

_LABELS = r"(?:\d+[a-zđ]?|[a-zđ]\b)(?:(?:\s*,\s*|\s+và\s+)(?:\d+[a-zđ]?|[a-zđ]\b)(?!\s*(?:Điều|khoản|điểm)))*"
#: Articles, clauses and points (Law 64/2025/QH15; Decree 30/2020/NĐ-CP app. I): the parts that law counts.
_ARTICLES = pattern(
    rf"(?:(?:điểm[:.]?\s+{_LABELS},?\s+)?khoản[:.]?\s+{_LABELS},?\s+)?Điều\s+(?!này\b)(?:{_LABELS}|[IVXl]+\b)",
    re.IGNORECASE,
)
#: The parts of annexes: "mục 3 Phụ lục II.8", "tiểu mục A4, mục A, phần I, Phụ lục 1".
_DIVISION = r"(?:Phụ lục|(?<!danh )(?:tiểu\s+)?mục|Chương|Phần|Biểu|Bảng|Mẫu)"
_DIVISION_LABEL = r"\s+(?:số\s+)?(?:[IVX]+[a-z]?(?:\.\d+)*|\d+[a-z]?(?:\.\d+)*|[A-Z]\d*)\b"
_DIVISIONS = pattern(
    rf"\b(?P<kind>{_DIVISION}){_DIVISION_LABEL}(?:\s*,?\s+(?!(?P=kind)){_DIVISION}{_DIVISION_LABEL})*", re.IGNORECASE
)
_FEW = pattern(
    r"một số (?:điều|nội dung|khoản|điểm|quy định|mục)(?:,\s*(?:điều|khoản|điểm))*"
    r"|một phần(?:\s+nội dung)?|cụm từ\s*[“\"][^”\"]{1,120}[”\"]",
    re.IGNORECASE,
)
#: What begins the name of a part of an instrument, or of what came with it.
PART = pattern(
    r"\s*(?:toàn bộ\s+|một số\s+|một phần\s+|các\s+|những\s+|\d+\s+(?:\([^)]{1,20}\)\s*)?)?"
    r"(?:điều|khoản|điểm|phụ lục|(?:tiểu\s+)?mục|chương|phần|biểu|mẫu|bảng|cụm từ|nội dung|danh mục|danh sách|số thứ tự"
    r"|quy trình|quy chế|quy định|thủ tục|kế hoạch|đề án|phương án|dự án)\b(?!\s+này\b)",
    re.IGNORECASE,
)
_EMPTY = pattern(
    r"[\s,]*(?:(?:của|tại|theo|trong|ở|bởi|và|các|những|cho|toàn bộ(?:\s+nội dung)?|tất cả|văn bản|sau đây|sau|được|đã|ban hành|kèm"
    r"|nêu trên|biện pháp|thi hành|thực hiện|việc|chi tiết|quyết định|nghị quyết|nghị định|thông tư|chỉ thị|hiệu lực|số)"
    r"\b[\s,:]*)*",
    re.IGNORECASE,
)
#: What is extended of an instrument is its time.
_TIME = pattern(
    r"\s*(?:(?:thời gian|thời hạn|hiệu lực|thực hiện|áp dụng|thi hành|hoàn thành|có|của|tại|theo)\b\s*)*", re.IGNORECASE
)
#: A list of instruments, each of them wholly: "một số văn bản quy phạm pháp luật …", "các Quyết định sau đây:".
_INSTRUMENTS = pattern(
    r"[\s,]*(?:toàn bộ\s+|tất cả\s+|một số\s+|các\s+|những\s+|\d{1,3}\s+(?:\([^)]{1,30}\)\s*)?)*"
    r"(?:văn bản|quyết định|nghị quyết|chỉ thị|thông tư|nghị định|kế hoạch|thông báo)\b(?!\s+này\b)[^;]*",
    re.IGNORECASE,
)
_TAIL = pattern(
    r"\s*\b(?:mới\s+)?(?:đã\s+)?(?:được\s+)?"
    r"(?:ban hành|phê duyệt|công bố|quy định|thành lập|kiện toàn|giao|nêu|bổ nhiệm)?\s*(?:kèm\s+)?"
    r"(?:theo|tại|của|trong|bởi|ở)(?:\s+các)?\s*\Z",
    re.IGNORECASE,
)
#: "… đã được công bố tại các Quyết định của …:" before a list of them.
_LIST_TAIL = pattern(
    r"\s*(?:đã\s+)?(?:được\s+)?(?:ban hành|phê duyệt|công bố|quy định)?\s*(?:kèm\s+theo|tại|của)\s+(?:các|những)\s+"
    r"(?:Quyết định|Nghị quyết|văn bản|Chỉ thị|Kế hoạch)\b[^;]*\Z",
    re.IGNORECASE,
)


def scope_of(words: str, action: str = "") -> tuple[str, ...]:
    """The parts named between an act and the instrument it acts on, as cited; nothing where it is the whole."""
    bare = plain(words)
    if action == "extends" and _TIME.fullmatch(bare):
        return ()
    if _EMPTY.fullmatch(bare) or _INSTRUMENTS.fullmatch(bare):
        return ()
    for parts in (_ARTICLES, _DIVISIONS, _FEW):
        found = _all(parts, words, bare)
        if found and (parts is not _DIVISIONS or _EMPTY.fullmatch(parts.sub("", bare))):
            return found
    tail = _LIST_TAIL.search(bare) or _TAIL.search(bare)
    rest = joined(words[: tail.start()] if tail else words).strip(" ,:")
    return (rest,) if rest else ()


def is_scope(words: str) -> bool:
    """Is this nothing but the parts of an instrument that follows: "Khoản 2 Điều 3 của"?"""
    bare = plain(words)
    rest = _DIVISIONS.sub("", _ARTICLES.sub("", bare))
    return rest != bare and _EMPTY.fullmatch(rest) is not None


def only_parts(words: str) -> bool:
    """Is this nothing, or no more than the parts of an instrument: "một số điều", "khoản 2 Điều 3"?"""
    rest = _FEW.sub("", _DIVISIONS.sub("", _ARTICLES.sub("", plain(words))))
    return _EMPTY.fullmatch(rest) is not None


def names_instruments(words: str) -> bool:
    """Are whole instruments meant: "một số văn bản của …"?"""
    return _INSTRUMENTS.fullmatch(plain(words)) is not None


def announces_list(words: str) -> bool:
    """Can a list of instruments follow these words of a heading?"""
    return _EMPTY.fullmatch(plain(words)) is not None or names_instruments(words) or shares_scope(words)


def shares_scope(words: str) -> bool:
    """ "nội dung … công bố tại các Quyết định:" means the same part of every item."""
    return not names_instruments(words) and _LIST_TAIL.search(plain(words)) is not None


def is_damaged(parts: tuple[str, ...]) -> bool:
    """Articles and clauses are counted in figures (Decree 30/2020/NĐ-CP, appendix I): "Điều I" and "khoản: 4" were read wrongly."""
    return any(re.search(r"\b(?:Điều|khoản)(?:\s+[^\d\s]|[:.])|\bđiểm[:.]", part) for part in parts)


def _all(parts: re.Pattern[str], words: str, bare: str) -> tuple[str, ...]:
    """Each part once, as printed."""
    return tuple(dict.fromkeys(joined(words[m.start() : m.end()]) for m in parts.finditer(bare)))
