"""What law says of the effect of a normative act: after how many days, or how early at best (decisions/tables/effect_rules.csv).

A decision on a single matter has no such law: it is in force from its signing (search_api/chain/life.py).
"""

from __future__ import annotations

from datetime import date, timedelta

from decisions.decision import Decision
from decisions.fact import Candidate, Fact
from decisions.fold import fold
from decisions.number import parse_number
from decisions.tables import Row, rows, valid

_LOCAL = ("uy ban nhan dan ", "hoi dong nhan dan ")
#: That it is a normative act at all its number shows, and until 2016 many bore a year that were none.
_SURE_OF_LAW = 0.6


def ruling(decision: Decision) -> Row | None:
    """The rule for a normative act of this body on its day; None where there is none, or its number shows no such act."""
    number = parse_number(decision.number.value or "")
    day, issuer = decision.issued_on.value, decision.issuer.value
    if number is None or number.style != "normative" or day is None or issuer is None or number.year != day.year:
        return None
    authority = authority_of(issuer, day)
    return next((row for row in valid("effect_rules", day) if row["authority"] == authority), None)


def effect_by_law(decision: Decision) -> Fact[date]:
    """From when a normative act is in force that does not say so; always for a person to confirm."""
    rule, day = ruling(decision), decision.issued_on.value
    if rule is None or day is None or not rule["default_days"]:
        return decision.effective_on
    said = (*decision.issued_on.said, *decision.number.said)
    value = day + timedelta(days=int(rule["default_days"]))
    candidate = Candidate(value=value, confidence=_SURE_OF_LAW, said=said)
    return Fact(value=value, state="review", confidence=_SURE_OF_LAW, said=said, candidates=(candidate,))


def authority_of(issuer: str, day: date) -> str | None:
    """central, or the level of the unit whose council or committee it is; None where neither is known."""
    words = fold(issuer).removeprefix("chu tich ")
    if any(words.startswith(opening) for opening in _LOCAL):
        return _level(words.removeprefix(_LOCAL[0]).removeprefix(_LOCAL[1]))
    central = (fold(row["name"]) for row in valid("issuers", day))
    return "central" if any(words == name or words.endswith(f" {name}") for name in central) else None


def _level(unit: str) -> str | None:
    """A city that the table of units does not know as one like a province stands below a province."""
    levels = {fold(row["name"]): row["level"] for row in rows("unit_types")}
    kind = next((name for name in levels if unit.startswith(f"{name} ")), None)
    if kind != "thanh pho":
        return levels[kind] if kind else None
    provinces = {fold(f"{row['type']} {row['name']}") for row in rows("units") if row["level"] == "province"}
    return "province" if unit in provinces else "district"
