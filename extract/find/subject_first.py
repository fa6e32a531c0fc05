"""What stands before its verb: "Nghị định số A và Nghị định số B hết hiệu lực kể từ ngày …"."""

from __future__ import annotations

import re
from dataclasses import replace

from decisions.text import Span
from extract.find.cited import Cited
from extract.find.days import DAY
from extract.find.edges import titled
from extract.find.ended import predicate_after
from extract.find.itself import ITSELF
from extract.find.lists import Clause
from extract.find.next_parts import next_part, part_told
from extract.find.openings import marked, starts_with
from extract.find.scope import counts_rows, is_of_many, is_of_one, is_time, tells_part
from extract.find.verb_table import Verb
from extract.find.verbs import after_since, opens_act
from extract.plain import pattern
from extract.sheet import Sheet

_ALONE = pattern(r"\s*Riêng\s+(?:đối\s+với\s+)?(?:các\s+)?", re.IGNORECASE)
#: "Nội dung của Quyết định số 5 trái với Quyết định này bị bãi bỏ": who knows what that is?
_CONTRARY = pattern(
    rf"\b(?:trái|không\s+phù\s+hợp|mâu\s+thuẫn)\s+(?:với\s+)?(?:các\s+)?(?:quy\s+định\s+(?:tại\s+|của\s+)?)?{ITSELF}"
)
_AND_THEN = pattern(rf"(?:\s+thi\s+hành)?\s+(?:kể\s+)?từ\s+(?:ngày\s+)?{DAY}\s*,?\s*(?:và|còn)\s+", re.IGNORECASE)
_DONE_BY = pattern(r"\s*(?:thi\s+hành\s+)?(?:bởi|bằng|theo|tại)\s+")


def subject_first(sheet: Sheet, clause: Clause) -> dict[int, tuple[Verb, ...]]:
    """ "Nghị định số A … và Nghị định số B … hết hiệu lực kể từ ngày …": the dead stand before the verb."""
    first = clause.cited[0]
    start = _begin(sheet, clause, first)
    verb = predicate_after(sheet.plain, first.core.end, clause.span.end)
    if verb is None or (verb.action == "extends" and clause.carried):  # the title of an item of a list
        return {}
    named = starts_with(sheet, start, first)
    named = named or (verb.action == "extends" and is_time(sheet.flat[start : first.core.start]))
    named = named or _part_told(sheet, Span(start=start, end=first.core.start), first, verb)
    if not named and not opens_act(sheet.plain, clause.span.start, first.core.start):
        return {}
    by = _DONE_BY.match(sheet.plain, verb.span.end)
    if by and any(c.core.start == by.end() for c in clause.cited):
        return {}
    told = verb.action == "extends" and titled(sheet, first.core.end, verb.span.start)
    contrary = _CONTRARY.search(sheet.plain, first.core.end, verb.span.start) is not None
    verb = replace(verb, doubtful=told or contrary or _begins_anew(sheet, clause, verb))
    parts = Span(start=start, end=first.core.start)
    meant = replace(verb, between=parts) if named and (start < first.core.start or verb.between is None) else verb
    words = sheet.flat[parts.start : parts.end]
    of_each = verb if is_of_one(words) else replace(meant, doubtful=meant.doubtful or counts_rows(words))
    dead: dict[int, tuple[Verb, ...]] = {}
    reached = -1  # the end of the titles so far: what stands within one is not meant
    for index, cited in enumerate(clause.cited):
        if cited.core.start > verb.span.start:
            break
        if reached < cited.core.start:
            shared = replace(of_each, doubtful=of_each.doubtful or _stands_apart(sheet, clause, index, words))
            dead[index] = (_on_its_part(sheet, clause, index, verb) or shared if index else meant,)
        reached = max(reached, cited.span.end)
    return dead | _next_subjects(sheet, clause, verb)


def _next_subjects(sheet: Sheet, clause: Clause, verb: Verb) -> dict[int, tuple[Verb, ...]]:
    """ "A hết hiệu lực từ ngày 01/3/2025 và B hết hiệu lực từ ngày 01/4/2025": each has its verb and its day."""
    index = next((i for i, each in enumerate(clause.cited) if each.core.start >= verb.span.end), None)
    if index is None:
        return {}
    behind = _AND_THEN.match(sheet.plain, verb.span.end, clause.cited[index].core.start)
    if behind is None:
        return {}
    rest = replace(clause, span=Span(start=behind.end(), end=clause.span.end), cited=clause.cited[index:])
    return {index + at: verbs for at, verbs in subject_first(sheet, rest).items()}


def _stands_apart(sheet: Sheet, clause: Clause, index: int, words: str) -> bool:
    """ "Kế hoạch kèm theo Quyết định số 1; Quyết định số 2 hết hiệu lực": the plan of the first, or of both?"""
    between = sheet.flat[clause.cited[index - 1].core.end : clause.cited[index].core.start]
    return ";" in between and tells_part(words) and not is_of_many(words)


def _begins_anew(sheet: Sheet, clause: Clause, verb: Verb) -> bool:
    """ "Quyết định số 5 phê duyệt đề án; các hợp đồng hết hiệu lực": does the title go on, as in "giá đất; giá nước"?"""
    last = [each for each in clause.cited if each.core.end <= verb.span.start][-1]
    title, *more = sheet.plain[last.core.end : verb.span.start].lower().split(";")
    return any(not set(each.split()[:1]) <= set(title.split()) for each in more)


def _begin(sheet: Sheet, clause: Clause, first: Cited) -> int:
    """Where the subject begins, behind its number, "Riêng" and the day from which."""
    start = marked(sheet, clause.span)[1]
    alone = _ALONE.match(sheet.plain, start, first.core.start)
    return after_since(sheet.plain, alone.end() if alone else start, first.core.start)


def _on_its_part(sheet: Sheet, clause: Clause, index: int, verb: Verb) -> Verb | None:
    """ "Điều 5 Quyết định số 1; Điều 6 Quyết định số 2 hết hiệu lực"."""
    before, cited = clause.cited[index - 1], clause.cited[index]
    part = part_told(sheet, before, cited) or next_part(sheet, before, cited)
    return verb.on(Span(start=part.start("part"), end=part.end("part"))) if part else None


def _part_told(sheet: Sheet, lead: Span, first: Cited, verb: Verb) -> bool:
    """ "Nội dung … tại Phụ lục kèm theo Quyết định số 5 hết hiệu lực"; in a title "bị bãi bỏ" may be its own word."""
    sure = verb.action == "ends" or not titled(sheet, first.core.end, verb.span.start)
    return sure and tells_part(sheet.flat[lead.start : lead.end])
