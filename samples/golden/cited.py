"""The ways in which offices cite: in full, by number and date, by number alone, laws by name, date or year."""

from __future__ import annotations

from datetime import date
from typing import Literal

from decisions.decision import Citation
from decisions.problem import Trouble
from decisions.tables import kind_names, rows
from samples.cited import short_date
from samples.head import written_date

#: full: kind, number, date, issuer, subject · issued: without the subject · dated: number and date · bare: number ·
#: law: name, number, date · named: name and date · year: name and year · alone: name
Way = Literal["full", "issued", "dated", "bare", "law", "named", "year", "alone"]


class NoInstrument(Trouble):
    code = "no_instrument"
    vi = "Không có văn bản «{number}» trong decisions/tables/instruments.csv. Hãy sửa bản thảo."
    en = "There is no instrument “{number}” in decisions/tables/instruments.csv. Mend the draft."


def cite(
    *,
    kind: str,
    number: str | None,
    issued_on: date,
    issuer: str | None,
    subject: str,
    way: Way,
    words: bool,
    lead: str = "",
) -> Citation:
    """A citation as printed, and no more in it than is printed. `words`: the date in words, else in figures."""
    name = kind_names()[kind]
    day = written_date(issued_on) if words else f"ngày {short_date(issued_on)}"
    by_name = way in ("law", "named", "year", "alone")
    numbered = way not in ("named", "year", "alone")
    dated = way not in ("bare", "year", "alone")
    whole = way == "full"
    parts = [
        f"{name} {subject}" if by_name else name,
        f"{lead or 'số'} {number}" if numbered and number else "",
        day if dated else f"năm {issued_on.year}" if way == "year" else "",
        f"của {issuer}" if issuer and way in ("full", "issued") else "",
        subject if whole else "",
    ]
    return Citation(
        text=" ".join(filter(None, parts)),
        number=number if numbered else None,
        printed=number if numbered else None,
        kind=kind,
        issued_on=issued_on if dated else None,
        issuer=issuer if way in ("full", "issued") else None,
        subject=subject if by_name or whole else None,
    )


def known(number: str, way: Way | None = None, *, subject: str | None = None, words: bool = True) -> Citation:
    """A well-known instrument (decisions/tables/instruments.csv): laws by name and date, others in full."""
    row = next((row for row in rows("instruments") if row["number"] == number), None)
    if row is None:
        raise NoInstrument(number=number)
    return cite(
        kind=row["kind"],
        number=number,
        issued_on=date.fromisoformat(row["issued_on"]),
        issuer=row["issuer"],
        subject=subject or row["subject"],
        way=way or ("named" if row["kind"] == "luat" else "full"),
        words=words,
    )
