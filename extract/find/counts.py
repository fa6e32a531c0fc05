"""How many: "15", "mười lăm", "ba mươi mốt", in plain letters."""

from __future__ import annotations

from extract.plain import plain

_WORDS = {"một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9}
_BEHIND_TEN = {"mốt": 1, "tư": 4, "lăm": 5, "nhăm": 5}
_UNITS = {plain(word): value for word, value in (_WORDS | _BEHIND_TEN).items()}
_UNIT = "|".join(_UNITS)
#: A pattern of plain letters for a count below a hundred. "năm" is a year too: alone, it counts only before a unit.
COUNT = rf"(?:\d{{1,3}}|(?:(?:(?:{_UNIT})\s+)?muoi)(?:\s+(?:{_UNIT}))?|(?:{_UNIT}))"


def counted(words: str) -> int:
    """The number that words matching `COUNT` say."""
    if words.isdigit():
        return int(words)
    tens, ten, ones = words.lower().partition("muoi")
    if not ten:
        return _UNITS[tens.strip()]
    return _UNITS.get(tens.strip(), 1) * 10 + _UNITS.get(ones.strip(), 0)
