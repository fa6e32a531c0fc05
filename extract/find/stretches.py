"""Which words of a sentence belong to which of its persons: those that lead to him, and those behind his name."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from decisions.text import Span
from extract.find.acts import Act
from extract.find.people import ITEM, Named
from extract.find.post import is_post
from extract.sheet import Sheet

_REACH = 600  #: letters in which persons named after one another may have what is said of them in common


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """What a sentence says of one of its persons."""

    named: Named
    lead: Span
    own: Span
    whole: Span
    near: int
    last: Span
    alone: bool  #: another verb leads to the next person
    earlier: Span | None  #: the words before the first of several persons, which are said of all of them


def stretches(
    sheet: Sheet, sentence: Span, people: tuple[Named, ...], leads: tuple[tuple[Act, ...], ...]
) -> Iterator[Stretch]:
    """Each person with the words before that belong to him, from the verb on that leads to him, and those from the name to
    the next person or the verb that leads to that one.
    """
    if not people:
        return
    shared: Span | None = None
    nexts = [*(_from(verbs, named) for verbs, named in zip(leads[1:], people[1:], strict=True)), sentence.end]
    ends = [*(named.start for named in people[1:]), sentence.end]
    last = Span(start=people[-1].span.start, end=sentence.end)
    for index, (named, end) in enumerate(zip(people, ends, strict=True)):
        soon = bisect_right(ends, end + _REACH, lo=index + 1) - 1
        near = ends[max(soon, min(index + 1, len(ends) - 1))]
        verbs = [act.span for act in leads[index]]
        start = max((verb.end for verb in verbs), default=_begun(sheet, sentence, people, index))
        lead = Span(start=min(start, named.start), end=named.start)
        first = min((verb.start for verb in verbs), default=lead.start)
        shared = None if verbs or not index or start < named.start else shared
        yield Stretch(
            named=named,
            lead=lead,
            own=Span(start=named.span.start, end=nexts[index]),
            whole=Span(start=first, end=nexts[index]),
            near=near,
            last=last,
            earlier=shared,
            alone=nexts[index] < end,
        )
        shared = lead if verbs or not index else shared


def _begun(sheet: Sheet, sentence: Span, people: tuple[Named, ...], index: int) -> int:
    """Where the words before a person begin that no verb leads: behind the number of an item; behind the semicolon before a
    post of his own ("Bổ nhiệm Hiệu trưởng … đối với bà A; Phó Hiệu trưởng … đối với ông B").
    """
    if not index:
        return _after_item(sheet, sentence)
    named = people[index]
    cut = sheet.flat.rfind(";", people[index - 1].span.end, named.start) + 1
    words = sheet.flat[cut : named.start].strip() if cut else ""
    return cut if words and is_post(words) else named.start


def _from(verbs: tuple[Act, ...], named: Named) -> int:
    """Where what is said of a person begins: with the verbs that lead to him, or the words before his name."""
    return min((act.span.start for act in verbs), default=named.start)


def _after_item(sheet: Sheet, sentence: Span) -> int:
    item = ITEM.match(sheet.flat, sentence.start, sentence.end)
    return item.end() if item else sentence.start
