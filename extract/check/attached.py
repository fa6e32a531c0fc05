"""Annexes that say to belong to an instrument of another number or day: "(Kèm theo Quyết định số 217/QĐ-UBND ngày …)"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from decisions.decision import Citation, Decision
from decisions.fact import Candidate, Fact
from decisions.number import find_numbers, number_key
from decisions.problem import Problem, hedged, problem
from decisions.text import Span
from extract.check.places import seen, vi
from extract.find.days import find_days
from extract.find.number import self_references
from extract.outline import Outline

T = TypeVar("T")
_NEAR = 12  #: letters in which the number follows its "số": what comes later is none of the heading
_REACH = 40  #: letters in which the day follows the number
_READ = 0.9


def attached_problems(decision: Decision, outline: Outline) -> Iterator[Problem]:
    """Number or day, whichever comes first. An instrument that the articles cite may have annexes of its own."""
    others = {number_key(each.number) for each in (*decision.bases, *_cited_above(decision, outline)) if each.number}
    told = set[str]()
    for span in self_references(outline):
        found = _problem(decision, outline, span, others)
        if found and found.message not in told and outline.sheet.text.confidence(span) >= _READ:
            told.add(found.message)  # each of ten annexes may bear the same heading
            yield hedged(found, "perhaps_misread") if seen(outline.sheet, span) else found


def _cited_above(decision: Decision, outline: Outline) -> Iterator[Citation]:
    start = outline.annex.start if outline.annex else outline.span.end
    return (each for each in decision.citations if each.span and each.span.start < start)


def _problem(decision: Decision, outline: Outline, span: Span, others: set[str]) -> Problem | None:
    sheet = outline.sheet
    number = next(find_numbers(sheet.flat, span.start, span.end), None)
    if number is None or number.start > span.start + _NEAR:
        return None
    printed, own = str(number.number), _above(decision.number, outline)
    if own and number_key(printed) != number_key(own):
        here = sheet.place(Span(start=number.start, end=number.end))
        another = number_key(printed) in others
        return None if another else problem("annex_number_differs", place=here, printed=printed, number=own)
    day = next(find_days(sheet.plain, number.end, min(span.end, number.end + _REACH)), None)
    issued = _above(decision.issued_on, outline)
    if issued is None or day is None or day.value in (None, issued) or day.damaged:
        return None
    return problem("annex_date_differs", place=sheet.place(day.span), printed=vi(day.value), issued=vi(issued))


def _above(fact: Fact[T], outline: Outline) -> T | None:
    """What the paper says above its annexes, not what these add."""
    if fact.value is None or outline.annex is None:
        return None
    told = fact.candidates or (Candidate(value=fact.value, confidence=fact.confidence, said=fact.said),)
    start = outline.annex.start
    return next((each.value for each in told if any(m.span is None or m.span.start < start for m in each.said)), None)
