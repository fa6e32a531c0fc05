"""Other instruments, named in the text: kind, number, date, issuer and subject as printed."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from decisions.decision import Citation
from decisions.fold import fold
from decisions.number import Found, Number, find_numbers, parse_number
from decisions.tables import rows
from decisions.text import Span
from extract.find.bodies import issuer_at, issuer_before, names_a_body
from extract.find.damage import with_dashes, with_digits
from extract.find.days import day_at
from extract.find.laws import Law, law_before, unnumbered_laws
from extract.find.number import COPY_CODES, fits_kind
from extract.find.subjects import subject_at
from extract.plain import pattern
from extract.sheet import Sheet, joined

_SURE = 0.8
_SURE_DIGITS = 0.9
#: What sticks to the first digit of a number was a digit itself: "20§1/QĐ-BGDĐT".
_STAIN = re.compile(r"(?<![^\s:.(“\"'])[^\s:.(“\"'–-]*[^\w\s:.(“\"'–-][^\s:.(“\"'–-]*\Z")
#: No word of the language is one consonant.
_STRAY = re.compile(r"(?<!\w)[bcdđghklmnpqrstvx](?!\w)")
_DATE_LEAD = pattern(
    r"\s*[,(]?\s*(?:ban hành\s+|ký\s+|được ban hành\s+)?ngày\s*(?=[\dlI|\]!O])|\s*[,(]\s*(?=\d{1,2}[/.-]\d{1,2}[/.-]\d{4})",
    re.IGNORECASE,
)
#: A day that a pen left blank, or that cannot be made out, in the frame of words around it.
_UNREADABLE = pattern(
    r"\s*[,(]?\s*(?:ban hành\s+|ký\s+)?ngày\b[^;\n]{0,14}?\btháng\b[^;\n]{0,12}?\bnăm\b(?:\s*(?:19|20)\d{2})?",
    re.IGNORECASE,
)
_TORN = pattern(r"(?:số|so)\s*:?\s*(?P<digits>\d{1,3})\s$", re.IGNORECASE)
_NAMED = pattern(r"(?:Bộ luật|Luật|Pháp lệnh)\s+(?P<name>[^\d]{3,}?)\s+số\s*:?\s*")
_GOES_ON = re.compile(r"\s*[;,]\s*(?:và\s+)?")
_REACH = 240


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """A citation and the end of its fixed part: kind, number, date, issuer. Beyond it stands the subject."""

    citation: Citation
    span: Span
    core: Span
    issued_before: bool = False  #: its issuer stands before "ban hành", and may issue the next one too


def find_citations(sheet: Sheet, within: Span, *, in_bases: bool = False) -> tuple[Cited, ...]:
    """All citations in a stretch, left to right. `in_bases`: "Căn cứ Luật …;" counts too."""
    found: list[Cited] = []
    floor = within.start
    for number in find_numbers(with_dashes(with_digits(sheet.flat)), within.start, within.end):
        cited = _numbered(sheet, number, floor, within.end, found)
        if cited:
            found.append(_with_issuer(sheet, cited, floor, found))
            floor = cited.core.end
    taken = [c.core for c in found]
    for law in unnumbered_laws(sheet.plain, within, in_bases=in_bases):
        if not any(law.head.start < t.end and t.start < law.head.end for t in taken):
            found.append(_by_name(sheet, law, within.end))
    return tuple(sorted(found, key=lambda cited: cited.span.start))


def _with_issuer(sheet: Sheet, cited: Cited, floor: int, before: list[Cited]) -> Cited:
    """The issuer named before "ban hành", for all citations that the verb governs."""
    if cited.citation.issuer is not None:
        return cited
    issuer = issuer_before(sheet.flat, floor, cited.core.start)
    if issuer is None and before and _GOES_ON.fullmatch(sheet.flat, before[-1].span.end, cited.core.start):
        same = before[-1].citation.kind == cited.citation.kind
        issuer = before[-1].citation.issuer if same and before[-1].issued_before else None
    if issuer is None:
        return cited
    return replace(cited, citation=replace(cited.citation, issuer=issuer), issued_before=True)


def _numbered(sheet: Sheet, found: Found, floor: int, limit: int, before: list[Cited]) -> Cited | None:
    start, kind, marked = _lead(sheet, found, max(floor, found.start - _REACH))
    inherited = _continues(sheet, before, start) if kind is None else None
    kind = kind or inherited
    if not _believable(found.number, kind, marked):
        return None
    number, torn = _mended(sheet, found, floor)
    stain = _STAIN.search(sheet.flat, max(floor, found.start - 8), found.start)
    first = stain.start() if stain else found.start
    printed = joined(sheet.text.string[first : found.end])
    harmed = with_dashes(with_digits(f"số {printed}")) != f"số {printed}"
    cited = _built(
        sheet,
        Span(start=start, end=found.end),
        limit,
        number=None if stain else str(_with_kind(number, kind) if harmed else number),
        printed=printed,
        kind=kind or kind_of_number(number),
        torn=torn or stain is not None or harmed,
        name=_law_name(sheet, start, found.start),
    )
    figures = Span(start=first, end=found.end)
    carried = _digits_carry(sheet, figures, number.year, cited.citation.issued_on) and _symbol_carries(number, kind)
    if carried or sheet.source(figures) != "ocr":
        return cited
    return replace(cited, citation=_doubted(cited.citation))


def _digits_carry(sheet: Sheet, figures: Span, year: int | None, day: date | None) -> bool:
    """Were the digits seen well enough? No grammar catches a wrong one. A year that the date repeats was seen twice."""
    if year is not None and day is not None:
        return year == day.year
    return sheet.text.confidence(figures) >= _SURE_DIGITS


def _issuer_carries(sheet: Sheet, head: Span, issuer: str) -> bool:
    return sheet.source(head) != "ocr" or (_STRAY.search(issuer) is None and names_a_body(issuer))


def _symbol_carries(number: Number, kind: str | None) -> bool:
    """Is the symbol whole? It names a body, and the kind that the words before it name."""
    return (number.body is not None or number.kind_code not in _codes()) and fits_kind(number, kind)


def _with_kind(number: Number, kind: str | None) -> Number:
    """ "1420/TT:-BQL" below "Tờ trình": TTr, of which the last letter is the stain."""
    code = next((row["abbreviation"] for row in rows("kinds") if row["code"] == kind), "")
    cut = number.kind_code is not None and code.startswith(number.kind_code)
    return replace(number, kind_code=code) if cut else number


def _doubted(citation: Citation) -> Citation:
    return replace(citation, state="review", confidence=min(citation.confidence, 0.6))


def _law_name(sheet: Sheet, start: int, number: int) -> str | None:
    """ "Luật Thanh tra số 11/2022/QH15" → "Thanh tra"; None for all that is no law with its name before the number."""
    match = _NAMED.fullmatch(sheet.plain, start, number)
    return sheet.flat[match.start("name") : match.end("name")] if match else None


def _by_name(sheet: Sheet, law: Law, limit: int) -> Cited:
    words = " ".join(sheet.bare[law.head.start : law.name.start].split())
    name = sheet.flat[law.name.start : law.name.end].strip(" ,")
    return _built(sheet, law.head, limit, number=None, printed=None, kind=_kind_code(words), torn=False, name=name)


def _built(
    sheet: Sheet,
    head: Span,
    limit: int,
    *,
    number: str | None,
    printed: str | None,
    kind: str | None,
    torn: bool,
    name: str | None = None,
) -> Cited:
    """The citation from its head on: date and issuer, in either order, then the subject."""
    day, damaged, end = _date(sheet, head.end, limit)
    issuer, end = issuer_at(sheet.flat, end, limit)
    if day is None and not damaged and issuer is not None:
        day, damaged, end = _date(sheet, end, limit)
    subject, span_end = (name, end) if name else subject_at(sheet.flat, end, limit)
    span = Span(start=head.start, end=span_end)
    confidence = sheet.text.confidence(Span(start=head.start, end=end))
    stray = issuer is not None and not _issuer_carries(sheet, head, issuer)
    doubtful = torn or damaged or stray or confidence < _SURE
    citation = Citation(
        text=sheet.text[span],
        number=number,
        printed=printed,
        kind=kind,
        issued_on=day,
        issuer=issuer,
        subject=joined(subject) if subject else None,
        span=span,
        place=sheet.place(span),
        state="review" if doubtful else "sure",
        confidence=min(confidence, 0.6) if doubtful else confidence,
    )
    return Cited(citation=citation, span=span, core=Span(start=head.start, end=end))


def _lead(sheet: Sheet, found: Found, floor: int) -> tuple[int, str | None, bool]:
    """Where the citation begins, the kind that its words name, and whether "số" stands before the number."""
    lead = sheet.bare[floor : found.start]
    match = _kind_before().search(lead)
    if match:
        return floor + match.start("kind"), _kind_code(match["kind"]), True
    law = law_before(sheet.plain, floor, found.start)
    if law is not None:
        return law, _kind_code(fold(sheet.flat[law : law + 10]).split()[0]), True
    marked = re.search(r"\bso\s*(?:\d\s)*$", lead)
    return (floor + marked.start() if marked else found.start), None, marked is not None


def _continues(sheet: Sheet, before: list[Cited], start: int) -> str | None:
    """ "Quyết định số 12/QĐ-UBND, 13/QĐ-UBND và số 14/QĐ-UBND": a list shares the word before its first number."""
    if not before:
        return None
    between = sheet.bare[before[-1].core.end : start]
    return before[-1].citation.kind if re.fullmatch(r"\s*(?:(?:va|so)\s*)*", between) else None


def _believable(number: Number, kind: str | None, marked: bool) -> bool:
    """A number without a word before it must at least carry the abbreviation of a kind."""
    if number.kind_code in COPY_CODES:
        return False
    if kind is not None or number.style in ("assembly", "normative", "party"):
        return True
    known = number.kind_code in _codes()
    return (known and number.body is not None) or (
        marked and number.style == "administrative" and number.body is not None
    )


def _mended(sheet: Sheet, found: Found, floor: int) -> tuple[Number, bool]:
    """ "số 2 16/QĐ-UBND" is torn: read as 216, for a person to confirm. So is a number with spaces in it."""
    torn = _TORN.search(sheet.plain, max(floor, found.start - 14), found.start)
    if torn:
        return parse_number(f"{torn['digits']}{found.number}") or found.number, True
    return found.number, False


def _date(sheet: Sheet, start: int, limit: int) -> tuple[date | None, bool, int]:
    lead = _DATE_LEAD.match(sheet.plain, start, limit)
    day = day_at(sheet.plain, lead.end()) if lead else None
    if lead is None or day is None:
        frame = _UNREADABLE.match(sheet.plain, start, limit)
        return None, frame is not None, frame.end() if frame else start
    end = day.span.end
    if "(" in lead.group() and sheet.flat[end : end + 1] == ")":
        end += 1
    return day.value, day.damaged, end


def kind_of_number(number: Number) -> str | None:
    """The kind that a number's abbreviation names. The National Assembly's laws and resolutions bear none."""
    if number.style == "assembly":
        body = number.body or ""
        return "phap_lenh" if body.startswith("PL") else "nghi_quyet" if body.startswith(("NQ", "UBTVQH")) else None
    if number.style == "historic":
        return None
    column = "party_abbreviation" if number.style == "party" else "abbreviation"
    code = next((row["code"] for row in rows("kinds") if row[column] and row[column] == number.kind_code), None)
    return code or ("cong_van" if number.style == "administrative" else None)


def _kind_code(words: str) -> str | None:
    folded = " ".join(words.split())
    return next((code for name, code in _kind_words() if folded == name), None)


@cache
def _kind_words() -> tuple[tuple[str, str], ...]:
    names = {fold(row["name"]): row["code"] for row in rows("kinds")}
    return tuple(sorted(names.items(), key=lambda item: -len(item[0])))


@cache
def _kind_before() -> re.Pattern[str]:
    """A kind right before "số" or before the number: "Kế hoạch số", "Thông báo kết luận số", "Thông tri"."""
    names = "|".join(re.sub(" ", r"\\s+", name) for name, _ in _kind_words())
    return re.compile(rf"\b(?P<kind>{names})(?:\s+(?:ket luan|lien tich|cua))?(?:\s+so)?\s*(?:\d\s)*\Z")


@cache
def _codes() -> frozenset[str]:
    return frozenset(c for row in rows("kinds") for c in (row["abbreviation"], row["party_abbreviation"]) if c)
