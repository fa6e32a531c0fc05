"""The kinds of instruments as citations name them: by their words, and by the abbreviation in a number."""

from __future__ import annotations

import re
from functools import cache

from decisions.fold import fold
from decisions.number import Number
from decisions.tables import rows

#: Laws bear names, and their kind's word is a common one ("pháp luật số"): they are found apart, by their capital.
LAWS = frozenset({"luat", "bo_luat", "phap_lenh", "hien_phap"})

#: "Giấy phép số 12/GP-UBND", "số 7/GPXD-UBND": a licence is none of the kinds, and no letter.
_LICENCE = re.compile(r"GP(?:XD|MT|KD|HĐ|LĐ)?")


def kind_of_words(words: str) -> str | None:
    """ "quyet  dinh" → quyet_dinh; None for words that are no kind's name. The words are folded."""
    return _codes_by_name().get(" ".join(words.split()))


def kind_of_number(number: Number) -> str | None:
    """The kind that a number's abbreviation names. The National Assembly's laws and resolutions bear none."""
    if number.style == "assembly":
        body = number.body or ""
        return "phap_lenh" if body.startswith("PL") else "nghi_quyet" if body.startswith(("NQ", "UBTVQH")) else None
    if number.style == "historic":
        return None
    column = "party_abbreviation" if number.style == "party" else "abbreviation"
    code = next((row["code"] for row in rows("kinds") if row[column] and row[column] == number.kind_code), None)
    if code or _LICENCE.fullmatch(number.kind_code or ""):
        return code
    return "cong_van" if number.style == "administrative" and number.body else None


def abbreviation(kind: str | None) -> str | None:
    """to_trinh → "TTr"; None for kinds without one."""
    return next((row["abbreviation"] for row in rows("kinds") if row["code"] == kind and row["abbreviation"]), None)


@cache
def known_codes() -> frozenset[str]:
    """All abbreviations of kinds, of the state and of the Party."""
    return frozenset(c for row in rows("kinds") for c in (row["abbreviation"], row["party_abbreviation"]) if c)


@cache
def names(*, laws: bool) -> str:
    """The names of all kinds, folded, as one alternative of a pattern, longest first."""
    found = {name for name, code in _codes_by_name().items() if laws or code not in LAWS}
    return "|".join(re.sub(" ", r"\\s+", name) for name in sorted(found, key=lambda name: (-len(name), name)))


@cache
def _codes_by_name() -> dict[str, str]:
    return {fold(row["name"]): row["code"] for row in rows("kinds")}
