"""What does not add up in a citation: with itself, with the rules of its time, with the instrument that it names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from functools import cache

from decisions.decision import Citation
from decisions.fold import words
from decisions.issuer import issuer_key
from decisions.kind import used_for
from decisions.number import Number, number_key, parse_number
from decisions.problem import Problem, problem
from decisions.register import broken_rule, implied_issuer, in_time, term_of
from decisions.tables import Row, kind_names, rows
from extract.find.ill_formed import doubles_letter, lacks_year
from extract.find.kinds import LAWS, known_codes
from extract.find.number import fits_kind

_HEADS = re.compile(
    r"^(?:Bộ trưởng(?:,\s*Chủ nhiệm)?|Chủ tịch(?!\s+nước)|Thường trực|Giám đốc|Thứ trưởng|Tổng|Quyền)\s+"
)
#: Of two findings with one cause only the one that says more is told.
_SAYS_MORE = {"citation_form_time": "citation_issuer_mismatch", "citation_year_mismatch": "citation_date_differs"}
#: Plans and contracts may bear the year that they are made for.
_OF_THEIR_YEAR = frozenset({"normative", "assembly"})
_LOCAL = ("uy ban nhan dan ", "hoi dong nhan dan ")
#: Two names of one law are at least this alike; readers misread, and offices shorten.
_ALIKE = 0.6


@dataclass(frozen=True, slots=True, kw_only=True)
class _Said:
    """A citation with a number that can be taken apart."""

    citation: Citation
    number: Number
    printed: str

    def problem(self, code: str, **details: object) -> Problem:
        return problem(code, field="citations", place=self.citation.place, number=self.printed, **details)


def citation_problems(citation: Citation, issued_on: date | None) -> Iterator[Problem]:
    """All that is wrong with a citation in an instrument of that day (None: not surely known)."""
    number = parse_number(citation.number) if citation.number else None
    if number is None or citation.number is None:
        return
    said = _Said(citation=citation, number=number, printed=citation.number)
    yield from contradictions(citation)
    if issued_on and is_later(citation, issued_on):
        told = _vi(citation.issued_on) if citation.issued_on else number.year
        yield said.problem("citation_later", cited=told, issued=_vi(issued_on))


def is_later(citation: Citation, day: date) -> bool:
    """Is a citation of a later day? Without a day of its own the year in the number of a normative act tells."""
    if citation.issued_on:
        return citation.issued_on > day
    number = parse_number(citation.number) if citation.number else None
    year = number.year if number and number.style in _OF_THEIR_YEAR else None
    return year is not None and year > day.year


def contradictions(citation: Citation) -> Iterator[Problem]:
    """What is wrong with a citation whoever makes it: in a misread one a sign of the misreading."""
    number = parse_number(citation.number) if citation.number else None
    if number is None or citation.number is None:
        return
    said = _Said(citation=citation, number=number, printed=citation.number)
    found = [*_issuer(said), *_kind(said), *_year(said), *_form(said), *_rules(said), *_registered(said)]
    codes = {each.code for each in found}
    yield from (each for each in found if _SAYS_MORE.get(each.code) not in codes)


def _issuer(said: _Said) -> Iterator[Problem]:
    issuer = said.citation.issuer
    expected = implied_issuer(said.number) if said.number.style != "party" else None
    if issuer is None or expected is None:
        return
    name, meant = issuer_key(_HEADS.sub("", issuer)), issuer_key(expected)
    judged = name in _central() or f"{name} ".startswith(_LOCAL)
    if judged and not f"{name} ".startswith(f"{meant} "):
        yield said.problem("citation_issuer_mismatch", issuer=issuer)


def _kind(said: _Said) -> Iterator[Problem]:
    """A code that is no kind's is a body's, or a slip that says nothing: 74/CP, 17/UBND-VP. An old one is no slip."""
    kind = said.citation.kind
    used = used_for(said.number, kind, said.citation.issued_on)
    if kind is None or said.number.kind_code not in known_codes() or used:
        return
    if not fits_kind(said.number, kind):
        yield said.problem("citation_kind_mismatch", kind=kind_names()[kind])


def _year(said: _Said) -> Iterator[Problem]:
    day = said.citation.issued_on
    if day and said.number.year and said.number.year != day.year:
        yield said.problem("citation_year_mismatch", cited=_vi(day))


def _form(said: _Said) -> Iterator[Problem]:
    """Decrees and circulars without their year, an abbreviation of which one letter stands twice."""
    kind = said.citation.kind
    own = doubles_letter(said.number, kind)
    if own is not None and kind is not None:
        yield said.problem("citation_symbol_slip", symbol=said.number.kind_code, own=own, kind=kind_names()[kind])
    if lacks_year(said.number, kind, said.citation.issued_on) and said.citation.issued_on:
        yield said.problem("citation_year_missing", cited=_vi(said.citation.issued_on))


def _rules(said: _Said) -> Iterator[Problem]:
    """The rules of decisions/tables: who issues what kind, when each term sat, when each form of number was used."""
    rule = broken_rule(said.number, said.citation.issued_on)
    if rule and not used_for(said.number, said.citation.kind, said.citation.issued_on):
        yield said.problem("citation_body_mismatch", issuers=rule["issuers_vi"], issuers_en=rule["issuers_en"])
    term, day = term_of(said.number), said.citation.issued_on
    if term and not in_time(said.number, day if day and day.year == said.number.year else None):
        yield said.problem("citation_term_mismatch", term=term, when=_vi(day) if day else said.number.year)
    elif term is None and not in_time(said.number):
        yield said.problem("citation_form_time", year=said.number.year)


def _registered(said: _Said) -> Iterator[Problem]:
    """The date and the name that the well-known instrument of this number has (decisions/tables/instruments.csv)."""
    row = _instruments().get((number_key(said.printed), said.citation.kind in LAWS))
    if row is None:
        return
    day, issued = said.citation.issued_on, date.fromisoformat(row["issued_on"])
    if day and day != issued:
        yield said.problem("citation_date_differs", cited=_vi(day), issued=_vi(issued))
    name = said.citation.subject
    if said.citation.kind in LAWS and name and not _alike(name, row["subject"]):
        yield said.problem("citation_name_differs", printed=name, name=row["subject"])


def _alike(one: str, other: str) -> bool:
    first, second = (" ".join(words(text)) for text in (one, other))
    if first in second or second in first:
        return True
    return SequenceMatcher(None, first, second, autojunk=False).ratio() >= _ALIKE


@cache
def _central() -> frozenset[str]:
    return frozenset(issuer_key(row["name"]) for row in rows("issuers"))


@cache
def _instruments() -> dict[tuple[str, bool], Row]:
    """By number, laws apart from resolutions, which are counted apart."""
    return {(number_key(row["number"]), row["kind"] in LAWS): row for row in rows("instruments") if row["number"]}


def _vi(day: date) -> str:
    return f"{day:%d/%m/%Y}"
