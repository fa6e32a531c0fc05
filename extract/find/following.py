"""What follows the head of a citation: its date and issuer, in either order, then its subject."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from decisions.decision import Citation
from decisions.text import Span
from extract.find.bodies import as_known, is_opening, issuer_at, names_a_body
from extract.find.cited import Cited
from extract.find.cut import is_cut
from extract.find.days import calendar_day, day_at, with_ones
from extract.find.kinds import kind_of_words
from extract.find.laws import Law
from extract.find.lead import Lead
from extract.find.spelling import as_spelled, misspelled
from extract.find.subjects import subject_at
from extract.plain import pattern, plain
from extract.settle import for_review
from extract.sheet import Sheet, joined

_SURE = 0.8
_READ = 0.5
#: No word of the language is one consonant.
_STRAY = re.compile(r"(?<!\w)[bcdđghklmnpqrstvx](?!\w)")
#: Between an instrument and its day.
SIGNED = r"(?:(?:được\s+)?ban hành\s+|ký\s+|lập\s+)"
_DATE_LEAD = pattern(
    rf"\s*[,(]?\s*(?:cùng\s+)?{SIGNED}?ngày(?:\s+ngày)?[\s,.;:]*(?=[\dlIL|\]!O])|\s*[,(]\s*(?=\d{{1,2}}[/.-]\d{{1,2}}[/.-]\d{{4}})",
    re.IGNORECASE,
)
#: "BNV-VTLTNN Tên? 10/5/2022": one word stands where "ngày" should, and a day behind it.
_HARMED_LEAD = pattern(
    r"\s+(?!(?:và|của|từ|đến|trước|sau|vào|là|nay)\s)\S{3,6}\s+(?=\d{1,2}/\d{1,2}/(?:19|20)\d{2})", re.IGNORECASE
)
#: "ngày 15 thần . LỊ năm 2010", "ngày 05 . 3 năm 2020", "ngày 01 6/2020": the figures are there, what parts them is not.
_TORN_DAY = pattern(
    r"\s*[,(]?\s*(?:ban hành\s+|ký\s+)?ngày\s+(?P<day>[\dlIL|]{1,2})\s+(?:\S{1,5}\s+)?(?:[^\w\s]\s+)?"
    r"(?P<month>[\dlILT|]{1,2})(?:\s+năm\s+|\s?[/.]\s?)(?P<year>(?:19|20)\d{2})(?!\d)",
    re.IGNORECASE,
)
_MONTH = re.compile(r"(?<=\stháng\s)(?!\d\d?\s)[1lILTÌÍÏ]{1,2}(?=\s+năm\s+(?:19|20)\d{2})")
_DATED = pattern(r"\s*[,(]?\s*ngày\b", re.IGNORECASE)
#: A day that a pen left blank, or that cannot be made out, in the frame of words around it.
_UNREADABLE = pattern(
    r"\s*[,(]?\s*(?:ban hành\s+|ký\s+)?ngày\b(?:[^;\n]{0,14}?\btháng\b[^;\n]{0,12}?\bnăm\b(?:\s*\d{3,6}(?!\d))?"
    r"|\s+\d{1,2}[/.-]\d{1,2}[/.-]\d{2,6}(?![\d/]))",
    re.IGNORECASE,
)


def by_name(sheet: Sheet, law: Law, limit: int) -> Cited:
    """The citation of a law that is told by its name."""
    kind = kind_of_words(sheet.bare[law.head.start : law.name.start])
    lead = Lead(start=law.head.start, kind=kind or kind_of_words(sheet.bare[law.head.start : law.head.end].split()[0]))
    cited = from_head(sheet, law.head, lead, limit, name=_name(sheet, law))
    return replace(cited, citation=for_review(cited.citation)) if law.torn else cited


def _name(sheet: Sheet, law: Law) -> str:
    """A law's name; "Luật … năm ngày 16/6/2025" lost a figure, and no name. "(sửa đổi)" tells the law from its forerunner,
    but nobody registers it so.
    """
    name = sheet.flat[law.name.start : law.name.end].strip(" ,").removesuffix(" năm").removesuffix(" (sửa đổi)")
    return name.replace(";", ",") if law.torn else name


def from_head(sheet: Sheet, head: Span, lead: Lead, limit: int, name: str | None = None) -> Cited:
    """The citation from its head on: date and issuer, in either order, then the subject."""
    if lead.law is not None:
        name = sheet.flat[lead.law.name.start : lead.law.name.end]
    day, damaged, end = _date(sheet, head.end, limit)
    issuer, end = issuer_at(sheet.flat, end, limit)
    if day is None and not damaged and issuer is not None:
        day, damaged, end = _date(sheet, end, limit)
    issued = issuer is not None and sheet.source(head) != "ocr"
    subject, span_end = (name, end) if name else subject_at(sheet.flat, end, limit, issued=issued)
    span = Span(start=head.start, end=span_end)
    confidence = sheet.text.confidence(Span(start=head.start, end=end))
    if issuer is not None and sheet.source(head) == "ocr":
        issuer = as_known(issuer)
        damaged = damaged or _STRAY.search(issuer) is not None or not names_a_body(issuer) or is_opening(issuer)
    if sheet.source(head) == "ocr":
        figured = _figured(subject) if subject else None
        damaged = damaged or figured != subject or any(misspelled(words) for words in (issuer, subject) if words)
        subject = as_spelled(joined(figured)) if figured else None
        damaged = (
            damaged
            or "ngày" in (name or "")
            or sheet.mended(span)
            or not _legible(sheet, Span(start=end, end=span_end))
        )
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
    doubtful = damaged or confidence < _SURE or (subject is not None and is_cut(subject))
    return Cited(
        citation=for_review(citation) if doubtful else citation,
        span=span,
        core=Span(start=head.start, end=end),
        issued_before=lead.issuer is not None and issuer is None,
    )


def _figured(subject: str) -> str:
    """ "Nghị quyết số 97/2019/QH14 ngày 27 tháng 1Ì năm 2019": the letters of a day in a subject are ones."""
    return _MONTH.sub(lambda match: with_ones(plain(match.group())), subject)


def _legible(sheet: Sheet, subject: Span) -> bool:
    """Could every word of a subject be read, and its figures, which no sense tells right from wrong, read well?"""
    words = sheet.text.words_in(subject)
    return all(word.confidence >= (_SURE if any(c.isdecimal() for c in word.text) else _READ) for word in words)


def _date(sheet: Sheet, start: int, limit: int) -> tuple[date | None, bool, int]:
    """The day at a place, whether it is in doubt, and where it ends."""
    lead = _DATE_LEAD.match(sheet.plain, start, limit)
    day = day_at(sheet.plain, lead.end()) if lead else None
    if lead is None or day is None:
        eyed = sheet.source(Span(start=start, end=start + 1)) == "ocr"
        return _harmed_date(sheet.plain, start, limit) if eyed else _no_date(sheet.plain, start, limit)
    end = day.span.end
    if "(" in lead.group() and sheet.flat[end : end + 1] == ")":
        end += 1
    return day.value, day.damaged, end


def _no_date(text: str, start: int, limit: int) -> tuple[None, bool, int]:
    frame = _UNREADABLE.match(text, start, limit)
    return None, frame is not None, frame.end() if frame else start


def _harmed_date(text: str, start: int, limit: int) -> tuple[date | None, bool, int]:
    """What an eye left of a day; that one was printed is a reason for doubt, though nothing of it can be read."""
    lead = _HARMED_LEAD.match(text, start, limit)
    day = day_at(text, lead.end()) if lead else None
    if day:
        return day.value, True, day.span.end
    torn = _TORN_DAY.match(text, start, limit)
    value = calendar_day(with_ones(torn["day"]), with_ones(torn["month"]), torn["year"]) if torn else None
    if torn and value:
        return value, True, torn.end()
    _, unread, end = _no_date(text, start, limit)
    return None, unread or _DATED.match(text, start, limit) is not None, end
