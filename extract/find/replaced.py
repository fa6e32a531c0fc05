""" "Thay thế ông A bằng bà B": one leaves a body or a post, another comes; what either is there the sentence may not say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from decisions.text import Span
from extract.find.acts import OPENS, Act, acts_in
from extract.find.articles import find_articles
from extract.find.clauses import clauses
from extract.find.members import body_in, is_role
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
_AS = pattern(r"(?<!\w)(?:làm|là)\s+(?=[A-Zt])")
_ROLE_WORDS = 6
#: A title that speaks of people or of the bodies that they are members of.
_CHANGES = pattern(r"(?<!\w)(?:thay\s+thế|thay\s+đổi|kiện\s+toàn|điều\s+chỉnh|bổ\s+sung)(?!\w)", re.IGNORECASE)
_PEOPLE = pattern(
    r"(?<!\w)(?:[Tt]hành viên|[Nn]hân sự|[Cc]án bộ|[Cc]ông chức|[Vv]iên chức|[Ôô]ng|[Bb]à|[Đđ]ồng chí"
    r"|(?:Tiểu\s+)?Ban|Tổ|Hội đồng|Đoàn|Nhóm)(?!\w)"
)


def replacements(outline: Outline) -> Iterator[Statement]:
    """Both persons of each pair, always for a person to confirm; only where the title speaks of people, or the sentence
    says what the second is to be.
    """
    sheet, title = outline.sheet, subject_span(outline)
    of_people = title is not None and _is_of_people(sheet, title)
    body = _body(sheet, title) if title and of_people else None
    for article in find_articles(outline):
        assert article.span is not None
        if _VERB.search(sheet.plain, article.span.start, article.span.end) is None:
            continue
        for clause in clauses(sheet.flat, article.span):
            for verb, gone, come in _pairs(sheet, clause):
                given = _given(sheet, come, clause)
                if of_people or given:
                    yield _leaves(sheet, verb, gone, come, clause)
                    yield _comes(sheet, verb, come, clause, given or _Given(body=body))


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


@dataclass(frozen=True, slots=True, kw_only=True)
class _Given:
    """A place in a body. `start`: where the sentence begins to say which, if it does."""

    body: str | None
    role: str | None = None
    start: int | None = None


def _given(sheet: Sheet, come: Named, clause: Span) -> _Given | None:
    """ "…, làm Tổ phó Tổ công tác phòng cháy, chữa cháy rừng được thành lập tại Quyết định số …"."""
    for lead in _AS.finditer(sheet.plain, come.span.end, clause.end):
        words = sheet.flat[lead.end() : clause.end].split()
        for count in range(_ROLE_WORDS, 0, -1):
            role, body = " ".join(words[:count]), body_in(" ".join(words[count:]))
            if body and is_role(role, None):
                return _Given(body=body, role=role, start=lead.start())
    return None


def _comes(sheet: Sheet, verb: Span, come: Named, clause: Span, given: _Given) -> Statement:
    """A post is given in words; else it is a place in a body."""
    own = Span(start=come.span.start, end=given.start or _since(sheet, come, clause))
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
        role=given.role,
        body=given.body if member else None,
        sure=False,
    )
