"""The words before a number: what kind they name, where the citation begins, whether they promise a number at all."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from decisions.kind import names_kind
from decisions.number import Number
from extract.find.bodies import issuer_at
from extract.find.kinds import kind_of_number, kind_of_words, known_codes, names
from extract.find.laws import NumberedLaw, law_before
from extract.find.number import fits_kind
from extract.sheet import Sheet

_REACH = 240
_LAW_REACH = 600  #: a law that amends many others names them all
#: With the figures and the stroke of a number that was torn: "số 2 16", "số37 1", "sốl 10".
_TORN = r"(?:\d{1,3}\s|[li]\s)?"
_FEW = 4  #: syllables between a kind and "số" that tell which sort it is: "Báo cáo kết quả thẩm định số"
_LOOK = 24  #: letters before a kind in which "văn bản" would stand
_MARK = re.compile(rf"\bso\s*{_TORN}$")
#: "Văn bản số", "văn bản của Sở số": a word for any instrument names no kind; "QĐ số" says what its number says.
_ANY_KIND = re.compile(
    r"\b(?:van ban|phieu trinh|qd|nq|nd|tt|ct|kh|vb)(?:\s+(?:de nghi|dien tu|khan|tham dinh))?(?:\s+so)?\s*$"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lead:
    """`start` is where the citation begins; `marked`: a kind or "số" stands before the number."""

    start: int
    kind: str | None = None
    marked: bool = False
    issuer: str | None = None  #: named between the kind and the number: "Nghị định của Chính phủ số"
    law: NumberedLaw | None = None
    of_list: bool = False  #: kind and issuer stand above a list: "Các Quyết định của UBND tỉnh: số"
    loose: bool = False  #: a word for any instrument stands before the number: it goes on with no kind named ahead


def lead_of(sheet: Sheet, number: Number, start: int, floor: int) -> Lead:
    """The lead of the number at `start`; nothing before `floor` belongs to it."""
    low, floor = floor, max(floor, start - _REACH)
    law = law_before(sheet.plain, max(low, start - _LAW_REACH), start) if number.style == "assembly" else None
    if law is not None:
        kind = kind_of_words(sheet.bare[law.start : law.name.start])
        return Lead(start=law.start, kind=kind, marked=True, law=law)
    bare = sheet.bare[floor:start]
    match = _kind_before().search(bare)
    if match and not _ends_before(sheet, number, match, floor):
        return Lead(start=floor + match.start("kind"), kind=kind_of_words(match["kind"]), marked=True)
    mark = _MARK.search(bare)
    if mark is None:
        return Lead(start=start)
    loose = _any_kind(bare, floor)
    return _far_kind(sheet, number, floor, floor + mark.start()) or Lead(
        start=floor + mark.start() if loose is None else loose, marked=True, loose=loose is not None
    )


def _ends_before(sheet: Sheet, number: Number, match: re.Match[str], floor: int) -> bool:
    """ "số 12/QĐ-UBND … phê duyệt dự án; số 13/QĐ-UBND": the project ends the title of the one before.

    A comma may also be an eye's or a typist's: "Quyết định, số 13/QĐ-UBND".
    """
    between = sheet.flat[floor + match.end("kind") : floor + match.end()]
    return ";" in between or ("," in between and not fits_kind(number, kind_of_words(match["kind"])))


def _far_kind(sheet: Sheet, number: Number, floor: int, mark: int) -> Lead | None:
    """ "Báo cáo thẩm định dự thảo số 12/BC-STP", "Nghị định của Chính phủ số …": words between, but the kind agrees."""
    cut = max(sheet.flat.rfind(char, floor, mark) for char in ",;:.()\n") + 1
    own = kind_of_number(number)
    kinds = [m for m in _kind_anywhere().finditer(sheet.bare, max(cut, floor), mark) if not _is_board(sheet, m)]
    match = next((m for m in reversed(kinds) if names_kind(kind_of_words(m.group()), own)), None)
    if match is None or own is None:
        return _specified(sheet, number, kinds, mark)
    issuer, end = issuer_at(sheet.flat, match.end(), mark)
    whole = issuer if end == mark or not sheet.flat[end:mark].strip() else None
    return Lead(start=match.start(), kind=own, marked=True, issuer=whole)


def _is_board(sheet: Sheet, match: re.Match[str]) -> bool:
    """ "Ban An toàn giao thông" is no "bản án"."""
    return match.group() == "ban an" and sheet.flat[match.start() : match.end()].lower() == match.group()


def _specified(sheet: Sheet, number: Number, kinds: list[re.Match[str]], mark: int) -> Lead | None:
    """ "Hợp đồng lao động số 17/HĐLĐ-ĐK": of a symbol that is no kind's the word in front tells, if it is the only one."""
    if len(kinds) != 1 or number.kind_code in known_codes() or _is_loose(sheet, kinds[0].start()):
        return None
    between = sheet.flat[kinds[0].end() : mark].split()
    if not 0 < len(between) <= _FEW or not all(word.isalpha() and word.islower() for word in between):
        return None
    return Lead(start=kinds[0].start(), kind=kind_of_words(kinds[0].group()), marked=True)


def _is_loose(sheet: Sheet, start: int) -> bool:
    return _ANY_KIND.search(sheet.bare[max(0, start - _LOOK) : start]) is not None


def _any_kind(bare: str, floor: int) -> int | None:
    match = _ANY_KIND.search(bare)
    return floor + match.start() if match else None


@cache
def _kind_before() -> re.Pattern[str]:
    """A kind right before "số" or before the number: "Kế hoạch số", "Thông báo kết luận số", "Thông tri"."""
    return re.compile(
        rf"\b(?P<kind>{names(laws=False)})(?:\s+(?:ket luan|lien tich|lien nganh|cua))?(?:\s+so)?\s*{_TORN}\Z"
    )


@cache
def _kind_anywhere() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{names(laws=False)})\b")
