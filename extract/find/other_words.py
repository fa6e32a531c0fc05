"""Words that an eye read well and that mean something else than the patterns without marks look for.

"tỉnh từ ngày" is no "tính từ", "Trưởng khoa Dược" does not end in "được", "đơn vị" gives no reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

#: With marks of their own: a word without any may have lost its marks.
_OTHERS = frozenset(
    [
        "tỉnh",
        "dược",
        "chợ",
        "chỗ",
        "vị",
        "ví",
        "độ",
        "đô",
        "đồ",
        "lâm",
        "vệ",
        "tư",
        "tự",
        "tử",
        "sáng",
        "sàng",
        "nghị",
        "hướng",
        "hương",
        "kiểm",
        "cổ",
        "cơ",
    ]
)
_WORD = re.compile(r"\w+")
#: "đề án", "đề nghị"; "đề nghỉ hưu" is "để nghỉ hưu".
_MATTER = re.compile(r"đề\s(?!\s*(?:nghỉ|nhận|hưởng|chuyển|đảm|thực|bố|giữ|tham|điều|tập|phục)(?!\w))", re.IGNORECASE)
_AHEAD = 12  #: letters behind what was found, which tell what its last word means


def is_another(printed: str) -> bool:
    """Is the first word such a word, by its marks?"""
    first = _WORD.search(printed)
    if first is None:
        return False
    return first.group().lower() in _OTHERS or _MATTER.match(printed, first.start()) is not None


def found_in(bare: re.Pattern[str], marked: re.Pattern[str], words: str, printed: str) -> Iterator[re.Match[str]]:
    """What a pattern finds in plain words, from left to right, without what is printed as another word. `marked`: the same
    pattern with its marks; what this finds, too, is meant.
    """
    at = 0
    while match := bare.search(words, at):
        if is_another(printed[match.start() : match.end() + _AHEAD]) and not marked.match(printed, match.start()):
            at = match.start() + 1
            continue
        yield match
        at = max(match.end(), match.start() + 1)
