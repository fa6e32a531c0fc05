"""Personnel acts: who, from which post, to which post, from when (domain: bổ nhiệm, điều động, miễn nhiệm …)."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from decisions.decision import Appointment, Person
from decisions.fact import Fact
from decisions.fold import fold
from decisions.issuer import names_no_place
from decisions.text import Span
from extract.find.acts import Act
from extract.find.agree import contradicted
from extract.find.members import member_posts
from extract.find.mentions import mentions_of, spellings
from extract.find.people import Named
from extract.find.posts import Posts, posts_of
from extract.find.reasons import form_of, reason_of
from extract.find.replaced import replacements
from extract.find.salary import next_rise, salary_of
from extract.find.scales import fits_scale
from extract.find.spelling import as_spelled, misspelled
from extract.find.statements import Statement, statements
from extract.find.supplements import supplemented
from extract.find.tasks import task_at
from extract.find.terms import from_day, from_signing, months, until_day
from extract.find.titled import as_titled
from extract.letters import LOW
from extract.outline import Outline
from extract.sheet import Sheet

_SURE = 0.85
_LEGIBLE = 0.5
_DOUBTED = 0.6
#: A letter that is no word, or a word that leads on to what is no part of a post: "phường Hoa Lư trong ợ".
_FRAYED = re.compile(rf"(?<!\S)(?![yýởôà])[{LOW}](?!\S)|\s(?:trong|từ|kể|đến|của|và|tại|cho)\Z")
#: Acts in which a rank is meant though its code is left out.
_ON_RANKS = frozenset(
    {"bo_nhiem_ngach", "nang_ngach", "het_tap_su", "xep_luong", "nang_luong", "tuyen_dung", "tiep_nhan"}
)
_WORDED = ("position", "unit", "from_position", "from_unit", "rank", "from_rank", "form", "reason")
#: What an act of this kind always says; where it was not found, it was not read.
_DEMANDS = {
    "bo_nhiem": ("position",),
    "bo_nhiem_lai": ("position",),
    "chi_dinh": ("position",),
    "phe_chuan": ("position",),
    "mien_nhiem": ("from_position",),
    "thoi_giu": ("from_position",),
    "cach_chuc": ("from_position",),
    "dieu_dong": ("unit",),
    "biet_phai": ("unit",),
    "bo_nhiem_ngach": ("rank",),
    "ky_luat": ("form",),
    "khen_thuong": ("form",),
}


def find_appointments(outline: Outline, issued_on: Fact[date] | None = None) -> tuple[Appointment, ...]:
    """The acts of the articles, one for each person and act. Whoever must carry the decision out is no appointee."""
    signed = issued_on or Fact()
    found: dict[tuple[str, str], Appointment] = {}
    for said in (*statements(outline), *replacements(outline)):
        for act in said.acts:
            made = _appointment(outline.sheet, said, act, signed)
            if act.code == "cong_nhan" and made.position is None:
                continue  # "Công nhận quyền sử dụng đất của ông A"
            found.setdefault((made.action, _key(made.person.name)), made)
    whole = supplemented(outline, _acquainted(tuple(found.values())))
    return tuple(_weighed(outline, act) for act in whole)


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


def _key(name: str) -> str:
    return " ".join(fold(name).split())


def _appointment(sheet: Sheet, said: Statement, act: Act, signed: Fact[date]) -> Appointment:
    """`own` is the stretch of the sentence that speaks of this person; what it lacks, the words before may say."""
    flat, own = sheet.flat, said.own
    typed = sheet.typed(said.told)
    posts = _posts(sheet, said, act, typed)
    pay = salary_of(flat[said.whole.start : own.end])
    since = _day(sheet, said, from_day)
    by_signing = since is None and any(from_signing(sheet.plain, span) for span in said.spans)
    moved = _only_moves(act, said)
    ranked = pay.now.code is not None or act.code in _ON_RANKS
    doubted = not said.sure or not posts.known or (by_signing and signed.state != "sure")
    return Appointment(
        action=act.code,
        person=said.named.person,
        position=None if moved else posts.position,
        unit=posts.unit,
        from_position=posts.from_position,
        from_unit=posts.from_unit,
        effective_on=signed.value if by_signing else since,
        until=_day(sheet, said, until_day),
        term_months=None if moved else next((n for s in said.spans if (n := months(_words(sheet, s)))), None),
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
        reason=next((why for s in said.spans if (why := reason_of(flat[s.start : s.end], typed=typed))), None),
        sentence=sheet.quote(said.told),
        span=said.told,
        place=sheet.place(said.told),
        confidence=min(_confidence(sheet, said.named, said.told), _DOUBTED if doubted else 1.0),
    )


def _posts(sheet: Sheet, said: Statement, act: Act, typed: bool) -> Posts:
    end = said.own.end
    if act.code in ("uy_quyen", "phan_cong"):
        task = task_at(sheet.plain, said.named.span.end, end)
        end = task.start() if task else end
    own, lead = sheet.flat[said.named.span.end : end], sheet.flat[said.lead.start : said.lead.end]
    if act.body:
        return member_posts(lead, own, said.role, said.body)
    posts = posts_of(lead, own, act.code, typed=typed)
    if not (posts.position or posts.unit or posts.from_position):
        # "Bổ nhiệm ông A và bà B giữ chức vụ …": what is said behind the last is said of all.
        behind = (posts_of("", sheet.flat[s.start : s.end], act.code, typed=typed) for s in said.rest)
        after = next((each for each in behind if each.position), Posts())
        posts = replace(posts, position=after.position, unit=after.unit if after.position else None)
    if said.opener is None:
        return posts
    shared = posts_of(sheet.flat[said.opener.start : said.opener.end], "", act.code, typed=typed)
    return replace(
        posts,
        position=posts.position or shared.position,
        unit=posts.unit or shared.unit,
        from_position=posts.from_position or shared.from_position,
        from_unit=posts.from_unit or shared.from_unit,
    )


def _only_moves(act: Act, said: Statement) -> bool:
    """To be moved or taken in is to come to a unit; the post there is what the appointment beside it gives."""
    return act.code in ("dieu_dong", "tiep_nhan") and any(other.code == "bo_nhiem" for other in said.acts)


def _day(sheet: Sheet, said: Statement, find: Callable[[str, Span], date | None]) -> date | None:
    return next((day for span in said.spans if (day := find(sheet.plain, span))), None)


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
    disputed = untitled or mended or (not typed and _disputed(sheet, act))
    lacking = any(getattr(act, name) is None for name in _DEMANDS.get(act.action, ()))
    misfit = fits_scale(act.rank_code, act.grade, act.coefficient) is False
    confidence = min(act.confidence, _DOUBTED if disputed or lacking or misfit else 1.0)
    sure = confidence >= (_SURE if not typed else _DOUBTED + 0.01)
    act = act if typed else _spelled(act)
    others = () if sure else spellings(sheet, said, act.person.name)
    return replace(act, said=said, state="sure" if sure else "review", confidence=confidence, candidates=others)


def _spelled(act: Appointment) -> Appointment:
    """Posts, form and reason in the marks of the phrases that they make: "Khiến trách" is "Khiển trách"."""
    told: dict[str, str | None] = {name: getattr(act, name) for name in _WORDED}
    spelled: dict[str, Any] = {name: as_spelled(words) for name, words in told.items() if words}
    return replace(act, **spelled)


def _disputed(sheet: Sheet, act: Appointment) -> bool:
    """Did an eye read words in other marks than the text or the tables have, or no place where one must stand?"""
    posts = (act.position, act.unit, act.from_position, act.from_unit)
    return (
        any(contradicted(sheet, words) or names_no_place(words) for words in (act.person.name, *posts) if words)
        or any(_FRAYED.search(words) for words in posts if words)
        or any(misspelled(words) for words in (*posts, act.reason, act.form) if words)
    )
