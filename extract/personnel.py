"""What does not add up in personnel acts: lists with other counts than they say, pay that no scale has, odd times."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from decisions.decision import Appointment, Decision
from decisions.fold import fold
from decisions.problem import Problem, hedged, problem
from decisions.tables import valid
from decisions.text import Span
from extract.check.places import seen
from extract.find.acts import acts_in
from extract.find.articles import find_articles
from extract.find.clauses import sentences
from extract.find.post_acts import GIVES, MOVES, TAKES_AWAY
from extract.find.scales import expected_coefficient, fits_scale, of_other_scales
from extract.lists import item_problems, list_problems
from extract.outline import Outline
from extract.plain import pattern

_LONG_BEFORE = 366  #: days
_WHO = r"(?:người|ông|bà|cá\s+nhân|đồng\s+chí|thành\s+viên|công\s+chức|viên\s+chức|cán\s+bộ|giáo\s+viên|nhân\s+viên|thí\s+sinh)(?!\w)"
_MANY = r"(?P<many>\d{1,3})\s*(?:\([^)\d]{2,30}\)\s*)?"
#: "Danh sách này có 15 người", "gồm 05 thành viên": so many there are.
_COUNT = pattern(
    rf"(?:danh\s+sách\s+(?:này\s+)?(?:có|gồm)|(?:bao\s+)?gồm(?:\s+có)?|tổng\s+(?:số|cộng)\s*:?)\s+(?:các\s+)?{_MANY}{_WHO}",
    re.IGNORECASE,
)
#: "Điều động 04 ông (bà) có tên sau", "cho 02 tập thể và 03 cá nhân …, gồm:": so many undergo the act of the sentence.
_OBJECTS = pattern(
    rf"(?<!\d)(?<!\d[/.,])(?<!ngày )(?<!tháng ){_MANY}{_WHO}(?=[^.;\n]{{0,160}}(?:\s(?:sau|kèm\s+theo|dưới\s+đây)(?!\w)|\sgồm\s*:|:\s*\n))",
    re.IGNORECASE,
)
#: "25 đồng chí; … (có danh sách kèm theo)": they are named in a list of its own.
_ATTACHED = pattern(r"[^.\n]{0,200}?danh\s+sách[^.;\n]{0,40}?(?:kèm\s+theo|đính\s+kèm)", re.IGNORECASE)


def personnel_problems(decision: Decision, outline: Outline) -> Iterator[Problem]:
    """Counts, pay and punishments of the acts of a decision."""
    yield from _counts(decision, outline)
    if not decision.appointments:
        return
    yield from list_problems(outline)
    yield from item_problems(decision, outline)
    told: set[str] = set()
    for act in decision.appointments:
        for found in (*_pay(act), *_times(act), *_punishment(act, decision)):
            if found.message in told:
                continue  # two acts on one person have one pay
            told.add(found.message)
            doubtful = act.state == "review" and seen(outline.sheet, act.span)
            yield hedged(found, "perhaps_misread") if doubtful else found


def out_of_time(act: Appointment, issued_on: date | None) -> bool:
    """Does an act end before it begins, befall somebody who was not born or long retired, or give a post that was given
    long before the paper? One of its days is wrong, or is another's: "Phó Hiệu trưởng từ ngày …, giữ chức vụ …".
    """
    if act.action in GIVES | MOVES | TAKES_AWAY and act.effective_on and issued_on:
        if (issued_on - act.effective_on).days > _LONG_BEFORE:
            return True
    return next(_times(act), None) is not None


def _counts(decision: Decision, outline: Outline) -> Iterator[Problem]:
    """Persons told and persons read; also where a list that is told of could not be read at all."""
    sheet, said = outline.sheet, set[tuple[int, int]]()
    for span, told in _told(outline, bodies=bool(decision.appointments)):
        if decision.appointments and outline.annex is None and _ATTACHED.match(sheet.plain, span.end):
            continue  # whoever is named here stands on another list than the one that is not here
        found = len(_persons(decision.appointments, span, outline))
        if told != found and (told, found) not in said:
            said.add((told, found))
            yield problem("list_count", field="appointments", place=sheet.place(span), told=told, found=found)


def _told(outline: Outline, *, bodies: bool) -> Iterator[tuple[Span, int]]:
    """Each number of persons that is told, once: of the lists of acts on persons, not of whoever else is counted.

    `bodies`: those of the members of a body, too, which may be named by their posts alone.
    """
    sheet, seen = outline.sheet, -1
    if not any(many.search(sheet.plain, outline.body.start, outline.span.end) for many in (_COUNT, _OBJECTS)):
        return
    acting = [
        sentence
        for article in find_articles(outline)
        if article.span
        for sentence in sentences(sheet.flat, article.span)
        if any(bodies or not act.body for act in acts_in(sheet, sentence))
    ]
    for sentence in acting:
        end = min(sentence.end + 2, outline.span.end)
        for match in (
            *_COUNT.finditer(sheet.plain, sentence.start, end),
            *_OBJECTS.finditer(sheet.plain, sentence.start, end),
        ):
            if match.start("many") > seen:
                seen = match.start("many")
                yield Span(start=match.start("many"), end=match.end()), int(match["many"])
    for match in _COUNT.finditer(sheet.plain, outline.body.start, outline.span.end) if acting else ():
        if not any(sentence.start <= match.start() < sentence.end for sentence in acting):
            yield Span(start=match.start(), end=match.end()), int(match["many"])


def _persons(acts: tuple[Appointment, ...], told: Span, outline: Outline) -> set[str]:
    """Those of the article in which the number stands; of the whole decision where their list stands elsewhere."""
    articles = (article.span for article in find_articles(outline))
    own = next((span for span in articles if span and span.start <= told.start < span.end), None)
    near = [act for act in acts if own and act.span and own.start <= act.span.start < own.end]
    return {" ".join(fold(act.person.name).split()) for act in near or acts}


def _pay(act: Appointment) -> Iterator[Problem]:
    for code, grade, coefficient in (
        (act.rank_code, act.grade, act.coefficient),
        (act.from_rank_code or act.rank_code, act.from_grade, act.from_coefficient),
    ):
        foreign = act.state == "sure" and of_other_scales(code, grade, coefficient)
        if fits_scale(code, grade, coefficient) is False and not foreign:
            told = ", ".join(part for part in (code, grade and f"bậc {grade}", coefficient) if part)
            expected = " / ".join(expected_coefficient(code, grade)) or "—"
            yield problem(
                "pay_scale", field="appointments", place=act.place, who=act.person.name, told=told, expected=expected
            )


def _times(act: Appointment) -> Iterator[Problem]:
    if act.effective_on and act.until and act.until < act.effective_on:
        days = {"since": f"{act.effective_on:%d/%m/%Y}", "until": f"{act.until:%d/%m/%Y}"}
        yield problem("act_ends_before", field="appointments", place=act.place, who=act.person.name, **days)
    born = act.person.born_on
    if born and act.effective_on and not 15 <= act.effective_on.year - int(born[:4]) <= 80:
        yield problem("odd_birth", field="appointments", place=act.place, who=act.person.name, born=born)


def _punishment(act: Appointment, decision: Decision) -> Iterator[Problem]:
    """A form of punishment that the law of the day does not know."""
    day = decision.issued_on.value
    if act.action == "ky_luat" and act.form and day:
        known = {fold(row["form"]) for row in valid("punishments", day)}
        if fold(act.form) not in known:
            yield problem(
                "punishment_not_of_time", field="appointments", place=act.place, form=act.form, issued=f"{day:%d/%m/%Y}"
            )
