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


def in_time(number: Number, on: date | None = None) -> bool:
    """False where no such number was given in its year: 97/2025/QH14 (another term), 97/2019/NQ-CP (no such form).

    The day, where it is known, tells the two terms of an election year apart.
    """
    if number.year is None:
        return True
    term = term_of(number)
    if term and term not in assembly_terms(on, number.year):
        return False
    known = [row for row in rows("registers") if _fits(row, number)]
    return not known or any(_in_year(row, number.year) for row in known)


def broken_rule(number: Number, on: date | None) -> Row | None:
    """The row of decisions/tables/number_rules.csv that a number breaks: "12/2020/NĐ-UBND", where only CP decrees."""
    day = on or (date(number.year, 7, 1) if number.year else None)
    ruling = [r for r in valid("number_rules", day) if (r["kind_code"], r["style"]) == (number.kind_code, number.style)]
    kept = any(_pattern(row["bodies"]).fullmatch(number.body or "") for row in ruling)
    return ruling[0] if ruling and not kept else None


def term_of(number: Number) -> str | None:
    """The term of the National Assembly in a number: "14" of 97/2019/QH14."""
    found = re.fullmatch(r".*QH(\d{1,2})", number.body or "")
    return str(int(found[1])) if found else None


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
