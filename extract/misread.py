"""Words of the form that an eye misread, where what stands around them leaves one word. Values are no such words.

"rigày 24/6/2022" is "ngày"; "TM TY BAN NHÂN DÂN" is "TM.ỦY BAN NHÂN DÂN"; "Điều 1, Giao …" opens an article.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from decisions.fold import fold
from decisions.text import DocumentText
from extract.letters import LOW, UP

_BEFORE_DAY = re.compile(rf"(?<!\w)[{LOW}]{{4,6}}(?=\s\d{{1,2}}(?:/\d{{1,2}}/(?:19|20)\d{{2}}|\stháng\s\d))")
_COMMITTEE = re.compile(rf"(?<!\w)TM[ .:][{UP}]Y(?=\sBAN\sNHÂN\sDÂN)")
#: Behind a sentence that has ended; "khoản 2 Điều 1, Luật …" goes on.
_OPENING = re.compile(rf"(?<=[.:;/])(?P<lead>\s+Điều\s\d{{1,2}}),(?=\s(?!Điều|Khoản|Điểm|Mục|Chương|Phụ)[{UP}][{LOW}])")
_LIKE = 0.6


def as_meant(text: DocumentText, flat: str) -> str:
    """`flat`, of the same length, with those words. Only an eye misreads."""
    for page in text.pages:
        if page.source == "ocr":
            words = flat[page.span.start : page.span.end]
            words = _BEFORE_DAY.sub(lambda match: _day(match.group()), words)
            words = _OPENING.sub(r"\g<lead>.", _COMMITTEE.sub("TM.ỦY", words))
            flat = flat[: page.span.start] + words + flat[page.span.end :]
    return flat


def _day(word: str) -> str:
    read = fold(word)
    like = SequenceMatcher(None, read, "ngay", autojunk=False).ratio()
    return "ngày".rjust(len(word)) if read != "ngay" and like >= _LIKE else word
