"""What a decision puts into effect with itself: the regulation, plan or list "ban hành kèm theo Quyết định này"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from difflib import SequenceMatcher
from functools import cache
from typing import cast

from decisions.decision import Action, Citation, Relation
from decisions.fold import fold
from decisions.tables import rows
from decisions.text import Span
from extract.find.annexes import find_annexes
from extract.find.clauses import clauses
from extract.find.cut import is_cut
from extract.find.itself import ITSELF
from extract.find.quoted import quoted
from extract.find.spelling import as_spelled, misspelled
from extract.find.subject import subject_span
from extract.outline import Outline
from extract.plain import pattern
from extract.settle import for_review
from extract.sheet import Sheet, joined, trim

_ACT = pattern(
    r"(?P<article>Điều\s+\d+[.:]?\s*)?(?:\d{1,2}\.\s*)?(?:Nay\s+)?"
    r"(?P<verb>Ban hành|Phê duyệt|Công bố|Thông qua|(?<=Nay )(?:ban hành|phê duyệt|công bố|thông qua))\s+(?:công khai\s+)?"
    rf"(?P<with>kèm theo {ITSELF}\s+)?(?:là\s+)?(?:bản\s+(?=[A-Z]))?"
    r"(?P<what>(?:\d{1,3}\s+(?:\([^)]{1,20}\)\s*)?)?[^\W\d_].{4,300})",
    re.DOTALL,
)
_WITH = pattern(rf"[\s,(]*(?:ban hành\s+)?kèm theo {ITSELF}\)?.*", re.DOTALL)
_ANNEXED = pattern(r"\b(?:kèm theo|đính kèm)\b|\btại (?:các )?Phụ lục\b", re.IGNORECASE)
#: What such acts give effect to. "Phê duyệt kết quả" names no document.
_DOCUMENT = pattern(
    r"(?:(?:sửa đổi|bổ sung|điều chỉnh|chuẩn hóa)(?:,\s*bổ sung)?\s+)?(?:các\s+|\d+\s+(?:\([^)]{1,20}\)\s*)?)?"
    r"(?:Quy chế|Quy định|Quy trình|Quy tắc|Quy hoạch|Điều lệ|Nội quy|Kế hoạch|Chương trình|Đề án|Dự án|Phương án"
    r"|Chiến lược|Danh mục|Danh sách|Bảng giá|Bộ (?:tiêu chí|chỉ số|đơn giá|định mức)|Tiêu chí|Định mức|Đơn giá|Mẫu"
    r"|Hướng dẫn|Hệ thống|Khung|Đồ án|Nhiệm vụ|Thiết kế|Báo cáo|Chuẩn|Phụ lục|Thủ tục|Nhóm thủ tục)\b(?!\s+(?:này|tại|của))",
    re.IGNORECASE,
)
_ENDS = pattern(
    r"[\s,]*(?:[(,]\s*(?:có|chi tiết|theo|gồm|kèm theo|nội dung|Phụ lục|cụ thể)\b"
    r"|\b(?:với (?:các |những )?(?:nội dung|nhiệm vụ)|như sau|gồm|bao gồm|cụ thể)\b|:).*",
    re.IGNORECASE | re.DOTALL,
)
_NUMBERED = pattern(
    r"\b(?:tại|theo|của)\s+(?:các\s+)?(?:Quyết định|Nghị quyết|Thông tư|Nghị định)\s+số\b|\bsố\s*:?\s*\d+\s*[/-]",
    re.IGNORECASE,
)
#: What is announced, or only changed, may be told in the sentence itself.
_BARE = pattern(
    r"(?:Điều\s+\d+[.:]?\s*)(?:\d{1,2}\.\s*)?(?:Nay\s+)?(?:Ban hành|Phê duyệt)\s+(?!(?:sửa đổi|bổ sung|điều chỉnh|chuẩn hóa)\b)",
    re.IGNORECASE,
)
_NEXT_ARTICLE = pattern(r"[\s.]*(?:Điều\s+\d|\Z)")
_LIKE = 0.8  #: how like the name of one document must be in the title and in the article
_READ = 0.5  #: confidence below which a word of the name was not read
_ACTIONS = {"Ban hanh": "issues", "Phe duyet": "approves", "Thong qua": "approves", "Cong bo": "announces"}


def find_attached(outline: Outline, effective_on: date | None) -> tuple[Relation, ...]:
    """issues, approves, announces: only of what comes with the decision itself."""
    return tuple(_relations(outline, effective_on))


def _relations(outline: Outline, effective_on: date | None) -> Iterator[Relation]:
    sheet = outline.sheet
    quotes = quoted(sheet.flat)
    for clause in clauses(sheet.flat, outline.body):
        match = _ACT.match(sheet.plain, clause.start, clause.end)
        if match is None or quotes.around(clause.start):
            continue
        tail = _WITH.search(sheet.plain, match.start("what"), clause.end)
        attached = bool(match["with"] or tail)
        if not attached:
            # An item of a list may tell a duty: "Giám đốc Sở: 1. Phê duyệt phương án …".
            named = _DOCUMENT.match(sheet.plain, match.start("what"), clause.end) if match["article"] else None
            if named is None or _NUMBERED.search(sheet.plain, clause.start, clause.end):
                continue
            attached = _ANNEXED.search(sheet.plain, match.start("what"), clause.end) is not None
            tail = _ENDS.search(sheet.plain, named.end(), clause.end)
            if not attached and (tail or not _is_whole_article(outline, clause) or not _BARE.match(match.group())):
                continue  # its substance is in the article itself, which gives effect to nothing else
        span = trim(sheet.flat, match.start("what"), _before(sheet, match, tail) if tail else match.end("what"))
        if span.end - span.start < 4 or not (attached or _heads_annex(outline, sheet.flat[span.start : span.end])):
            continue
        target = Citation(
            text=sheet.text[span],
            kind=_kind(sheet.bare[span.start : span.end]),
            subject=joined(sheet.flat[span.start : span.end]),
            span=span,
            place=sheet.place(span),
            confidence=sheet.text.confidence(span),
        )
        words = target.subject or ""
        unread = target.confidence < _READ or misspelled(words) or is_cut(words) or _is_cut(sheet, clause)
        if sheet.source(span) == "ocr":
            titled = _as_titled(outline, target)
            spelled = replace(titled, subject=as_spelled(titled.subject or ""))
            target = for_review(spelled) if unread or titled is not target else target
        yield Relation(
            action=cast(Action, _ACTIONS[match["verb"].capitalize()]),
            target=target,
            effective_on=effective_on,
            sentence=sheet.quote(clause),
            span=clause,
            place=sheet.place(Span(start=clause.start, end=clause.end)),
            state=target.state,
            confidence=target.confidence,
        )


def _before(sheet: Sheet, match: re.Match[str], tail: re.Match[str]) -> int:
    """Where the name ends: "… (theo các biểu kèm theo Quyết định này)" is told in a bracket behind it."""
    opened, closed = (sheet.flat.rfind(mark, match.start("what"), tail.start()) for mark in "()")
    return opened if opened > closed and ")" in tail.group() else tail.start()


def _is_whole_article(outline: Outline, clause: Span) -> bool:
    """ "Điều 1. Phê duyệt Đề án phát triển chợ." says nothing of what the project holds: that stands elsewhere."""
    return _NEXT_ARTICLE.match(outline.sheet.plain, clause.end, outline.body.end) is not None


def _heads_annex(outline: Outline, words: str) -> bool:
    """Does an annex bear the name of the document: "ĐỀ ÁN / Phát triển chợ"?"""
    name = " ".join(fold(words).split())
    headings = (" ".join(fold(f"{annex.label} {annex.title}").split()) for annex in find_annexes(outline))
    return any(SequenceMatcher(None, name, heading, autojunk=False).ratio() >= _LIKE for heading in headings)


def _as_titled(outline: Outline, target: Citation) -> Citation:
    """The document by the name that the title has for it, where an eye read two that differ: "Quy chế thi đua năm học
    2023 -" below "Về việc ban hành Quy chế thi đua năm học 2023 - 2024".
    """
    sheet, title = outline.sheet, subject_span(outline)
    words = target.subject or ""
    start = sheet.bare.rfind(" ".join(fold(words).split()[:2]), title.start, title.end) if title else -1
    if title is None or start < 0:
        return target
    named = joined(sheet.flat[start : title.end])
    one, other = ("".join(fold(each).split()) for each in (words, named))
    like = SequenceMatcher(None, one, other, autojunk=False).ratio()
    return replace(target, subject=named) if _LIKE <= like < 1 else target


def _is_cut(sheet: Sheet, clause: Span) -> bool:
    """Do words in small letters follow where the sentence seems to end? Its full stop was a speck."""
    following = sheet.flat[clause.end : clause.end + 24].lstrip(" .;\n•*~")
    return following[:1].islower()


def _kind(bare: str) -> str | None:
    words = " ".join(bare.split())
    return next((code for name, code in _kinds() if words.startswith(name + " ")), None)


@cache
def _kinds() -> tuple[tuple[str, str], ...]:
    return tuple((fold(row["name"]), row["code"]) for row in rows("kinds"))
