"""Words of the form that an eye misread, where what stands around them leaves one word. Values are no such words.

"rigày 24/6/2022" is "ngày"; "TM TY BAN NHÂN DÂN" is "TM.ỦY BAN NHÂN DÂN"; "Điều 1, Giao …" opens an article.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from difflib import SequenceMatcher

from decisions.fold import fold
from decisions.text import DocumentText, Span
from extract.letters import LOW, UP

_BEFORE_DAY = re.compile(rf"(?<!\w)[{LOW}]{{4,6}}(?=\s\d{{1,2}}(?:/\d{{1,2}}/(?:19|20)\d{{2}}|\stháng\s\d))")
#: "ngà y 19 tháng 6"
_TORN_DAY = re.compile(r"(?<!\w)n ?g ?à ?y(?<! ngày)(?=\s\d{1,2}[/\s])")
_COMMITTEE = re.compile(rf"(?<!\w)TM[ .:][{UP}]Y(?=\sBAN\sNHÂN\sDÂN)")
#: Behind a sentence that has ended; "khoản 2 Điều 1, Luật …" goes on.
_OPENING = re.compile(rf"(?<=[.:;/])\s+Điều\s\d{{1,2}},(?=\s(?!Điều|Khoản|Điểm|Mục|Chương|Phụ)[{UP}][{LOW}])")
_REGULATES = re.compile(
    rf"(?<!\w)qu(?!yết|yêt|y )[{LOW}]{{2}}(?=\sđịnh\s(?:về|chi|chế|chính|cơ|một|mức|số|tiêu|tổ|chức|nhiệm|việc|giao|trình)\s)"
)
_LIKE = 0.6


def as_meant(text: DocumentText, flat: str) -> tuple[str, tuple[Span, ...]]:
    """`flat`, of the same length, with those words, and where they stand. Only an eye misreads."""
    found: list[Span] = []
    for page in text.pages:
        if page.source == "ocr":
            for pattern, meant in _MEANT:
                for match in list(pattern.finditer(flat, page.span.start, page.span.end)):
                    word = meant(match.group())
                    if word != match.group():
                        found.append(Span(start=match.start(), end=match.end()))
                        flat = flat[: match.start()] + word + flat[match.end() :]
    return flat, tuple(sorted(found))


def _day(word: str) -> str:
    read = fold(word)
    like = SequenceMatcher(None, read, "ngay", autojunk=False).ratio()
    return "ngày".rjust(len(word)) if read != "ngay" and like >= _LIKE else word


#: Each gives back as many letters as it takes.
_MEANT: tuple[tuple[re.Pattern[str], Callable[[str], str]], ...] = (
    (_BEFORE_DAY, _day),
    (_TORN_DAY, lambda word: "ngày".rjust(len(word))),
    (_COMMITTEE, lambda words: "TM.ỦY"),
    (_REGULATES, lambda word: "quy".rjust(len(word))),
    (_OPENING, lambda words: f"{words[:-1]}."),
)
