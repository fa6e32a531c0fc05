"""Do rank, grade and coefficient belong together? The pay scales of the civil service answer (decisions/tables)."""

from __future__ import annotations

import re
from functools import cache

from decisions.tables import rows


def fits_scale(code: str | None, grade: str | None, coefficient: str | None) -> bool | None:
    """Is there a row with all that is said? None where too little is said, or the rank is in no table.

    `grade` is "5/9" or "5", `coefficient` "3,66" or "3.66".
    """
    known = code if code and _scales(code) else None
    said = [part for part in (known, grade, coefficient) if part]
    return bool(_fitting(known, grade, coefficient)) if len(said) > 1 else None


def of_other_scales(code: str | None, grade: str | None, coefficient: str | None) -> bool:
    """ "bậc 1/2, hệ số 6,31": neither is on any scale, as where enterprises have their own; or both were misread."""
    known = code is not None and bool(_scales(code))
    return not known and not _fitting(None, grade, None) and not _fitting(None, None, coefficient)


def expected_coefficient(code: str | None, grade: str | None) -> tuple[str, ...]:
    """The coefficients that a grade has on the scales of a rank; all scales with so many grades where none is said."""
    if grade is None:
        return ()
    return tuple(dict.fromkeys(row["coefficient"] for row in _fitting(code, grade, None)))


def coefficient_without_comma(cell: str, code: str | None, grade: str | None) -> str | None:
    """ "333 -" beside the rank 01.003 and the grade 4/9: 3,33, whose comma an eye did not see."""
    found = re.search(r"(?<![\d,.])(\d)(\d{2})(?![\d,.])", cell)
    meant = f"{found[1]},{found[2]}" if found else None
    return meant if meant and fits_scale(code, grade, meant) else None


def as_scaled(code: str | None, grade: str | None, coefficient: str | None) -> tuple[str | None, str | None]:
    """Grade and coefficient that do not belong together, with the one figure changed that makes them: "3/0" beside
    01.003 and 3,00 is 3/9, "3,09" beside 6/9 is 3,99, "69" beside 3,99 is 6/9. As they are where none does, or more than one.
    """
    if not (code and _scales(code) and grade) or (coefficient and fits_scale(code, grade, coefficient)):
        return grade, coefficient
    meant: set[tuple[str | None, str | None]]
    meant = {(grade, row) for row in expected_coefficient(code, grade) if _differs_once(row, coefficient)}
    steps = {f"{row['grade']}/{row['grades']}" for row in _fitting(code, None, coefficient)} if coefficient else set()
    meant |= {(step, coefficient) for step in steps if _differs_once(step, grade)}
    return next(iter(meant)) if len(meant) == 1 else (grade, coefficient)


def _differs_once(meant: str, read: str | None) -> bool:
    """Whatever nobody could read may be anything; a stroke between two figures may be taken for none."""
    return (
        read is None
        or meant.replace("/", "") == read
        or (len(meant) == len(read) and sum(a != b for a, b in zip(meant, read, strict=True)) == 1)
    )


def _fitting(code: str | None, grade: str | None, coefficient: str | None) -> list[dict[str, str]]:
    scales = _scales(code) if code else frozenset()
    step, _, steps = (grade or "").partition("/")
    return [
        row
        for row in rows("pay_scales")
        if (not scales or row["scale"] in scales)
        and (not step or int(row["grade"]) == int(step))
        and (not steps or int(row["grades"]) == int(steps))
        and (coefficient is None or row["coefficient"] == coefficient.replace(".", ","))
    ]


@cache
def _scales(code: str) -> frozenset[str]:
    return frozenset(row["scale"] for row in rows("pay_ranks") if row["code"] == code)
