"""Lists whose rows do not follow each other: numbers or names left out, by the paper or by who read it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from decisions.decision import Decision
from decisions.fold import fold
from decisions.problem import Problem, problem
from decisions.text import Span
from extract.find.post import is_post, post_in
from extract.outline import Outline
from extract.roster import Column, Entry, Roster, rosters
from extract.sheet import Line, Sheet

_LEGIBLE = 0.85
_ITEM = re.compile(r"(?P<number>\d{1,3})[.)]\s+")
_HEAD = re.compile(r"[^,;:(.]*?(?=\s[-–]\s|[,;:(.]|\Z)")
_TITLE = 12  #: letters that may stand before a name: "Đồng chí", "PGS.TS."
_NAME = 6  #: words of a name
#: "Đại diện Công an phường", "Tập thể Phòng …", "Hộ gia đình …": a row of a list of people that names none.
_OF_NOBODY = re.compile(
    r"(?:dai dien|tap the|lanh dao|cac |mot |to |nhom |ho |gia dinh|khoi |tong|cong\b|khong|trong\b|nhu tren|nt\b)"
)


def list_problems(outline: Outline) -> Iterator[Problem]:
    """A problem wherever rows are missing between two whose numbers can be read. Each group may begin anew."""
    if outline.head is None:
        return
    within = Span(start=outline.body.start, end=outline.span.end)
    for roster in rosters(outline.sheet, within):
        yield from _gaps(outline.sheet, roster)
        yield from _nameless(outline.sheet, roster)


def item_problems(decision: Decision, outline: Outline) -> Iterator[Problem]:
    """The same of lists in running text, in the articles or behind them, "1. Ông A …; 2. Bà B …; 4. Ông C …". A smaller number begins another list."""
    sheet = outline.sheet
    told = {act.span.start: act.person.name for act in decision.appointments if act.span}
    spans = [article.span for article in decision.articles if article.span]
    tables = [table.span for table in sheet.text.tables]  # their rows are told as such
    spans += [Span(start=outline.annex.start, end=outline.span.end)] if outline.annex else []
    for span in spans:
        rows = (line for line in sheet.within(span) if not any(_within(line.span, table) for table in tables))
        lines = ((line, match) for line in rows if (match := _ITEM.match(line.text)))
        items = [_Item.of(sheet, line, match, told) for line, match in lines]
        for one, other in pairwise(items):
            named = one.name and other.name and one.read and other.read
            if named and other.number > one.number + 1:
                here = sheet.place(other.line.span)
                yield problem("list_gap", field="appointments", place=here, before=one.number, after=other.number)
        for item in _unread(items):
            here = sheet.place(item.line.span)
            yield problem("list_unread", field="appointments", place=here, number=item.number)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Item:
    """A numbered line. `name` is that of who undergoes an act in it; `read`: its number can be believed."""

    line: Line
    number: int
    words: str
    name: str | None
    read: bool

    @classmethod
    def of(cls, sheet: Sheet, line: Line, match: re.Match[str], told: Mapping[int, str]) -> _Item:
        return cls(
            line=line,
            number=int(match["number"]),
            words=line.text[match.end() :],
            name=next((told[at] for at in range(line.span.start, line.span.start + _TITLE) if at in told), None),
            read=sheet.text.confidence(_figures(line, match)) >= _LEGIBLE,
        )

    def begins_with_name(self) -> bool:
        return self.name is not None and 0 <= self.words.find(self.name) <= _TITLE

    def might_name(self) -> bool:
        return looks_like_name(self.words)


def looks_like_name(row: str) -> bool:
    """Do the words before the first comma look like a name, be it of one word or in small letters, and no post?"""
    head = _HEAD.match(row)
    words = head.group().split() if head else []
    if not 0 < len(words) <= _NAME or not (words[0][:1].isupper() and words[-1][:1].isupper()):
        return False
    small = sum(word[:1].islower() for word in words)
    return small <= 1 and not is_post(" ".join(words)) and post_in(" ".join(words)).unit is None


def _unread(items: Sequence[_Item]) -> Iterator[_Item]:
    """The rows in which nobody was found, though somebody might be named there as in the others of their list."""
    for row in _runs(items):
        if any(item.begins_with_name() for item in row):
            yield from (item for item in row if item.read and item.name is None and item.might_name())


def _runs(items: Sequence[_Item]) -> Iterator[list[_Item]]:
    """Items whose numbers follow each other."""
    run: list[_Item] = []
    for item in items:
        if run and item.number != run[-1].number + 1:
            yield run
            run = []
        run.append(item)
    yield run


def _within(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start < outer.end


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
    return [*(entry.span for entry in roster.entries), *(row.span for row in roster.unread)]


def _nameless(sheet: Sheet, roster: Roster) -> Iterator[Problem]:
    """A problem wherever something stands in the column of names that might be one, and could not be read."""
    for row in roster.unread:
        if _might_be_name(row.words, typed=sheet.typed(row.span)):
            yield problem("list_unread", field="appointments", place=sheet.place(row.span), number=row.order)


def _might_be_name(words: str, *, typed: bool) -> bool:
    """No body, no post, no sentence. Where an eye read it, letters may be anything; what is typed has its capitals."""
    if len(words.split()) > _NAME or is_post(words) or post_in(words).unit is not None or _OF_NOBODY.match(fold(words)):
        return False
    return looks_like_name(words) if typed else sum(map(str.isalpha, words)) > 1


def _is_legible(sheet: Sheet, entry: Entry) -> bool:
    spans = entry.cells.get(Column(field="order"), ())
    return entry.order is not None and all(sheet.text.confidence(span) >= _LEGIBLE for span in spans)
