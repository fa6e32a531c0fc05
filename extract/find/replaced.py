""" "Thay thế ông A bằng bà B": one leaves a body or a post, another comes; what either is there the sentence may not say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from decisions.text import Span
from extract.find.acts import OPENS, Act, acts_in
from extract.find.articles import find_articles
from extract.find.clauses import clauses
from extract.find.members import body_in
from extract.find.people import Named, people_in
from extract.find.statements import Statement
from extract.find.subject import subject_span
from extract.outline import Outline
from extract.plain import pattern
from extract.sheet import Sheet

_VERB = pattern(r"(?<!\w)thay(?:\s+thế)?(?!\w)", re.IGNORECASE)
#: Between the verb and the first person a role may stand, and nothing that is no person's: "tên", "chữ ký", "cụm từ".
_ROLE = pattern(
    r"\s*(?:(?:thành viên|Tổ trưởng|Tổ phó|Trưởng|Phó|Ủy viên|Chủ tịch|Thư ký)(?:\s+[^\W\d_]+){0,8}\s+)?(?:là\s+)?",
    re.I,
)
_ANNOUNCED = pattern(r"[^;]*:\s*")
_BY = pattern(r"(?<!\w)bằng\s*\Z", re.IGNORECASE)
_SINCE = pattern(r"(?<!\w)(?:kể\s+)?từ\s+ngày(?!\w)", re.IGNORECASE)
_HOLDS = pattern(r"giữ\s+(?:các\s+)?chức", re.IGNORECASE)
#: A title that speaks of people or of the bodies that they are members of.
_CHANGES = pattern(r"(?<!\w)(?:thay\s+thế|thay\s+đổi|kiện\s+toàn|điều\s+chỉnh|bổ\s+sung)(?!\w)", re.IGNORECASE)
_PEOPLE = pattern(
    r"(?<!\w)(?:[Tt]hành viên|[Nn]hân sự|[Cc]án bộ|[Cc]ông chức|[Vv]iên chức|[Ôô]ng|[Bb]à|[Đđ]ồng chí"
    r"|(?:Tiểu\s+)?Ban|Tổ|Hội đồng|Đoàn|Nhóm)(?!\w)"
)


def replacements(outline: Outline) -> Iterator[Statement]:
    """Both persons of each pair, always for a person to confirm; only where the decision is one on people."""
    title = subject_span(outline)
    if title is None or not _is_of_people(outline.sheet, title):
        return
    body = _body(outline.sheet, title)
    for article in find_articles(outline):
        assert article.span is not None
        for clause in clauses(outline.sheet.flat, article.span):
            for verb, gone, come in _pairs(outline.sheet, clause):
                yield _leaves(outline.sheet, verb, gone, come, clause)
                yield _comes(outline.sheet, verb, come, clause, body)


def _is_of_people(sheet: Sheet, title: Span) -> bool:
    change = _CHANGES.search(sheet.plain, title.start, title.end)
    return bool(acts_in(sheet, title)) or bool(change and _PEOPLE.search(sheet.plain, change.end(), title.end))


def _body(sheet: Sheet, title: Span) -> str | None:
    """ "Hội đồng thi đua, khen thưởng tỉnh", whose members change."""
    change = _CHANGES.search(sheet.plain, title.start, title.end)
    return body_in(sheet.flat[change.end() : title.end]) if change else None


def _pairs(sheet: Sheet, clause: Span) -> Iterator[tuple[Span, Named, Named]]:
    people = people_in(sheet, clause, listed=False)
    for gone, come in pairwise(people):
        verb = next(reversed(list(_VERB.finditer(sheet.plain, clause.start, gone.start))), None)
        if verb is None or not _BY.search(sheet.plain, gone.span.end, come.start):
            continue
        opens = any(lead.fullmatch(sheet.plain, clause.start, verb.start()) for lead in (OPENS, _ANNOUNCED))
        if opens and _ROLE.fullmatch(sheet.plain, verb.end(), gone.start):
            yield Span(start=verb.start(), end=verb.end()), gone, come


def _leaves(sheet: Sheet, verb: Span, gone: Named, come: Named, clause: Span) -> Statement:
    """Of the one who leaves only the name and the day: the posts are what he holds elsewhere, and the other's."""
    last = Span(start=_since(sheet, come, clause), end=clause.end)
    return Statement(
        acts=(Act(code="thoi_giu", body=False, span=verb),),
        named=gone,
        sentence=clause,
        own=gone.span,
        lead=Span(start=verb.end, end=gone.start),
        whole=Span(start=verb.start, end=come.start),
        near=gone.span.end,
        last=last,
        sure=False,
    )


def _since(sheet: Sheet, come: Named, clause: Span) -> int:
    """Where "kể từ ngày" begins, else the end of the clause."""
    since = _SINCE.search(sheet.plain, come.span.end, clause.end)
    return since.start() if since else clause.end


def _comes(sheet: Sheet, verb: Span, come: Named, clause: Span, body: str | None) -> Statement:
    """A post is given in words; else it is a place in a body."""
    own = Span(start=come.span.start, end=_since(sheet, come, clause))
    member = _HOLDS.search(sheet.plain, own.start, own.end) is None
    return Statement(
        acts=(Act(code="kien_toan" if member else "bo_nhiem", body=member, span=verb),),
        named=come,
        sentence=clause,
        own=own,
        lead=Span(start=come.start, end=come.start),
        whole=Span(start=verb.start, end=clause.end),
        near=clause.end,
        last=own,
        body=body if member else None,
        sure=False,
    )
