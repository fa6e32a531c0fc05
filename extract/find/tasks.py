"""Verbs with which a task begins, as in "… cho Giám đốc Sở ký …" (decisions/tables/task_verbs.csv)."""

from __future__ import annotations

import re
from functools import cache

from decisions.tables import Row, rows
from extract.plain import plain


def task_at(words: str, start: int, end: int) -> re.Match[str] | None:
    """The first verb of a task in plain text; capitals begin names ("Ban Quản lý"), not tasks."""
    return _tasks().search(words, start, end)


def gives_power(verb: str) -> bool:
    """ "ký", "quyết định": to be told to do so is to be allowed to."""
    return " ".join(verb.split()) in _powers()


@cache
def _tasks() -> re.Pattern[str]:
    ordered = sorted(rows("task_verbs"), key=lambda row: len(row["verb"]), reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(_alone(row) for row in ordered)})(?!\w)")


def _alone(row: Row) -> str:
    """The verb where it is one: not "cấp" in "cấp xã", nor "ký" in "thư ký"."""
    after = "".join(rf"(?<!{re.escape(plain(word))} )" for word in row["not_after"].split("|") if word)
    before = rf"(?! (?:{plain(row['not_before'])})(?!\w))" if row["not_before"] else ""
    return after + plain(row["verb"]) + before


@cache
def _powers() -> frozenset[str]:
    return frozenset(plain(row["verb"]) for row in rows("task_verbs") if row["power"])
