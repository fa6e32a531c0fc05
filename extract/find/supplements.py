"""What other sentences add to a personnel act: its term, the pay that goes with it, when the next rise is due."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from datetime import date
from typing import Any

from decisions.decision import Appointment
from decisions.fact import Fact
from decisions.fold import fold
from decisions.text import Span
from extract.find.acts import acts_in
from extract.find.articles import find_articles
from extract.find.clauses import sentences
from extract.find.people import people_in
from extract.find.posts import ENDS
from extract.find.reasons import reason_of
from extract.find.salary import next_rise, salary_of
from extract.find.terms import counted_from, from_day, months, until_day
from extract.outline import Outline
from extract.plain import pattern
from extract.sheet import Sheet

#: "Thời hạn giữ chức vụ là 05 năm", "Thời gian biệt phái: từ ngày … đến ngày …".
_OF_TIME = pattern(r"(?:Điều\s+\d+[.:]?\s*)?(?:\d{1,2}[.)]\s*|[-–+]\s*)?thời\s+(?:hạn|gian|điểm)[\s:]", re.IGNORECASE)
_OF_REASON = pattern(r"(?:Điều\s+\d+[.:]?\s*)?(?:\d{1,2}[.)]\s*|[-–+]\s*)?lý\s+do", re.IGNORECASE)
_OF_PAY = pattern(r"(?:hưởng|xếp|phụ\s+cấp|hệ\s+số|bậc|lương)", re.IGNORECASE)
_LONGEST = 8  #: words of a name, folded: "K'Pă H'Yên" is four
_OF_EFFECT = pattern(r"quyết\s+định\s+này", re.IGNORECASE)


def supplemented(
    outline: Outline, acts: tuple[Appointment, ...], days: tuple[Fact[date], Fact[date]]
) -> tuple[Appointment, ...]:
    """The acts with what they lack themselves and a sentence about the same person, or about nobody else, says."""
    sheet = outline.sheet
    told = sorted({act.span.start for act in acts if act.span})
    names = frozenset(_name(act) for act in acts)
    for article in find_articles(outline) if acts else ():
        assert article.span is not None
        for sentence in sentences(sheet.flat, article.span):
            if _tells(told, sentence) or _OF_EFFECT.search(sheet.plain, sentence.start, sentence.end):
                continue
            if acts_in(sheet, sentence) and people_in(sheet, sentence, listed=False):
                continue
            slots = {slot: value for slot, value in _slots(sheet, sentence, days).items() if value}
            if not slots:
                continue
            named = names & _runs(sheet, sentence)
            acts = tuple(_with(act, slots) if not named or _name(act) in named else act for act in acts)
    return acts


def _tells(told: list[int], sentence: Span) -> bool:
    """Does a sentence do an act itself?"""
    at = bisect_left(told, sentence.start)
    return at < len(told) and told[at] < sentence.end


def _with(act: Appointment, said: dict[str, Any]) -> Appointment:
    slots = {slot: value for slot, value in said.items() if getattr(act, slot) is None}
    if act.action in ENDS or act.action in ("dieu_dong", "tiep_nhan"):
        slots.pop("term_months", None)
    if act.action in ENDS:
        slots.pop("until", None)
    return replace(act, **slots) if slots else act


def _slots(sheet: Sheet, sentence: Span, days: tuple[Fact[date], Fact[date]]) -> dict[str, Any]:
    words, text = sheet.plain[sentence.start : sentence.end], sheet.flat[sentence.start : sentence.end]
    slots: dict[str, Any] = {"next_raise_from": next_rise(words)}
    if _OF_TIME.match(words) and not slots["next_raise_from"]:
        slots |= {"term_months": months(words)}
        counted = counted_from(sheet.plain, sentence, *days)
        since = from_day(sheet.plain, sentence) or (counted.value if counted and counted.state == "sure" else None)
        slots |= {"effective_on": since, "until": until_day(sheet.plain, sentence)}
    if _OF_REASON.match(words):
        slots |= {"reason": reason_of(text, typed=sheet.typed(sentence))}
    if _OF_PAY.search(words):
        pay = salary_of(text)
        slots |= {"rank": pay.now.rank, "rank_code": pay.now.code, "grade": pay.now.grade}
        slots |= {"coefficient": pay.now.coefficient, "allowance": pay.allowance}
    return slots


def _runs(sheet: Sheet, sentence: Span) -> frozenset[str]:
    """All runs of as many words as a name has, folded."""
    words = sheet.bare[sentence.start : sentence.end].split()
    return frozenset(
        " ".join(words[start : start + count]) for start in range(len(words)) for count in range(1, _LONGEST + 1)
    )


def _name(act: Appointment) -> str:
    return " ".join(fold(act.person.name).split())
