"""Instruments that an article ends and only an annex names: "Bãi bỏ các văn bản tại Phụ lục kèm theo Quyết định này".

The clause tells what is done, wholly or in part, and from when; each row of the annex tells to which instrument.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from decisions.decision import Annex, Relation
from decisions.text import Span
from extract.find.annexes import find_annexes
from extract.find.cited import Cited
from extract.find.clauses import clauses
from extract.find.ended import ended_after, names_the_dead
from extract.find.itself import ITSELF, KIND
from extract.find.quoted import quoted
from extract.find.rows import Extent, Row, extent_of, rows_of
from extract.find.scope import names_instruments
from extract.find.since import starting_day
from extract.find.verb_table import Verb
from extract.find.verbs import acts_before
from extract.outline import Outline
from extract.plain import pattern, plain
from extract.settle import for_review
from extract.sheet import Sheet

_LABEL = r"(?:[IVX]{1,5}|\d{1,2})\b"
#: "tại Phụ lục I kèm theo Quyết định này", "(có Danh mục kèm theo)"; not the annex of another instrument.
_POINTER = pattern(
    r"\s*(?:\(\s*)?(?:(?:có\s+)?(?:chi tiết\s+)?(?:nêu\s+|quy định\s+|có tên\s+|được liệt kê\s+|liệt kê\s+)?"
    r"(?:tại|theo|trong|ở)\s+|\(\s*(?:có\s+)?|,\s*có\s+|có\s+)(?:các\s+)?"
    r"(?P<what>Phụ lục|Danh mục|Danh sách|Bảng)\b"
    rf"(?:\s+(?:số\s+)?(?P<labels>{_LABEL}(?:(?:\s*,\s*|\s+và\s+){_LABEL})*))?"
    r"(?:(?!\b(?:Phụ lục|Danh mục)\b)[^.;\n()]){0,60}?\s*\b(?:kèm theo|đính kèm)\b"
    rf"(?!\s+{KIND}\s+số)(?:\s+{ITSELF})?\s*\)?",
    re.IGNORECASE,
)
_COUNT = pattern(r"\b(\d{1,3})\s*(?:\([^)]{1,30}\)\s*)?(?:văn bản|quyết định|nghị quyết|chỉ thị|thông tư)\b", re.I)
#: "toàn bộ", "một phần", "toàn bộ hoặc một phần" before the instruments.
_EXTENT = pattern(
    r"\s*(?:(?:toàn bộ|một phần)(?:\s+(?:nội dung|hiệu lực|và|hoặc))?\s*,?\s*)*(?:của\s+|đối với\s+)?", re.IGNORECASE
)
_LAST = pattern(r"\b(?:văn bản|quyết định|nghị quyết|chỉ thị|thông tư)\s*\Z", re.IGNORECASE)
_ENDS = frozenset({"repeals", "annuls", "ends", "suspends"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Act:
    """What a clause does to the instruments of an annex."""

    verb: Verb
    words: Span  #: from the verb to the annex: what is ended, and how far
    pointer: re.Match[str]
    clause: Span


def find_annexed(outline: Outline, cited: Sequence[Cited], effective_on: date | None) -> tuple[Relation, ...]:
    """The relations that articles state and annexes complete, each in the place of its row."""
    if outline.annex is None:
        return ()
    annexes = find_annexes(outline)
    return tuple(
        relation
        for act in _acts(outline)
        for relation in _relations(outline.sheet, act, _meant(act, annexes), cited, effective_on)
    )


def _acts(outline: Outline) -> Iterator[_Act]:
    sheet = outline.sheet
    quotes = quoted(sheet.flat)
    for clause in clauses(sheet.flat, outline.body):
        after: int | None = None
        for pointer in _POINTER.finditer(sheet.plain, clause.start, clause.end):
            if quotes.around(clause.start) is None:
                yield from _act(sheet, clause, pointer, after)
            after = pointer.end()


def _act(sheet: Sheet, clause: Span, pointer: re.Match[str], after: int | None) -> Iterator[_Act]:
    """The act on what stands in one annex; none where the words before it name no instruments."""
    text, end = sheet.plain, pointer.start()
    verbs = acts_before(text, clause.start, end, after=after, goes_on=after is not None)
    for verb in verbs[-1:]:
        words = Span(start=verb.span.end, end=end)
        whole = names_instruments(sheet.flat[_after_extent(text, words) : end])
        if verb.action in _ENDS and (whole or _ends_in_instruments(sheet, words)):
            told = verb if whole else replace(verb, doubtful=True)
            yield _Act(verb=told, words=words, pointer=pointer, clause=clause)
    dead = (
        ended_after(text, pointer.end(), clause.end) if not verbs and names_the_dead(text, clause.start, end) else None
    )
    if dead is not None:
        yield _Act(verb=dead, words=Span(start=clause.start, end=end), pointer=pointer, clause=clause)


def _ends_in_instruments(sheet: Sheet, words: Span) -> bool:
    """What an eye read may have strays among the words: "một phần 02 mm Quyết định"."""
    return not sheet.typed(words) and _LAST.search(sheet.plain, words.start, words.end) is not None


def _after_extent(text: str, words: Span) -> int:
    match = _EXTENT.match(text, words.start, words.end)
    return match.end() if match else words.start


def _meant(act: _Act, annexes: Sequence[Annex]) -> tuple[Annex, ...]:
    """The annexes of these labels; without one the only annex, or all that are called so."""
    labels = _labels(act.pointer["labels"] or "")
    if labels:
        return tuple(annex for annex in annexes if labels & _labels(annex.label))
    what = act.pointer["what"].lower()
    called = tuple(annex for annex in annexes if what in plain(f"{annex.label} {annex.title}").lower())
    return tuple(annexes) if len(annexes) == 1 else called


def _labels(words: str) -> set[str]:
    """ "PHỤ LỤC SỐ 02" and "Phụ lục 2" bear the same label."""
    return {each.upper().lstrip("0") for each in re.findall(rf"\b{_LABEL}", plain(words), re.IGNORECASE)}


def _relations(
    sheet: Sheet, act: _Act, annexes: Sequence[Annex], cited: Sequence[Cited], effective_on: date | None
) -> Iterator[Relation]:
    listed = [row for annex in annexes if annex.span for row in rows_of(sheet, annex.span, cited)]
    words = sheet.plain[act.words.start : act.words.end]
    count = _COUNT.search(words)
    doubtful = act.verb.doubtful or (count is not None and int(count[1]) != len(listed))
    told = extent_of(words) or "whole"
    day = starting_day(sheet.plain, act.pointer.end(), act.clause.end)
    since = effective_on if day is None else day.value
    for row in listed:
        relation = _relation(sheet, act, row, row.extent or told)
        relation = replace(relation, effective_on=since)
        unsure = doubtful or (day is not None and (day.damaged or day.value is None))
        yield for_review(relation) if unsure else relation


def _relation(sheet: Sheet, act: _Act, row: Row, extent: Extent) -> Relation:
    """One row: wholly, or the parts that it names; in review where row and clause do not say the same."""
    target = row.cited.citation
    scope = row.scope or (("một phần",) if extent == "part" else ())
    agree = extent == ("part" if scope else "whole") or (extent == "either" and bool(row.scope))
    sure = agree and target.state != "review"
    return Relation(
        action=act.verb.action,
        target=target,
        scope=scope,
        sentence=sheet.quote(act.clause),
        span=act.clause,
        place=sheet.place(row.span),
        state="sure" if sure else "review",
        confidence=target.confidence if sure else min(target.confidence, 0.6),
    )
