"""NFC at the door, and the one way to lose marks; both keep the length of an NFC text, so places stay places."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

#: Look-alikes of Đ/đ that keyboards, fonts and OCR produce (domain: U+00D0 is Icelandic Eth, U+0189 African D).
_ETH = str.maketrans({"\u00d0": "Đ", "\u0189": "Đ", "\u00f0": "đ", "\u0256": "đ"})

# In the open rhymes oa, oe, uy the tone mark may stand on either vowel (hòa = hoà, ủy = uỷ). The second one is ours.
_TONES = "\u0300\u0309\u0303\u0301\u0323"
_OPEN_RHYME = re.compile(
    r"(?<![^\W\d_])(?P<onset>(?:(?!q)[^\W\d_aeiouyăâêôơư])*)(?P<first>[oòỏõóọuùủũúụ])(?P<second>[aàảãáạeèẻẽéẹyỳỷỹýỵ])(?![^\W\d_])",
    re.IGNORECASE,
)


def nfc(text: str) -> str:
    """The text in NFC with Ð and its look-alikes made Đ. The only place where text is normalised on its way in."""
    return unicodedata.normalize("NFC", text).translate(_ETH)


def fold(text: str) -> str:
    """Lower case, no marks, đ as d, a space for all that is no letter or digit. len(fold(t)) == len(t) for NFC t."""
    return "".join(_bare(char) for char in text)


def mark(text: str) -> str:
    """As `fold`, but the marks stay and the tone placement is made one (hòa → hoà). Keeps the length of NFC text."""
    return _OPEN_RHYME.sub(_settle_tone, "".join(_low(char) for char in text))


def words(text: str) -> list[str]:
    """The folded words of a text, as an index sees them."""
    return fold(nfc(text)).split()


def has_marks(word: str) -> bool:
    """Does a typed word carry any Vietnamese mark (đ included)?"""
    return fold(word) != mark(word)


@cache
def _low(char: str) -> str:
    low = char.translate(_ETH).lower()
    return low if len(low) == 1 and low.isalnum() else " "


@cache
def _bare(char: str) -> str:
    base = unicodedata.normalize("NFD", _low(char))[0]
    return "d" if base == "đ" else base


def _settle_tone(match: re.Match[str]) -> str:
    onset, first, second = match.group("onset", "first", "second")
    pair = _bare(first) + _bare(second)
    if pair not in ("oa", "oe", "uy") or onset.endswith("q"):
        return match.group()
    tones = [c for c in unicodedata.normalize("NFD", first) if c in _TONES]
    if not tones:
        return match.group()
    return onset + pair[0] + unicodedata.normalize("NFC", pair[1] + tones[0])
