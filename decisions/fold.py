"""NFC at the door, and the one way to lose marks; both keep the length of an NFC text, so places stay places."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

#: Look-alikes of Đ/đ that keyboards, fonts and OCR produce (domain: U+00D0 is Icelandic Eth, U+0189 African D).
_ETH = str.maketrans({"\u00d0": "Đ", "\u0189": "Đ", "\u00f0": "đ", "\u0256": "đ"})

# In rhymes that begin with oa, oe, uy the tone may be typed on either vowel (hòa = hoà, ủy = uỷ), and after qu some
# type it on the u (qúy = quý). The second vowel is where it is kept; uyê and uya bear it elsewhere.
_MISPLACED_TONE = re.compile(
    r"(?<![qaăâeêioôơuưy])(?:[òỏõóọ][ae]|[ùủũúụ]y(?![êa]))|(?<=q)[ùủũúụ][aăâeêiơy](?![aăâeêioôơuưy])"
)


def nfc(text: str) -> str:
    """The text in NFC with Ð and its look-alikes made Đ. The only place where text is normalised on its way in."""
    return unicodedata.normalize("NFC", text).translate(_ETH)


def fold(text: str) -> str:
    """Lower case, no marks, đ as d, a space for all that is no letter or digit. len(fold(t)) == len(t) for NFC t."""
    return text.translate(_BARE)


def mark(text: str) -> str:
    """As `fold`, but the marks stay and the tone placement is made one (hòa → hoà). Keeps the length of NFC text."""
    return _MISPLACED_TONE.sub(_settle_tone, text.translate(_LOW))


def words(text: str) -> list[str]:
    """The folded words of a text, as an index sees them."""
    return fold(nfc(text)).split()


def has_marks(word: str) -> bool:
    """Does a typed word carry any Vietnamese mark (đ included)?"""
    return fold(word) != mark(word)


def _settle_tone(match: re.Match[str]) -> str:
    first, second = match.group()[:1], match.group()[1:]
    vowel_and_tone = unicodedata.normalize("NFD", first)
    return vowel_and_tone[0] + unicodedata.normalize("NFC", second + vowel_and_tone[1])


def _low(char: str) -> str:
    low = char.translate(_ETH).lower()
    return low if len(low) == 1 and low.isalnum() else " "


def _bare(char: str) -> str:
    base = unicodedata.normalize("NFD", _low(char))[0]
    return "d" if base == "đ" else base


class _Table(dict[int, str]):
    """A translation table that fills itself: a page is folded in one call of `str.translate`."""

    def __init__(self, rule: Callable[[str], str]) -> None:
        self._rule = rule

    def __missing__(self, code: int) -> str:
        self[code] = char = self._rule(chr(code))
        return char


_LOW = _Table(_low)
_BARE = _Table(_bare)
