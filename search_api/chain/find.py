"""Instruments by what a person types: an id or a number."""

from __future__ import annotations

import re
from datetime import date

from search_api.store import DecisionStore, Node


def find(store: DecisionStore, text: str, issuer: str | None = None, issued_on: date | None = None) -> list[Node]:
    """Held and cited instruments of that id or number, the held ones first; all of them where several fit."""
    typed = text.strip()
    if re.fullmatch(r"[dm]-[0-9a-f]{12}", typed):
        node = store.node(typed)
        return [node] if node else []
    return store.find(typed, issuer=issuer, issued_on=issued_on)
