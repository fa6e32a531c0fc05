"""Where a problem stands, and how its days are written in front of people."""

from __future__ import annotations

from datetime import date
from typing import Any

from decisions.fact import Fact
from decisions.text import Place


def where(fact: Fact[Any]) -> Place | None:
    """The place of the first words behind a fact."""
    return fact.said[0].place if fact.said else None


def vi(day: date) -> str:
    return f"{day:%d/%m/%Y}"
