"""Personnel acts: who, from which post, to which post, from when (domain: bổ nhiệm, điều động, miễn nhiệm …)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from decisions.decision import Appointment, Person
from decisions.issuer import names_no_place
from decisions.tables import rows
from decisions.text import Span
from extract.find.agree import contradicted
from extract.find.articles import find_articles
from extract.find.clauses import sentences
from extract.find.names import NAME, cut_post, is_name, without_degrees
from extract.find.posts import posts_of
from extract.find.salary import salary_of
from extract.find.terms import born_on, from_day, months, until_day
from extract.letters import UP
from extract.outline import Outline
from extract.plain import pattern, plain
from extract.sheet import Sheet, joined

_SURE = 0.85
_LEGIBLE = 0.5
_HONORIFIC = pattern(
    rf"(?<!\w)(?P<title>[Ôô]ng|[Bb]à|[Đđ]ồng chí|[Đđ]/c|ÔNG|BÀ|ĐỒNG CHÍ)\s*(?:\((?:[Bb]à|[Ôô]ng)\))?\s*:?\s+(?=[{UP}])"
)
_ITEM = re.compile(r"(?:\d{1,2}[.)]|[-–+•]|[a-zđ]\))\s*")
_ENDS_NAME = re.compile(r"\s*(?:[,:;(–]|-\s|\Z)")
#: "Thời gian tính nâng bậc lương lần sau": when the next rise counts from, not a rise.
_NO_ACT = pattern(
    r"thời gian (?:tính|xét).{0,20}nâng|trong thời gian (?:luân chuyển|biệt phái)|nâng bậc lương lần sau|bầu cử$",
    re.IGNORECASE,
)
_DUTY = pattern(r"chịu trách nhiệm\s+(?:thi hành|thực hiện|tổ chức)|để thực hiện|báo cáo", re.IGNORECASE)


_HONORIFICS = {"ong": "ông", "ba": "bà", "dong chi": "đồng chí", "d/c": "đồng chí"}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Named:
    person: Person
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class _Act:
    code: str
    form: str
    span: Span


def find_appointments(outline: Outline) -> tuple[Appointment, ...]:
    """The acts of the articles, one for each person and verb. Whoever must carry the decision out is no appointee."""
    found: dict[tuple[str, str], Appointment] = {}
    for article in find_articles(outline):
        assert article.span is not None
        for act in _in_article(outline.sheet, article.span):
            found.setdefault((act.action, act.person.name), act)
    return tuple(found.values())


def _in_article(sheet: Sheet, article: Span) -> Iterator[Appointment]:
    carried: tuple[_Act, ...] = ()
    for sentence in sentences(sheet.flat, article):
        if _DUTY.search(sheet.plain, sentence.start, sentence.end):
            continue
        acts = tuple(_acts(sheet, sentence))
        people = tuple(_people(sheet, sentence, listed=bool(carried)))
        opens = acts and (not people or sheet.flat[sentence.start : sentence.end].endswith(":"))
        for index, named in enumerate(people):
            end = people[index + 1].span.start if index + 1 < len(people) else sentence.end
            for act in acts or carried:
                yield _appointment(sheet, sentence, Span(start=named.span.start, end=end), article, act, named)
        if opens or (acts and not carried):
            carried = acts


def _acts(sheet: Sheet, clause: Span) -> Iterator[_Act]:
    for match in _verbs().finditer(sheet.plain, clause.start, clause.end):
        verb = " ".join(match.group().lower().split())
        if _NO_ACT.search(sheet.plain[max(clause.start, match.start() - 30) : match.end() + 9]):
            continue
        row = _rows()[verb]
        yield _Act(code=row["code"], form=row["form"], span=Span(start=match.start(), end=match.end()))


def _people(sheet: Sheet, clause: Span, *, listed: bool) -> Iterator[_Named]:
    found = False
    for match in _HONORIFIC.finditer(sheet.plain, clause.start, clause.end):
        named = _named(sheet, match.end(), clause.end, sheet.flat[match.start("title") : match.end("title")].lower())
        if named:
            found = True
            yield named
    item = _ITEM.match(sheet.flat, clause.start, clause.end)
    if listed and item and not found:
        named = _named(sheet, item.end(), clause.end, None)
        if named and _ENDS_NAME.match(sheet.flat, named.span.end):
            yield named


def _named(sheet: Sheet, start: int, end: int, honorific: str | None) -> _Named | None:
    start += without_degrees(sheet.flat[start:end])
    match = NAME.match(sheet.flat, start, end)
    if match is None or not is_name(match.group()):
        return None
    name = cut_post(joined(match.group()))
    span = Span(start=match.start(), end=match.start() + len(name))
    title = _HONORIFICS.get(plain(honorific or ""))
    return _Named(person=Person(name=name, honorific=title, born_on=born_on(sheet.plain, span.end, end)), span=span)


def _appointment(sheet: Sheet, sentence: Span, own: Span, article: Span, act: _Act, named: _Named) -> Appointment:
    """`own` is the stretch of the sentence that speaks of this person; what it lacks, the whole sentence may say."""
    flat = sheet.flat
    posts = posts_of(
        flat[own.start : own.end],
        flat[sentence.start : sentence.end],
        act.code,
        named.span.end - own.start,
        bool(act.form),
    )
    pay = salary_of(flat[own.start : own.end])
    typed = sheet.typed(sentence)
    told = (named.person.name, posts.position, posts.unit, posts.from_position, posts.from_unit)
    doubted = not typed and any(contradicted(sheet, words) or names_no_place(words) for words in told if words)
    confidence = min(_confidence(sheet, named.span, sentence), 0.6 if doubted else 1.0)
    return Appointment(
        action=act.code,
        person=named.person,
        position=posts.position,
        unit=posts.unit,
        from_position=posts.from_position,
        from_unit=posts.from_unit,
        effective_on=from_day(sheet.plain, own) or from_day(sheet.plain, sentence),
        until=until_day(sheet.plain, own) or until_day(sheet.plain, sentence),
        term_months=months(sheet.plain[sentence.start : article.end]),
        rank=pay.rank,
        rank_code=pay.code,
        grade=pay.grade,
        coefficient=pay.coefficient,
        sentence=sheet.quote(sentence),
        span=sentence,
        place=sheet.place(sentence),
        state="sure" if typed or confidence >= _SURE else "review",
        confidence=confidence,
    )


def _confidence(sheet: Sheet, name: Span, sentence: Span) -> float:
    """Of the name and of all figures, which nothing else confirms; one word that cannot be read spoils any sentence."""
    words = sheet.text.words_in(sentence)
    figures = min((w.confidence for w in words if any(char.isdigit() for char in w.text)), default=1.0)
    weakest = sheet.text.confidence(sentence)
    return min(sheet.text.confidence(name), figures, 1.0 if weakest >= _LEGIBLE else weakest)


@cache
def _rows() -> dict[str, dict[str, str]]:
    return {plain(row["verb"]): row for row in rows("acts")}


@cache
def _verbs() -> re.Pattern[str]:
    either = "|".join(re.escape(v).replace(r"\ ", r"\s+") for v in sorted(_rows(), key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{either})(?!\w)", re.IGNORECASE)
