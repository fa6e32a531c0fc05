"""Words of the form that an eye misread, where what stands around them leaves one word. Values are no such words.

"rigày 24/6/2022" is "ngày"; "TM TY BAN NHÂN DÂN" is "TM.ỦY BAN NHÂN DÂN"; "Điều 1, Giao …" opens an article;
"hiệu lực kể tỉ từ xảy ký." can only be "kể từ ngày ký".
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
_COMMITTEE = re.compile(rf"(?<!\w)TM[ .:]{{1,2}}[{UP}]{{1,2}}Y(?=\sBAN\sNHÂN\sDÂN)")
_COMMITTEE_MARKS = re.compile(r"(?<!\w)[UÙÚỦŨỤƯỪỨỬỮỰ][YỲÝỶỸỴ](?=\sBAN\sNHÂN\sDÂN)")
#: "ngày 18 tháng 9 năm 2020 cẩn: Chính phủ": whose it is.
_OF = re.compile(
    rf"(?<=20\d{{2}} )(?:c[{LOW}]{{2,3}}[:;.,]|c[úùũụ]a)(?=\s(?:Chính\sphủ|Quốc\shội|Thủ\stướng|Bộ\s[{UP}]))"
)
#: "bà I.ý Phương Thúy", "đến §ở Nội vụ": letters of the same strokes.
_EL = re.compile(rf"(?<=(?<!\w)(?:ông|Ông) )I[.,](?=[{LOW}])|(?<=(?<!\w)(?:bà|Bà) )I[.,](?=[{LOW}])")
_ES = re.compile(rf"(?<!\w)§(?=[{LOW}])")
#: "(heo nguyện vọng cá nhân"
_ACCORDING = re.compile(r"(?<=\s)[(\[{]heo(?=\s(?:nguyện|quy|đề|đơn|chế|Quyết|Tờ)\s)")
#: "trọng, thời hạn 12 tháng"
_WITHIN = re.compile(r"(?<!\w)tr[oòóỏõọ]ng[,.]?(?=\sthời\s(?:hạn|gian)\s)")
#: What follows "hiệu lực" and ends in "ký" says from when; "sau 10 ngày kể từ ngày ký" is something else.
_SIGNED = re.compile(r"(?<=hiệu lực )[kt][^.;:\n\d]{7,24}\ský(?: ban hành)?(?=\s?[.;])")
_SIGNINGS = ("kể từ ngày ký", "thi hành kể từ ngày ký", "kể từ ngày ký ban hành", "từ ngày ký")
#: Behind a sentence that has ended; "khoản 2 Điều 1, Luật …" goes on.
_OPENING = re.compile(rf"(?<=[.:;/])\s+Điều\s\d{{1,2}},(?=\s(?!Điều|Khoản|Điểm|Mục|Chương|Phụ)[{UP}][{LOW}])")
_REGULATES = re.compile(
    rf"(?<!\w)qu(?!yết|yêt|y )[{LOW}]{{2}}(?=\sđịnh\s(?:về|chi|chế|chính|cơ|một|mức|số|tiêu|tổ|chức|nhiệm|việc|giao|trình)\s)"
)
#: "điển a khoản 1 Điều 9": a letter alone before a clause is a point.
_POINT = re.compile(rf"(?<!\w)[{LOW}]{{3,5}}(?=\s[a-eđghik]\skhoản\s\d)")
#: "Điều I. Ngưng …"
_FIRST = re.compile(rf"(?<=Điều )[IlL|](?=[.:]\s+[{UP}][{LOW}])")
_LIKE = 0.6
_LIKE_SIGNING = 0.75


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
    like = _likeness(read, "ngay")
    return "ngày".rjust(len(word)) if read != "ngay" and like >= _LIKE else word


def _point(word: str) -> str:
    near = fold(word) != "diem" and _likeness(fold(word), "diem") >= _LIKE
    return "điểm".rjust(len(word)) if near and len(word) >= len("điểm") else word


def _signing(words: str) -> str:
    read = " ".join(fold(words).split())
    meant = max(_SIGNINGS, key=lambda each: _likeness(read, fold(each)))
    like = _likeness(read, fold(meant))
    return meant.rjust(len(words)) if _LIKE_SIGNING <= like < 1 and len(meant) <= len(words) else words


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


#: Each gives back as many letters as it takes.
_MEANT: tuple[tuple[re.Pattern[str], Callable[[str], str]], ...] = (
    (_BEFORE_DAY, _day),
    (_TORN_DAY, lambda word: "ngày".rjust(len(word))),
    (_COMMITTEE, lambda words: "TM.ỦY".rjust(len(words))),
    (_COMMITTEE_MARKS, lambda word: word if word in ("ỦY", "UỶ") else "ỦY"),
    (_OF, lambda word: "của".ljust(len(word))),
    (_EL, lambda letter: " L"),
    (_ES, lambda letter: "S"),
    (_ACCORDING, lambda word: "theo"),
    (_WITHIN, lambda word: "trong".ljust(len(word))),
    (_SIGNED, _signing),
    (_POINT, _point),
    (_FIRST, lambda letter: "1"),
    (_REGULATES, lambda word: "quy".rjust(len(word))),
    (_OPENING, lambda words: f"{words[:-1]}."),
)
