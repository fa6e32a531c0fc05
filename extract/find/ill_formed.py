"""Numbers of a form that nobody gives: what stands there, and what was meant."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from decisions.fact import Candidate
from decisions.kind import used_for
from decisions.number import Number
from extract.find.kinds import abbreviation, known_codes

#: From here on decrees and circulars bear their year (Law of 12/11/1996 on legislation, Decree 101/1997/NĐ-CP).
_YEAR_BORNE = date(1998, 1, 1)
_BEAR_YEAR = {"NĐ": re.compile("CP"), "TT": re.compile(r"B[A-ZĐa-z&]+|VPCP|TTCP|NHNN|UBDT|TANDTC|VKSNDTC|KTNN")}


def lacks_year(number: Number, kind: str | None, day: date | None) -> bool:
    """ "118/NĐ-CP" of 2025: no decree of its day has a number without a year."""
    bodies = _BEAR_YEAR.get(number.kind_code or "") if number.style == "administrative" and not number.year else None
    if bodies is None or day is None or day < _YEAR_BORNE or used_for(number, kind, day):
        return False
    return bodies.fullmatch(number.body or "") is not None


def perhaps_lacks_year(number: Number, day: date | None) -> bool:
    """ "118/NĐ-CP" without a day: decrees of before 1998 are "74/CP"."""
    return day is None and number.style == "administrative" and (number.kind_code, number.body) == ("NĐ", "CP")


def doubles_letter(number: Number, kind: str | None) -> str | None:
    """ "15/CTT-TTg" called a directive: the abbreviation of the kind, one letter of which stands twice."""
    code, own = number.kind_code or "", abbreviation(kind) or ""
    if number.body is None or code in known_codes() or len(code) != len(own) + 1:
        return None
    doubled = (f"{own[:at]}{letter}{own[at:]}" for at, letter in enumerate(own))
    return own if code.replace("D", "Đ") in doubled else None


def meant_by(number: Number, kind: str | None, day: date | None) -> tuple[Candidate[str], ...]:
    """The number as printed, and the one that was meant, for a person to choose; nothing where its form is none of these."""
    own = doubles_letter(number, kind)
    right = replace(number, kind_code=own) if own else number
    if lacks_year(right, kind, day) and day is not None:
        right = replace(right, style="normative", year=day.year)
    if right == number:
        return ()
    return tuple(Candidate(value=str(each), confidence=0.45) for each in (number, right))
