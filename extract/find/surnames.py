"""The surname of a person that an eye read with other marks: "Định Quang Sơn" can only be a "Đinh"."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from decisions.decision import Appointment
from decisions.fact import Candidate
from decisions.fold import fold, mark
from decisions.tables import rows
from extract.sheet import Sheet

_DOUBTED = 0.6


def with_surname(sheet: Sheet, act: Appointment) -> Appointment:
    """The act with the one surname of decisions/tables/surnames.csv that has the letters of the first word, in review,
    what was read beside it. A name that begins with a known surname, or was typed, stays.
    """
    name = act.person.name
    meant = _meant(name)
    if meant is None or act.span is None or sheet.source(act.span) != "ocr":
        return act
    confidence = min(act.confidence, _DOUBTED)
    read = (*act.candidates, *(Candidate(value=each, confidence=confidence) for each in (meant, name)))
    return replace(
        act,
        person=replace(act.person, name=meant),
        state="review",
        confidence=confidence,
        candidates=tuple({candidate.value: candidate for candidate in read}.values()),
    )


def _meant(name: str) -> str | None:
    first, _, rest = name.partition(" ")
    known = _surnames().get(fold(first).strip(), ())
    if not rest or len(known) != 1 or mark(known[0]) == mark(first):
        return None
    return f"{known[0].upper() if first.isupper() else known[0]} {rest}"


@cache
def _surnames() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for row in rows("surnames"):
        found.setdefault(fold(row["surname"]).strip(), []).append(row["surname"])
    return {letters: tuple(names) for letters, names in found.items()}
