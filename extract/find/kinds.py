"""The kinds of instruments as citations name them: by their words, and by the abbreviation in a number."""

from __future__ import annotations

import re
from functools import cache

from decisions.fold import fold
from decisions.kind import kind_of
from decisions.number import Number
from decisions.tables import rows

#: Laws bear names, and their kind's word is a common one ("pháp luật số"): they are found apart, by their capital.
LAWS = frozenset({"luat", "bo_luat", "phap_lenh", "hien_phap"})

#: Too many words begin with these letters: "TL" is Trích lục, "HĐLĐ" a contract, and neither a Trường's nor a Hội's.
_COMMON = frozenset("TH")


def kind_of_words(words: str) -> str | None:
    """ "quyet  dinh" → quyet_dinh; None for words that are no kind's name. The words are folded."""
    return _codes_by_name().get(" ".join(words.split()))


def kind_of_number(number: Number) -> str | None:
    """The kind that a number's abbreviation names. The National Assembly's laws and resolutions bear none."""
    if number.style == "assembly":
        body = number.body or ""
        return "phap_lenh" if body.startswith("PL") else "nghi_quyet" if body.startswith(("NQ", "UBTVQH")) else None
    code = kind_of(number)
    letter = number.style == "administrative" and number.body and names_body(number.kind_code or "")
    return code or ("cong_van" if letter else None)


def names_body(symbol: str) -> bool:
    """Is a symbol a body's, as letters bear it before their unit: "UBND", "SNV", "TNMT"? Licences and extracts of maps
    have numbers too: "12/GP-UBND", "7/GPXD-UBND", "55/TL-TNMT".
    """
    return symbol.startswith(_bodies()) or (len(symbol) > 2 and symbol[0] in _openings())


def abbreviation(kind: str | None) -> str | None:
    """to_trinh → "TTr"; None for kinds without one."""
    return next((row["abbreviation"] for row in rows("kinds") if row["code"] == kind and row["abbreviation"]), None)


@cache
def _bodies() -> tuple[str, ...]:
    """The symbols of bodies; a department's is its ministry's without the B."""
    central = [row["symbol"] for row in rows("issuers")]
    symbols = [*central, *(each[1:] for each in central if each.startswith("B"))]
    symbols += [row["short"] for row in rows("abbreviations")] + [row["symbol"] for row in rows("bodies")]
    return tuple(symbol for symbol in symbols if len(symbol) > 1)


@cache
def _openings() -> frozenset[str]:
    return frozenset(row["symbol"] for row in rows("bodies") if len(row["symbol"]) == 1) - _COMMON


@cache
def known_codes() -> frozenset[str]:
    """All abbreviations of kinds, of the state and of the Party, and the symbols that are used like them."""
    used = frozenset(row["symbol"] for row in rows("kind_symbols"))
    return used | frozenset(c for row in rows("kinds") for c in (row["abbreviation"], row["party_abbreviation"]) if c)


@cache
def body_symbols() -> frozenset[str]:
    """What numbers call the bodies that tables know: "UBND", "BNV"."""
    short = (row["short"] for row in rows("abbreviations") if row["short"].isalpha() and row["short"].isupper())
    return frozenset(short) | frozenset(row["symbol"] for row in rows("issuers") if row["symbol"])


@cache
def names(*, laws: bool) -> str:
    """The names of all kinds, folded, as one alternative of a pattern, longest first."""
    found = {name for name, code in _codes_by_name().items() if laws or code not in LAWS}
    return "|".join(re.sub(" ", r"\\s+", name) for name in sorted(found, key=lambda name: (-len(name), name)))


@cache
def _codes_by_name() -> dict[str, str]:
    return {fold(row["name"]): row["code"] for row in rows("kinds")}
