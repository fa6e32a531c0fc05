"""Numbers of instruments: their grammars, one normal form, and the key under which they are the same number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from decisions.fold import fold, nfc
from decisions.tables import rows

Style = Literal["assembly", "normative", "party", "administrative", "historic"]

_UP = "A-ZĐÂĂÊÔƠƯÁÀẢÃẠẤẦẨẪẬẮẰẲẴẶÉÈẺẼẸẾỀỂỄỆÍÌỈĨỊÓÒỎÕỌỐỒỔỖỘỚỜỞỠỢÚÙỦŨỤỨỪỬỮỰÝỲỶỸỴ"
_SEGMENT = rf"[{_UP}][{_UP}A-Za-zđ0-9&.]*[{_UP}A-Za-zđ0-9]|[{_UP}]"
#: Large offices part thousands ("12.045") or put the year or a unit before ("20.1234"); some print leading zeros.
_SERIAL = r"\d{1,8}(?:\.\d{1,4})?[a-zA-ZđĐ]?"
_YEAR = r"(?:19|20)\d{2}"
_GAP = r"[ \n\u00a0]{0,2}"
# A dash with room on both sides divides a number from what follows it ("216/QĐ-UBND - Lưu") except after the kind.
_DASH = r"(?:[ \n\u00a0]-|-[ \n\u00a0]?)"
_BODY = rf"(?:{_SEGMENT})(?:{_DASH}(?:{_SEGMENT}))*"
_END = r"(?:(?!\w)|(?=ngày|của|về))"  # a missing space is common: "216/QĐ-UBNDngày 01/7/2022"
_PARTY_KINDS = "CTr|TTr|NQ|QĐ|QD|CT|KL|QC|TT|HD|TB|BC|KH|ĐA|DA|PA|CV|BB|BS"
#: Papers that are no normative act and yet bear a year in many offices: plans, reports, contracts.
#: Decisions and registers of courts do too, by their instance (Resolution 01/2017/NQ-HĐTP): 45/2022/QĐST-DS.
_YEARLY = "QyĐ|CTr|TTr|KH|BC|TB|BB|HĐ|HD|ĐA|DA|PA|QC|KL|QĐ(?:XX)?[SP]T|TL[SP]T"
#: Judgments bear the sort of the case and the instance: 12/2024/HS-ST, 105/2024/HSPT.
_CASE = "HS|DS|HNGĐ|KDTM|LĐ|HC"
_OLD_BODIES = "HĐBT|HĐCP|TTg|CP|CT|TW"
#: Ministries before 1997 wrote themselves and then the unit that drafted: 89-TC/TCT, 14 TC/HCVX.
_OLD_UNITS = r"[A-ZĐ]{2,6}/[A-ZĐ]{2,6}(?:\d{1,2})?"
#: Bodies that are known behind a kind without a dash between them: 92/2017/NĐCP, 216/QĐUBND.
_GLUED = r"CP|TTg|UBND|HĐND|B[A-ZĐ]{2,7}"

#: Tried in this order (Law 80/2015/QH13 art. 10; Decree 34/2016/NĐ-CP art. 58; Decree 30/2020/NĐ-CP app. I, III;
#: Guide 36-HD/VPTW for the Party; usage before 1996 for the historic form).
_PATTERNS: tuple[tuple[Style, str], ...] = (
    (
        "assembly",
        rf"(?P<serial>{_SERIAL}){_GAP}/{_GAP}(?P<year>{_YEAR}){_GAP}/{_GAP}"
        rf"(?P<kind>)(?P<body>(?:(?:PL|NQ|L){_GAP}-{_GAP})?(?:UBTVQH|QH){_GAP}\d{{1,2}})",
    ),
    (
        "normative",
        rf"(?P<serial>{_SERIAL}){_GAP}/{_GAP}(?P<year>{_YEAR}){_GAP}[/-]{_GAP}"
        rf"(?P<kind>TTLT|TTLB|TTLN|NQLT|VBHN|NĐ|ND|QĐ|QD|TT|NQ|CT|PL|L){_GAP}[-/]{_GAP}(?P<body>{_BODY})",
    ),
    (
        "normative",
        rf"(?P<serial>{_SERIAL}){_GAP}/{_GAP}(?P<year>{_YEAR}){_GAP}/{_GAP}"
        rf"(?P<kind>NĐ|ND|QĐ|QD|TT|NQ|CT)(?P<body>{_GLUED})(?!-)",
    ),
    (
        "party",
        rf"(?P<serial>\d{{1,4}}){_GAP}-{_GAP}(?P<year>)(?P<kind>{_PARTY_KINDS}){_GAP}/{_GAP}(?P<body>{_BODY})",
    ),
    (
        "administrative",
        rf"(?P<serial>{_SERIAL}){_GAP}/{_GAP}(?P<year>)(?P<kind>QĐ|QD|NQ|KH|TTr)(?P<body>{_GLUED})(?!-)",
    ),
    (
        "administrative",
        rf"(?P<serial>{_SERIAL}){_GAP}/{_GAP}(?P<year>)(?P<kind>QyĐ|CTr|TTr|TrS|{_SEGMENT})"
        rf"(?:{_GAP}-{_GAP}(?P<body>{_BODY}))?",
    ),
    (
        "administrative",
        rf"(?P<serial>{_SERIAL}){_GAP}/{_GAP}(?P<year>{_YEAR}){_GAP}/{_GAP}(?P<kind>{_YEARLY}){_GAP}-{_GAP}(?P<body>{_BODY})",
    ),
    (
        "administrative",
        rf"(?P<serial>{_SERIAL}){_GAP}/{_GAP}(?P<year>{_YEAR}){_GAP}/{_GAP}(?P<kind>(?:{_CASE})(?:ST|PT)|{_CASE})(?:{_GAP}-{_GAP}(?P<body>(?<!T-)(?:ST|PT|GĐT)))?",
    ),
    ("historic", rf"(?P<serial>\d{{1,4}}){_GAP}-{_GAP}(?P<year>)(?P<kind>)(?P<body>{_OLD_UNITS}|{_OLD_BODIES})"),
    ("historic", rf"(?<=[Ss]ố )(?P<serial>\d{{1,4}}) (?P<year>)(?P<kind>)(?P<body>{_OLD_UNITS})"),
)
GRAMMARS = tuple((style, re.compile(pattern + _END)) for style, pattern in _PATTERNS)
_DASHES = dict.fromkeys([*range(0x2010, 0x2016), 0x2212], "-")
_JOINT = frozenset({"TTLT", "TTLB", "TTLN", "NQLT"})
_PLAIN_CODES = {"ND": "NĐ", "QD": "QĐ", "QyD": "QyĐ"}
_SYMBOL = re.compile(r"^([A-Z&]+)(\d*)$")
_START = re.compile(r"(?<![\w/])(?<!\d[.,])\d")


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A number taken apart: 32/2021/NĐ-CP is serial "32", year 2021, kind_code "NĐ", body "CP"."""

    style: Style
    serial: str  #: as printed, leading zeros kept: "07", "1028a", "66.7"
    year: int | None
    kind_code: str | None  #: abbreviation of the kind; None for the National Assembly and for letters (công văn)
    body: str | None  #: symbol of the body: "CP", "UBND", "QH14"
    slashed: bool = False  #: of a joint act: "NQLT/UBTVQH14-CP", which the law prints with a slash as with a dash

    def __str__(self) -> str:
        match self.style:
            case "assembly":
                return f"{self.serial}/{self.year}/{self.body}"
            case "normative":
                return f"{self.serial}/{self.year}/{self.kind_code}{'/' if self.slashed else '-'}{self.body}"
            case "party":
                return f"{self.serial}-{self.kind_code}/{self.body}"
            case "historic":
                return f"{self.serial}-{self.body}"
            case "administrative":
                symbol = "-".join(part for part in (self.kind_code, self.body) if part)
                return "/".join(part for part in (self.serial, str(self.year or ""), symbol) if part)


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A number as it stands in a text."""

    number: Number
    start: int
    end: int


def parse_number(text: str) -> Number | None:
    """The number that the whole text is, or None."""
    text = nfc(text).strip().rstrip(".,;:")
    for style, grammar in GRAMMARS:
        match = grammar.fullmatch(_dashes(text))
        if match:
            return _number(style, match)
    return None


def find_numbers(text: str, start: int = 0, end: int | None = None) -> Iterator[Found]:
    """All numbers in an NFC text, left to right, the first grammar that fits at a place taken."""
    text = _dashes(text)
    end = len(text) if end is None else end
    for digit in _START.finditer(text, start, end):
        if digit.start() < start:
            continue
        hit = _number_at(text, digit.start(), end)
        if hit:
            yield hit
            start = hit.end


def normal_number(text: str) -> str:
    """The normal form of a number (no spaces, Đ restored in known codes), or the text itself if it is no number."""
    number = parse_number(text)
    return str(number) if number else nfc(text).strip()


def number_key(text: str) -> str:
    """What equal numbers share: folded groups, leading zeros of the serial dropped. "07/QĐ-UBND" → "7 qd ubnd".

    "12/QĐ-UBND", "12/QD-UBND" and "12 qd ubnd" have one key.
    """
    groups = fold(nfc(text)).split()
    if groups:
        groups[0] = groups[0].lstrip("0") or "0"
    return " ".join(groups)


def same_serial(one: str, other: str) -> bool:
    """Equal serials, leading zeros aside."""
    return one.lower().lstrip("0") == other.lower().lstrip("0")


def _number(style: Style, match: re.Match[str]) -> Number:
    kind = match["kind"] or None
    joint = kind in _JOINT and "/" in match.string[match.end("kind") : match.start("body")]
    body = _restored(re.sub(r"[ \n\u00a0]", "", match["body"])) if match["body"] else None
    return Number(
        style=style,
        serial=match["serial"],
        year=int(match["year"]) if match["year"] else None,
        kind_code=_PLAIN_CODES.get(kind, kind) if kind else None,
        body=body,
        slashed=joint,
    )


def _number_at(text: str, start: int, end: int) -> Found | None:
    for style, grammar in GRAMMARS:
        match = grammar.match(text, start, end)
        if match:
            return Found(number=_number(style, match), start=match.start(), end=match.end())
    return None


def _restored(body: str) -> str:
    """Symbols that lost their Đ or a small letter: "HDND" → "HĐND", "BGD&DT" → "BGD&ĐT", "TTG" → "TTg"."""
    return "-".join(_SYMBOL.sub(lambda m: _whole(m[1]) + m[2], part) for part in body.split("-"))


def _whole(symbol: str) -> str:
    letters, at = symbol.replace("&", ""), symbol.find("&")
    known = _symbols().get(letters, letters)
    return known if at < 0 else f"{known[:at]}&{known[at:]}"


@cache
def _symbols() -> dict[str, str]:
    known = [row["symbol"] for row in rows("issuers")] + [row["short"] for row in rows("abbreviations")]
    return {fold(symbol).upper(): symbol for symbol in known if symbol.isalpha() and fold(symbol).upper() != symbol}


def _dashes(text: str) -> str:
    return text.translate(_DASHES)
