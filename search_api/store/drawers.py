"""The drawers in which citations and instruments lie, so that what may mean the same lies together."""

from __future__ import annotations

import hashlib
import re
from datetime import date

from decisions.decision import Citation
from decisions.fold import words
from decisions.number import number_key

#: Kinds that are cited by name and day, by name and year, or by name alone: "Luật Thanh tra năm 2022".
BY_NAME = ("hien_phap", "bo_luat", "luat", "phap_lenh")
#: "Luật Cán bộ, công chức được sửa đổi, bổ sung một số điều năm 2019": the year of another law, which amends it.
_AMENDED = re.compile(r"sửa đổi,?\s+bổ sung(?:\s+một số điều)?,?\s+(?:các\s+)?năm\s+((?:19|20)\d\d)", re.IGNORECASE)
_NAMED = "name-"


def drawer(citation: Citation) -> str:
    """The serial of the number; without a number the day, or the year, or the name of a law, or nothing."""
    if citation.number:
        return serial_of(citation.number)
    if citation.issued_on:
        return citation.issued_on.isoformat()
    return year_in(citation.text) or (_name(citation.kind, citation.subject) if citation.kind in BY_NAME else "")


def drawers(kind: str | None, number: str | None, issued_on: date | None, subject: str | None) -> set[str]:
    """Where the citations lie that may mean an instrument."""
    found = {serial_of(number)} if number else set()
    if issued_on and kind in BY_NAME:
        found |= {issued_on.isoformat(), str(issued_on.year), _name(kind, subject)}
    return found


def by_name_alone(drawer: str) -> bool:
    """Does a drawer hold citations of laws with nothing but their name?"""
    return drawer.startswith(_NAMED)


def undated(citation: Citation) -> bool:
    """Is it a law without number and day? Which one is meant, the day of the citing document tells."""
    return citation.kind in BY_NAME and citation.number is None and citation.issued_on is None


def year_in(text: str) -> str | None:
    """The year in words like "Luật Thanh tra năm 2022", "Bộ luật Dân sự 2015"; not that of an amendment."""
    found = re.search(r"\bnăm\s+((?:19|20)\d\d)\b|\s((?:19|20)\d\d)\Z", _AMENDED.sub("", text))
    return (found[1] or found[2]) if found else None


def amended_in(text: str) -> str | None:
    """The year in which a law was amended: "… được sửa đổi, bổ sung một số điều năm 2019"."""
    found = _AMENDED.search(text)
    return found[1] if found else None


def serial_of(number: str) -> str:
    return number_key(number).split(" ")[0][:20]


def _name(kind: str | None, subject: str | None) -> str:
    """Of all constitutions one drawer: "Hiến pháp", "Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam"."""
    name = kind if kind == "hien_phap" else " ".join(words(subject or ""))
    return _NAMED + hashlib.sha256(name.encode()).hexdigest()[:12]
