"""What follows the head of a citation: its date and issuer, in either order, then its subject."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from decisions.decision import Citation
from decisions.text import Span
from extract.find.bodies import as_known, is_opening, issuer_at, names_a_body
from extract.find.cited import Cited
from extract.find.days import day_at
from extract.find.kinds import kind_of_words
from extract.find.laws import Law
from extract.find.lead import Lead
from extract.find.spelling import misspelled
from extract.find.subjects import subject_at
from extract.plain import pattern
from extract.sheet import Sheet, joined

_SURE = 0.8
#: No word of the language is one consonant.
_STRAY = re.compile(r"(?<!\w)[bcdđghklmnpqrstvx](?!\w)")
_DATE_LEAD = pattern(
    r"\s*[,(]?\s*(?:ban hành\s+|ký\s+|được ban hành\s+)?ngày[\s,.;:]*(?=[\dlIL|\]!O])|\s*[,(]\s*(?=\d{1,2}[/.-]\d{1,2}[/.-]\d{4})",
    re.IGNORECASE,
)
#: "BNV-VTLTNN Tên? 10/5/2022": one word stands where "ngày" should, and a day behind it.
_HARMED_LEAD = pattern(
    r"\s+(?!(?:và|của|từ|đến|trước|sau|vào|là|nay)\s)\S{3,6}\s+(?=\d{1,2}/\d{1,2}/(?:19|20)\d{2})", re.IGNORECASE
)
#: A day that a pen left blank, or that cannot be made out, in the frame of words around it.
_UNREADABLE = pattern(
    r"\s*[,(]?\s*(?:ban hành\s+|ký\s+)?ngày\b[^;\n]{0,14}?\btháng\b[^;\n]{0,12}?\bnăm\b(?:\s*(?:19|20)\d{2})?",
    re.IGNORECASE,
)


def by_name(sheet: Sheet, law: Law, limit: int) -> Cited:
    """The citation of a law that is told by its name."""
    kind = kind_of_words(sheet.bare[law.head.start : law.name.start])
    lead = Lead(start=law.head.start, kind=kind or kind_of_words(sheet.bare[law.head.start : law.head.end].split()[0]))
    return from_head(sheet, law.head, lead, limit, name=_name(sheet, law))


def _name(sheet: Sheet, law: Law) -> str:
    """A law's name; "Luật … năm ngày 16/6/2025" lost a figure, and no name."""
    return sheet.flat[law.name.start : law.name.end].strip(" ,").removesuffix(" năm")


def from_head(sheet: Sheet, head: Span, lead: Lead, limit: int, name: str | None = None) -> Cited:
    """The citation from its head on: date and issuer, in either order, then the subject."""
    if lead.law is not None:
        name = sheet.flat[lead.law.name.start : lead.law.name.end]
    day, damaged, end = _date(sheet, head.end, limit)
    issuer, end = issuer_at(sheet.flat, end, limit)
    if day is None and not damaged and issuer is not None:
        day, damaged, end = _date(sheet, end, limit)
    subject, span_end = (name, end) if name else subject_at(sheet.flat, end, limit)
    span = Span(start=head.start, end=span_end)
    confidence = sheet.text.confidence(Span(start=head.start, end=end))
    if issuer is not None and sheet.source(head) == "ocr":
        issuer = as_known(issuer)
        damaged = damaged or _STRAY.search(issuer) is not None or not names_a_body(issuer) or is_opening(issuer)
    if sheet.source(head) == "ocr":
        damaged = damaged or any(misspelled(words) for words in (issuer, subject) if words)
    citation = Citation(
        text=sheet.text[span],
        kind=lead.kind,
        issued_on=day,
        issuer=issuer or lead.issuer,
        subject=joined(subject) if subject else None,
        span=span,
        place=sheet.place(span),
        confidence=confidence,
    )
    doubtful = damaged or confidence < _SURE
    return Cited(
        citation=doubted(citation) if doubtful else citation,
        span=span,
        core=Span(start=head.start, end=end),
        issued_before=lead.issuer is not None and issuer is None,
    )


def doubted(citation: Citation) -> Citation:
    """The same citation, for a person to look at."""
    return replace(citation, state="review", confidence=min(citation.confidence, 0.6))


def _date(sheet: Sheet, start: int, limit: int) -> tuple[date | None, bool, int]:
    harmed = None
    if sheet.source(Span(start=start, end=start + 1)) == "ocr":
        harmed = _HARMED_LEAD.match(sheet.plain, start, limit)
    lead = _DATE_LEAD.match(sheet.plain, start, limit) or harmed
    day = day_at(sheet.plain, lead.end()) if lead else None
    if lead is None or day is None:
        frame = _UNREADABLE.match(sheet.plain, start, limit)
        return None, frame is not None, frame.end() if frame else start
    end = day.span.end
    if "(" in lead.group() and sheet.flat[end : end + 1] == ")":
        end += 1
    return day.value, day.damaged or lead is harmed, end
