"""A number that an eye read, beside what else its citation tells: the day, the issuer, the kind. What these allow goes
before what was printed, both for a person to choose from.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from difflib import SequenceMatcher
from functools import cache

from decisions.decision import Citation
from decisions.fact import Candidate
from decisions.issuer import issuer_key
from decisions.number import Number, number_key, parse_number
from decisions.tables import rows
from extract.find.kinds import LAWS, known_codes
from extract.settle import for_review

#: The Party's committees of a province, a district, an office, and the centre.
_PARTY_BODIES = frozenset({"TU", "TW", "QU", "HU", "ĐU", "ThU", "ĐUK"})
_LIKE_ENOUGH = 0.6


def as_told(citation: Citation) -> Citation:
    """The citation with the number that one thing it tells leaves, in review; as it was where nothing does."""
    number = parse_number(citation.number) if citation.number else None
    if number is None or citation.number is None or citation.kind in LAWS:
        return citation
    meant = dict.fromkeys(
        (*_of_the_day(citation, number), *_of_the_issuer(citation, number), *_of_the_party(citation, number))
    )
    if len(meant) != 1:
        return citation
    (first,) = meant
    either = (Candidate(value=first, confidence=0.5), Candidate(value=citation.number, confidence=0.3))
    return for_review(replace(citation, number=first, candidates=either))


def _of_the_day(citation: Citation, number: Number) -> Iterator[str]:
    """ "1382/2020/NĐ-CP" on the day of 138/2020/NĐ-CP: a figure too many or too few. Those of one day differ otherwise."""
    if citation.issued_on is None or number_key(str(number)) in _registered():
        return
    for printed, day in _registered().values():
        known = parse_number(printed) if day == citation.issued_on else None
        if (
            known
            and replace(known, serial="") == replace(number, serial="")
            and _one_figure(known.serial, number.serial)
        ):
            yield printed


def _one_figure(one: str, other: str) -> bool:
    """Is the longer the shorter with one figure more?"""
    short, long = sorted((one, other), key=len)
    return len(long) == len(short) + 1 and any(long[:at] + long[at + 1 :] == short for at in range(len(long)))


def _of_the_issuer(citation: Citation, number: Number) -> Iterator[str]:
    """ "35/CT-TTs" of the Prime Minister, whose symbol is TTg."""
    own = _symbols().get(issuer_key(citation.issuer)) if citation.issuer else None
    if own is None or number.body is None or number.body in _symbols().values() or len(number.body) != len(own):
        return
    if SequenceMatcher(None, number.body, own, autojunk=False).ratio() >= _LIKE_ENOUGH:
        yield str(replace(number, body=own))


def _of_the_party(citation: Citation, number: Number) -> Iterator[str]:
    """ "27/QU" below "Nghị quyết": 27-NQ/QU, since the Party's committees are no kinds."""
    code = next((row["party_abbreviation"] for row in rows("kinds") if row["code"] == citation.kind), "")
    bare = number.style == "administrative" and number.body is None and number.kind_code not in known_codes()
    if code and bare and number.kind_code in _PARTY_BODIES:
        yield f"{number.serial}-{code}/{number.kind_code}"


@cache
def _symbols() -> dict[str, str]:
    return {issuer_key(row["name"]): row["symbol"] for row in rows("issuers")}


@cache
def _registered() -> dict[str, tuple[str, date]]:
    """By key, the number and the day of every instrument of the registry that is no law."""
    found = (row for row in rows("instruments") if row["number"] and row["kind"] not in LAWS)
    return {number_key(row["number"]): (row["number"], date.fromisoformat(row["issued_on"])) for row in found}
