"""A number that an optical reader damaged: what may it have been? A guess for a person to confirm."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

from decisions.issuer import issuer_key
from decisions.number import parse_number
from decisions.tables import rows
from extract.find.kinds import known_codes
from extract.letters import UP
from extract.plain import plain

#: The part of an administrative number after its digits: "QĐ-UBND", misread "qb-UBND".
_SYMBOL = re.compile(
    rf"[/\u2044]\s?(?P<symbol>[{UP}qđ][{UP}A-Za-zđ&]{{0,5}}\s?[-–/]\s?[{UP}][{UP}A-Za-z0-9&]*(?:-[{UP}][{UP}A-Za-z0-9&]*)*)"
)
_SLASH = re.compile("[/\u2044]")
#: Figures that readers take for letters and signs.
LOOKS_LIKE = str.maketrans("OoQDlIiJ|!ZzSsGbBgq&", "00001111112255668998")
_LOCAL = {"uy ban nhan dan ": "UBND", "hoi dong nhan dan ": "HĐND"}
_LIKE_ENOUGH = 0.7
_DIGIT = "0-9OQDlI|"  #: the letters that readers most often take for 0 and 1
#: "số I00/KH-UBND", "số 97/20l9/QH14": figures after "số" with letters among them, before the letters of a symbol.
_MISREAD = re.compile(
    rf"(?<=\b[sS][ốôo] )(?P<serial>[{_DIGIT}]{{1,6}})(?:/(?P<year>[12lI|][{_DIGIT}]{{3}}))?(?=/[{UP}]{{2}})"
)


#: "TT- -BGDĐT", "TT: ~BQL": stains around the dash of a symbol.
_JOINT = re.compile(rf"(?<=[/\u2044])([{UP}][{UP}a-z]{{1,2}})([-:;.+*~–]?[ \n]?)([-~–])(?=[ \n]?[{UP}]{{2}})")
_CRAMPED = re.compile(r"(?<=\b[sS])[ốôóoồ](?=\d{1,5}/)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Guess:
    """`value` is None where the symbol can be made out but no digits before it; `end` is where it ends in the text."""

    value: str | None
    end: int


def expected_symbol(kind: str | None, issuer: str | None) -> str | None:
    """ "QĐ-UBND" for a decision of a people's committee, "NQ-HĐND" of its council; None where no table knows."""
    code = next((row["abbreviation"] for row in rows("kinds") if row["code"] == kind and row["abbreviation"]), None)
    name = issuer_key(issuer)
    if code is None or not name:
        return None
    local = next((symbol for opening, symbol in _LOCAL.items() if name.startswith(opening)), None)
    if local:
        return f"{code}-{local}"
    symbol = next((row["symbol"] for row in rows("issuers") if issuer_key(row["name"]) == name), None)
    return f"{code}-{symbol}" if symbol else None


def symbol_in(text: str) -> re.Match[str] | None:
    """The symbol of an administrative number, its `symbol` "QĐ-UBND": from the first slash behind which a kind is named,
    so that a stroke of the pen between the digits is none of it: "9?1/Z /QĐ-SNV".
    """
    found = [match for slash in _SLASH.finditer(text) if (match := _SYMBOL.match(text, slash.start()))]
    return next((match for match in found if _code(match) in known_codes()), found[0] if found else None)


def _code(match: re.Match[str]) -> str:
    return re.split(r"[\s–/-]", match["symbol"], maxsplit=1)[0]


def guess_number(text: str, symbol: str | None) -> Guess | None:
    """The number that the damaged text after "Số:" may have been."""
    found = symbol_in(text)
    if found and symbol and plain(found["symbol"].replace(" ", "")) == plain(symbol):
        return Guess(value=_number(text[: found.start()], symbol), end=found.end())
    if found and (symbol is None or _is_of_another(found["symbol"], symbol)):
        return Guess(value=_number(text[: found.start()], found["symbol"]), end=found.end())
    near = _nearest(text, symbol) if symbol else None
    if near is not None and symbol:
        return Guess(value=_number(text[:near], symbol), end=len(text))
    return Guess(value=_number(text[: found.start()], found["symbol"]), end=found.end()) if found else None


def _is_of_another(symbol: str, expected: str) -> bool:
    """Is it the symbol of another body that the tables know, and no misreading of the one that is expected: "qđ-BNV"?"""
    body, own = (each.replace(" ", "").rpartition("-")[2] for each in (symbol, expected))
    return body != own and any(row["symbol"] == body for row in rows("issuers"))


def with_digits(text: str) -> str:
    """The text with letters that stand for digits in a number's figures turned into those; nothing moves."""
    return _MISREAD.sub(lambda match: _as_digits(match.group()), text)


def with_dashes(text: str) -> str:
    """The text with one clean dash where stains surround the dash of a symbol; nothing moves."""
    return _JOINT.sub(lambda match: f"{match[1]}{' ' * len(match[2])}-", text)


def with_room(text: str) -> str:
    """The text with a space where "số" runs into the figures: "Nghị quyết số22/NQ-HĐND"; nothing moves."""
    return _CRAMPED.sub(" ", text)


def _as_digits(figures: str) -> str:
    # One letter at the end is part of a number ("28B/QĐ-UBND"), and letters alone were never digits.
    serial, slash, year = figures.partition("/")
    ending = serial[-1] if serial[:-1].isdecimal() else ""
    if not any(char.isdecimal() for char in serial):
        return figures
    return serial[: len(serial) - len(ending)].translate(LOOKS_LIKE) + ending + slash + year.translate(LOOKS_LIKE)


def _number(digits: str, symbol: str) -> str | None:
    serial = "".join(digits.split()).strip(".,:;-_/\u2044").translate(LOOKS_LIKE)
    number = parse_number(f"{serial}/{symbol}")
    return str(number) if number else None


def _nearest(text: str, symbol: str) -> int | None:
    """Where the rest of the text is most like the symbol, if it is like it at all."""
    wanted = plain(symbol).upper()
    starts = range(max(1, len(text) - len(symbol) - 4), max(1, len(text) - len(symbol) + 4))
    scored = [
        (SequenceMatcher(None, _bare(text[i:]), wanted, autojunk=False).ratio(), i) for i in starts if i < len(text)
    ]
    best = max(scored, default=(0.0, 0))
    return best[1] if best[0] >= _LIKE_ENOUGH else None


def _bare(text: str) -> str:
    return plain("".join(text.split())).upper().strip("/\u2044")
