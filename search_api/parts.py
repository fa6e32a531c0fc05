"""The opened parts that every answer needs. Opened in one place (quyetdinh/parts.py) and handed down."""

from __future__ import annotations

from dataclasses import dataclass

from search_api.index import DecisionIndex
from search_api.intake import Intake
from search_api.store import DecisionStore
from search_api.store.files import Files


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    store: DecisionStore
    files: Files
    index: DecisionIndex
    intake: Intake
