"""The words that a digital signature shows of itself on a page: "Người ký: …", "Thời gian ký: 05.03.2019 10:12:45 +07:00".

Decree 30/2020/NĐ-CP, appendix I: the name of the body and the time of signing with its zone by ISO 8601; signing tools
and portals add an e-mail address and more.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher

from decisions.fold import fold, nfc

#: Nobody but a signature says so …
_SIGNING = (
    "nguoi ky",
    "nguoi ky so",
    "ky boi",
    "duoc ky boi",
    "thoi gian ky",
    "thoi diem ky",
    "ngay ky",
    "ky ngay",
    "gio ky",
    "signature valid",
    "digitally signed by",
    "signed by",
)
#: … and this it says beside it.
_BESIDE = ("email", "e mail", "thu dien tu", "co quan", "to chuc", "don vi", "ly do", "date", "reason", "location")
_PORTAL = "cong thong tin dien tu"
_LIKE = 0.85  #: of the letters of a label that an engine must have read
_WORDS = re.compile(r"[^\W\d_]+(?:[ -][^\W\d_]+){0,3}(?=\s?[:;])|signature valid|digitally signed by", re.IGNORECASE)
_ADDRESS = re.compile(r"\S@\S")
_CLOCK = r"[\sT,]{1,3}\d{1,2}\s?[:.h]\s?\d{2}"
_DAY_FIRST = re.compile(
    rf"(?P<whole>(?P<day>\d{{1,2}})\s?[./-]\s?(?P<month>\d{{1,2}})\s?[./-]\s?(?P<year>(?:19|20)\d{{2}})){_CLOCK}"
)
_YEAR_FIRST = re.compile(
    rf"(?P<whole>(?P<year>(?:19|20)\d{{2}})[./-](?P<month>\d{{1,2}})[./-](?P<day>\d{{1,2}})){_CLOCK}"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """Where in a line it begins, and whether signatures alone have it."""

    start: int
    signing: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SigningDay:
    """The day, and where its figures stand."""

    on: date
    start: int
    end: int


def stamp_label(line: str) -> Label | None:
    """The first label in a line that a signature's stamp may have: words with a colon behind them."""
    for match in _WORDS.finditer(nfc(line)):
        words = fold(match.group()).split()
        for first in range(len(words)):
            said = " ".join(words[first:])
            start = match.start() + len(" ".join(words[:first])) + bool(first)
            if _is_like(said, _SIGNING):
                return Label(start=start, signing=True)
            if _is_like(said, _BESIDE):
                return Label(start=start, signing=False)
    return None


def may_show_signature(text: str) -> bool:
    """Is there an address or a time of day anywhere, without which no lines show one?"""
    return any(proof.search(text) for proof in (_ADDRESS, _DAY_FIRST, _YEAR_FIRST))


def shows_signature(lines: Iterable[str]) -> bool:
    """Do lines say who signed or when, with a time of day or an address? A form that asks for "Người ký" has neither."""
    told = tuple(lines)
    labels = [label for line in told if (label := stamp_label(line))]
    proof = any(_ADDRESS.search(line) or signing_day(line) for line in told)
    return proof and len(labels) > 1 and any(label.signing for label in labels)


def names_portal(line: str) -> bool:
    """ "CỔNG THÔNG TIN ĐIỆN TỬ CHÍNH PHỦ" """
    return _PORTAL in " ".join(fold(nfc(line)).split())


def signing_day(text: str) -> SigningDay | None:
    """The first day that has a time of day behind it."""
    match = _DAY_FIRST.search(text) or _YEAR_FIRST.search(text)
    if match is None:
        return None
    try:
        on = date(int(match["year"]), int(match["month"]), int(match["day"]))
    except ValueError:
        return None
    return SigningDay(on=on, start=match.start("whole"), end=match.end("whole"))


def _is_like(said: str, labels: Iterable[str]) -> bool:
    """Word for word: "thời gian" is nearly "thời gian ký" and says something else."""
    alike = (label for label in labels if label.count(" ") == said.count(" "))
    return any(said == label or _ratio(said, label) >= _LIKE for label in alike)


def _ratio(said: str, label: str) -> float:
    """How like they are; the lengths alone where these are too unlike."""
    matcher = SequenceMatcher(None, said, label, autojunk=False)
    bound = matcher.real_quick_ratio()
    return bound if bound < _LIKE else matcher.ratio()
