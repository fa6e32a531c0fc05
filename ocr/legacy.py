"""Text of the time before Unicode: TCVN3 (.VnTime) and VNI fonts, recognised and converted.

Both write Vietnamese with the codes of Western letters, so such text looks like "Uû ban nh©n d©n" or "UÛy ban nhaân
daân". A line is converted only where that turns what is no Vietnamese into Vietnamese; nothing is converted in silence.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

from decisions.fold import nfc
from decisions.syllable import core, has_mark, is_syllable

Encoding = Literal["TCVN3", "VNI"]

#: Letters that neither old encoding can show: a line with one of them is Unicode already.
_UNICODE = re.compile("[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]")
#: Signs of Windows-1252 that old text has no use for, and quotes and dashes between capitals: letters both ("CHžTÞCH").
_CAPITAL_SIGNS = re.compile(
    r"[\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2020\u2021\u2030\u2039\u203a\u20ac\u2122]"
    r"|(?<=[A-ZÀ-ỸĐ])[\u2013\u2014\u2018\u2019\u201a\u201c-\u201e\u2022\u2026](?=[A-ZÀ-ỸĐ])"
)
_CLEAR = 0.85  #: share of marked words that must be syllables before text counts as Vietnamese
_FEW = 0.6  #: … and below which it counts as not


@dataclass(frozen=True, slots=True, kw_only=True)
class Mended:
    """A text after conversion, and the old encoding it was in; None where nothing was changed."""

    text: str
    encoding: Encoding | None = None


def mend(text: str) -> Mended:
    """The text with its lines of TCVN3 or VNI turned into Unicode. The encoding is judged over the whole text."""
    encoding = recognise(text)
    if encoding is None:
        return Mended(text=text)
    convert = from_tcvn3 if encoding == "TCVN3" else from_vni
    whole = not _UNICODE.search(text)
    lines = [convert(line) if whole or _gains(line, convert) else line for line in text.split("\n")]
    return Mended(text="\n".join(lines), encoding=encoding)


def recognise(text: str) -> Encoding | None:
    """The old encoding that explains the lines which are no Vietnamese as they stand, if there is one."""
    odd = [line for line in text.split("\n") if _vietnamese(line) < _CLEAR]
    rest = "\n".join(odd)
    if _marked(rest) < 2 or _vietnamese(rest) > _FEW:
        return None
    choices: tuple[tuple[Encoding, Callable[[str], str]], ...] = (("TCVN3", from_tcvn3), ("VNI", from_vni))
    share, encoding = max((_vietnamese(convert(rest)), name) for name, convert in choices)
    return encoding if share >= _CLEAR else None


def from_tcvn3(text: str, *, capitals: bool = False) -> str:
    """TCVN 5712:1993 (VN1) read as Western letters → Unicode. `capitals`: the font was one of .VnTimeH, .VnArialH."""
    letters, capital_signs = _tcvn3()
    converted = _CAPITAL_SIGNS.sub(lambda sign: capital_signs.get(sign.group(), sign.group()), text.translate(letters))
    converted = nfc(converted)
    return converted.upper() if capitals else converted


def from_vni(text: str) -> str:
    """VNI Windows read as Western letters → Unicode."""
    table, pattern = _vni()
    return nfc(pattern.sub(lambda unit: table[unit.group()], text))


def font_encoding(font: str) -> Encoding | None:
    """What the name of a font says: ".VnTime" is TCVN3, "VNI-Times" is VNI."""
    name = font.lower().lstrip(".")
    if name.startswith("vni"):
        return "VNI"
    return "TCVN3" if font.startswith(".") and name.startswith("vn") else None


def _gains(line: str, convert: Callable[[str], str]) -> bool:
    """In a text that mixes encodings: is this line better Vietnamese after conversion than before?"""
    if _UNICODE.search(line):
        return False
    before = _vietnamese(line)
    return before < 1 and _vietnamese(convert(line)) >= before


def _marked(text: str) -> int:
    return sum(map(_is_odd, text.split()))


def _vietnamese(text: str) -> float:
    """The share of words with letters or signs beyond ASCII that are syllables; 1 where there are none."""
    odd = [word for word in text.split() if _is_odd(word)]
    return sum(is_syllable(core(word)) for word in odd) / len(odd) if odd else 1.0


def _is_odd(word: str) -> bool:
    """A word with marked letters, or with signs inside letters as old encodings leave them ("d©n")."""
    return has_mark(word) or (any("\x80" <= c <= "\xff" for c in word) and any(c.isalpha() for c in word))


@cache
def _tcvn3() -> tuple[dict[int, str], dict[str, str]]:
    """Letters by code, and the signs of Windows (quotes, dashes) that are capitals where they stand among capitals."""
    letters: dict[int, str] = {}
    signs: dict[str, str] = {}
    for row in _rows("tcvn3"):
        byte = int(row["byte"], 16)
        letters[byte] = row["letter"]
        if 0x80 <= byte <= 0x9F and (sign := bytes([byte]).decode("cp1252", errors="ignore")):
            signs[sign] = row["letter"]
    return letters, signs


@cache
def _vni() -> tuple[dict[str, str], re.Pattern[str]]:
    table = {row["vni"]: row["letter"] for row in _rows("vni")}
    # "Uûy" and "UÛy" both occur: a capital letter may carry a small mark.
    table |= {vni[0].upper() + vni[1:]: letter.upper() for vni, letter in table.items() if len(vni) == 2}
    longest_first = sorted(table, key=len, reverse=True)
    return table, re.compile("|".join(map(re.escape, longest_first)))


def _rows(name: str) -> list[dict[str, str]]:
    table = (files("ocr.tables") / f"{name}.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(table.splitlines()))
