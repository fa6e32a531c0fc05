"""What the items below a heading do: "Sửa đổi Quyết định số 45 như sau: 1. Bãi bỏ khoản 4 Điều 2." acts on that decision.

Each item has an act of its own and its own part (Decree 30/2020/NĐ-CP app. I; Decree 78/2025/NĐ-CP). Whatever stands
in quotation marks is new wording and acts on nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from decisions.decision import Action, Relation
from decisions.text import Span
from extract.find.clauses import clauses
from extract.find.ended import ended_after
from extract.find.itself import ITSELF
from extract.find.openings import Marker, marked
from extract.find.provisions import ARTICLES, RUN
from extract.find.quoted import Quoted
from extract.find.scope import drops_parts, is_damaged, provisions_in
from extract.find.verbs import acts_before
from extract.plain import pattern, plain
from extract.sheet import Sheet, joined, trim

_HEADINGS = frozenset({"amends", "supplements", "replaces", "repeals", "corrects"})
#: "như sau: “2. Ông …”": what follows is new wording; "… bằng Phụ lục I kèm theo Quyết định này": what comes in its place.
_WORDING = pattern(
    r"\s*(?:như\s+sau|:|[“\"]\d|[“\"]Điều|\bbằng\s+(?:các\s+)?(?:Phụ\s+lục|Biểu|Bảng|Mẫu)\b)", re.IGNORECASE
)
#: Of words, not of a provision: the provision goes on, changed.
_PHRASE = pattern(r"\s*(?:các\s+|một\s+số\s+)?(?:từ|cụm\s+từ|chữ|số)\s*(?:[“\"]|sau|như)", re.IGNORECASE)
_AT = pattern(rf"\s*Tại\s+(?P<part>{ARTICLES}|{RUN})\s*[,:]?\s*", re.IGNORECASE)
_PART = pattern(rf"\s*(?P<part>(?:các\s+)?(?:{ARTICLES}|{RUN}))\s*", re.IGNORECASE)
_CHANGES = pattern(r"(?:sửa|thay|đổi|bỏ|viết\s+lại|đã\s+in|đã\s+viết|cụm\s+từ)\b", re.IGNORECASE)
_ADDS = pattern(r"(?:bổ\s+sung|thêm)\b", re.IGNORECASE)
_LOW = pattern(rf"\s*(?:các\s+)?(?P<part>{RUN})", re.IGNORECASE)
_WHOLE = pattern(rf"(?:một\s+số\s+(?:khoản|điểm)\s+(?:của|tại|thuộc)\s+)?(?P<part>{ARTICLES})", re.IGNORECASE)
_THIS = pattern(rf"(?:{ARTICLES}|{RUN})\s+(?:của\s+)?(?:Điều\s+này|{ITSELF})\b", re.I)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Item:
    span: Span
    marker: Marker
    start: int  #: of its words


@dataclass(frozen=True, slots=True, kw_only=True)
class _Act:
    action: Action
    words: str  #: that name the part


def item_relations(sheet: Sheet, body: Span, stated: Iterable[Relation], quotes: Quoted) -> Iterator[Relation]:
    """The relations of the items below each heading that acts on one instrument; without a heading there are none."""
    headings = [r for r in stated if r.source is None and r.action in _HEADINGS and r.span is not None]
    starts = {relation.span.start for relation in stated if relation.span is not None}
    for _, same in groupby(headings, key=lambda relation: relation.span):
        heading, *others = same
        if all(other.target == heading.target for other in others):
            yield from _below(sheet, body, heading, starts, quotes)


def _below(sheet: Sheet, body: Span, heading: Relation, stated: set[int], quotes: Quoted) -> Iterator[Relation]:
    """Item by item; an item that names no part lends its act to those below it: "2. Bãi bỏ: a) Khoản 2 Điều 15;"."""
    lent: tuple[Action, Marker] | None = None
    for item in _items(sheet, body, heading, stated, quotes):
        if lent and lent[1] == item.marker:
            lent = None
        acts = tuple(_acts(sheet, item, heading)) or tuple(_lent(sheet, item, lent[0] if lent else None))
        for act in acts:
            yield from _relation(sheet, heading, item, act)
        if acts and not any(provisions_in(act.words) for act in acts) and sheet.flat[item.span.end - 1] == ":":
            lent = (acts[0].action, item.marker)


def _items(sheet: Sheet, body: Span, heading: Relation, stated: set[int], quotes: Quoted) -> Iterator[_Item]:
    """The clauses below a heading, to the next article or the next that a relation has been found in."""
    assert heading.span is not None
    for span in clauses(sheet.flat, Span(start=heading.span.end, end=body.end)):
        if quotes.block_around(span.start) is not None:
            continue
        marker, start = marked(sheet, span)
        if marker == "article" or span.start in stated:
            return
        yield _Item(span=span, marker=marker, start=start)


def _acts(sheet: Sheet, item: _Item, heading: Relation) -> Iterator[_Act]:
    """ "Bãi bỏ khoản 4 Điều 2", "Tại khoản 2 Điều 1, sửa … thành …", "Khoản 2 Điều 1 được sửa đổi như sau"."""
    end = _end_of_words(sheet, item)
    verbs = acts_before(sheet.plain, item.span.start, end)
    for verb in verbs:
        words = verb.part(sheet.flat)
        phrase = _PHRASE.match(plain(words)) is not None
        yield _Act(action="amends" if phrase else verb.action, words=words)
    if verbs:
        return
    # Without a number "Tại Điều 1 đã in là …" only explains the heading.
    at = _AT.match(sheet.plain, item.start, item.span.end) if item.marker != "none" else None
    action = _done_at(sheet, at.end(), heading) if at else None
    if at and action:
        yield _Act(action=action, words=sheet.flat[at.start("part") : at.end("part")])
    part = _PART.match(sheet.plain, item.start, item.span.end)
    done = ended_after(sheet.plain, part.end(), item.span.end) if part else None
    if part and done and done.span.start == part.end():
        yield _Act(action=done.action, words=sheet.flat[part.start("part") : part.end("part")])


def _end_of_words(sheet: Sheet, item: _Item) -> int:
    match = _WORDING.search(sheet.plain, item.start, item.span.end)
    return match.start() if match else item.span.end


def _done_at(sheet: Sheet, start: int, heading: Relation) -> Action | None:
    if _ADDS.match(sheet.plain, start):
        return "supplements"
    if _CHANGES.match(sheet.plain, start):
        return "corrects" if heading.action == "corrects" else "amends"
    return None


def _lent(sheet: Sheet, item: _Item, action: Action | None) -> Iterator[_Act]:
    words = sheet.flat[item.start : item.span.end]
    if action and _PHRASE.match(plain(words)):
        yield _Act(action="amends", words=words)
    elif action and _PART.match(plain(words)):
        yield _Act(action=action, words=words)


def _relation(sheet: Sheet, heading: Relation, item: _Item, act: _Act) -> Iterator[Relation]:
    """None where no provision is named, or one of this very instrument."""
    if _THIS.search(plain(act.words)):
        return
    scope = provisions_in(act.words) or _within(heading, act.words) or _alone(act.words)
    if not scope:
        return
    weak = heading.state == "review" or is_damaged(scope) or drops_parts(act.words) or scope == _alone(act.words)
    span = trim(sheet.flat, item.span.start, item.span.end)
    yield replace(
        heading,
        action=act.action,
        scope=scope,
        sentence=sheet.quote(span),
        span=span,
        place=sheet.place(span),
        state="review" if weak else "sure",
        confidence=min(heading.confidence, 0.6) if weak else heading.confidence,
    )


def _within(heading: Relation, words: str) -> tuple[str, ...]:
    """ "điểm d" below a heading on "một số điểm của khoản 2 Điều 6" is of that clause."""
    alone = _alone(words)
    whole = _WHOLE.fullmatch(plain(heading.scope[0])) if alone and len(heading.scope) == 1 else None
    return tuple(f"{part} {heading.scope[0][whole.start('part') :]}" for part in alone) if whole else ()


def _alone(words: str) -> tuple[str, ...]:
    """A clause or a point that is named without its article."""
    match = _LOW.match(plain(words))
    return (joined(words[match.start("part") : match.end("part")]),) if match else ()
