"""Verbs with which a task begins, as in "… cho Giám đốc Sở ký …" (decisions/tables/task_verbs.csv)."""

from __future__ import annotations

import re
from functools import cache

from decisions.tables import rows
from extract.plain import plain


def task_at(words: str, start: int, end: int) -> re.Match[str] | None:
    """The first verb of a task in plain text; capitals begin names ("Ban Quản lý"), not tasks."""
    return _tasks().search(words, start, end)


def gives_power(verb: str) -> bool:
    """ "ký", "quyết định": to be told to do so is to be allowed to."""
    return " ".join(verb.split()) in _powers()


@cache
def _tasks() -> re.Pattern[str]:
    verbs = sorted((plain(row["verb"]) for row in rows("task_verbs")), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(re.escape(verb).replace(chr(92) + ' ', ' +') for verb in verbs)})(?!\w)")


@cache
def _powers() -> frozenset[str]:
    return frozenset(plain(row["verb"]) for row in rows("task_verbs") if row["power"])
