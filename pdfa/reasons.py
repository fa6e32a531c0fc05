"""Why a PDF cannot be a PDF/A, in words for people."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from pikepdf.pdfa import Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """The beginning of a rule's name in the checker's report, and what it means."""

    rule: str
    vi: str
    en: str


def reason(report: Report) -> Reason:
    """The first reason of pdfa/reasons.csv that a finding of the report fits; the last row fits all."""
    rules = [finding.rule.removeprefix("ISO_19005_2:") for finding in report.findings]
    return next(row for row in _rows() if any(rule.startswith(row.rule) for rule in rules) or not row.rule)


@cache
def _rows() -> tuple[Reason, ...]:
    table = (files("pdfa") / "reasons.csv").read_text(encoding="utf-8")
    return tuple(Reason(**row) for row in csv.DictReader(table.splitlines()))
