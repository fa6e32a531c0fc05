"""Personnel acts on the people of a list: the act of the decision, the rest from each one's row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import date

from decisions.decision import Appointment
from decisions.fact import Fact, Mention
from decisions.fold import fold
from decisions.text import Span
from extract.find.acts import Act, act_of, acts_in
from extract.find.articles import find_articles
from extract.find.believed import Company, weigh_row
from extract.find.clauses import sentences
from extract.find.days import find_days
from extract.find.mentions import mentions_of
from extract.find.post import Post, post_in
from extract.find.post_acts import GIVES, MOVES
from extract.find.posts import Posts, posts_of
from extract.find.reasons import form_of
from extract.find.salary import Pay, coefficient_in, grade_in, rank_code_in
from extract.find.scales import as_scaled, coefficient_without_comma
from extract.find.terms import birth_in, from_day, from_signing, months, until_day
from extract.outline import Outline
from extract.roster import Entry, Roster, Side, rosters, text_of
from extract.sheet import Sheet

_TITLE_LINES = 8
_READ = 0.9  #: confidence from which a figure stands as it was read
#: "II. Cá nhân", "A. Công chức": headings over rows that name a kind of persons, of acts or of rewards, and no unit.
_NO_UNIT = re.compile(
    r"(?:ca nhan|tap the|can bo|cong chuc|vien chuc|giao vien|nhan vien|nguoi lao dong|lao dong|hop dong|chien si|danh hieu|giay khen|bang khen"
    r"|ky niem chuong|huan chuong|nang |phu cap|bo nhiem|dieu dong|tuyen dung|tiep nhan|nghi huu|ngach|hang |bac |doi tuong|truong hop"
    r"|danh sach|(?:nam|nu)$)"
)
_ORIGIN = re.compile(r"\(?\s*(?:ban hanh )?kem theo")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Deed:
    """What is done to everybody of a list, and what the sentence of the article says for all of them."""

    act: Act
    company: Company
    posts: Posts = field(default_factory=Posts)
    since: date | None = None
    until: date | None = None
    term_months: int | None = None
    form: str | None = None


def find_listed(outline: Outline, issued_on: Fact[date]) -> tuple[Appointment, ...]:
    """One act for each person of each list, in the decision or in its annexes."""
    if outline.head is None:
        return ()
    within = Span(start=outline.body.start, end=outline.span.end)
    return tuple(
        _appointment(outline, deed, entry)
        for roster in rosters(outline.sheet, within)
        for deed in _deeds(outline, roster, issued_on)
        for entry in roster.entries
    )


def together(stated: Sequence[Appointment], listed: Sequence[Appointment]) -> tuple[Appointment, ...]:
    """Acts of the articles and of the lists, each once: what a row says of a person comes before a sentence's words."""
    rows = {_key(act): act for act in listed}
    others = {_key(act): act for act in stated}
    merged = [_filled(act, others[key]) if key in others else act for key, act in rows.items()]
    named = {key[1] for key in rows}
    alone = [act for key, act in others.items() if key not in rows and not (key[1] in named and _in_a_row(act, listed))]
    return (*alone, *merged)


def _key(act: Appointment) -> tuple[str, str]:
    return act.action, " ".join(fold(act.person.name).split())


def _in_a_row(act: Appointment, listed: Sequence[Appointment]) -> bool:
    """Was a sentence no more than the row of a table?"""
    span = act.span
    return span is not None and any(r.span and r.span.start <= span.start < r.span.end for r in listed)


def _filled(act: Appointment, other: Appointment) -> Appointment:
    empty = {f.name: getattr(other, f.name) for f in fields(act) if getattr(act, f.name) is None}
    return replace(act, **empty)


def _acts(outline: Outline, roster: Roster) -> tuple[Act, ...]:
    """What the title above the list says is done, else what the decision as a whole does."""
    sheet = outline.sheet
    above = [line for line in sheet.lines if outline.body.start <= line.span.start < roster.table.span.start]
    for line in reversed(above[-_TITLE_LINES:]):
        if outline.annex and line.span.start >= outline.annex.start and not _ORIGIN.match(line.bare):
            found = acts_in(sheet, line.span)
            if found:
                return found
    return act_of(outline)


def _sentence(outline: Outline, code: str) -> Span | None:
    """The sentence of the articles that does the act."""
    for article in find_articles(outline):
        assert article.span is not None
        for sentence in sentences(outline.sheet.flat, article.span):
            if any(act.code == code for act in acts_in(outline.sheet, sentence)):
                return sentence
    return None


def _deeds(outline: Outline, roster: Roster, issued_on: Fact[date]) -> Iterator[_Deed]:
    sheet, company = outline.sheet, Company.of(outline.sheet, roster)
    for act in _acts(outline, roster):
        said = _sentence(outline, act.code)
        if said is None:
            yield _Deed(act=act, company=company)
            continue
        signed = issued_on.value if from_signing(sheet.plain, said) else None
        yield _Deed(
            act=act,
            company=company,
            posts=_given_to_all(sheet, said, act),
            since=from_day(sheet.plain, said) or signed,
            until=until_day(sheet.plain, said),
            term_months=months(sheet.plain[said.start : said.end]),
            form=form_of(sheet.flat[said.start : said.end], act.code),
        )


def _given_to_all(sheet: Sheet, said: Span, act: Act) -> Posts:
    """What the sentence gives: "… giữ chức vụ Phó Trưởng phòng", "… thành công chức của Ủy ban nhân dân quận"."""
    if act.body:
        return Posts()
    inside = next((a for a in acts_in(sheet, said) if a.code == act.code), act)
    posts = posts_of(sheet.flat[inside.span.end : said.end], "", act.code, typed=sheet.typed(said))
    position = posts.position if act.code in GIVES else None  # else it is what they were called before
    return Posts(position=position, unit=posts.unit)


def _appointment(outline: Outline, deed: _Deed, entry: Entry) -> Appointment:
    sheet = outline.sheet
    now, before = _pay(sheet, entry, "to"), _pay(sheet, entry, "from")
    posts, settled = _posts(sheet, deed, entry)
    person = replace(entry.named.person, born_on=birth_in(text_of(sheet, entry, "born") or ""))
    made = Appointment(
        action=deed.act.code,
        person=person,
        position=posts.position or deed.posts.position,
        unit=posts.unit or deed.posts.unit,
        from_position=posts.from_position,
        from_unit=posts.from_unit,
        effective_on=_day(text_of(sheet, entry, "since")) or deed.since,
        until=_day(text_of(sheet, entry, "until")) or deed.until,
        term_months=deed.term_months,
        rank=now.rank,
        rank_code=now.code,
        grade=now.grade,
        coefficient=now.coefficient,
        from_rank=before.rank,
        from_rank_code=before.code,
        from_grade=before.grade,
        from_coefficient=before.coefficient,
        allowance=text_of(sheet, entry, "allowance", "to") or text_of(sheet, entry, "allowance"),
        next_raise_from=_day(text_of(sheet, entry, "next_raise_from")),
        form=text_of(sheet, entry, "form") or deed.form,
        reason=text_of(sheet, entry, "reason"),
        sentence=sheet.quote(entry.span),
        span=entry.span,
        place=sheet.place(entry.span),
        said=(*_mention(sheet, entry), *mentions_of(outline, person.name)),
    )
    return weigh_row(sheet, deed.company, entry, made, settled=settled)


def _posts(sheet: Sheet, deed: _Deed, entry: Entry) -> tuple[Posts, bool]:
    """The posts of a row by the headings. The second is False where a heading may mean either side of the act."""
    act, roster = deed.act, deed.company.roster
    held, given, bare = (_post(sheet, entry, side) for side in _SIDES)
    beside = text_of(sheet, entry, "post")
    if act.body and beside and text_of(sheet, entry, "position"):
        held, bare = _over(held, post_in(beside)), replace(bare, unit=None)  # "Chức vụ, đơn vị" beside the role
    new = roster.has("position", "to") or roster.has("post", "to")
    apart = not (bare.unit and not (held.unit or given.unit or deed.posts.unit))
    if act.body:  # what is said beside a role is held; where one is said alone, it is the role
        alone = replace(bare, unit=None) if given.title is None else Post()
        given, held, settled = (
            _over(given, alone),
            _over(held, replace(bare, title=None) if alone.title else bare),
            True,
        )
    elif act.code == "tuyen_dung":  # whoever is hired had no post before
        given, settled = _over(given, bare), True
    elif act.code in GIVES and not new:  # a heading "Chức vụ" without more may mean either side
        given, settled = _over(given, bare), bare == Post()
    else:
        held, settled = _over(held, bare), apart or act.code not in GIVES | MOVES
    if entry.group and not (held.unit or given.unit) and not _NO_UNIT.match(fold(entry.group.name)):
        held = replace(held, unit=entry.group.name)
    made = Posts(position=given.title, unit=given.unit, from_position=held.title, from_unit=held.unit)
    return made, bool(settled)


_SIDES: tuple[Side, Side, Side] = ("from", "to", "")


def _post(sheet: Sheet, entry: Entry, side: Side) -> Post:
    both = text_of(sheet, entry, "post", side)
    post = post_in(both) if both else Post()
    return replace(
        post,
        title=text_of(sheet, entry, "position", side) or post.title,
        unit=text_of(sheet, entry, "unit", side) or post.unit,
    )


def _over(post: Post, other: Post) -> Post:
    return replace(post, title=post.title or other.title, unit=post.unit or other.unit)


def _pay(sheet: Sheet, entry: Entry, side: Side) -> Pay:
    """Rank and pay on one side of the act; a heading that names no side tells what is given."""
    rank, code, grade, coefficient = (
        text_of(sheet, entry, field, side) or (text_of(sheet, entry, field) if side == "to" else None)
        for field in ("rank", "rank_code", "grade", "coefficient")
    )
    pay = Pay(
        rank=rank,
        code=rank_code_in(code) if code else None,
        grade=grade_in(grade) if grade else None,
        coefficient=coefficient_in(coefficient) if coefficient else None,
    )
    if coefficient and pay.coefficient is None:
        pay = replace(pay, coefficient=coefficient_without_comma(coefficient, pay.code, pay.grade))
    if coefficient and not _well_read(sheet, entry):
        step, many = as_scaled(pay.code, pay.grade, pay.coefficient)
        pay = replace(pay, grade=step, coefficient=many)
    return pay


def _well_read(sheet: Sheet, entry: Entry) -> bool:
    """Were grade and coefficient read so surely that what does not fit is the paper's own mistake?"""
    spans = [s for column, spans in entry.cells.items() if column.field in ("grade", "coefficient") for s in spans]
    return all(sheet.typed(span) or sheet.text.confidence(span) >= _READ for span in spans)


def _day(cell: str | None) -> date | None:
    day = next(find_days(cell), None) if cell else None
    return day.value if day else None


def _mention(sheet: Sheet, entry: Entry) -> Iterator[Mention]:
    for column, spans in entry.cells.items():
        if column.field == "name":
            yield sheet.mention(Span(start=spans[0].start, end=spans[-1].end), "roster/1")
