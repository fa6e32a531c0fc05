"""What does not add up in personnel acts: lists with other counts than they say, pay that no scale has, odd times."""

from __future__ import annotations

import re
from collections.abc import Iterator

from decisions.decision import Appointment, Decision
from decisions.fold import fold
from decisions.problem import Problem, problem
from decisions.tables import valid
from decisions.text import Span
from extract.find.scales import expected_coefficient, fits_scale
from extract.lists import list_problems
from extract.outline import Outline
from extract.plain import pattern

#: "Danh sách này có 15 người", "gồm 05 ông, bà có tên sau", "cho 03 cá nhân".
_COUNT = pattern(
    r"(?:danh\s+sách\s+(?:này\s+)?(?:có|gồm)|(?:bao\s+)?gồm(?:\s+có)?|(?:đối\s+với|cho)(?=[^.;\n]{0,60}\s(?:sau|kèm\s+theo))|tổng\s+(?:số|cộng)\s*:?)\s+(?:các\s+)?(?P<many>\d{1,3})\s*(?:\([^)]{2,30}\)\s*)?"
    r"(?P<who>người|ông|cá\s+nhân|đồng\s+chí|thành\s+viên|công\s+chức|viên\s+chức|cán\s+bộ)(?!\w)",
    re.IGNORECASE,
)


def personnel_problems(decision: Decision, outline: Outline) -> Iterator[Problem]:
    """Counts, pay and punishments of the acts of a decision."""
    if not decision.appointments:
        return
    yield from _counts(decision, outline)
    yield from list_problems(outline)
    for act in decision.appointments:
        yield from _pay(act)
        yield from _times(act)
        yield from _punishment(act, decision)


def _counts(decision: Decision, outline: Outline) -> Iterator[Problem]:
    sheet = outline.sheet
    persons = {" ".join(fold(act.person.name).split()) for act in decision.appointments}
    for match in _COUNT.finditer(sheet.plain, outline.body.start, outline.span.end):
        if int(match["many"]) != len(persons):
            here = sheet.place(Span(start=match.start(), end=match.end()))
            yield problem("list_count", field="appointments", place=here, told=int(match["many"]), found=len(persons))


def _pay(act: Appointment) -> Iterator[Problem]:
    for code, grade, coefficient in (
        (act.rank_code, act.grade, act.coefficient),
        (act.from_rank_code or act.rank_code, act.from_grade, act.from_coefficient),
    ):
        if fits_scale(code, grade, coefficient) is False:
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
