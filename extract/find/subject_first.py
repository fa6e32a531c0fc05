"""What stands before its verb: "Nghị định số A và Nghị định số B hết hiệu lực kể từ ngày …"."""

from __future__ import annotations

from dataclasses import replace

from decisions.text import Span
from extract.find.cited import Cited
from extract.find.edges import titled
from extract.find.ended import ended_after
from extract.find.lists import Clause
from extract.find.next_parts import next_part
from extract.find.openings import marked, starts_with
from extract.find.scope import is_of_one, is_time, tells_part
from extract.find.verb_table import Verb
from extract.find.verbs import after_since, opens_act
from extract.plain import pattern
from extract.sheet import Sheet

_DONE_BY = pattern(r"\s*(?:thi\s+hành\s+)?(?:bởi|bằng|theo|tại)\s+")


def subject_first(sheet: Sheet, clause: Clause) -> dict[int, tuple[Verb, ...]]:
    """ "Nghị định số A … và Nghị định số B … hết hiệu lực kể từ ngày …": the dead stand before the verb."""
    first = clause.cited[0]
    start = after_since(sheet.plain, marked(sheet, clause.span)[1], first.core.start)
    verb = ended_after(sheet.plain, first.core.end, clause.span.end)
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
    verb = replace(verb, doubtful=verb.action == "extends" and titled(sheet, first.core.end, verb.span.start))
    parts = Span(start=start, end=first.core.start)
    meant = replace(verb, between=parts) if named and (start < first.core.start or verb.between is None) else verb
    of_each = verb if is_of_one(sheet.flat[parts.start : parts.end]) else meant
    dead: dict[int, tuple[Verb, ...]] = {}
    for index, cited in enumerate(clause.cited):
        if cited.core.start > verb.span.start:
            break
        if not any(c.span.end >= cited.core.start for c in clause.cited[:index]):
            dead[index] = (_on_its_part(sheet, clause, index, of_each) if index else meant,)
    return dead


def _on_its_part(sheet: Sheet, clause: Clause, index: int, verb: Verb) -> Verb:
    """ "Điều 5 Quyết định số 1; Điều 6 Quyết định số 2 hết hiệu lực"."""
    part = next_part(sheet, clause.cited[index - 1], clause.cited[index])
    return verb.on(Span(start=part.start("part"), end=part.end("part"))) if part else verb


def _part_told(sheet: Sheet, lead: Span, first: Cited, verb: Verb) -> bool:
    """ "Nội dung … tại Phụ lục kèm theo Quyết định số 5 hết hiệu lực"; in a title "bị bãi bỏ" may be its own word."""
    sure = verb.action == "ends" or not titled(sheet, first.core.end, verb.span.start)
    return sure and tells_part(sheet.flat[lead.start : lead.end])
