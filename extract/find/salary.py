"""Ngạch, mã ngạch, bậc, hệ số: rank and pay before an act and after it, as the clause has them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from extract.find.days import day_at
from extract.plain import pattern, plain
from extract.sheet import joined

_CODE = r"(?:[0-9Olø]{2}[a-z]?\s?[.,]\s?[0-9Olø]{3}(?![0-9])|V\s?\.?\s?\d{2}\s?\.\s?\d{2}\s?\.\s?\d{2}(?!\d))"
#: "bổ nhiệm chức danh nghề nghiệp và xếp lương giáo viên … hạng II": the second verb is no part of the rank.
_RANK = pattern(
    r"(?:ngạch(?:\s+(?:công\s+chức|viên\s+chức|lương))?(?:\s+mới)?|chức\s+danh\s+nghề\s+nghiệp|vào\s+hạng)(?:\s*(?:,|và)\s+(?:chuyển\s+)?xếp\s+lương)?\s*:?\s+"
    r"(?!mã|bậc|lương|số|công\s+chức|viên\s+chức|chức\s+danh|đối\s+với|cho\s|từ\s|và\s|ông\s|bà\s|đồng\s+chí\s)(?P<rank>[^\W\d_][^,;.():\n]{2,60}?)"
    rf"(?=\s*(?:[,;.():\n]|\Z|{_CODE}|\s(?:mã\s+(?:số|ngạch)|bậc|hệ\s+số|kể\s+từ|đối\s+với|cho\s|tại\s|và\s|từ\s)))",
    re.IGNORECASE,
)
#: "nâng ngạch từ chuyên viên lên chuyên viên chính": the word for ranks is said once.
_RISING = pattern(
    r"ngạch\s+từ\s+(?P<old>[^\W\d_][^,;.():\d\n]{2,40}?)\s+lên\s+(?:ngạch\s+)?(?P<new>[^\W\d_][^,;.():\d\n]{2,40}?)"
    r"(?=\s*[,;.():\n]|\s*\Z|\s(?:mã\s+số|bậc|hệ\s+số|kể\s+từ|đối\s+với|cho)\s)",
    re.IGNORECASE,
)
#: A code of a rank is only one beside its word, or in the parenthesis behind a rank.
_CODED = pattern(
    rf"(?:mã\s+(?:số|ngạch)[^\d;.\n]{{0,40}}?|\(|ngạch\s*:?\s*(?:[^\W\d_][^,;.():\d\n]{{2,60}}\s)?)\s*:?\s*(?P<code>{_CODE})",
    re.IGNORECASE,
)
#: "kéo dài thời hạn nâng bậc lương 03 tháng" counts months.
_GRADE = pattern(
    r"(?<!\w)bậc\s*(?:lương\s*)?:?\s*(?P<grade>[0-9Ol]{1,2}\s?/\s?\d{1,2}|\d{1,2})(?![\d.,]\d)(?!\d)"
    r"(?!\s*(?:\([^)\d]{2,30}\)\s*)?(?:tháng|năm|ngày)(?!\s+\d))",
    re.IGNORECASE,
)
#: With its word, beside its grade, or risen: "từ 5,08 (bậc 3/8) lên 5,42 (bậc 4/8)", "bậc 3 (5,08)", "từ 6,56 lên 6,92".
_COEFFICIENT = pattern(
    r"(?:hệ\s+số(?:\s+lương)?(?:\s+(?:là|mới|hiện\s+hưởng))?\s*:?\s*|(?:từ|lên)\s+(?=\d{1,2}[,.]\d{2}\s*\(\s*bậc)"
    r"|bậc\s+\d{1,2}(?:/\d{1,2})?\s*\(\s*(?=\d{1,2}[,.]\d{2}\s*\))"
    r"|từ\s+(?=[1-9]\d?[,.]\d{2}\s+lên\s+[1-9]\d?[,.]\d{2}(?![\d%]))|(?<=[,.]\d\d\s)lên\s+(?=[1-9]\d?[,.]\d{2}(?!\d|\s*(?:%|triệu|tỷ|đồng))))(?P<value>\d{1,2}\s?[,.]\s?\d{2})(?!\d)",
    re.IGNORECASE,
)
_OF_ALLOWANCE = pattern(r"phụ\s+cấp[^,;.\n]{0,50}\Z", re.IGNORECASE)
_ALLOWANCE = pattern(
    r"(?:phụ\s+cấp|vượt\s+khung)(?!\s+chức\s+vụ\s+hiện\s+hưởng)[^;.\n\d]{0,70}?(?:từ\s+\d{1,2}\s?%\s*(?:lên|thành)\s*(?:mức\s*)?)?"
    r"(?P<value>\d{1,2}\s?%|[01]\s?[,.]\s?\d{1,2}(?!\d))",
    re.IGNORECASE,
)
#: "vượt khung cho ông A, bậc 12/12, từ 5% lên 6%": the share that it rises to, wherever it stands.
_RISEN = pattern(r"từ\s+(?:mức\s+)?\d{1,2}\s?%\s*(?:lên|thành)\s*(?:mức\s+)?(?P<value>\d{1,2}\s?%)", re.IGNORECASE)
_BEYOND = pattern(r"vượt\s+khung|phụ\s+cấp\s+thâm\s+niên", re.IGNORECASE)
_NEXT_RISE = pattern(
    r"(?:thời\s+(?:gian|điểm)|mốc)\s*(?:\w+\s+){0,4}?(?:nâng\s+bậc\s+lương|nâng\s+lương|nâng\s+bậc|nâng\s+phụ\s+cấp[^;.\d]{0,40}?|(?:hưởng|xét)\s+(?=lần\s+sau))"
    r"[^.;\d]{0,90}?(?:từ|ngày|:)\s*(?=\d)",
    re.IGNORECASE,
)
_FIGURES = str.maketrans("Olø", "010")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pay:
    """A rank with its code, a grade and a coefficient, each as far as it is said."""

    rank: str | None = None
    code: str | None = None
    grade: str | None = None
    coefficient: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Salary:
    """`now` is what the clause gives, or all that it tells; `before` what it moves from."""

    now: Pay
    before: Pay
    allowance: str | None = None


def salary_of(text: str) -> Salary:
    """ "từ ngạch A …, bậc 4/9 … được bổ nhiệm vào ngạch B …, bậc 5/9": the last of each is new, the first of two old."""
    words = plain(text)
    ranks = [joined(text[match.start("rank") : match.end("rank")]) for match in _RANK.finditer(words)]
    rising = None if ranks else _RISING.search(words)
    ranks = [joined(text[rising.start(name) : rising.end(name)]) for name in ("old", "new")] if rising else ranks
    codes = [_code(match["code"]) for match in _CODED.finditer(words)]
    grades = [_grade(match["grade"]) for match in _GRADE.finditer(words)]
    coefficients = [_coefficient(match["value"]) for match in _COEFFICIENT.finditer(words) if not _extra(words, match)]
    return Salary(
        now=Pay(rank=_last(ranks), code=_last(codes), grade=_last(grades), coefficient=_last(coefficients)),
        before=Pay(rank=_old(ranks), code=_old(codes), grade=_old(grades), coefficient=_old(coefficients)),
        allowance=next(_allowances(words), None),
    )


def rank_code_in(cell: str) -> str | None:
    """The code of a rank that fills a cell: "01,003" → "01.003", "V.07.03.29"."""
    found = re.search(_CODE, plain(cell))
    return _code(found.group()) if found else None


def grade_in(cell: str) -> str | None:
    """The grade that fills a cell: "bậc 5 / 9" → "5/9", "05" → "05"."""
    found = re.search(r"\d{1,2}\s?/\s?\d{1,2}|\d{1,2}", cell)
    return _grade(found.group()) if found else None


def coefficient_in(cell: str) -> str | None:
    """The coefficient that fills a cell, as printed: "3,66"."""
    found = re.search(r"\d{1,2}\s?[,.]\s?\d{2}(?!\d)", cell)
    return _coefficient(found.group()) if found else None


def next_rise(words: str) -> date | None:
    """ "Thời gian nâng bậc lương lần sau tính từ ngày 01/9/2023", in plain text."""
    for match in _NEXT_RISE.finditer(words):
        day = day_at(words, match.end())
        if day:
            return day.value
    return None


def _allowances(words: str) -> Iterator[str]:
    risen = _RISEN.finditer(words) if _BEYOND.search(words) else ()
    for match in (*risen, *_ALLOWANCE.finditer(words)):
        yield "".join(match["value"].split())


def _extra(words: str, match: re.Match[str]) -> bool:
    """ "phụ cấp chức vụ hệ số 0,30" is no coefficient of the salary."""
    return _OF_ALLOWANCE.search(words[max(0, match.start() - 60) : match.start()]) is not None


def _code(printed: str) -> str:
    code = "".join(printed.split())
    return code if code.startswith("V") else code.translate(_FIGURES).replace(",", ".")


def _grade(printed: str) -> str:
    return "".join(printed.split()).translate(_FIGURES)


def _coefficient(printed: str) -> str:
    return "".join(printed.split())


def _last(found: list[str]) -> str | None:
    return found[-1] if found else None


def _old(found: list[str]) -> str | None:
    return found[0] if len(found) > 1 else None
