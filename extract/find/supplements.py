"""What other sentences add to a personnel act: its term, the pay that goes with it, when the next rise is due."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from datetime import date
from typing import Any

from decisions.decision import Appointment, Article
from decisions.fact import Fact
from decisions.text import Span
from extract.find.acts import acts_in
from extract.find.addressed import PAYLESS, Share, addressees, name_of, shares
from extract.find.articles import find_articles
from extract.find.clauses import sentences
from extract.find.people import people_in
from extract.find.post_acts import ENDS
from extract.find.reasons import reason_of
from extract.find.salary import next_rise, salary_of
from extract.find.terms import counted_from, from_day, months, until_day
from extract.outline import Outline
from extract.plain import pattern
from extract.sheet import Sheet

#: "Thời hạn giữ chức vụ là 05 năm", "Thời gian biệt phái: từ ngày … đến ngày …".
_OF_TIME = pattern(r"(?:Điều\s+\d+[.:]?\s*)?(?:\d{1,2}[.)]\s*|[-–+]\s*)?thời\s+(?:hạn|gian|điểm)[\s:]", re.IGNORECASE)
#: … or behind what else such a sentence says: "…; thời điểm buộc thôi việc tính từ ngày …".
_THEN_OF_TIME = pattern(r";\s*(?=thời\s+(?:hạn|gian|điểm)\s)", re.IGNORECASE)
_OF_REASON = pattern(r"(?:Điều\s+\d+[.:]?\s*)?(?:\d{1,2}[.)]\s*|[-–+]\s*)?lý\s+do", re.IGNORECASE)
_OF_PAY = pattern(r"(?:hưởng|xếp|phụ\s+cấp|hệ\s+số|bậc|lương)", re.IGNORECASE)
_PAY = ("rank", "rank_code", "grade", "coefficient", "allowance", "next_raise_from")
_GUESSED = 0.6  #: confidence of an act with figures that may be another's
_OF_EFFECT = pattern(r"quyết\s+định\s+này", re.IGNORECASE)


def supplemented(
    outline: Outline, acts: tuple[Appointment, ...], days: tuple[Fact[date], Fact[date]]
) -> tuple[Appointment, ...]:
    """The acts with what they lack themselves and a sentence about the same person, or about nobody else, says."""
    sheet = outline.sheet
    told = sorted({act.span.start for act in acts if act.span})
    articles = find_articles(outline) if acts else ()
    for article in articles:
        assert article.span is not None
        for sentence in sentences(sheet.flat, article.span):
            if _tells(told, sentence) or _OF_EFFECT.search(sheet.plain, sentence.start, sentence.end):
                continue
            if acts_in(sheet, sentence) and people_in(sheet, sentence, listed=False):
                continue
            acts = _completed(sheet, sentence, acts, articles, days)
    return acts


def _completed(
    sheet: Sheet,
    sentence: Span,
    acts: tuple[Appointment, ...],
    articles: tuple[Article, ...],
    days: tuple[Fact[date], Fact[date]],
) -> tuple[Appointment, ...]:
    for share in shares(sheet, sentence, map(name_of, acts)):
        slots = _slots(share, days, typed=sheet.typed(sentence))
        slots = {slot: value for slot, value in slots.items() if value}
        if slots and share.names:
            acts = tuple(_with(act, slots) if name_of(act) in share.names else act for act in acts)
        elif slots and not people_in(sheet, sentence, listed=False):
            whose, sure = addressees(sheet, sentence, acts, articles)
            acts = tuple(
                _with(act, _unsaid(act, slots), sure=sure) if index in whose else act for index, act in enumerate(acts)
            )
    return acts


def _unsaid(act: Appointment, slots: dict[str, Any]) -> dict[str, Any]:
    """What a sentence that names nobody may say of an act: pay belongs to acts that are a matter of pay."""
    return {slot: value for slot, value in slots.items() if slot not in _PAY or act.action not in PAYLESS}


def _tells(told: list[int], sentence: Span) -> bool:
    """Does a sentence do an act itself?"""
    at = bisect_left(told, sentence.start)
    return at < len(told) and told[at] < sentence.end


def _with(act: Appointment, said: dict[str, Any], *, sure: bool = True) -> Appointment:
    slots = {slot: value for slot, value in said.items() if getattr(act, slot) is None}
    if act.action in ENDS or act.action in ("dieu_dong", "tiep_nhan"):
        slots.pop("term_months", None)
    if act.action in ENDS:
        slots.pop("until", None)
    if not slots:
        return act
    return replace(act, **slots, confidence=act.confidence if sure else min(act.confidence, _GUESSED))


def _time_in(words: str) -> Span | None:
    """The words that speak of a time: all of them, or the clause behind others."""
    behind = _THEN_OF_TIME.search(words)
    start = 0 if _OF_TIME.match(words) else behind.end() if behind else None
    return None if start is None else Span(start=start, end=len(words))


def _slots(share: Share, days: tuple[Fact[date], Fact[date]], *, typed: bool) -> dict[str, Any]:
    words = share.plain
    slots: dict[str, Any] = {"next_raise_from": next_rise(words)}
    whole = _time_in(words)
    if whole and not slots["next_raise_from"]:
        slots |= {"term_months": months(words[whole.start : whole.end])}
        counted = counted_from(words, whole, *days)
        since = from_day(words, whole) or (counted.value if counted and counted.state == "sure" else None)
        slots |= {"effective_on": since, "until": until_day(words, whole)}
    if _OF_REASON.match(words):
        slots |= {"reason": reason_of(share.flat, typed=typed)}
    if _OF_PAY.search(words):
        pay = salary_of(share.flat)
        slots |= {"rank": pay.now.rank, "rank_code": pay.now.code, "grade": pay.now.grade}
        slots |= {"coefficient": pay.now.coefficient, "allowance": pay.allowance}
    return slots
