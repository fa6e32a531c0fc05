"""One act on one instrument: its scope, from which day on, until when, and what makes it doubtful."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from decisions.decision import Relation
from decisions.text import Span
from extract.find.cited import Cited
from extract.find.conditions import hangs_on_condition
from extract.find.counts import COUNT, counted
from extract.find.days import Day
from extract.find.expiry import later
from extract.find.itself import ITSELF
from extract.find.lists import FOR_A_TIME, Clause
from extract.find.openings import marked
from extract.find.scope import drops_parts, is_damaged, is_ill_seen, scope_of
from extract.find.since import day_of_target, opening_day, opening_until, starting_day
from extract.find.suspended import term_of
from extract.find.terms import last_day
from extract.find.verb_table import Verb
from extract.plain import pattern
from extract.settle import for_review
from extract.sheet import Sheet, trim

_TITLE = pattern(r"\b(?:về|ban hành|quy định|phê duyệt)\b", re.IGNORECASE)
#: "Bãi bỏ Quyết định số 5, trừ Điều 12": what is left out of the act.
_EXCEPT = pattern(
    r"(?<!\w)trừ\s+(?:các\s+|những\s+)?(?:quy\s+định|nội\s+dung|trường\s+hợp|điều|khoản|điểm|phụ\s+lục"
    r"|(?:mục|phần|chương)\s+[IVX\d]+|số\s+thứ\s+tự)(?!\w)",
    re.IGNORECASE,
)
#: "… đối với phần diện tích …", "… (phần liên quan đến xã A)": no more than that. Without marks "phần" is "phân công" too.
_ONLY = re.compile(
    r"(?:đối\s+với\s+(?:một\s+|các\s+|những\s+)?(?:phần|nội\s+dung|quy\s+định)|\(\s*(?:chỉ\s+)?(?:một\s+)?phần|(?<!\w)về\s+phần)"
    r"\s+(?!mềm)",
    re.IGNORECASE,
)
#: "Bãi bỏ Quyết định số 5 sau 30 ngày kể từ ngày ký Quyết định này".
_AFTER_TIME = pattern(
    rf"\bsau\s+(?P<count>{COUNT})\s*(?:\([^)]{{1,40}}\)\s*)?(?P<unit>ngày|tháng|năm)\s*,?\s*(?:kể\s+)?từ\s+ngày\s+"
    rf"(?:ký|kí|ban\s+hành|{ITSELF})\b",
    re.IGNORECASE,
)
#: The next instruments of a list in one sentence, to its end.
_LIST_GOES_ON = pattern(
    r"[;\s]*(?:và\s+)?(?:các\s+)?(?:Quyết định|Nghị quyết|Chỉ thị|Thông tư|Quy định|Quy chế|Kế hoạch|Công văn)\s+số[^\n.]*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """`source` does to `target` what the verb says; None is this very instrument."""

    source: Cited | None
    target: Cited
    verb: Verb
    since: date | None = None
    until: Day | None = None


def timed(sheet: Sheet, clause: Clause, edge: Edge, effective_on: date | None) -> Relation:
    """The relation of an edge with its days. `effective_on`: the day from which the instrument acts."""
    return _ended(sheet, clause, edge, _dated(sheet, clause, edge, effective_on))


def _dated(sheet: Sheet, clause: Clause, edge: Edge, effective_on: date | None) -> Relation:
    """The relation, from its own day if one is named after its verb, else from the day of the instrument."""
    relation = relation_of(sheet, clause.span, edge)
    if edge.source is not None or edge.verb.action == "refers_to":
        return relation
    carried = edge.verb.span.start < clause.span.start
    start = edge.target.core.end if carried else edge.verb.span.end
    after = Span(start=start, end=max(start, clause.span.end))
    if _EXCEPT.search(sheet.plain, edge.target.core.end, after.end) or _is_partial(sheet, edge.target, after.end):
        relation = for_review(relation)
    day = starting_day(sheet.plain, after.start, after.end)
    day = day or opening_day(sheet.plain, marked(sheet, clause.span)[1], edge.target.core.start)
    if _hangs(sheet, clause, edge):
        return for_review(replace(relation, effective_on=day.value if day else edge.since))
    passed = _AFTER_TIME.search(sheet.plain, after.start, after.end) if day is None and effective_on else None
    if passed and effective_on:
        # From the signing, or from its own first day: where these are two, a person tells.
        begins = later(effective_on, counted(passed["count"]), passed["unit"].lower())
        return for_review(replace(relation, effective_on=begins))
    if day is None:
        relation = replace(relation, effective_on=edge.since or effective_on)
        doubtful = _begins_later(sheet, after, effective_on) or _list_has_day(sheet, clause)
        return for_review(relation) if doubtful else relation
    of_title = titled(sheet, min(edge.target.core.end, day.span.start), day.span.start)
    if of_title and (day.value is None or (effective_on and day.value < effective_on)):
        return replace(relation, effective_on=effective_on)  # of the time before: the cited title's own words
    unsure = of_title or day.damaged or day.value is None
    return (
        for_review(replace(relation, effective_on=day.value)) if unsure else replace(relation, effective_on=day.value)
    )


def _is_partial(sheet: Sheet, target: Cited, end: int) -> bool:
    """Is only a part of the target said to be meant, right behind it and not in its title?"""
    only = _ONLY.search(sheet.flat, target.core.end, end)
    return only is not None and not titled(sheet, target.core.end, only.start())


def _hangs(sheet: Sheet, clause: Clause, edge: Edge) -> bool:
    behind = edge.target.core.end
    said = Span(start=max(behind, edge.verb.span.end), end=clause.span.end)
    return said.start < said.end and hangs_on_condition(
        sheet, said, (each for each in clause.cited if each.core.start >= said.start)
    )


def _ended(sheet: Sheet, clause: Clause, edge: Edge, relation: Relation) -> Relation:
    """ "Ngưng hiệu lực Quyết định số 5 đến hết ngày …"; a day within the title of the target is not the act's."""
    if edge.source is not None or edge.verb.action not in FOR_A_TIME:
        return relation
    ahead = edge.target.core.end, edge.verb.span.end
    after = Span(start=min(max(ahead), clause.span.end), end=clause.span.end)
    day = last_day(sheet.plain, after)
    if day and titled(sheet, after.start, max(after.start, day.span.start)):
        return relation
    day = day or edge.until or opening_until(sheet.plain, marked(sheet, clause.span)[1], edge.target.core.start)
    if day is None:
        return _counted(sheet, after, edge, relation)
    lasting = replace(relation, until=day.value)
    return for_review(lasting) if day.damaged or day.value is None else lasting


def _counted(sheet: Sheet, after: Span, edge: Edge, relation: Relation) -> Relation:
    """ "Thời hạn tạm đình chỉ: 45 ngày, kể từ ngày …": from that day, until the last of the term."""
    term = term_of(sheet.plain, after, relation.effective_on) if edge.verb.action == "suspends" else None
    if term is None:
        return relation
    lasting = replace(relation, effective_on=term.since, until=term.until)
    return for_review(lasting) if term.doubtful else lasting


def titled(sheet: Sheet, start: int, end: int) -> bool:
    """Does a stretch behind a citation begin, or go on in, the title of what is cited?"""
    return _TITLE.search(sheet.plain, start, end) is not None


def _begins_later(sheet: Sheet, after: Span, effective_on: date | None) -> bool:
    """Is the target said to be in force from a day to come? It may be this instrument that is meant."""
    day = day_of_target(sheet.plain, after.start, after.end)
    return bool(day and day.value and effective_on and day.value > effective_on)


def _list_has_day(sheet: Sheet, clause: Clause) -> bool:
    """ "Bãi bỏ A; B và C kể từ ngày …": does a day stand behind the list that goes on? It may be that of all."""
    ahead = _LIST_GOES_ON.match(sheet.plain, clause.span.end)
    return ahead is not None and starting_day(sheet.plain, ahead.start(), ahead.end()) is not None


def relation_of(sheet: Sheet, clause: Span, edge: Edge, parts: tuple[str, ...] = ()) -> Relation:
    span = trim(sheet.flat, clause.start, clause.end)
    target, source = edge.target.citation, edge.source.citation if edge.source else None
    between = edge.verb.between
    words = edge.verb.part(sheet.flat)
    scope = scope_of(words, edge.verb.action) if between else parts
    weak = target.state == "review" or (source is not None and source.state == "review")
    weak = weak or is_damaged(scope) or drops_parts(words) or is_ill_seen(sheet, span, scope)
    relation = Relation(
        action=edge.verb.action,
        target=target,
        source=source,
        scope=scope,
        sentence=sheet.quote(span),
        span=span,
        place=sheet.place(span),
        state="review" if weak else "sure",
        confidence=min(target.confidence, source.confidence if source else 1.0),
    )
    return for_review(relation) if edge.verb.doubtful else relation
