"""A normative act that says to be in force before the law of its time allows it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from decisions.decision import Decision
from decisions.fact import Fact
from decisions.problem import Problem, problem
from extract.check.places import vi, where
from extract.find.by_law import authority_of, ruling
from extract.outline import Outline
from extract.plain import pattern

#: The short procedure, and what allows it, may begin at once (Law 17/2008/QH12 art. 78, 80/2015/QH13 art. 151,
#: 64/2025/QH15 art. 53).
_SHORTENED = pattern(r"\brút gọn\b")
#: Above the articles, as what it is about or rests on; within them many a report is due "đột xuất".
_URGENT = pattern(
    r"\btrường hợp (?:đặc biệt|khẩn cấp|cấp bách)\b|\btình trạng khẩn cấp\b|\bđột xuất\b|\bdịch bệnh\b|\bthiên tai\b"
)
#: An office that counts the day of signing is a day early and means no harm.
_GRACE = timedelta(days=1)
_DOUBTED = {"review", "absent"}


def effect_problems(decision: Decision, outline: Outline) -> Iterator[Problem]:
    rule, issued, effective = ruling(decision), decision.issued_on, decision.effective_on
    if rule is None or not rule["earliest_days"] or issued.value is None or effective.value is None:
        return
    days_known = not {issued.state, effective.state} & _DOUBTED or _same_day(issued, effective)
    if not _tells_year(decision.number) or not days_known:
        return
    if len({authority_of(each.value, issued.value) for each in decision.issuer.candidates}) > 1:
        return
    days = timedelta(days=int(rule["earliest_days"]))
    if not issued.value <= effective.value < issued.value + days - _GRACE:
        return
    if _may_begin_at_once(outline):
        return
    told = {
        "effective": vi(effective.value),
        "issued": vi(issued.value),
        "days": days.days,
        "law": rule["law"].split()[-1],
    }
    yield problem("effect_too_early", field="effective_on", place=where(effective), **told)


def _may_begin_at_once(outline: Outline) -> bool:
    text, start = outline.sheet.plain, outline.span.start
    shortened = _SHORTENED.search(text, start, outline.span.end)
    return bool(shortened or _URGENT.search(text, start, outline.body.start))


def _same_day(issued: Fact[date], effective: Fact[date]) -> bool:
    """ "Có hiệu lực kể từ ngày ký": whichever day that was, there is none between."""
    first, second = ([each.value for each in fact.candidates] for fact in (issued, effective))
    return bool(first) and first == second


def _tells_year(number: Fact[str]) -> bool:
    """Its figures may be in doubt, where all that it may be are normative acts of one year and office."""
    return number.state != "absent" and len({each.value.partition("/")[2] for each in number.candidates}) <= 1
