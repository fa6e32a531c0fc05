"""A law that an eye read, beside the registry of well-known instruments: what is near one of them is meant so, in doubt."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from difflib import SequenceMatcher
from functools import cache

from decisions.decision import Citation
from decisions.fact import Candidate
from decisions.fold import fold, mark
from decisions.number import number_key
from decisions.tables import Row, rows
from extract.find.kinds import LAWS
from extract.settle import for_review

_LIKE_ENOUGH = 0.85
_LIKE_THAT_DAY = 0.7
_NEARLY = 0.8  #: how like the subject of the registry a misread one is; those of others are less so
_MOST = 5
_SAME_PARTS = 2  #: of day, month and year


def as_registered(citation: Citation, on: date | None) -> Citation:
    """The citation with the name and the day that decisions/tables/instruments.csv has for it, in doubt wherever they
    differ from what was read. `on`: when the citing decision was made, which only laws of its time can be the base of.

    What the registry does not know stays as it was read.
    """
    if citation.kind not in LAWS or not citation.subject:
        return citation
    known = _named(citation.kind, citation.subject) or _of_the_day(citation.kind, citation.subject, citation.issued_on)
    if not known:
        return citation
    name = known[0]["subject"]
    other_name = _key(name) != _key(citation.subject)
    day = _day(citation.issued_on, known, on)
    # A day that is not printed at all is no doubt: "Căn cứ Luật Lưu trữ;". One that was read wrongly is.
    printed = "ngay" in fold(citation.text).split()
    moved = day is not None and day != citation.issued_on and printed
    unlike = citation.issued_on is not None and all(_issued(row) != citation.issued_on for row in known)
    if not (other_name or moved or unlike):
        return citation
    meant = replace(
        citation, subject=name if other_name else citation.subject, issued_on=day if moved else citation.issued_on
    )
    numbers = [row["number"] for row in known if row["number"] and (day is None or _issued(row) == day)]
    candidates = () if citation.number else _candidates(tuple(dict.fromkeys(numbers)))
    return for_review(replace(meant, candidates=citation.candidates or candidates))


def agrees(citation: Citation) -> bool:
    """Are subject, and number or day, those of one well-known instrument, and does nothing else that was read differ?"""
    return any(_agrees(citation, row) for row in _by_subject().get(_key(citation.subject), ()))


def _agrees(citation: Citation, row: Row) -> bool:
    same = (
        row["kind"] == citation.kind,
        citation.number is None or number_key(citation.number) == number_key(row["number"]),
        citation.issued_on in (None, _issued(row)),
        citation.issuer is None or _key(citation.issuer) == _key(row["issuer"]),
    )
    return all(same) and (citation.number or citation.issued_on) is not None


def _key(words: str | None) -> str:
    return " ".join(mark(words or "").split())


def is_misnamed(citation: Citation) -> bool:
    """Is its subject nearly that of the well-known instrument of its number: "công tác văn thuẻ" of 30/2020/NĐ-CP?"""
    known = _subjects().get(number_key(citation.number)) if citation.number else None
    if known is None or citation.subject is None:
        return False
    printed, meant = (" ".join(mark(each).split()) for each in (citation.subject, known))
    ends = printed.endswith(meant) or meant in printed
    return not ends and SequenceMatcher(None, printed[-len(meant) :], meant, autojunk=False).ratio() >= _NEARLY


def _day(read: date | None, known: tuple[Row, ...], on: date | None) -> date | None:
    """The day of the one row that the read day is nearly that of, or, without one, of the one row in force."""
    if read is None:
        days = {_issued(row) for row in known if on is not None and _in_force(row, on)}
    else:
        days = {day for row in known if (day := _issued(row)) and _parts_alike(day, read) >= _SAME_PARTS}
    return days.pop() if len(days) == 1 else read


def _parts_alike(one: date, other: date) -> int:
    return (one.day == other.day) + (one.month == other.month) + (one.year == other.year)


def _named(kind: str, name: str) -> tuple[Row, ...]:
    """The rows of the very name; else those of the one name that is nearly the same."""
    key = _key(name)
    if (kind, key) in _registry():
        return _registry()[kind, key]
    near = list(_near(kind, key))
    return near[0] if len(near) == 1 else ()


def _of_the_day(kind: str, name: str, day: date | None) -> tuple[Row, ...]:
    """ "Liẻu trữ" of the very day of "Lưu trữ": less of the letters need agree where the day does."""
    found = [
        rows_of
        for (other_kind, other), rows_of in _registry().items()
        if day and other_kind == kind and any(_issued(row) == day for row in rows_of) and _folded_like(name, other)
    ]
    return found[0] if len(found) == 1 else ()


def _folded_like(one: str, other: str) -> bool:
    first, second = fold(one).split(), fold(other).split()
    like = SequenceMatcher(None, " ".join(first), " ".join(second), autojunk=False).ratio()
    return len(first) == len(second) and like >= _LIKE_THAT_DAY


def _near(kind: str, key: str) -> Iterator[tuple[Row, ...]]:
    for (other_kind, other), found in _registry().items():
        alike = other_kind == kind and len(other.split()) == len(key.split())
        if alike and SequenceMatcher(None, _amended(key), _amended(other), autojunk=False).ratio() >= _LIKE_ENOUGH:
            yield found


def _amended(key: str) -> str:
    """What tells laws that amend others apart: "sửa đổi, bổ sung một số điều của Luật Đất đai" → "luật đất đai"."""
    return re.sub(r"^sửa đổi,? bổ sung một số điều của ", "", key)


def _candidates(numbers: tuple[str, ...]) -> tuple[Candidate[str], ...]:
    share = round(0.9 / max(1, len(numbers)), 2)
    return tuple(Candidate(value=number, confidence=share) for number in numbers[:_MOST])


def _issued(row: Row) -> date | None:
    return date.fromisoformat(row["issued_on"]) if row["issued_on"] else None


def _in_force(row: Row, on: date) -> bool:
    return (not row["valid_from"] or date.fromisoformat(row["valid_from"]) <= on) and (
        not row["valid_to"] or on <= date.fromisoformat(row["valid_to"])
    )


@cache
def _subjects() -> dict[str, str]:
    found = (row for row in rows("instruments") if row["number"] and row["subject"])
    return {number_key(row["number"]): row["subject"] for row in found}


@cache
def _by_subject() -> dict[str, tuple[Row, ...]]:
    found: dict[str, list[Row]] = {}
    for row in rows("instruments"):
        found.setdefault(_key(row["subject"]), []).append(row)
    return {key: tuple(each) for key, each in found.items() if key}


@cache
def _registry() -> dict[tuple[str, str], tuple[Row, ...]]:
    """Kind and name → its rows, one for each time that the Assembly made a law of that name."""
    found: dict[tuple[str, str], list[Row]] = {}
    for row in rows("instruments"):
        if row["kind"] in LAWS:
            found.setdefault((row["kind"], _key(row["subject"])), []).append(row)
    return {key: tuple(each) for key, each in found.items()}
