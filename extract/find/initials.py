"""Is a symbol made of the first letters of a body's name? "SGDĐT" of "Sở Giáo dục và Đào tạo".

Decree 30/2020/NĐ-CP, appendix III, has symbols made so for bodies that its own lists do not name; what kind of body it
is may be left out in front, and the place behind: "ĐHSP" of "Trường Đại học Sư phạm Hà Nội".
"""

from __future__ import annotations

import re

from decisions.tables import rows
from extract.plain import plain

_SILENT = frozenset({"và", "của", "tại", "cho", "thuộc", "trong"})
_IN_FRONT = 1  #: words before the first letter, at most …
_LEAST, _LEFT = 2, 3  #: letters of a symbol, and of one that leaves words out in front
_NEVER_OUT = frozenset({"so", "bo"})  #: … but not of these: "NV" is no symbol of Sở Nội vụ
_WORD = re.compile(r"[^\W\d_]+")


def initialled(symbol: str, body: str) -> str | None:
    """The symbol with the letters that the name gives it (Đ or D), where these are its first letters; else None."""
    words = [word for word in _WORD.findall(body) if word.lower() not in _SILENT]
    letters = [char for char in symbol if char.isalpha()]
    if len(letters) < _LEAST or len(letters) != len(symbol):
        return None
    for start in range(min(_IN_FRONT, len(words)) + 1):
        own, behind = words[start : start + len(letters)], words[start + len(letters) :]
        if start and (len(letters) < _LEFT or plain(words[0]).lower() in _NEVER_OUT):
            return None
        if len(own) == len(letters) and all(map(_begins, own, letters)) and _is_place(behind):
            return "".join(map(_written, own, letters))
    return None


def _begins(word: str, letter: str) -> bool:
    return plain(word[0]).upper() == plain(letter).upper()


def _written(word: str, letter: str) -> str:
    """The letter as read, but for Đ and D, which readers confuse."""
    return word[0].upper() if plain(letter) in "dD" else letter


def _is_place(words: list[str]) -> bool:
    """Nothing, a name, or a kind of unit and its name."""
    types = {row["name"].split()[0] for row in rows("unit_types")}
    return not words or words[0] in types or all(word[0].isupper() for word in words)
