"""What the pages say, in two languages: rows of words.csv by key."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from datetime import date, datetime
from functools import cache
from importlib.resources import files
from zoneinfo import ZoneInfo

from decisions.tables import kind_names, rows

_VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")


@cache
def words(lang: str) -> Mapping[str, str]:
    """Key → sentence of one language."""
    table = (files(__package__) / "words.csv").read_text(encoding="utf-8")
    return {row["key"]: row[lang] for row in csv.DictReader(table.splitlines())}


def kind_label(code: str | None, lang: str) -> str:
    """The kind as it is called; a code that no table knows stays as it is."""
    return kind_names().get(code, code) if code else words(lang)["no_kind"]


def title_of(kind: str | None, number: str | None, subject: str | None, file: str | None, lang: str) -> str:
    """What a document is called: kind and number; without a number by its subject, without both by its file's name."""
    name = kind_label(kind, lang)
    if number:
        return f"{name} {number}"
    called = subject or file
    return f"{name}: {called}" if called else name


@cache
def act_label(code: str) -> str:
    """A personnel act as the law calls it, in Vietnamese; a code that no table knows stays as it is."""
    return next((row["label"] for row in (*rows("acts"), *rows("delegations")) if row["code"] == code), code)


def day(value: date | str | None, lang: str) -> str:
    """A day as people write it: 01/07/2022; 1 July 2022."""
    if value is None or value == "":
        return ""
    if isinstance(value, str):
        value = date.fromisoformat(value)
    return f"{value.day} {value:%B %Y}" if lang == "en" else f"{value:%d/%m/%Y}"


def moment(value: datetime, lang: str) -> str:
    """A moment in Vietnam's time."""
    local = value.astimezone(_VIETNAM)
    return f"{local:%H:%M} · {day(local.date(), lang)}"
