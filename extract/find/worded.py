"""The words of an act: are its name, posts, form and reason spelled as the text, the tables and the map have them?"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from decisions.decision import Appointment
from decisions.issuer import names_no_place
from extract.casing import is_unit_name
from extract.find.agree import contradicted
from extract.find.spelling import as_spelled, misspelled
from extract.sheet import Sheet

_WORDED = ("position", "unit", "from_position", "from_unit", "rank", "from_rank", "form", "reason")


def posts_in(act: Appointment) -> tuple[str, ...]:
    """The posts and units of an act, old and new."""
    told = (act.position, act.unit, act.from_position, act.from_unit)
    return tuple(words for words in told if words)


def is_contradicted(sheet: Sheet, act: Appointment) -> bool:
    """Did an eye read words in other marks than the text or the tables have, or no place where one must stand?"""
    return any(
        contradicted(sheet, words) or names_no_place(words) or _hides_level(words)
        for words in (act.person.name, *posts_in(act))
    ) or any(misspelled(words) for words in (*posts_in(act), act.reason, act.form) if words)


def _hides_level(words: str) -> bool:
    """ "Trưởng phòng Y tế - Hai Bà Trưng": a stain on "quận". Two places may share a post: "Bà Rịa - Vũng Tàu"."""
    before, dash, place = words.rpartition(" - ")
    parts = before.split()
    return bool(dash) and is_unit_name(place) and not any(is_unit_name(" ".join(parts[-n:])) for n in (1, 2, 3, 4))


def spelled(act: Appointment) -> Appointment:
    """Posts, form and reason in the marks of the phrases that they make: "Khiến trách" is "Khiển trách"."""
    told: dict[str, str | None] = {name: getattr(act, name) for name in _WORDED}
    found: dict[str, Any] = {name: as_spelled(words) for name, words in told.items() if words}
    return replace(act, **found)
