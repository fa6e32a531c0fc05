"""Which kind the symbol in a number names."""

from __future__ import annotations

from datetime import date

from decisions.number import Number
from decisions.tables import rows, valid

JOINT = "thong_tu_lien_tich"
_CIRCULAR = "thong_tu"


def kind_of(number: Number) -> str | None:
    """32/2021/NĐ-CP → nghi_dinh, 20/TT-LB → thong_tu_lien_tich; None where the symbol names none."""
    column = "party_abbreviation" if number.style == "party" else "abbreviation"
    codes = (row["code"] for row in rows("kinds") if number.kind_code and row[column] == number.kind_code)
    return _by_usage(number) or next(codes, None)


def kind_as_told(words: str | None, number: Number) -> str | None:
    """The kind that the words before a number name. A joint circular is a circular too: "Thông tư số 20/TT-LB"."""
    return JOINT if words == _CIRCULAR and kind_of(number) == JOINT else words


def names_kind(words: str | None, kind: str | None) -> bool:
    """Do the words "Thông tư" name this kind? They name a joint circular too."""
    return words == kind or (words == _CIRCULAR and kind == JOINT)


def used_for(number: Number, kind: str | None, on: date | None = None) -> bool:
    """Have offices used the symbol for that kind, though it tells another? "Tờ trình số 12/TT-UBND"; with nothing behind
    it "Quyết định số 315/CT", by the Chairman (Chủ tịch) of the Council of Ministers in its time.
    """
    used = [row for row in valid("kind_symbols", on) if (row["kind"], row["symbol"]) == (kind, number.kind_code)]
    return any(row["body"] != "none" or number.body is None for row in used)


def _by_usage(number: Number) -> str | None:
    """By the symbols that offices used besides the abbreviation that the law gives (decisions/tables/kind_symbols.csv)."""
    groups = [group for part in (number.kind_code, number.body) if part for group in part.replace("/", "-").split("-")]
    own = {"-".join(groups[:1]), "-".join(groups[:2])}
    return next((row["kind"] for row in rows("kind_symbols") if row["tells"] and row["symbol"] in own), None)
