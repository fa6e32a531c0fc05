"""Marks off, case and punctuation kept: optical readers confuse tone marks, so legal words are matched without them."""

from __future__ import annotations

import re
import unicodedata
from functools import cache


def plain(text: str) -> str:
    """NFC text without marks, đ as d, of the same length: "Bỗ nhiệm, kế từ" → "Bo nhiem, ke tu"."""
    return "".join(_base(char) for char in text)


def pattern(regex: str, flags: re.RegexFlag | int = 0) -> re.Pattern[str]:
    """A pattern written with Vietnamese words, compiled to match `plain` text."""
    return re.compile(plain(unicodedata.normalize("NFC", regex)), flags)


@cache
def _base(char: str) -> str:
    if char in "đĐ":
        return "d" if char == "đ" else "D"
    base = unicodedata.normalize("NFD", char)[0]
    return base if base.isascii() else char
