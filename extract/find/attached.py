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
from extract.letters import LOW
from extract.outline import Outline
from extract.plain import pattern
from extract.settle import for_review
from extract.sheet import Sheet, joined, trim

_VERBS = r"(?:ban hành|phê duyệt|công bố|thông qua)"
_ACT = pattern(
    r"(?P<article>Điều\s+\d+[.:]?\s*)?(?:\d{1,2}\.\s*)?(?:Nay\s+)?"
    r"(?P<verb>Ban hành|Phê duyệt|Công bố|Thông qua|(?<=Nay )(?:ban hành|phê duyệt|công bố|thông qua))\s+(?:công khai\s+)?"
    rf"(?P<with>kèm theo {ITSELF}\s+)?(?:là\s+)?(?:bản\s+(?=[A-Z]))?"
    r"(?P<what>(?:\d{1,3}\s+(?:\([^)]{1,20}\)\s*)?)?[^\W\d_].{4,600})",
    re.DOTALL,
)
#: "…; phê duyệt Quy trình …": what else the same sentence gives effect to.
_ACT_TOO = pattern(
    r"(?P<article>(?!))?(?:đồng thời\s+|và\s+)?(?P<verb>ban hành|phê duyệt|công bố|thông qua)\s+"
    rf"(?P<with>kèm theo {ITSELF}\s+)?(?P<what>(?:\d{{1,3}}\s+(?:\([^)]{{1,20}}\)\s*)?)?[^\W\d_].{{4,600}})",
    re.DOTALL,
)
#: "Công bố Danh mục … và phê duyệt quy trình nội bộ …": two acts. Who drafts and approves is the matter of one name.
_AND_FLOW = pattern(
    r"(?<!lập)(?<!thẩm định)(?<!thẩm tra)(?<!xây dựng)(?<!xét duyệt)(?<!rà soát)(?<!đánh giá)(?:\s*,|\s+và|\s+đồng thời)\s+"
    r"(?P<verb>phê duyệt)\s+(?P<what>(?:\d{1,3}\s+(?:\([^)]{1,20}\)\s*)?)?(?:nội dung\s+)?(?:các\s+)?"
    r"quy trình\s+(?:nội bộ|điện tử|liên thông|giải quyết|thực hiện)\b)",
    re.IGNORECASE,
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
#: Where that, and no more, is said of what comes with the decision: "…, chi tiết tại Phụ lục kèm theo".
_DETAILS = pattern(
    r"[(,]\s*(?:có\s+)?(?:nội dung\s+)?chi tiết\s+(?:tại|theo|như|ở|kèm)\b.*"
    r"|\(\s*(?:có\s+)?(?:các\s+)?(?:Phụ lục|Danh mục|Danh sách|Biểu|Bảng|Nội dung)\b[^()]{0,80}\b(?:kèm theo|đính kèm)\s*\).*"
    r"|,?\s(?:(?:cụ thể|bao gồm|gồm)(?:\s+như sau)?|như sau)\s?:\Z",
    re.IGNORECASE | re.DOTALL,
)
#: The mark of a footnote is no word of a name.
_FOOTNOTE = pattern(r"(?:\[\d{1,2}\]\s?){1,3}\Z")
#: "… cụ thể:", and below it the annexes by their labels.
_ANNEXES_FOLLOW = pattern(r"\s*(?:[-–+•]\s*|\d{1,2}[.)]\s*)?Phụ lục\s+(?:số\s+)?(?:\d|[IVX]+\b)", re.IGNORECASE)
#: "Công bố, phê duyệt kèm theo Quyết định này:" said of all its items.
_HEADS = pattern(
    rf"Điều\s+\d+[.:]?\s*(?:Nay\s+)?{_VERBS}(?:(?:\s*,\s*|\s+và\s+){_VERBS})*\s+kèm theo {ITSELF}(?:\s+[^:]{{0,60}})?:",
    re.IGNORECASE,
)
_ARTICLE = pattern(r"Điều\s+\d")
#: Behind a semicolon the name goes on, unless another act or duty begins: "đầu tư; đấu thầu thuộc Sở Tài chính".
_NAME_GOES_ON = re.compile(
    rf";[ ]?(?=[{LOW}]{{2}})(?!(?:đồng thời|giao|ban hành|phê duyệt|công bố|thông qua|sửa đổi|bổ sung|bãi bỏ|thay thế|hủy bỏ|huỷ bỏ"
    rf"|thời (?:gian|hạn)|kể từ|có hiệu lực|chi tiết|cụ thể|gồm|bao gồm|kèm theo|với|trong đó)(?!\w))"
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
_LONG = 1000  #: letters that no clause with a name exceeds
_LIKE = 0.8  #: how like the name of one document must be in the title and in the article
_READ = 0.5  #: confidence below which a word of the name was not read
_ACTIONS = {"Ban hanh": "issues", "Phe duyet": "approves", "Thong qua": "approves", "Cong bo": "announces"}


def find_attached(outline: Outline, effective_on: date | None) -> tuple[Relation, ...]:
    """issues, approves, announces: only of what comes with the decision itself."""
    return tuple(_relations(outline, effective_on))


def _relations(outline: Outline, effective_on: date | None) -> Iterator[Relation]:
    sheet = outline.sheet
    quotes = quoted(sheet.flat)
    headed, acted = False, 0
    for piece in clauses(sheet.flat, outline.body):
        if _ARTICLE.match(sheet.plain, piece.start, piece.end):
            headed = _HEADS.fullmatch(sheet.plain, piece.start, piece.end) is not None
        begins = _ACT if _ACT.match(sheet.plain, piece.start, piece.end) else _ACT_TOO
        if begins is _ACT_TOO and not _is_behind(sheet, acted, piece):
            continue
        clause = _with_rest(sheet, piece, outline.body.end)
        act = begins.match(sheet.plain, clause.start, clause.end)
        if act is None or quotes.around(clause.start):
            continue
        name = _name(outline, act, clause, headed=headed, too=begins is _ACT_TOO)
        if name is None:
            continue
        acted = clause.end
        for verb, span in _apart(sheet, act["verb"], name):
            yield _relation(outline, verb, span, clause, effective_on)


def _is_behind(sheet: Sheet, end: int, clause: Span) -> bool:
    """Does a clause go on in the sentence in which another act ended?"""
    return end <= clause.start and sheet.flat[end : clause.start].strip(" ") == ";"


def _name(outline: Outline, act: re.Match[str], clause: Span, *, headed: bool, too: bool) -> Span | None:
    """The name of what the clause gives effect to; None where it comes not with the decision."""
    sheet = outline.sheet
    tail = _WITH.search(sheet.plain, act.start("what"), clause.end)
    attached = bool(act["with"] or tail)
    if attached:
        details = _DETAILS.search(sheet.plain, act.start("what"), clause.end)
        tail = min((each for each in (tail, details) if each), key=re.Match.start, default=None)
    else:
        # An item of a list may tell a duty: "Giám đốc Sở: 1. Phê duyệt phương án …".
        expected = act["article"] or headed or too
        named = _DOCUMENT.match(sheet.plain, act.start("what"), clause.end) if expected else None
        if named is None or _NUMBERED.search(sheet.plain, clause.start, clause.end):
            return None
        attached = headed or too or _is_annexed(outline, act, clause)
        tail = _ENDS.search(sheet.plain, named.end(), clause.end)
        if not attached and (tail or not _is_whole_article(outline, clause) or not _BARE.match(act.group())):
            return None  # its substance is in the article itself, which gives effect to nothing else
    end = min(_before(sheet, act, tail) if tail else act.end("what"), act.end("what"))
    note = _FOOTNOTE.search(sheet.plain, act.start("what"), end)
    span = trim(sheet.flat, act.start("what"), note.start() if note else end)
    if span.end - span.start < 4 or not (attached or _heads_annex(outline, sheet.flat[span.start : span.end])):
        return None
    return span


def _apart(sheet: Sheet, verb: str, name: Span) -> Iterator[tuple[str, Span]]:
    """Each act on its own document."""
    other = _AND_FLOW.search(sheet.plain, name.start, name.end) if verb.capitalize() == "Cong bo" else None
    if other is None:
        yield verb, name
        return
    yield verb, trim(sheet.flat, name.start, other.start())
    yield other["verb"], Span(start=other.start("what"), end=name.end)


def _relation(outline: Outline, verb: str, span: Span, clause: Span, effective_on: date | None) -> Relation:
    sheet = outline.sheet
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
    return Relation(
        action=cast(Action, _ACTIONS[verb.capitalize()]),
        target=target,
        effective_on=effective_on,
        sentence=sheet.quote(clause),
        span=clause,
        place=sheet.place(Span(start=clause.start, end=clause.end)),
        state=target.state,
        confidence=target.confidence,
    )


def _with_rest(sheet: Sheet, clause: Span, end: int) -> Span:
    """The clause with what goes on behind its semicolons in the same sentence, if it is of the name."""
    while clause.end - clause.start < _LONG and _NAME_GOES_ON.match(sheet.flat, clause.end, end):
        rest = next(clauses(sheet.flat, Span(start=clause.end + 1, end=end)))
        clause = Span(start=clause.start, end=rest.end)
    return clause


def _is_annexed(outline: Outline, act: re.Match[str], clause: Span) -> bool:
    """Does the clause say that something comes with it, or do the annexes follow it by their labels?"""
    plain = outline.sheet.plain
    if _ANNEXED.search(plain, act.start("what"), clause.end):
        return True
    return plain[clause.end - 1] == ":" and _ANNEXES_FOLLOW.match(plain, clause.end, outline.body.end) is not None


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
