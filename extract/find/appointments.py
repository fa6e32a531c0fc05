"""Personnel acts: who, from which post, to which post, from when (domain: bổ nhiệm, điều động, miễn nhiệm …)."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from decisions.decision import Appointment, Person
from decisions.fact import Fact
from decisions.fold import fold
from decisions.text import Span
from extract.find.acts import Act
from extract.find.adverbials import leading_day
from extract.find.charges import ended_charge, ends_charge
from extract.find.cut import is_cut_off
from extract.find.members import is_role, member_posts
from extract.find.mentions import mentions_of, spellings
from extract.find.people import Named, names_unread
from extract.find.post import is_post
from extract.find.post_acts import ENDS, GIVES, MOVES, ON_RANKS, TAKES_AWAY
from extract.find.posts import Posts, posts_of
from extract.find.reasons import form_of, reason_of
from extract.find.replaced import replacements
from extract.find.salary import next_rise, salary_of
from extract.find.scales import fits_scale, of_other_scales
from extract.find.statements import Statement, statements
from extract.find.supplements import supplemented
from extract.find.tasks import task_at
from extract.find.terms import counted_from, from_day, months, told_in_days, until_day
from extract.find.titled import as_titled
from extract.find.worded import is_contradicted, posts_in, spelled
from extract.letters import LOW
from extract.outline import Outline
from extract.plain import pattern
from extract.sheet import Sheet

_SURE = 0.85
_LEGIBLE = 0.5
_DOUBTED = 0.6
#: A letter that is no word, or a word that leads on to what is no part of a post: "phường Hoa Lư trong ợ",
#: "Trung tâm Lưu trữ, vào làm công chức".
_FRAYED = re.compile(rf"(?<!\S)(?![yýởôà])[{LOW}](?!\S)|\s(?:trong|từ|kể|đến|tại|cho)\Z|,\s(?:vào|về|sang)\s")
#: "1. Ông A - Chủ tịch": below "Công nhận … gồm:" the post in which he is recognised.
#: Acts for what somebody did: "từ ngày … đến ngày …" is when it was done, "kể từ ngày" when the act begins.
_FOR_DEEDS = frozenset({"khen_thuong", "ky_luat"})
#: "- Bà A: Tổ phó tổ Ngữ văn" below "Bổ nhiệm … giữ chức vụ Tổ trưởng …:".
_BESIDE = re.compile(r"\s*[:–-]\s+(?P<post>[^;.\n]+)")
_DASH = re.compile(r"\s*[-–]\s")
#: "… do ông B nghỉ hưu từ ngày …", "… khi ông B đi học từ ngày …"
_OF_OTHERS = re.compile(
    r"(?<!\w)(?:do|vì|bởi|thay(?:\s+thế)?(?:\s+cho)?|(?:(?:trong|sau|trước|đến)\s+)?khi|trong\s+(?:thời\s+gian|lúc)|nhân\s+dịp)\s+(?:ông|bà|đồng\s+chí)\s"
)
_HOLDS = pattern(r"giữ\s+(?:các\s+)?chức", re.IGNORECASE)
_COMMA = re.compile(r"[,;]")
_AND = re.compile(r"(?:,|(?<!\w)và)\s*\Z")
#: Rewards and pay have no term: "trong 2 năm" is how long somebody has been good.
_TERMLESS = frozenset({"khen_thuong", "nang_luong", "tham_nien"})
#: Who is moved or taken in comes to a unit.
_MOVES = frozenset({"dieu_dong", "tiep_nhan"})
#: What an act of this kind always says; where it was not found, it was not read.
_DEMANDS = {
    "bau": ("position",),
    "bo_nhiem": ("position",),
    "bo_nhiem_lai": ("position",),
    "chi_dinh": ("position",),
    "phe_chuan": ("position",),
    "mien_nhiem": ("from_position",),
    "thoi_giu": ("from_position",),
    "tu_chuc": ("from_position",),
    "cach_chuc": ("from_position",),
    "kien_toan": ("position",),
    "chuyen_cong_tac": ("unit",),
    "dieu_dong": ("unit",),
    "biet_phai": ("unit",),
    "bo_nhiem_ngach": ("rank",),
    "ky_luat": ("form",),
    "khen_thuong": ("form",),
}


def find_appointments(
    outline: Outline, issued_on: Fact[date] | None = None, effective_on: Fact[date] | None = None
) -> tuple[Appointment, ...]:
    """The acts of the articles, one for each person and act. Whoever must carry the decision out is no appointee."""
    days = (issued_on or Fact(), effective_on or Fact())
    found: dict[tuple[str, str], Appointment] = {}
    for said in (*statements(outline), *replacements(outline)):
        for act in said.acts:
            made = _appointment(outline.sheet, said, act, days)
            if act.code == "cong_nhan" and made.position is None:
                continue  # "Công nhận quyền sử dụng đất của ông A"
            key = made.action, _key(made.person.name)
            found[key] = _with_unit(found.get(key, made), made)
    whole = supplemented(outline, _of_posts(_acquainted(tuple(found.values()))), days)
    return tuple(_weighed(outline, act) for act in whole)


def _with_unit(act: Appointment, again: Appointment) -> Appointment:
    """ "Kết thúc biệt phái đối với ông A; ông A trở lại công tác tại B": the sentence tells the rest behind the semicolon."""
    comes = act.action in MOVES or act.action == "het_biet_phai"
    return replace(act, unit=again.unit) if comes and act.unit is None and act.span == again.span else act


def _is_shared_out(sheet: Sheet, said: Statement, act: Act, posts: Posts) -> bool:
    """Who gets which of the posts, or whether a post is held or given, is for a person to tell: "ông A và bà B lần lượt giữ
    chức vụ C và D", "1. Bà A, giáo viên Ngữ văn" below "Tuyển dụng …".
    """
    if not said.alone and "lần lượt" in sheet.flat[said.told.start : said.told.end].lower():
        return True
    beside = _BESIDE.match(sheet.flat, said.named.span.end, said.own.end)
    if said.opener and act.code in GIVES and beside and is_post(beside["post"]):
        return _key(beside["post"]) != _key(posts.position or "")
    several = said.opener is not None or said.last.start > said.named.span.start
    if several and not said.alone and any(is_post(each) for each in (posts.position or "").split(" và ")[1:]):
        return True
    hired = act.code == "tuyen_dung" and said.opener is not None and posts.position is None
    return hired and posts.from_position is not None


def _acquainted(acts: tuple[Appointment, ...]) -> tuple[Appointment, ...]:
    """Acts on one person know the birth and the honorific that any of them tells."""
    known: dict[str, Person] = {}
    for act in acts:
        before = known.setdefault(_key(act.person.name), act.person)
        known[_key(act.person.name)] = replace(
            before,
            honorific=before.honorific or act.person.honorific,
            born_on=before.born_on or act.person.born_on,
        )
    return tuple(replace(act, person=replace(known[_key(act.person.name)], name=act.person.name)) for act in acts)


def _of_posts(acts: tuple[Appointment, ...]) -> tuple[Appointment, ...]:
    """ "Tiếp nhận ông A …; bổ nhiệm ông A …, thời hạn 05 năm": the term is that of the post, not of the move."""
    termed = {(_key(act.person.name), act.term_months) for act in acts if act.action == "bo_nhiem"}
    return tuple(
        replace(act, term_months=None)
        if act.action in _MOVES and (_key(act.person.name), act.term_months) in termed
        else act
        for act in acts
    )


def _key(name: str) -> str:
    return " ".join(fold(name).split())


def _appointment(sheet: Sheet, said: Statement, act: Act, days: tuple[Fact[date], Fact[date]]) -> Appointment:
    """`own` is the stretch of the sentence that speaks of this person; what it lacks, the words before may say."""
    flat, own = sheet.flat, said.own
    typed = sheet.typed(said.told)
    posts = _posts(sheet, said, act, typed)
    pay = salary_of(flat[said.whole.start : own.end])
    times = _times(said, act)
    whole = act.code in _FOR_DEEDS
    since = next((day for span in times if (day := from_day(sheet.plain, span, whole=whole))), None)
    others = since is not None and not any(from_day(sheet.plain, _before_others(flat, span)) for span in times)
    times = () if whole and since is None else times
    since = since or leading_day(sheet.plain, said.sentence)
    counts = (counted_from(sheet.plain, span, *days) for span in (*said.spans, said.before)) if since is None else ()
    counted = next((day for day in counts if day is not None), None)
    moved = _only_moves(act, said)
    ranked = pay.now.code is not None or act.code in ON_RANKS
    doubted = not (said.sure and act.sure and posts.known) or names_unread(sheet, said.lead)
    doubted = doubted or _is_shared_out(sheet, said, act, posts)
    doubted = doubted or others or (counted is not None and counted.state != "sure")
    until = None if act.code in ENDS else next((day for span in times if (day := until_day(sheet.plain, span))), None)
    doubted = doubted or (until is None and told_in_days(_words(sheet, said.own)))
    return Appointment(
        action=act.code,
        person=said.named.person,
        position=None if moved else posts.position,
        unit=posts.unit,
        from_position=posts.from_position,
        from_unit=posts.from_unit,
        effective_on=counted.value if counted else since,
        until=until,
        term_months=None
        if moved or act.code in ENDS | _TERMLESS
        else next((n for s in times if (n := months(_words(sheet, s)))), None),
        rank=pay.now.rank if ranked else None,
        rank_code=pay.now.code,
        grade=pay.now.grade,
        coefficient=pay.now.coefficient,
        from_rank=pay.before.rank,
        from_rank_code=pay.before.code,
        from_grade=pay.before.grade,
        from_coefficient=pay.before.coefficient,
        allowance=pay.allowance,
        next_raise_from=next_rise(_words(sheet, own)),
        form=form_of(flat[act.span.start : (said.opener or said.sentence).end], act.code),
        reason=next((why for s in said.reasons if (why := reason_of(flat[s.start : s.end], typed=typed))), None),
        sentence=sheet.quote(said.told),
        span=said.told,
        place=sheet.place(said.told),
        confidence=min(_confidence(sheet, said.named, said.told), _DOUBTED if doubted else 1.0),
    )


def _posts(sheet: Sheet, said: Statement, act: Act, typed: bool) -> Posts:
    end = said.own.end
    if act.code in ("uy_quyen", "phan_cong"):
        end = _task(sheet, said.named.span.end, end)
    # With its full stop: a title that ends there in "của" is cut off, before a verb or a person it is not.
    end += sheet.flat[end : end + 1] in (".", ";")
    own, lead = sheet.flat[said.named.span.end : end], _lead(sheet, said, act)
    if act.body:
        return member_posts(lead, own, said.role, said.body)
    if ends_charge(sheet, act):
        return ended_charge(lead, own, typed=typed)
    hires = act.code == "phan_cong" and any(other.code == "tuyen_dung" for other in said.acts)
    posts = posts_of(lead, own, "tuyen_dung" if hires else act.code, typed=typed)
    if act.code in TAKES_AWAY:
        posts = _without_given(posts, {other.code for other in said.acts})
    if act.code in ("nghi_huu", "thoi_viec"):
        posts = replace(posts, position=None)
    posts = _shared_behind(sheet, said, act, posts, typed)
    if act.code == "cu":
        posts = _with_role(posts)
    if said.opener is None:
        return posts
    if act.code == "cong_nhan" and posts.position is None and _DASH.match(own):
        return Posts(position=posts.from_position, unit=posts.from_unit, known=posts.known)
    shared = posts_of(sheet.flat[said.opener.start : said.opener.end], "", act.code, typed=typed)
    # "Công nhận … giữ chức vụ Trưởng thôn: 1. Ông A, Trưởng thôn Đông": the item says it more closely.
    closer = shared.position is not None and (posts.from_position or "").startswith(f"{shared.position} ")
    if act.code in GIVES and posts.position is None and (closer or _gives_below(sheet, said.opener, shared)):
        return Posts(position=posts.from_position, unit=posts.from_unit or shared.unit, known=posts.known)
    return replace(
        posts,
        position=posts.position or shared.position,
        unit=posts.unit or shared.unit,
        from_position=posts.from_position or shared.from_position,
        from_unit=posts.from_unit or shared.from_unit,
    )


def _task(sheet: Sheet, start: int, end: int) -> int:
    """Where the task behind a person begins; "làm Đội trưởng Đội kiểm tra" is a post, no task up to the next comma."""
    task = task_at(sheet.plain, start, end)
    while task and task.group() == "lam" and is_post(sheet.flat[task.end() : end].lstrip()):
        comma = _COMMA.search(sheet.flat, task.end(), end)
        task = task_at(sheet.plain, comma.end(), end) if comma else None
    return task.start() if task else end


def _gives_below(sheet: Sheet, opener: Span, shared: Posts) -> bool:
    """ "… giữ chức vụ Ủy ban nhân dân huyện X:" names a body and no post: that stands behind each name below."""
    named = shared.position is not None and is_post(shared.position)
    return not named and _HOLDS.search(sheet.plain, opener.start, opener.end) is not None


def _without_given(posts: Posts, beside: set[str]) -> Posts:
    """A loss without the post that an act beside it gives, and without the unit to which one leads."""
    if beside & GIVES:
        return replace(posts, position=None, unit=None)
    return replace(posts, unit=None) if beside & MOVES and posts.position is None else posts


def _shared_behind(sheet: Sheet, said: Statement, act: Act, posts: Posts, typed: bool) -> Posts:
    """ "Bổ nhiệm ông A và bà B giữ chức vụ …", "Điều động ông A, chuyên viên và bà B, kế toán đến …": what is said behind
    the last is said of all.
    """
    bare = not (posts.position or posts.unit or posts.from_position)
    joined = _AND.search(sheet.flat[said.own.start : said.own.end]) is not None and said.opener is None
    wanted = next(iter(_DEMANDS.get(act.code, ())), "position")
    lacking = joined and wanted in ("position", "unit") and getattr(posts, wanted) is None
    if said.alone or not (bare or lacking) or wanted in ("form", "rank"):
        return posts
    words = (sheet.flat[s.start : s.end].partition(";")[0] for s in said.rest)
    behind = (posts_of("", each, act.code, typed=typed) for each in words)
    after = next((each for each in behind if getattr(each, wanted)), Posts())
    return replace(posts, position=posts.position or after.position, unit=posts.unit or after.unit)


def _with_role(posts: Posts) -> Posts:
    """ "Vụ trưởng Vụ A - Trưởng đoàn": a post, and the role among those who are sent."""
    title, dash, role = (posts.from_position or "").rpartition(" - ")
    if not dash or not is_role(role, None):
        return posts
    unit = (posts.from_unit or "").removesuffix(f" - {role}") or None
    return replace(posts, position=posts.position or role, from_position=title, from_unit=unit)


def _lead(sheet: Sheet, said: Statement, act: Act) -> str:
    """The words between the act's own verb and the next verb or the person; those of the last verb where it has none:
    "Cho thôi giữ chức vụ A và bổ nhiệm ông B giữ chức vụ C", "Miễn nhiệm, bãi nhiệm chức vụ A đối với ông B".
    """
    ends = [other.span.start for other in said.acts if act.span.end <= other.span.start < said.lead.start]
    own = sheet.flat[act.span.end : min(ends)] if ends else ""
    if names_unread(sheet, said.lead):
        return ""
    return own if len(own.split()) > 1 else sheet.flat[said.lead.start : said.lead.end]


def _only_moves(act: Act, said: Statement) -> bool:
    """To be moved or taken in is to come to a unit; the post there is what the appointment beside it gives."""
    return act.code in _MOVES and any(other.code in ("bo_nhiem", "chi_dinh") for other in said.acts)


def _times(said: Statement, act: Act) -> tuple[Span, ...]:
    """Where the times of an act may be said, nearest first: behind a verb of its own up to the next, then where those of
    all acts on the person are ("thôi giữ chức vụ từ ngày 01/3, nghỉ hưu từ ngày 01/9").
    """
    if act.span.start < said.own.start or act.span.end > said.own.end:
        return said.spans
    ends = [other.span.start for other in said.acts if act.span.end <= other.span.start]
    return (Span(start=act.span.end, end=min((*ends, said.own.end))), *said.spans)


def _before_others(flat: str, span: Span) -> Span:
    """The span up to a clause that speaks of another: a day behind it may be that one's."""
    clause = _OF_OTHERS.search(flat, span.start, span.end)
    return Span(start=span.start, end=clause.start()) if clause else span


def _words(sheet: Sheet, span: Span) -> str:
    return sheet.plain[span.start : span.end]


def _confidence(sheet: Sheet, named: Named, sentence: Span) -> float:
    """Of the name and of all figures, which nothing else confirms; one word that cannot be read spoils any sentence."""
    words = sheet.text.words_in(sentence)
    figures = min((w.confidence for w in words if any(char.isdecimal() for char in w.text)), default=1.0)
    weakest = sheet.text.confidence(sentence)
    return min(sheet.text.confidence(named.span), figures, 1.0 if weakest >= _LEGIBLE else weakest)


def _weighed(outline: Outline, act: Appointment) -> Appointment:
    """The act with all places that name its person, sure only where nothing speaks against it and nothing is missing."""
    sheet = outline.sheet
    assert act.span is not None
    typed, mended = sheet.typed(act.span), sheet.mended(act.span)
    unit, untitled = as_titled(outline, act.unit) if act.unit and not typed else (act.unit, False)
    act = replace(act, unit=unit)
    said = mentions_of(outline, act.person.name)
    disputed = untitled or mended or is_cut_off(act) or (not typed and _disputed(sheet, act))
    lacking = any(getattr(act, name) is None for name in _DEMANDS.get(act.action, ()))
    pay = (act.rank_code, act.grade, act.coefficient)
    misfit = fits_scale(*pay) is False and not (typed and of_other_scales(*pay))
    confidence = min(act.confidence, _DOUBTED if disputed or lacking or misfit else 1.0)
    sure = confidence >= (_SURE if not typed else _DOUBTED + 0.01)
    act = act if typed else spelled(act)
    others = () if sure else spellings(sheet, said, act.person.name)
    return replace(act, said=said, state="sure" if sure else "review", confidence=confidence, candidates=others)


def _disputed(sheet: Sheet, act: Appointment) -> bool:
    return is_contradicted(sheet, act) or any(_FRAYED.search(words) for words in posts_in(act))
