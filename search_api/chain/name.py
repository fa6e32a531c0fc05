"""What instruments, relations and statuses are called in front of people."""

from __future__ import annotations

from datetime import date
from functools import cache

from decisions.tables import Row, kind_names, rows
from search_api.store import Node


def name(node: Node) -> str:
    """ "Quyết định số 216/QĐ-UBND ngày 20/01/2022 của Ủy ban nhân dân quận Hai Bà Trưng". Vietnamese in any language."""
    parts = [title(node), node.issued_on and f"ngày {day(node.issued_on)}", node.issuer and f"của {node.issuer}"]
    return " ".join(part for part in parts if part)


def title(node: Node) -> str:
    """ "Quyết định số 216/QĐ-UBND"; a law without a known number by its name; what has no head by its file's."""
    kind = kind_names().get(node.kind or "", "Văn bản")
    if node.number:
        return f"{kind} số {node.number}"
    called = node.subject or (f"«{node.name}»" if node.name else None)
    return f"{kind} {called}" if called else kind


def day(when: date) -> str:
    return f"{when:%d/%m/%Y}"


def action(code: str, lang: str = "vi") -> str:
    return _rows("actions")[code]["english" if lang == "en" else "vietnamese"]


def suffered(code: str) -> str:
    """An action seen from its target: "được thay thế bởi"."""
    return _rows("actions")[code]["incoming"]


def status(code: str, lang: str = "vi") -> str:
    return _rows("statuses")[code]["english" if lang == "en" else "vietnamese"]


@cache
def _rows(table: str) -> dict[str, Row]:
    return {row["code"]: row for row in rows(table)}
