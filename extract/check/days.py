"""Days that cannot be: of no calendar, before the signature, after the digital signature."""

from __future__ import annotations

import re
from collections.abc import Iterator

from decisions.decision import Decision
from decisions.problem import Problem, problem
from decisions.reading import Signature
from decisions.text import Span
from extract.check.places import vi, where
from extract.find.adopted import FROM_ADOPTION
from extract.find.by_law import ruling
from extract.find.days import find_days, slipped_days
from extract.find.effect import BACKWARDS
from extract.outline import Outline
from extract.plain import pattern, plain
from extract.sheet import Sheet

#: Of figures that an eye misread it is the reading that fails, not the calendar.
_SEEN = 0.9
_BACKWARDS = pattern(BACKWARDS, re.IGNORECASE)
#: What stands before a day; without it figures may be a number ("66.7/2025/NQ-CP") or a sum.
_LEAD = re.compile(r"\bngay\s*\Z", re.IGNORECASE)
_FIGURES = re.compile(r"\d{1,2}\D{1,9}\d{1,2}\D{1,7}\d{4}")


def day_problems(decision: Decision, outline: Outline, signatures: tuple[Signature, ...]) -> Iterator[Problem]:
    yield from _of_issue(decision)
    yield from _in_text(outline)
    issued, effective = decision.issued_on.value, decision.effective_on.value
    if issued and effective and effective < issued and not _meant_backwards(decision):
        here = where(decision.effective_on)
        days = {"effective": vi(effective), "issued": vi(issued)}
        yield problem("effect_before_issue", field="effective_on", place=here, **days)
    expires = decision.expires_on.value
    if effective and expires and expires < effective:
        days = {"expires": vi(expires), "effective": vi(effective)}
        yield problem("expiry_before_effect", field="expires_on", place=where(decision.expires_on), **days)
    signed = max((s.signed_at.date() for s in signatures if s.signed_at), default=None)
    if issued and signed and issued > signed:
        here = where(decision.issued_on)
        yield problem("issued_after_signature", field="issued_on", place=here, issued=vi(issued), signed=vi(signed))


def _meant_backwards(decision: Decision) -> bool:
    """Does it say "trở về trước"? A normative act may not (Law 31/2004/QH11 art. 51, Law 80/2015/QH13 art. 152).
    What an assembly adopted is signed on a later day.
    """
    words = [plain(mention.text) for mention in decision.effective_on.said]
    if any(FROM_ADOPTION.search(said) for said in words):
        return True
    return any(_BACKWARDS.search(said) for said in words) and ruling(decision) is None


def _of_issue(decision: Decision) -> Iterator[Problem]:
    fact = decision.issued_on
    if fact.state == "review" and fact.value is None and fact.said:
        printed = fact.said[0]
        impossible = printed.confidence >= _SEEN and _FIGURES.search(printed.text)
        code = "impossible_date" if impossible else "date_unreadable"
        yield problem(code, field="issued_on", place=printed.place, printed=printed.text)
    elif fact.state == "review" and fact.said and fact.said[0].confidence >= _SEEN:
        printed = fact.said[0]
        if any(slipped_days(plain(printed.text), 0, len(printed.text))):
            yield problem("impossible_date", field="issued_on", place=printed.place, printed=printed.text)


def _in_text(outline: Outline) -> Iterator[Problem]:
    """Days below the head that no calendar has: "ngày 31 tháng 6 năm 2025", "ngày 09/6/20205"."""
    sheet = outline.sheet
    start = outline.head.end if outline.head else outline.span.start
    for day in find_days(sheet.plain, start, outline.span.end):
        called = _LEAD.search(sheet.plain, max(start, day.span.start - 8), day.span.start)
        if day.value is None and called and not day.damaged and sheet.text.confidence(day.span) >= _SEEN:
            yield _impossible(sheet, day.span)
    for span in slipped_days(sheet.plain, start, outline.span.end):
        if sheet.text.confidence(span) >= _SEEN:
            yield _impossible(sheet, span)


def _impossible(sheet: Sheet, span: Span) -> Problem:
    printed = " ".join(sheet.text[span].split())
    return problem("impossible_date", field=None, place=sheet.place(span), printed=printed)
