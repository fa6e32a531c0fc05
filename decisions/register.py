"""In which register a number was given: one for the whole country, or one for each body, where it means little alone."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from decisions.number import Number
from decisions.tables import Row, rows


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


def register_issuer(number: Number) -> str | None:
    """The only body that can have given this number: "Chính phủ" for NĐ-CP, "Ủy ban nhân dân" for …-UBND."""
    row = register(number)
    return row["issuer"] or None if row else None


def in_term(number: Number) -> bool:
    """False where the year of an Assembly's number lies outside the term that it names: 97/2025/QH14."""
    found = re.fullmatch(r".*QH(\d{1,2})", number.body or "")
    if found is None or number.year is None:
        return True
    for row in rows("assembly_terms"):
        if row["term"] == str(int(found[1])):
            first, last = date.fromisoformat(row["valid_from"]).year, row["valid_to"]
            return first <= number.year and (not last or number.year <= date.fromisoformat(last).year)
    return False


def _fits(row: Row, number: Number) -> bool:
    if row["style"] != number.style or (row["kind_code"] and row["kind_code"] != (number.kind_code or "")):
        return False
    return _pattern(row["body"]).fullmatch(number.body or "") is not None


@cache
def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text or ".*")
