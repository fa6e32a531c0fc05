"""The drawers in which citations and instruments lie, so that what may mean the same lies together."""

from __future__ import annotations

import re
from datetime import date

from decisions.decision import Citation
from decisions.number import number_key

#: Kinds that are cited by name and day, or by name and year alone: "Luật Thanh tra năm 2022".
BY_NAME = ("hien_phap", "bo_luat", "luat", "phap_lenh")


def drawer(citation: Citation) -> str:
    """The serial of the number; without a number the day, or the year, or nothing."""
    if citation.number:
        return serial_of(citation.number)
    return citation.issued_on.isoformat() if citation.issued_on else year_in(citation.text) or ""


def drawers(kind: str | None, number: str | None, issued_on: date | None) -> set[str]:
    """Where the citations lie that may mean an instrument."""
    found = {serial_of(number)} if number else set()
    if issued_on and kind in BY_NAME:
        found |= {issued_on.isoformat(), str(issued_on.year)}
    return found


def year_in(text: str) -> str | None:
    """The year in words like "Luật Thanh tra năm 2022", "Bộ luật Dân sự 2015"."""
    found = re.search(r"\bnăm\s+((?:19|20)\d\d)\b|\s((?:19|20)\d\d)\Z", text)
    return (found[1] or found[2]) if found else None


def serial_of(number: str) -> str:
    return number_key(number).split(" ")[0][:20]
