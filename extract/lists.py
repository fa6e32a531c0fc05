"""Lists whose rows do not follow each other: numbers left out, by the paper or by who read it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from decisions.decision import Decision
from decisions.problem import Problem, problem
from decisions.text import Span
from extract.outline import Outline
from extract.roster import Column, Entry, Roster, rosters
from extract.sheet import Line, Sheet

_LEGIBLE = 0.85
_ITEM = re.compile(r"(?P<number>\d{1,3})[.)]\s")


def list_problems(outline: Outline) -> Iterator[Problem]:
    """A problem wherever rows are missing between two whose numbers can be read. Each group may begin anew."""
    if outline.head is None:
        return
    within = Span(start=outline.body.start, end=outline.span.end)
    for roster in rosters(outline.sheet, within):
        yield from _gaps(outline.sheet, roster)


def item_problems(decision: Decision, outline: Outline) -> Iterator[Problem]:
    """The same of lists in running text, "1. Ông A …; 2. Bà B …; 4. Ông C …". A smaller number begins another list."""
    sheet = outline.sheet
    told = {act.span.start for act in decision.appointments if act.span}
    for article in decision.articles:
        assert article.span is not None
        items = [(line, match) for line in sheet.within(article.span) if (match := _ITEM.match(line.text))]
        for (one, before), (other, after) in pairwise(items):
            named = one.span.start in told and other.span.start in told
            read = all(
                sheet.text.confidence(_figures(line, match)) >= _LEGIBLE
                for line, match in ((one, before), (other, after))
            )
            if named and read and int(after["number"]) > int(before["number"]) + 1:
                here = sheet.place(other.span)
                numbers = {"before": int(before["number"]), "after": int(after["number"])}
                yield problem("list_gap", field="appointments", place=here, **numbers)


def _figures(line: Line, match: re.Match[str]) -> Span:
    return Span(start=line.span.start, end=line.span.start + match.end("number"))


def _gaps(sheet: Sheet, roster: Roster) -> Iterator[Problem]:
    numbered = [entry for entry in roster.entries if _is_legible(sheet, entry)]
    for one, other in pairwise(numbered):
        before, after = one.order or 0, other.order or 0
        between = sum(one.span.start < span.start < other.span.start for span in _rows(roster))
        if after - before > between + 1:
            yield problem("list_gap", field="appointments", place=sheet.place(other.span), before=before, after=after)


def _rows(roster: Roster) -> list[Span]:
    return [*(entry.span for entry in roster.entries), *roster.unread]


def _is_legible(sheet: Sheet, entry: Entry) -> bool:
    spans = entry.cells.get(Column(field="order"), ())
    return entry.order is not None and all(sheet.text.confidence(span) >= _LEGIBLE for span in spans)
