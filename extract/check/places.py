"""Where a problem stands, and how its days are written in front of people."""

from __future__ import annotations

from datetime import date
from typing import Any

from decisions.fact import Fact
from decisions.text import Place, Span
from extract.sheet import Sheet


def where(fact: Fact[Any]) -> Place | None:
    """The place of the first words behind a fact."""
    return fact.said[0].place if fact.said else None


def seen(sheet: Sheet, *spans: Span | None) -> bool:
    """Did an eye read any of the words? What was typed is not misread, whatever else makes it doubtful."""
    return any(span is not None and not sheet.typed(span) for span in spans)


def vi(day: date) -> str:
    return f"{day:%d/%m/%Y}"
