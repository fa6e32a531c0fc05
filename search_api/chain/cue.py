"""All that a citation says of the instrument it means."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from decisions.issuer import issuer_key, names_no_place, same_issuer
from decisions.kind import kind_of
from decisions.number import Number, number_key, parse_number
from decisions.register import implied_issuer, in_time, national, register
from search_api.store import CitationRow
from search_api.store.drawers import amended_in, undated, year_in


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    row: int  #: key of the citation
    number: str | None
    key: str | None  #: of the number
    parsed: Number | None
    kind: str | None
    issued_on: date | None
    year: int | None  #: of the number, of the date, or the one beside the name of a law
    issuer: str | None  #: completed by the citing document's own, where only "UBND phường" is said
    subject: str | None
    sure: bool  #: the letters were read without doubt
    undated: bool = False  #: a law without number and day, of which the year may be told
    amended_in: int | None = None  #: a year in which it was amended
    said_on: date | None = None  #: the day of the citing document, where that matters and is sure

    @property
    def complete(self) -> bool:
        """Does it say enough to tell the instrument from all others?"""
        if self.parsed is None:
            return False
        if national(self.parsed):
            return self.parsed.style != "assembly" or self.kind is not None
        dated = self.issued_on is not None or self.parsed.year is not None
        return dated and (one_body(self.parsed) or (self.issuer is not None and not names_no_place(self.issuer)))

    @property
    def of_two_years(self) -> bool:
        """ "30/2022/NĐ-CP ngày 05/3/2020": does its number name another year than its day?"""
        year = self.parsed.year if self.parsed else None
        return year is not None and self.issued_on is not None and self.issued_on.year != year

    @property
    def in_itself_right(self) -> bool:
        """Do its number, kind, day and issuer agree? Only such a citation shows that an instrument exists."""
        if self.parsed is None or not self.sure or not in_time(self.parsed) or self.issuer is None:
            return False
        if self.of_two_years:
            return False
        if self.kind and kind_of(self.parsed) not in (None, self.kind):
            return False
        return symbol_agrees(self.parsed, self.issuer) is True


def cue(row: CitationRow) -> Cue:
    said = row.citation
    parsed = parse_number(said.number) if said.number else None
    named = None if said.number else year_in(said.text)
    amended = amended_in(said.text) if undated(said) else None
    return Cue(
        row=row.key,
        number=said.number,
        key=number_key(said.number) if said.number else None,
        parsed=parsed,
        kind=said.kind or (kind_of(parsed) if parsed else None),
        issued_on=said.issued_on,
        year=(parsed and parsed.year) or (said.issued_on and said.issued_on.year) or (int(named) if named else None),
        issuer=_completed(said.issuer, row.own_issuer),
        subject=said.subject,
        sure=said.state != "review",
        undated=undated(said),
        amended_in=int(amended) if amended else None,
        said_on=row.own_day,
    )


def one_body(number: Number) -> bool:
    """Does only one body in the country use this symbol, though its numbers start anew each year? 1234/QĐ-TTg."""
    row = register(number)
    return row is not None and row["unique"] == "year"


def symbol_agrees(number: Number, issuer: str) -> bool | None:
    """Can this body have given a number with this symbol? None: the symbol is not known."""
    implied = implied_issuer(number)
    if implied is None:
        return None
    of_kind = issuer_key(issuer).removeprefix("chu tich ").startswith(f"{issuer_key(implied)} ")
    return same_issuer(implied, issuer) is True or of_kind


def _completed(issuer: str | None, own: str | None) -> str | None:
    """ "UBND phường", said by the UBND phường Bạch Mai, is that one; said by another body it stays open."""
    if issuer and own and names_no_place(issuer) and issuer_key(own).startswith(f"{issuer_key(issuer)} "):
        return own
    return issuer
