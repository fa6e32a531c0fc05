"""The dated tables behind the vocabulary: rows that a clerk can read and check, each with its time and its source."""

from __future__ import annotations

import csv
from datetime import date
from functools import cache
from importlib.resources import files

Row = dict[str, str]


@cache
def rows(name: str) -> tuple[Row, ...]:
    """All rows of the table `name`.csv, in the order of the file."""
    text = (files(__name__) / f"{name}.csv").read_text(encoding="utf-8")
    return tuple(csv.DictReader(text.splitlines()))


def valid(table: str, on: date | None) -> tuple[Row, ...]:
    """The rows in force on a day; all of them where the day is not known."""
    return tuple(row for row in rows(table) if on is None or _in_force(row, on))


def _in_force(row: Row, on: date) -> bool:
    start, end = row.get("valid_from"), row.get("valid_to")
    return not (start and date.fromisoformat(start) > on) and not (end and date.fromisoformat(end) < on)


@cache
def kind_names() -> dict[str, str]:
    """Code of a kind → its name in Vietnamese."""
    return {row["code"]: row["name"] for row in rows("kinds")}


@cache
def action_labels() -> dict[str, str]:
    """Code of a relation → its verb in Vietnamese."""
    return {row["code"]: row["vietnamese"] for row in rows("actions")}


@cache
def action_effects() -> dict[str, str]:
    """Code of a relation → what it makes of the status of its target; only those that make something of it."""
    return {row["code"]: row["effect"] for row in rows("actions") if row["effect"]}


@cache
def field_names() -> dict[str, tuple[str, str]]:
    """Field of a decision → how a sentence calls it in Vietnamese and in English."""
    return {row["field"]: (row["vi"], row["en"]) for row in rows("fields")}
