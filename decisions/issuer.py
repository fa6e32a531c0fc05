"""The key under which two ways to write the name of a body are the same body."""

from __future__ import annotations

from functools import cache

from decisions.fold import words
from decisions.tables import rows


def issuer_key(name: str | None) -> str:
    """The name folded, its common abbreviations written out. "UBND phường Bạch Mai" → "uy ban nhan dan phuong bach mai".

    Empty for None. "TM." and the like before a name are no part of it and must be cut before.
    """
    if not name:
        return ""
    full = _abbreviations()
    return " ".join(full.get(word, word) for word in words(name))


def names_no_place(name: str | None) -> bool:
    """Does the name end where the name of the place should begin? "UBND phường", "Ủy ban nhân dân thành phố"."""
    return bool(name) and issuer_key(name).endswith(_levels())


@cache
def _abbreviations() -> dict[str, str]:
    return {row["folded"]: row["full"] for row in rows("body_abbreviations") if not row["level"]}


@cache
def _levels() -> tuple[str, ...]:
    return tuple(f" {row['full']}" for row in rows("body_abbreviations") if row["level"])
