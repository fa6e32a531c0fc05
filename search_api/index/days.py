"""A day as people write it: who copies "ngày 01/7/2022" from a citation finds the decision that says it in words."""

from __future__ import annotations

from datetime import date


def written(day: date) -> tuple[str, ...]:
    """The forms in use, each once; Decree 30/2020/NĐ-CP (app. I) sets a zero before days below 10 and months below 3."""
    days = dict.fromkeys((f"{day.day:02}", str(day.day)))
    months = dict.fromkeys((f"{day.month:02}", str(day.month)))
    figures = [f"{one}/{other}/{day.year}" for one in days for other in months]
    words = [f"ngày {one} tháng {other} năm {day.year}" for one in days for other in months]
    return (*figures, *words)
