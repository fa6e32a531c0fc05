"""Personnel acts on the people of a list: the act of the decision, the rest from each one's row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import fields, replace
from datetime import date
from itertools import pairwise

from decisions.decision import Appointment
from decisions.fact import Fact, Mention
from decisions.fold import fold
from decisions.text import Span
from extract.find.acts import Act, act_of, acts_in
from extract.find.agree import contradicted
from extract.find.articles import find_articles
from extract.find.clauses import sentences
from extract.find.days import find_days
from extract.find.mentions import mentions_of
from extract.find.posts import Post, Posts, post_in, posts_of
from extract.find.reasons import form_of
from extract.find.salary import Pay, coefficient_in, grade_in, rank_code_in
from extract.find.scales import fits_scale
from extract.find.terms import birth_in, from_day, from_signing, months, until_day
from extract.outline import Outline
from extract.roster import Entry, Roster, Side, rosters, text_of
from extract.sheet import Sheet

_SURE = 0.85
_DOUBTED = 0.6
_USUAL = 0.8  #: of the rows fill a cell that is never left empty
_SPELLED = frozenset({"position", "unit", "post", "rank"})
_TITLE_LINES = 8
_ORIGIN = re.compile(r"\(?\s*(?:ban hanh )?kem theo")
#: Acts that give a post: a heading "Chức vụ" without more may mean the old one or the new one.
_GIVES = frozenset(
    {
        "bo_nhiem",
        "bo_nhiem_lai",
        "chi_dinh",
        "phe_chuan",
        "cong_nhan",
        "giao_quyen",
        "phu_trach",
        "luan_chuyen",
        "keo_dai",
    }
)


def find_listed(outline: Outline, issued_on: Fact[date]) -> tuple[Appointment, ...]:
    """One act for each person of each list, in the decision or in its annexes."""
    if outline.head is None:
        return ()
    within = Span(start=outline.body.start, end=outline.span.end)
    return tuple(
        _appointment(outline, roster, entry, act, issued_on)
        for roster in rosters(outline.sheet, within)
        for act in _acts(outline, roster)
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


def _appointment(outline: Outline, roster: Roster, entry: Entry, act: Act, issued_on: Fact[date]) -> Appointment:
    sheet, named = outline.sheet, entry.named
    said = _sentence(outline, act.code)
    now, before = _pay(sheet, entry, "to"), _pay(sheet, entry, "from")
    posts, settled = _posts(sheet, roster, entry, act)
    since, by_signing = _since(sheet, entry, said), said is not None and from_signing(sheet.plain, said)
    person = replace(named.person, born_on=birth_in(text_of(sheet, entry, "born") or ""))
    made = Appointment(
        action=act.code,
        person=person,
        position=posts.position,
        unit=posts.unit,
        from_position=posts.from_position,
        from_unit=posts.from_unit,
        effective_on=since or (issued_on.value if by_signing else None),
        until=_day(text_of(sheet, entry, "until")) or (until_day(sheet.plain, said) if said else None),
        term_months=months(sheet.plain[said.start : said.end]) if said else None,
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
        form=text_of(sheet, entry, "form") or (form_of(sheet.flat[said.start : said.end], act.code) if said else None),
        reason=text_of(sheet, entry, "reason"),
        sentence=sheet.quote(entry.span),
        span=entry.span,
        place=sheet.place(entry.span),
        said=(*_mention(sheet, entry), *mentions_of(outline, person.name)),
    )
    return _shared(sheet, _weighed(sheet, roster, entry, made, settled), said, act)


def _shared(sheet: Sheet, made: Appointment, said: Span | None, act: Act) -> Appointment:
    """What the sentence gives to all: "… giữ chức vụ Phó Trưởng phòng", "… thành công chức của Ủy ban nhân dân quận"."""
    if said is None or act.body:
        return made
    inside = next((a for a in acts_in(sheet, said) if a.code == act.code), act)
    posts = posts_of(sheet.flat[inside.span.end : said.end], "", act.code, typed=sheet.typed(said))
    position = posts.position if act.code in _GIVES else None  # else it is what they were called before
    return replace(made, position=made.position or position, unit=made.unit or posts.unit)


def _posts(sheet: Sheet, roster: Roster, entry: Entry, act: Act) -> tuple[Posts, bool]:
    """The posts of a row by the headings. The second is False where a heading may mean either side of the act."""
    held, given, bare = (_post(sheet, entry, side) for side in _SIDES)
    beside = text_of(sheet, entry, "post")
    if act.body and beside and text_of(sheet, entry, "position"):
        held, bare = _over(held, post_in(beside)), replace(bare, unit=None)  # "Chức vụ, đơn vị" beside the role
    new = roster.has("position", "to") or roster.has("post", "to")
    if act.body or (act.code in _GIVES and not new):
        given, settled = _over(given, bare), act.body or bare == Post()
    else:
        held, settled = _over(held, bare), True
    if entry.group and not (held.unit or given.unit):
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
    return Pay(
        rank=rank,
        code=rank_code_in(code) if code else None,
        grade=grade_in(grade) if grade else None,
        coefficient=coefficient_in(coefficient) if coefficient else None,
    )


def _since(sheet: Sheet, entry: Entry, said: Span | None) -> date | None:
    return _day(text_of(sheet, entry, "since")) or (from_day(sheet.plain, said) if said else None)


def _day(cell: str | None) -> date | None:
    day = next(find_days(cell), None) if cell else None
    return day.value if day else None


def _mention(sheet: Sheet, entry: Entry) -> Iterator[Mention]:
    for column, spans in entry.cells.items():
        if column.field == "name":
            yield sheet.mention(Span(start=spans[0].start, end=spans[-1].end), "roster/1")


def _weighed(sheet: Sheet, roster: Roster, entry: Entry, made: Appointment, settled: bool) -> Appointment:
    """Sure where every word of the row is, the heading is plain, and the pay is one that the scales have."""
    typed = sheet.typed(entry.span)
    told = [sheet.text.confidence(span) for spans in entry.cells.values() for span in spans]
    told += [sheet.text.confidence(entry.group.span)] if entry.group else []
    odd = not settled or not entry.named.sure or _misfit(made) or _unparsed(entry, made)
    odd = odd or (not typed and (_disputed(sheet, roster, entry, made) or _incomplete(roster, entry)))
    confidence = min(min(told, default=1.0), _DOUBTED if odd else 1.0)
    sure = confidence >= (_DOUBTED + 0.01 if typed else _SURE)
    return replace(made, state="sure" if sure else "review", confidence=confidence)


def _disputed(sheet: Sheet, roster: Roster, entry: Entry, made: Appointment) -> bool:
    """Does the text, or another row, spell a name otherwise? "Phòng Ytế" beside "Phòng Y tế"."""
    posts = (made.position, made.unit, made.from_position, made.from_unit)
    if any(contradicted(sheet, words) for words in (made.person.name, *posts) if words):
        return True
    if _run_together(sheet, roster, entry):
        return True
    column = {column: text_of(sheet, entry, column.field, column.side) for column in entry.cells}
    return any(
        _alike(own, other)
        for column, own in column.items()
        if own and column.field in _SPELLED
        for each in roster.entries
        if (other := text_of(sheet, each, column.field, column.side)) and other != own
    )


def _run_together(sheet: Sheet, roster: Roster, entry: Entry) -> bool:
    """Is a word of the row two words elsewhere in the list?"""
    cells = [
        fold(sheet.text[span]).split() for each in roster.entries for spans in each.cells.values() for span in spans
    ]
    pairs = {one + other for words in cells for one, other in pairwise(words)}
    own = (fold(sheet.text[span]).split() for spans in entry.cells.values() for span in spans)
    return any(word in pairs for words in own for word in words)


def _alike(one: str, other: str) -> bool:
    """The same letters in other words or with other marks."""
    return fold(one).replace(" ", "") == fold(other).replace(" ", "")


def _incomplete(roster: Roster, entry: Entry) -> bool:
    """Is its number not read, a heading not understood, or a cell empty that nearly all others fill?"""
    filled = [sum(column in each.cells for each in roster.entries) for column in roster.columns]
    usual = {c for c, many in zip(roster.columns, filled, strict=True) if many >= _USUAL * len(roster.entries)}
    ungrouped = entry.group is None and any(each.group for each in roster.entries)
    return entry.order is None or ungrouped or not roster.understood or not usual <= set(entry.cells)


def _unparsed(entry: Entry, made: Appointment) -> bool:
    """Does a cell say something that its field could not take?"""
    told = {
        ("born", ""): made.person.born_on,
        ("since", ""): made.effective_on,
        ("grade", "from"): made.from_grade,
        ("grade", "to"): made.grade,
        ("grade", ""): made.grade,
        ("coefficient", "from"): made.from_coefficient,
        ("coefficient", "to"): made.coefficient,
        ("coefficient", ""): made.coefficient,
    }
    return any(told.get((column.field, column.side), True) is None for column in entry.cells)


def _misfit(made: Appointment) -> bool:
    now = fits_scale(made.rank_code, made.grade, made.coefficient)
    before = fits_scale(made.from_rank_code or made.rank_code, made.from_grade, made.from_coefficient)
    return now is False or before is False
