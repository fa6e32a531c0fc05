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
        "đề",
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


def is_another(printed: str) -> bool:
    """Is the first word such a word, by its marks?"""
    first = _WORD.search(printed)
    return first is not None and first.group().lower() in _OTHERS


def found_in(bare: re.Pattern[str], marked: re.Pattern[str], words: str, printed: str) -> Iterator[re.Match[str]]:
    """What a pattern finds in plain words, from left to right, without what is printed as another word. `marked`: the same
    pattern with its marks; what this finds, too, is meant.
    """
    at = 0
    while match := bare.search(words, at):
        if is_another(printed[match.start() : match.end()]) and not marked.match(printed, match.start()):
            at = match.start() + 1
            continue
        yield match
        at = max(match.end(), match.start() + 1)
