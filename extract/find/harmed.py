"""Numbers in running text that a reader tore or stained or a typist cut short: found, and never trusted."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher

from decisions.number import normal_number, parse_number
from decisions.register import assembly_terms
from decisions.text import Span
from extract.find.damage import LOOKS_LIKE
from extract.find.kinds import abbreviation
from extract.letters import UP

Readings = Callable[[re.Match[str], "date | None", "str | None"], tuple[str, ...]]

_BODY = rf"[{UP}][{UP}A-Za-z0-9&]*(?:\s?-\s?[{UP}][{UP}A-Za-z0-9&]*)*"
_CODE = r"(?:TTLT|TTr|CTr|NĐ|ND|QĐ|QD|TT|NQ|CT|KH|BC|TB|KL|HD|CV|PL)"
_SIGN = r"[^\w\s/.,:;()\"'“”‘’–-]"
#: Figures that a sign in their midst may have been.
_SIGNS = {"§": "859", "&": "8", "$": "58", "£": "6", "€": "6", "@": "0", "?": "27", "|": "1", "!": "1", "¡": "1"}
_LIKE_ENOUGH = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Harmed:
    """A damaged number: where it stands, and what it may have been, the likeliest first, once its date is known."""

    span: Span
    match: re.Match[str]
    readings: Readings

    def may_be(self, day: date | None, kind: str | None) -> tuple[str, ...]:
        """The numbers in normal form that the print allows; empty where it allows anything. `kind` is the one named."""
        found = (normal_number(each) for each in self.readings(self.match, day, kind) if parse_number(each))
        return tuple(dict.fromkeys(found))


def harmed_numbers(flat: str, within: Span) -> Iterator[Harmed]:
    """All of them in a stretch of text with plain dashes, left to right, none inside another."""
    found = [
        Harmed(span=Span(start=match.start(), end=match.end()), match=match, readings=readings)
        for pattern, readings in _SHAPES
        for match in pattern.finditer(flat, within.start, within.end)
    ]
    end = within.start
    for each in sorted(found, key=lambda harmed: (harmed.span.start, -harmed.span.end)):
        if each.span.start >= end:
            yield each
            end = each.span.end


def _of_the_time(match: re.Match[str], day: date | None, kind: str | None) -> tuple[str, ...]:
    """ "97/2019/QHI4", "72/2025/QH": the National Assembly's terms of that year; what looks like the print comes first."""
    printed = match["term"].translate(LOOKS_LIKE)
    year = int(match["year"])
    terms = sorted(assembly_terms(day if day and day.year == year else None, year), key=lambda term: term != printed)
    return tuple(f"{match['serial']}/{match['year']}/{match['body']}{term}" for term in terms)


def _of_the_assembly(match: re.Match[str], day: date | None, kind: str | None) -> tuple[str, ...]:
    """ "31/2024/0H15": the Q of a code that only the National Assembly has, in a term of that year."""
    terms = assembly_terms(day if day and day.year == int(match["year"]) else None, int(match["year"]))
    return tuple(f"{match['serial']}/{match['year']}/QH{term}" for term in terms if str(term) == match["term"])


def _with_dash(match: re.Match[str], day: date | None, kind: str | None) -> tuple[str, ...]:
    """ "60/2021/NĐJCP": a stain on the dash of the one code and body that are always written so."""
    return (f"{match['serial']}/{match['year']}/NĐ-CP",)


def _in_one_piece(match: re.Match[str], day: date | None, kind: str | None) -> tuple[str, ...]:
    """ "92/201 7/NĐ-CP"."""
    year = "".join(match["year"].split())
    return (f"{match['serial']}/{year}/{match['symbol']}",)


def _with_year(match: re.Match[str], day: date | None, kind: str | None) -> tuple[str, ...]:
    """ "22/201 /QĐ-UBND ngày 13/9/2019", "170//202%NĐ-CP": the date says which figure is missing."""
    if day is None or not str(day.year).startswith(match["year"]):
        return ()
    return (f"{match['serial']}/{day.year}/{match['symbol']}",)


def _without_sign(match: re.Match[str], day: date | None, kind: str | None) -> tuple[str, ...]:
    """ "12§4/QĐ-UBND": the sign was a figure that looks like it, or dirt."""
    signs = [char for char in match["serial"] if not char.isalnum()]
    bare = "".join(char for char in match["serial"] if char.isalnum())
    likes = _SIGNS.get(signs[0], "") if len(signs) == 1 else ""
    serials = [*(match["serial"].replace(signs[0], like) for like in likes), bare]
    return tuple(f"{serial}/{match['symbol']}" for serial in serials)


def _without_point(match: re.Match[str], day: date | None, kind: str | None) -> tuple[str, ...]:
    """ "1.024/TTr-TNMT": the point of the thousands, which a serial does not have."""
    return (f"{match['serial'].replace('.', '')}/{match['symbol']}",)


def _without_bodies(match: re.Match[str], day: date | None, kind: str | None) -> tuple[str, ...]:
    """ "28/1999/TTLT của …": which bodies issued it, the symbol does not say."""
    return ()


def _with_slash(match: re.Match[str], day: date | None, kind: str | None) -> tuple[str, ...]:
    """ "1420TTr-BQL": the slash is gone, or was read as the last figure."""
    serial = match["serial"]
    cut = [serial[:-1]] if serial[-1] in "17" and len(serial) > 1 else []
    return tuple(f"{each}/{match['symbol']}" for each in (serial, *cut))


def _of_kind(match: re.Match[str], day: date | None, kind: str | None) -> tuple[str, ...]:
    """ "373/1Tr-SNV" below "Tờ trình": the code that the kind has, if the print is like it."""
    code = abbreviation(kind)
    if code is None or SequenceMatcher(None, match["code"], code, autojunk=False).ratio() < _LIKE_ENOUGH:
        return ()
    return (f"{match['serial']}/{code}-{match['body']}",)


def _of_four_figures(match: re.Match[str], day: date | None, kind: str | None) -> tuple[str, ...]:
    """ "118/20255/NĐ-CP", "118/225/NĐ-CP": a year with a figure too many or too few, as the date tells or the print allows."""
    printed = match["year"]
    cut = (f"{printed[:at]}{printed[at + 1 :]}" for at in range(len(printed)))
    years = [year for year in dict.fromkeys(cut) if re.fullmatch(r"(?:19|20)\d{2}", year)] if len(printed) > 4 else []
    if day is not None:
        own = str(day.year)
        fits = own in years or printed in (f"{own[:at]}{own[at + 1 :]}" for at in range(4))
        years = [own] if fits else []
    return tuple(f"{match['serial']}/{year}/{match['symbol']}" for year in years)


def _apart(match: re.Match[str], day: date | None, kind: str | None) -> tuple[str, ...]:
    """ "118/2025NĐ-CP"."""
    return (f"{match['serial']}/{match['year']}/{match['symbol']}",)


def _without_double(match: re.Match[str], day: date | None, kind: str | None) -> tuple[str, ...]:
    """ "12/2025/NQQ-HĐND": an abbreviation of which one letter stands twice."""
    return (f"{match['serial']}/{match['year']}/{_DOUBLED[match['code']]}-{match['body']}",)


#: "NĐĐ", "NNĐ" → "NĐ".
_DOUBLED = {
    f"{code[:at]}{letter}{code[at:]}": code for code in ("NĐ", "QĐ", "TT", "NQ", "CT") for at, letter in enumerate(code)
}
_SHAPES: tuple[tuple[re.Pattern[str], Readings], ...] = tuple(
    (re.compile(rf"(?<![\w/])(?<!\d[.,]){pattern}"), readings)
    for pattern, readings in (
        (
            r"(?P<serial>\d{1,4})\s?/\s?(?P<year>(?:19|20)\d{2})\s?/\s?(?P<body>(?:UBTV)?QH)"
            r"(?P<term>(?![\s-]?\d{1,2}(?!\w))[\dIlOoSZBJ|!\]]{0,2})(?![\w-])",
            _of_the_time,
        ),
        (r"(?P<serial>\d{1,4})/(?P<year>(?:19|20)\d{2})/[0ODG]H(?P<term>\d{1,2})(?![\w-])", _of_the_assembly),
        (r"(?P<serial>\d{1,4})/(?P<year>(?:19|20)\d{2})/N[ĐD](?:[^\s\w/-]|[A-Za-z])CP(?![\w-])", _with_dash),
        # Only the Government issues decrees: what stands for its letters is a stain.
        (
            r"(?P<serial>\d{1,4})/(?P<year>(?:19|20)\d{2})/NĐ\s?[-–]\s?(?!CP|[A-ZĐ]{3})[^\s\d,;]{1,4}(?=\s+ngày\s)",
            _with_dash,
        ),
        (
            rf"(?P<serial>\d{{1,4}})\s?/\s?(?P<year>(?=[\d\s]{{5,7}}/)(?:1\s?9|2\s?0)\s?\d\s?\d)\s?/\s?"
            rf"(?P<symbol>{_CODE}\s?-\s?{_BODY}|QH\d{{1,2}})",
            _in_one_piece,
        ),
        (
            rf"(?P<serial>\d{{1,4}})\s?/{{1,2}}\s?(?P<year>(?:19|20)\d)(?:\s?/\s?|{_SIGN}/?)(?P<symbol>{_CODE}\s?-\s?{_BODY})",
            _with_year,
        ),
        (
            rf"(?P<serial>\d{{1,4}}{_SIGN}\d{{0,4}}|{_SIGN}?\d{{1,4}}{_SIGN}\d{{1,4}})"
            rf"/(?P<symbol>(?:(?:19|20)\d{{2}}/)?{_CODE}-{_BODY})",
            _without_sign,
        ),
        (
            rf"(?P<serial>\d{{1,3}}\.\d{{3}})/(?P<symbol>(?:(?:19|20)\d{{2}}/)?(?:{_CODE}|[A-ZĐ]{{2,8}})-{_BODY})",
            _without_point,
        ),
        (r"\d{1,4}/(?:19|20)\d{2}/(?:TTLT|TTLB|TTLN)(?!\s?[-/]|\w)", _without_bodies),
        (
            rf"(?P<serial>\d{{1,4}})/(?P<year>\d{{3}}|\d{{5}})/(?P<symbol>(?:NĐ|QĐ|TT|NQ|CT)-{_BODY}|QH\d{{1,2}}(?!\d))",
            _of_four_figures,
        ),
        (rf"(?P<serial>\d{{1,4}})/(?P<year>(?:19|20)\d{{2}})\s?(?P<symbol>(?:NĐ|QĐ|TT|NQ|CT)-{_BODY})", _apart),
        (
            rf"(?P<serial>\d{{1,4}})/(?P<year>(?:19|20)\d{{2}})/(?P<code>{'|'.join(_DOUBLED)})-(?P<body>{_BODY})",
            _without_double,
        ),
        # Left blank, but dated: an instrument all the same.
        (rf"[….]{{1,12}}\s?/\s?(?:(?:19|20)\d{{2}}/)?{_CODE}-{_BODY}(?=\s+ngày\s+\d)", _without_bodies),
        (rf"(?P<serial>\d{{1,6}})\s?(?P<symbol>{_CODE}-\s?{_BODY})", _with_slash),
        (rf"(?P<serial>\d{{1,6}})/(?P<code>[\d|!][A-ZĐa-z]{{1,2}})\s?-\s?(?P<body>{_BODY})", _of_kind),
    )
)
