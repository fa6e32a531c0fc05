"""What people type at the command line, taken as values: days, kinds, statuses."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import click

from decisions.fold import words
from decisions.tables import rows
from quyetdinh.troubles import UnknownKind, UnknownStatus, WrongDay

_DAY = re.compile(r"(?P<day>\d{1,2})[/.-](?P<month>\d{1,2})[/.-](?P<year>\d{4})")


class Day(click.ParamType):
    """05/3/2019 as it is written in Viet Nam, or 2019-03-05."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        return value if isinstance(value, date) else day(value)


def day(text: str) -> date:
    """The day that a text means; raises WrongDay."""
    match = _DAY.fullmatch(text.strip())
    try:
        if match:
            return date(int(match["year"]), int(match["month"]), int(match["day"]))
        return date.fromisoformat(text.strip())
    except ValueError:
        raise WrongDay(value=text) from None


def kind(text: str) -> str:
    """The code of a kind given by its name, its abbreviation or its code; raises UnknownKind."""
    typed = words(text)
    for row in rows("kinds"):
        if typed in (words(row["name"]), words(row["code"]), words(row["abbreviation"]) or None):
            return row["code"]
    raise UnknownKind(value=text)


def status(text: str) -> str:
    """The code of a status; raises UnknownStatus."""
    known = [row["code"] for row in rows("statuses")]
    if text not in known:
        raise UnknownStatus(value=text, known=", ".join(known))
    return text
