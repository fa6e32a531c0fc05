"""In which register a number was given: one for the whole country, or one for each body, where it means little alone."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from decisions.number import Number
from decisions.tables import Row, rows, valid


def national(number: Number) -> bool:
    """Is the number unique in the country by itself? 32/2021/NĐ-CP is; 216/QĐ-UBND is not, nor is 1234/QĐ-TTg."""
    row = register(number)
    return row is not None and row["unique"] == "alone"


def register(number: Number) -> Row | None:
    """The row of decisions/tables/registers.csv for a number, or None: a register of one body among many."""
    for row in rows("registers"):
        if _fits(row, number):
            return row
    return None


def implied_issuer(number: Number) -> str | None:
    """The body that the symbol of a number names: "Chính phủ" for NĐ-CP, "Bộ Nội vụ" for TT-BNV. None: not known."""
    row = register(number)
    if row is not None and row["issuer"]:
        return row["issuer"]
    return next((each["name"] for each in rows("issuers") if each["symbol"] == number.body), None)


def in_time(number: Number) -> bool:
    """False where no such number was given in its year: 97/2025/QH14 (another term), 97/2019/NQ-CP (no such form)."""
    if number.year is None:
        return True
    term = re.fullmatch(r".*QH(\d{1,2})", number.body or "")
    terms = [row for row in rows("assembly_terms") if term and row["term"] == str(int(term[1]))]
    if term and not any(_in_year(row, number.year) for row in terms):
        return False
    known = [row for row in rows("registers") if _fits(row, number)]
    return not known or any(_in_year(row, number.year) for row in known)


def assembly_terms(on: date | None, year: int) -> tuple[str, ...]:
    """The terms of the National Assembly on a day; all those of the year where the day is not known."""
    if on is not None:
        return tuple(row["term"] for row in valid("assembly_terms", on))
    return tuple(row["term"] for row in rows("assembly_terms") if _in_year(row, year))


def _in_year(row: Row, year: int) -> bool:
    first, last = row["valid_from"], row["valid_to"]
    return not (first and year < date.fromisoformat(first).year) and not (last and year > date.fromisoformat(last).year)


def _fits(row: Row, number: Number) -> bool:
    if row["style"] != number.style or (row["kind_code"] and row["kind_code"] != (number.kind_code or "")):
        return False
    return _pattern(row["body"]).fullmatch(number.body or "") is not None


@cache
def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text or ".*")
