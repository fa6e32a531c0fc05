"""How the provisions of an instrument are named: "điểm a, b khoản 1 và khoản 3 Điều 5", "từ Điều 3 đến Điều 6".

The levels are those of Law 64/2025/QH15 and Decree 30/2020/NĐ-CP (app. I). These are parts of patterns for plain text; their lists give nothing back (`*+`), or long ones would take for ever.
"""

from __future__ import annotations

_ALSO = r"(?:\s*,\s*(?:và\s+|hoặc\s+)?|\s+(?:và|hoặc)\s+)"
_TO = r"(?:\s+(?:cho\s+)?đến\s+(?:hết\s+)?|\s*[-–]\s*(?=\d))"
_ORDINAL = r"(?:thứ\s+(?:nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười|\d{1,2})|đầu(?:\s+tiên)?|cuối(?:\s+cùng)?|\d{1,2})\b"


def _labelled(word: str, label: str) -> str:
    """One provision or several of a level that is named once: "khoản 2, 3", "các điểm từ a đến d"."""
    return rf"{word}[:.]?\s+(?:từ\s+)?{label}(?:(?:{_TO}(?:{word}\s+)?|{_ALSO}){label})*+"


_POINTS = _labelled(r"(?:tiết|điểm)", r"(?:\d+(?:\.\d+)*[a-zđ]?|[a-zđ]\d?\b)")
_CLAUSES = _labelled(r"(?:tiểu\s+)?khoản", r"(?:\d+[a-zđ]?|[lI]\b)")
#: Below the article: the clause, the point, and what has no number of its own.
BELOW = (
    rf"(?:(?:đoạn|câu|gạch\s+đầu\s+dòng|dấu\s+gạch\s+ngang)\s+{_ORDINAL}(?:{_ALSO}(?:thứ\s+)?{_ORDINAL})*+"
    rf"|{_POINTS}|{_CLAUSES}"
    r"|[a-zđ]\d?\b(?=\s*,?\s+khoản\b))"  # "điểm a khoản 1, b khoản 2 Điều 3"
)
#: One or more of them, of one article or of several.
RUN = rf"{BELOW}(?:(?:{_ALSO}(?:các\s+)?|\s+(?:của\s+)?){BELOW})*+"
_FIGURE = r"\d+[a-zđ]?"
_ARTICLES = (
    rf"(?:từ\s+)?Điều\s+(?:từ\s+)?(?!này\b)(?:{_FIGURE}(?:{_TO}(?:Điều\s+)?{_FIGURE}"
    rf"|{_ALSO}{_FIGURE}(?!\s*(?:Điều|khoản|điểm)))*|[IVXl]+\b|[a-zđ]\b)"
)
#: What stands behind is in the instrument already: "khoản 3a vào sau khoản 3 Điều 7".
_INTO = r"\s+(?:vào\s+(?:(?:ngay\s+)?sau\s+|trước\s+|cuối\s+)?|(?:ngay\s+)?sau\s+|trước\s+)"
_FEW_OF = r"(?:một\s+số\s+(?:khoản|điểm)\s+(?:của|tại|thuộc)\s+)?"
_CHAPTER = r"(?:\s*,?\s+(?:của\s+)?(?:Mục|Chương|Phần)\s+(?:[IVX]+|\d+)\b)*"
#: An article, or several told as one, with what is meant of it and the chapter where it stands.
ARTICLES = (
    rf"{_FEW_OF}(?:{RUN}(?:{_INTO}(?:{RUN})?)?(?:\s*,)?\s*(?<=[\s,])(?:của\s+)?)?"
    rf"{_ARTICLES}(?:{_INTO}{_ARTICLES})?{_CHAPTER}"
)

_OUTER = r"(?:Phụ lục|Chương|Phần)"
_DIVISION = rf"(?:{_OUTER}|(?<!danh )(?:tiểu\s+)?mục|Biểu|Bảng|Mẫu)"
_DIVISION_LABEL = r"\s+(?:số\s+)?(?:[IVX]+[a-z]?(?:\.\d+)*|\d+[a-z]?(?:\.\d+)*|[A-Z]\d*)\b"
#: The parts of annexes: "mục 3 Phụ lục II.8", "mục 2, mục 5 Phần II", "tiểu mục A4, mục A, phần I, Phụ lục 1".
DIVISIONS = (
    rf"\b(?P<kind>{_DIVISION}){_DIVISION_LABEL}(?:(?:{_ALSO}(?P=kind){_DIVISION_LABEL})+(?=\s*,?\s+(?!(?P=kind)){_OUTER}\b))?"
    rf"(?:\s*,?\s+(?!(?P=kind)){_DIVISION}{_DIVISION_LABEL})*"
)
