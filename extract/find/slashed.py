"""The slash of "93/2020/QĐ-UBND" that a reader of digits took for a figure, or left out: "9312020", "932020"."""

from __future__ import annotations

import re
from dataclasses import replace

from decisions.reading import Slot

#: Digits, perhaps a 1 that was the slash, and a year.
_JOINED = re.compile(r"(?P<serial>\d{1,4}?)1?(?P<year>(?:19|20)\d{2})")
_SLASH = 0.6  #: how often a 1 before a year was the slash
_LONG = 6  #: digits from which a number may hold its year: "932020"


def without_year(slot: Slot, years: frozenset[str]) -> tuple[Slot, str | None]:
    """The opening with serials alone, and the year that stood behind them; the slot itself where its likeliest string
    ends in none of `years`. Whether a 1 before the year was the slash stays a guess, that both ways to read it share.
    """
    likeliest = slot.strings[0][0] if slot.strings else ""
    year = _year_in(likeliest, years)
    if year is None:
        return slot, None
    merged: dict[str, float] = {}
    for digits, probability in slot.strings:
        for serial, share in _serials(digits, year):
            merged[serial] = merged.get(serial, 0.0) + probability * share
    strings = tuple(sorted(merged.items(), key=lambda pair: -pair[1]))
    return replace(slot, strings=strings), year


def _serials(digits: str, year: str) -> tuple[tuple[str, float], ...]:
    """What stood before the year: "93" of "932020"; "93", likelier than "931", of "9312020"."""
    joined = _JOINED.fullmatch(digits)
    if joined is None or joined["year"] != year:
        return ((digits, 1.0),)
    whole = digits.removesuffix(year)
    return ((whole, 1.0),) if whole == joined["serial"] else ((joined["serial"], _SLASH), (whole, 1.0 - _SLASH))


def _year_in(digits: str, years: frozenset[str]) -> str | None:
    joined = _JOINED.fullmatch(digits) if len(digits) >= _LONG else None
    return joined["year"] if joined and joined["year"] in years else None
