"""Clauses that are whole: torn lines put together again, and subjects with the verb behind their semicolons.

"Quyết định số 1; Quyết định số 2 hết hiệu lực" says of both what only the second clause has a verb for.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from decisions.text import Span
from extract.find.cited import Cited
from extract.find.clauses import clauses
from extract.find.ended import predicate_after
from extract.find.openings import marked, starts_with
from extract.find.scope import ends_in_article, opens_with_article, tells_part
from extract.find.verb_table import Verb
from extract.find.verbs import after_since
from extract.plain import pattern, plain
from extract.sheet import Sheet

_OPEN_WORDS = "đối với|với|của|tại|và|theo|kèm|cho|về|số|ngày|là|trong|bởi|các"
#: A line that ends so is torn: no sentence does. With its own marks, or with none: "hồ sơ" ends no line in "số".
_TORN = re.compile(rf"(?:,|(?<!\w)(?:{_OPEN_WORDS}|{plain(_OPEN_WORDS)}))\Z", re.IGNORECASE)
_LAST_WORDS = 16  #: letters in which a line ends torn: of a long one put together the whole is not read each time
_LAST_LABELS = 260  #: … and in which a row of labels ends
_LABEL = r"(?:[IVX]+|\d+|[A-Z]\d*)(?:[.-]\d+)*"
#: … and so before a line with what it is of: "tại số thứ tự 1, 2 Mục I / Phụ lục ban hành kèm theo Quyết định số …".
_LABEL_ENDS = pattern(
    r"\b(?:mục|phần|chương|số thứ tự|STT|điểm|khoản|Điều)\s+(?:\w{1,4}(?:\s*,\s*|\s+và\s+)){0,40}\w{1,4}\Z",
    re.IGNORECASE,
)
_ANNEX_OF = pattern(
    rf"(?:(?:(?:tiểu )?mục|phần|chương)\s+{_LABEL}\s*,?\s+){{0,3}}(?:Phụ lục|Danh mục|Quy định|Quy chế)\s+(?:(?:số\s+)?{_LABEL}\s+)?(?:được\s+)?(?:ban hành\s+)?kèm theo"
    r"\s+(?!.{1,20}\bnày\b)",
    re.IGNORECASE,
)
#: No article of this instrument: "khoản 2 / Điều 5 Quyết định số …", "tại / Điều 1 Quyết định này".
_ARTICLE_OF = pattern(
    r"Điều\s+\d{1,3}[a-zđ]?\s+(?:(?:của|tại)\s+)?(?:Quyết định|Nghị quyết|Chỉ thị|Thông tư|Nghị định|Luật|Quy định|Quy chế)\b",
    re.IGNORECASE,
)
#: Behind a semicolon the parts go on to the instrument that they are of: "số thứ tự 3, mục A; số thứ tự 1 mục B tại …".
_DIVISION_ENDS = pattern(
    rf"\b(?:mục|phần|chương|phụ lục|số thứ tự|STT)\s+(?:số\s+)?{_LABEL}(?:\s*,\s*\d+){{0,30}}\Z", re.IGNORECASE
)
_DIVISION_OF = pattern(
    r"(?:(?:và|các|bãi bỏ|hủy bỏ|thay thế|sửa đổi|bổ sung)\s+){0,3}(?:\d{1,3}\s+)?"
    r"(?:số thứ tự|STT|(?:tiểu )?mục|phần|chương|phụ lục|danh mục|thủ tục|quy trình)\b[^;.:\n]{0,240}?"
    r"\b(?:tại|của|kèm theo)\s+(?:các\s+)?(?:Quyết định|Nghị quyết|Chỉ thị|Thông tư|Kế hoạch)\s+số\b",
    re.IGNORECASE,
)
#: What is said so of an instrument is a sentence of its own: the verb behind the next semicolon is not its verb.
_SAYS = pattern(
    r"\b(?:(?:có|hết|còn|giữ)\s+(?:nguyên\s+)?hiệu lực|giữ nguyên|tiếp tục|vẫn|không thay đổi|(?:có|chịu) trách nhiệm"
    r"|(?:được|bị)\s+(?:bãi bỏ|thay thế|hủy bỏ|thu hồi|áp dụng|thực hiện|gia hạn|kéo dài|đình chỉ))\b",
    re.IGNORECASE,
)


def whole_clauses(sheet: Sheet, cited: Sequence[Cited], within: Span) -> Iterator[Span]:
    """The clauses of a stretch, each with its verb. `cited`: what is cited, from left to right."""
    starts = [each.core.start for each in cited]
    run: list[Span] = []
    for span in _mended(sheet, within):
        if run and not _goes_on_behind(sheet, run[-1], span):
            yield from _with_verb(sheet, cited, starts, run)
            run = []
        run.append(span)
    yield from _with_verb(sheet, cited, starts, run)


def _goes_on_behind(sheet: Sheet, before: Span, span: Span) -> bool:
    # No article begins behind a semicolon: "; Điều 6 Quyết định số 2 hết hiệu lực".
    return sheet.flat[before.end : span.start].strip(" ") == ";" and marked(sheet, span)[0] in ("none", "article")


def _with_verb(sheet: Sheet, cited: Sequence[Cited], starts: list[int], run: list[Span]) -> Iterator[Span]:
    """The clauses of one sentence; those that are all one subject, with the clause that holds its verb."""
    waiting: list[Span] = []
    for span in run:
        index = bisect_left(starts, span.start)
        first = cited[index] if index < len(cited) and starts[index] < span.end else None
        verb = _verb(sheet, span, first) if waiting or first else None
        if waiting and _is_of(sheet, span, first, verb.span.start if verb else span.end):
            if verb:
                yield Span(start=waiting[0].start, end=span.end)
                waiting = []
                continue
            if not _says(sheet, span, first):
                waiting.append(span)
                continue
        yield from waiting
        waiting = [span] if verb is None and _is_subject(sheet, span, first) else []
        if not waiting:
            yield span
    yield from waiting


def _verb(sheet: Sheet, span: Span, first: Cited | None) -> Verb | None:
    return predicate_after(sheet.plain, first.core.end if first else span.start, span.end)


def _is_of(sheet: Sheet, span: Span, first: Cited | None, end: int) -> bool:
    """Is it the next instrument of a subject, or does the title of the last one go on?"""
    if first is None or first.core.start >= end:
        return True
    return starts_with(sheet, span.start, first) or tells_part(sheet.flat[span.start : first.core.start])


def _is_subject(sheet: Sheet, span: Span, first: Cited | None) -> bool:
    """Does a clause begin with an instrument, or with a part of it, and say nothing of it?"""
    if first is None or _says(sheet, span, first):
        return False
    start = after_since(sheet.plain, marked(sheet, span)[1], first.core.start)
    return starts_with(sheet, start, first) or tells_part(sheet.flat[start : first.core.start])


def _says(sheet: Sheet, span: Span, first: Cited | None) -> bool:
    return is_said(sheet, Span(start=first.core.end if first else span.start, end=span.end))


def is_said(sheet: Sheet, words: Span) -> bool:
    """Do the words behind an instrument say something of it: "… tiếp tục có hiệu lực"?"""
    return _SAYS.search(sheet.plain, words.start, words.end) is not None


def _mended(sheet: Sheet, within: Span) -> Iterator[Span]:
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
    between = sheet.flat[held.end : span.start].strip(" ")
    if between == "\n" and _ARTICLE_OF.match(sheet.plain, span.start, span.end):
        return _ends_in_label(sheet, held) or _is_torn(sheet, held)
    if marked(sheet, span)[0] != "none":
        return False
    if between == ";":
        return _parts_go_on(sheet, held, span)
    if _is_torn(sheet, held):
        return True
    if between == "\n" and _ANNEX_OF.match(sheet.plain, span.start, span.end):
        return _ends_in_label(sheet, held)
    return False


def _is_torn(sheet: Sheet, held: Span) -> bool:
    return _TORN.search(sheet.flat, max(held.start, held.end - _LAST_WORDS), held.end) is not None


def _ends_in_label(sheet: Sheet, held: Span) -> bool:
    return _LABEL_ENDS.search(sheet.plain, max(held.start, held.end - _LAST_LABELS), held.end) is not None


def _parts_go_on(sheet: Sheet, held: Span, span: Span) -> bool:
    if ends_in_article(sheet.flat[held.start : held.end]) and opens_with_article(sheet.flat[span.start : span.end]):
        return True
    ends = _DIVISION_ENDS.search(sheet.plain, max(held.start, held.end - 40), held.end)
    return ends is not None and _DIVISION_OF.match(sheet.plain, span.start, span.end) is not None
