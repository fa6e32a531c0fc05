"""Lists whose rows do not follow each other: numbers left out, by the paper or by who read it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from decisions.problem import Problem, problem
from decisions.text import Span
from extract.outline import Outline
from extract.roster import Column, Entry, Roster, rosters
from extract.sheet import Sheet

_LEGIBLE = 0.85


def list_problems(outline: Outline) -> Iterator[Problem]:
    """A problem wherever rows are missing between two whose numbers can be read. Each group may begin anew."""
    if outline.head is None:
        return
    within = Span(start=outline.body.start, end=outline.span.end)
    for roster in rosters(outline.sheet, within):
        yield from _gaps(outline.sheet, roster)


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
