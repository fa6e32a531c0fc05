"""Ngạch, mã ngạch, bậc, hệ số: the civil servant's rank and pay as the clause has them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extract.plain import pattern, plain
from extract.sheet import joined

_RANK = pattern(
    r"ngạch\s+(?P<rank>[^\W\d_][^,;.():\n]{2,50}?)\s*[,(]\s*(?:(?:mã\s+(?:số|ngạch)(?:\s+ngạch)?)\s*:?\s*)?(?P<code>\d{2}[.,]\d{3}|V\.\d{2}\.\d{2}\.\d{2})",
    re.IGNORECASE,
)
_GRADE = pattern(r"bậc\s*:?\s*(?P<grade>\d{1,2}\s?/\s?\d{1,2}|\d{1,2})(?!\d)", re.IGNORECASE)
_COEFFICIENT = pattern(r"hệ số(?:\s+lương)?\s*:?\s*(?P<value>\d{1,2}[,.]\d{2})(?!\d)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Salary:
    rank: str | None = None
    code: str | None = None
    grade: str | None = None
    coefficient: str | None = None


def salary_of(text: str) -> Salary:
    """The last rank, grade and coefficient of a clause: "từ ngạch A … được bổ nhiệm vào ngạch B …" gives B."""
    rank = _last(_RANK, text)
    grade, coefficient = _last(_GRADE, text), _last(_COEFFICIENT, text)
    return Salary(
        rank=joined(text[rank.start("rank") : rank.end("rank")]) if rank else None,
        code=rank["code"].replace(",", ".") if rank else None,
        grade=re.sub(r"\s", "", grade["grade"]) if grade else None,
        coefficient=coefficient["value"] if coefficient else None,
    )


def _last(wanted: re.Pattern[str], text: str) -> re.Match[str] | None:
    found = list(wanted.finditer(plain(text)))
    return found[-1] if found else None
