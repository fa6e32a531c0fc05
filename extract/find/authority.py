"""Can one instrument act on another at all? Not on one of higher rank, of the other order, or younger than itself.

Law 64/2025/QH15 art. 8: an instrument is amended, replaced or repealed by its own issuer or by a higher body.
"""

from __future__ import annotations

import re
from functools import cache

from decisions.decision import Citation
from decisions.number import Number, parse_number
from decisions.tables import Row, action_effects, rows

#: Their targets stay what they are: a circular guides a law.
_HARMLESS = frozenset(row["code"] for row in rows("actions")) - set(action_effects()) - {"corrects"}


def may_act(action: str, source: Citation, target: Citation) -> bool:
    """False where law or calendar forbids it; True where nothing speaks against it."""
    if _younger(target, source):
        return False
    return action in _HARMLESS or not _above(target, source)


def _younger(one: Citation, other: Citation) -> bool:
    """Was the one issued after the other? By their days, or by the years of their numbers."""
    if one.issued_on and other.issued_on:
        return one.issued_on > other.issued_on
    first, second = _year(one), _year(other)
    return first is not None and second is not None and first > second


def _year(citation: Citation) -> int | None:
    if citation.issued_on:
        return citation.issued_on.year
    number = parse_number(citation.number) if citation.number else None
    return number.year if number else None


def _above(one: Citation, other: Citation) -> bool:
    """Is the one of higher rank, or of the Party where the other is of the State?"""
    first, second = _number(one), _number(other)
    if first and second and (first.style == "party") != (second.style == "party"):
        return True
    high, low = _rank(one.kind, first), _rank(other.kind, second)
    return high is not None and low is not None and high < low


def _number(citation: Citation) -> Number | None:
    return parse_number(citation.number) if citation.number else None


def _rank(kind: str | None, number: Number | None) -> int | None:
    return next((int(row["rank"]) for row in rows("ranks") if _fits(row, kind, number)), None)


def _fits(row: Row, kind: str | None, number: Number | None) -> bool:
    if row["kind"] and row["kind"] != kind:
        return False
    if row["style"] and (number is None or number.style != row["style"]):
        return False
    return not row["body"] or (number is not None and _body(row["body"]).fullmatch(number.body or "") is not None)


@cache
def _body(text: str) -> re.Pattern[str]:
    return re.compile(text)
