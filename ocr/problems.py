"""The sentences that reading has to say, by code."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files

from decisions.problem import Problem
from decisions.text import Place


def problem(code: str, place: Place | None = None, **details: object) -> Problem:
    """The problem of that code (ocr/tables/problems.csv) with its details filled in."""
    vietnamese, english = _sentences()[code]
    return Problem(code=code, message=vietnamese.format(**details), message_en=english.format(**details), place=place)


@cache
def _sentences() -> dict[str, tuple[str, str]]:
    with (files("ocr") / "tables" / "problems.csv").open(encoding="utf-8", newline="") as lines:
        return {row["code"]: (row["vietnamese"], row["english"]) for row in csv.DictReader(lines)}
