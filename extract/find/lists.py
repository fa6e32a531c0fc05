"""Lists of instruments: "Bãi bỏ các Quyết định sau:" acts on every item below it, and on nothing after the list."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from decisions.text import Span
from extract.find.cited import Cited
from extract.find.conditions import hangs_on_condition, has_if
from extract.find.days import Day
from extract.find.ended import dead_above
from extract.find.openings import Marker, marked, starts_with
from extract.find.quoted import Quoted
from extract.find.scope import announces_list, is_scope, lists_parts, shares_scope, tells_part
from extract.find.since import starting_day
from extract.find.terms import last_day
from extract.find.verb_table import Verb
from extract.find.verbs import acts_before
from extract.find.whole import is_said, whole_clauses
from extract.plain import pattern, plain
from extract.sheet import Sheet

#: Acts that last until a day.
FOR_A_TIME = frozenset({"suspends", "extends"})
_INSTRUMENT = pattern(r"\s*(?:Quyết định|Nghị quyết|Chỉ thị|Thông tư|Nghị định|Kế hoạch|Quy chế)\b(?!\s+này\b)", re.I)
_PARTLY = pattern(r"\bmột phần\b", re.IGNORECASE)
_PHRASE_AT = pattern(
    r"\s*(?:các\s+)?(?:cụm từ|từ|chữ)\s*[“\"«][^“”\"«»]{1,200}[”\"»]\s*(?:tại|trong|của)\s+", re.IGNORECASE
)
#: Said of an item that goes on living: it is no item of a list of the dead.
_LIVES_ON = pattern(r"(?<!việc )\b(?:tiếp tục|vẫn còn|còn hiệu lực|giữ nguyên)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Carried:
    """What a heading says of the items below it."""

    verbs: tuple[Verb, ...]
    marker: Marker  #: of the heading: another of its kind ends the list
    since: date | None = None
    until: Day | None = None
    dead: bool = False  #: its verb stands behind what it names: "Các Quyết định sau hết hiệu lực:"
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
    torn = False  # the title of the item before goes on behind its colon
    for span in whole_clauses(sheet, cited, within):
        if quotes.block_around(span.start):
            continue
        inside = tuple(c for c in cited if span.start <= c.core.start < span.end)
        marker, start = marked(sheet, span)
        goes_on = torn and marker == "none" and not inside
        carried = carried if carried and (goes_on or _goes_on(sheet, span, start, marker, carried, inside)) else None
        item = carried is not None and bool(inside) and _is_item(sheet, start, inside[0], span.end)
        heading = _heading(sheet, span, marker, inside)
        dead = heading is not None and heading.dead
        if inside and heading and dead:
            yield Clause(span=span, cited=inside, carried=_at(sheet, heading, inside[0].core.start, inside))
        elif inside:
            yield Clause(
                span=span, cited=inside, carried=_at(sheet, carried, start, inside) if carried and item else None
            )
        carried = heading or carried
        torn = item and sheet.flat[span.end - 1] == ":"


def _is_item(sheet: Sheet, start: int, first: Cited, end: int) -> bool:
    """Does a clause begin with an instrument, or with a part of it of which it says nothing?"""
    if starts_with(sheet, start, first) or _phrase_ends(sheet, start, first) is not None:
        return True
    told = tells_part(sheet.flat[start : first.core.start])
    return told and not is_said(sheet, Span(start=first.core.end, end=end))


def _phrase_ends(sheet: Sheet, start: int, first: Cited) -> int | None:
    """Where the part begins of which only words are meant: "Cụm từ “…” tại khoản 1 Điều 4 Quyết định số …"."""
    phrase = _PHRASE_AT.match(sheet.plain, start, first.core.start)
    return phrase.end() if phrase and is_scope(sheet.flat[phrase.end() : first.core.start]) else None


def _goes_on(sheet: Sheet, span: Span, start: int, marker: Marker, carried: Carried, inside: tuple[Cited, ...]) -> bool:
    if marker == "article":
        return False
    if not _opens_paragraph(sheet, span):
        return True
    if marker == carried.marker and marker not in ("none", "dash"):
        return False
    named = _INSTRUMENT.match(sheet.plain, start) is not None  # an item, though its number cannot be read
    return named or (bool(inside) and _is_item(sheet, start, inside[0], span.end))


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
    words_end = _phrase_ends(sheet, start, inside[0])
    if words_end is not None:
        parts = Span(start=words_end, end=parts.end)
        verbs = tuple(replace(verb, action="amends").on(parts) for verb in verbs)
    elif is_scope(sheet.flat[parts.start : parts.end]) or tells_part(sheet.flat[parts.start : parts.end]):
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
        partly = whole and (lists_parts(words) or _PARTLY.search(plain(words)) is not None)
        return Carried(verbs=carried, marker=marker, until=_until(sheet, verbs[-1], span), partly=partly)
    dead = dead_above(sheet.plain, span.start, end)
    if dead is None or (inside and not sheet.flat[span.start : end].rstrip().endswith(":")):
        return None
    said = Span(start=dead.span.end, end=end)
    since = starting_day(sheet.plain, said.start, said.end)
    hangs = hangs_on_condition(sheet, said, ())
    return Carried(
        verbs=(replace(dead, doubtful=dead.doubtful or hangs),),
        marker=marker,
        since=since.value if since else None,
        until=_until(sheet, dead, Span(start=span.start, end=end)),
        dead=True,
        partly=lists_parts(sheet.flat[marked(sheet, span)[1] : dead.span.start]),
    )


def _until(sheet: Sheet, verb: Verb, heading: Span) -> Day | None:
    """ "Gia hạn các Quyết định sau đến hết ngày …:"."""
    lasts = verb.action in FOR_A_TIME
    return last_day(sheet.plain, Span(start=verb.span.end, end=heading.end)) if lasts else None


def _left_open(sheet: Sheet, span: Span) -> bool:
    """ "Bãi bỏ Quyết định số 12;" goes on with the next item."""
    return sheet.flat[span.end - 1] == ":" or sheet.flat[span.end : span.end + 3].lstrip(" ").startswith((";", ","))
