"""Lists of instruments: "Bãi bỏ các Quyết định sau:" acts on every item below it, and on nothing after the list."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from decisions.text import Span
from extract.find.cited import Cited
from extract.find.clauses import clauses
from extract.find.conditions import has_if
from extract.find.days import Day
from extract.find.ended import dead_above
from extract.find.quoted import Quoted
from extract.find.scope import announces_list, ends_in_article, is_scope, opens_with_article, shares_scope
from extract.find.since import starting_day
from extract.find.terms import last_day
from extract.find.verb_table import Verb
from extract.find.verbs import acts_before
from extract.plain import pattern, plain
from extract.sheet import Sheet

#: Acts that last until a day.
FOR_A_TIME = frozenset({"suspends", "extends"})
Marker = Literal["article", "figure", "letter", "roman", "dash", "none"]

_MARKERS: tuple[tuple[Marker, re.Pattern[str]], ...] = (
    ("article", pattern(r"\s*Điều\s+\d+[a-zđ]?\s*[.:]?\s*", re.IGNORECASE)),
    ("figure", pattern(r"\s*\(?\d{1,3}(?:\.\d{1,2})*\s?[.)/]\s*")),
    ("roman", pattern(r"\s*[IVX]{1,4}\s?[.)]\s*")),
    ("letter", pattern(r"\s*[a-zđ]\d?\s?\)\s*")),
    ("dash", pattern(r"\s*[-–+•~*·]\s*")),
)
#: A line that ends so is torn: no sentence does.
_TORN = pattern(r"(?:,|\b(?:đối với|với|của|tại|và|theo|kèm|cho|về|số|ngày|là|trong|bởi|các))\Z", re.IGNORECASE)
_LAST_WORDS = 16  #: letters in which a line ends torn: of a long one put together the whole is not read each time
#: … and so before a line with what it is of: "tại số thứ tự 1, 2 Mục I / Phụ lục ban hành kèm theo Quyết định số …".
_LABEL_ENDS = pattern(
    r"\b(?:mục|phần|chương|số thứ tự|STT|điểm|khoản|Điều)\s+(?:\w{1,4}(?:\s*,\s*|\s+và\s+))*\w{1,4}\Z", re.IGNORECASE
)
_ANNEX_OF = pattern(
    r"(?:Phụ lục|Danh mục|Quy định|Quy chế)\s+(?:(?:số\s+)?(?:[IVX]+|\d+)\s+)?(?:được\s+)?(?:ban hành\s+)?kèm theo\s+(?!.{1,20}\bnày\b)",
    re.IGNORECASE,
)
_INSTRUMENT = pattern(r"\s*(?:Quyết định|Nghị quyết|Chỉ thị|Thông tư|Nghị định|Kế hoạch|Quy chế)\b(?!\s+này\b)", re.I)
_PARTLY = pattern(r"\bmột phần\b", re.IGNORECASE)
_ITEM_LEAD = pattern(r"\s*[“\"*]?\s*(?:và\s+|các\s+)?", re.IGNORECASE)
#: Said of an item that goes on living: it is no item of a list of the dead.
_LIVES_ON = pattern(r"(?<!việc )\b(?:tiếp tục|vẫn còn|còn hiệu lực|giữ nguyên)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Carried:
    """What a heading says of the items below it."""

    verbs: tuple[Verb, ...]
    marker: Marker  #: of the heading: another of its kind ends the list
    since: date | None = None
    until: Day | None = None
    partly: bool = False  #: some items are meant in part: "toàn bộ 02 Quyết định và một phần 01 Quyết định sau:"


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A clause, its citations, and the acts that the heading of a list carries to it."""

    span: Span
    cited: tuple[Cited, ...]
    carried: Carried | None = None


def cited_clauses(sheet: Sheet, cited: tuple[Cited, ...], within: Span, quotes: Quoted) -> Iterator[Clause]:
    """The clauses with citations, each with what a heading above it carries on. New wording is passed over."""
    carried: Carried | None = None
    for span in _whole_clauses(sheet, within):
        if quotes.block_around(span.start):
            continue
        inside = tuple(c for c in cited if span.start <= c.core.start < span.end)
        marker, start = marked(sheet, span)
        carried = carried if carried and _goes_on(sheet, span, start, marker, carried, inside) else None
        item = carried is not None and bool(inside) and starts_with(sheet, start, inside[0])
        if inside:
            yield Clause(
                span=span, cited=inside, carried=_at(sheet, carried, start, inside) if carried and item else None
            )
        carried = _heading(sheet, span, marker, inside) or carried


def _whole_clauses(sheet: Sheet, within: Span) -> Iterator[Span]:
    """Clauses, torn lines put together again."""
    held: Span | None = None
    for span in clauses(sheet.flat, within):
        if held and _goes_on_in(sheet, held, span):
            held = Span(start=held.start, end=span.end)
            continue
        if held:
            yield held
        held = span
    if held:
        yield held


def _goes_on_in(sheet: Sheet, held: Span, span: Span) -> bool:
    """Is a clause no end: a torn line, or "khoản 1 Điều 4" before "; khoản 5 Điều 6 Quyết định số …"?"""
    if marked(sheet, span)[0] != "none":
        return False
    if _TORN.search(sheet.plain, max(held.start, held.end - _LAST_WORDS), held.end):
        return True
    between = sheet.flat[held.end : span.start].strip(" ")
    if between == "\n" and _ANNEX_OF.match(sheet.plain, span.start, span.end):
        return _LABEL_ENDS.search(sheet.plain, held.start, held.end) is not None
    return (
        between == ";"
        and ends_in_article(sheet.flat[held.start : held.end])
        and opens_with_article(sheet.flat[span.start : span.end])
    )


def marked(sheet: Sheet, span: Span) -> tuple[Marker, int]:
    """How a clause is numbered, and where its words begin."""
    for name, mark in _MARKERS:
        match = mark.match(sheet.plain, span.start, span.end)
        if match:
            return name, match.end()
    return "none", span.start


def starts_with(sheet: Sheet, start: int, first: Cited) -> bool:
    """Does the citation stand first, or behind the parts of it that are meant?"""
    lead = _ITEM_LEAD.match(sheet.plain, start)
    start = lead.end() if lead else start
    return start >= first.core.start or is_scope(sheet.flat[start : first.core.start])


def _goes_on(sheet: Sheet, span: Span, start: int, marker: Marker, carried: Carried, inside: tuple[Cited, ...]) -> bool:
    if marker == "article":
        return False
    if not _opens_paragraph(sheet, span):
        return True
    if marker == carried.marker and marker not in ("none", "dash"):
        return False
    named = _INSTRUMENT.match(sheet.plain, start) is not None  # an item, though its number cannot be read
    return named or (bool(inside) and starts_with(sheet, start, inside[0]))


def _opens_paragraph(sheet: Sheet, span: Span) -> bool:
    """A line that goes on in small letters was torn off by the reader of the page."""
    opens = sheet.flat[: span.start].rstrip(" ").endswith("\n") if span.start else True
    return (opens and not sheet.flat[span.start].islower()) or _numbered(sheet, span)


def _numbered(sheet: Sheet, span: Span) -> bool:
    return marked(sheet, span)[0] in ("figure", "letter", "roman")


def _at(sheet: Sheet, carried: Carried, start: int, inside: tuple[Cited, ...]) -> Carried:
    """The acts on this item: on the parts that it names, or on what the heading meant."""
    parts = Span(start=start, end=inside[0].core.start)
    lives = _LIVES_ON.search(sheet.plain, inside[0].core.end, inside[0].span.end) is not None
    verbs = carried.verbs
    if is_scope(sheet.flat[parts.start : parts.end]):
        verbs = tuple(verb.on(parts) for verb in verbs)
    elif carried.partly:
        verbs = tuple(replace(verb, doubtful=True) for verb in verbs)
    return replace(carried, verbs=tuple(replace(verb, doubtful=verb.doubtful or lives) for verb in verbs))


def _heading(sheet: Sheet, span: Span, marker: Marker, inside: tuple[Cited, ...]) -> Carried | None:
    """What a clause says of the items that follow it, if it is the heading of a list."""
    end = inside[0].core.start if inside else span.end
    verbs = acts_before(sheet.plain, span.start, end)
    if verbs and verbs[-1].between:
        words = sheet.flat[verbs[-1].between.start : end]
        if inside and not _left_open(sheet, span):
            return None
        if not inside and not announces_list(words):
            return None
        whole = not shares_scope(words)
        hangs = has_if(sheet, Span(start=verbs[-1].span.end, end=span.end))
        carried = tuple(replace(v.on(None) if whole else v, doubtful=v.doubtful or hangs) for v in verbs)
        partly = whole and _PARTLY.search(plain(words)) is not None
        return Carried(verbs=carried, marker=marker, until=_until(sheet, verbs[-1], span), partly=partly)
    dead = None if inside else dead_above(sheet.plain, span.start, span.end)
    if dead is None:
        return None
    since = starting_day(sheet.plain, dead.span.end, span.end)
    return Carried(verbs=(dead,), marker=marker, since=since.value if since else None, until=_until(sheet, dead, span))


def _until(sheet: Sheet, verb: Verb, heading: Span) -> Day | None:
    """ "Gia hạn các Quyết định sau đến hết ngày …:"."""
    lasts = verb.action in FOR_A_TIME
    return last_day(sheet.plain, Span(start=verb.span.end, end=heading.end)) if lasts else None


def _left_open(sheet: Sheet, span: Span) -> bool:
    """ "Bãi bỏ Quyết định số 12;" goes on with the next item."""
    return sheet.flat[span.end - 1] == ":" or sheet.flat[span.end : span.end + 3].lstrip(" ").startswith((";", ","))
