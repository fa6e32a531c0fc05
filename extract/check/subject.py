"""A subject that says another act, or another post, than the article: "bổ nhiệm" above "Miễn nhiệm …"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from decisions.decision import Appointment, Decision
from decisions.fold import fold
from decisions.problem import Problem, hedged, problem
from decisions.tables import Row, rows
from decisions.text import Span
from extract.check.places import seen
from extract.find.acts import Act, acts_in
from extract.find.post_acts import GIVES, TAKES_AWAY
from extract.find.subject import subject_span
from extract.outline import Outline

_READ = 0.9
_LEAVES = TAKES_AWAY | {"nghi_huu", "thoi_viec"} - {"giang_chuc"}
#: Whoever is given a post is not taken one by the same words, whoever is praised is not punished.
_OPPOSITE = ((GIVES, _LEAVES), (_LEAVES, GIVES), ({"khen_thuong"}, {"ky_luat"}), ({"ky_luat"}, {"khen_thuong"}))


def subject_problems(decision: Decision, outline: Outline) -> Iterator[Problem]:
    sheet, title = outline.sheet, subject_span(outline)
    done = [act for act in decision.appointments if act.span and act.span.start >= outline.body.start]
    said = acts_in(sheet, title) if title else ()
    if title is None or not said or not done or sheet.text.confidence(title) < _READ:
        return
    if any(act.state != "sure" and seen(sheet, act.span) for act in done):
        return
    differs = _act(said, done) or _post(outline, title, said, done)
    if differs:
        code, printed, told = differs
        found = problem(code, field="subject", place=sheet.place(title), printed=printed, told=told)
        yield hedged(found, "perhaps_misread") if seen(sheet, title, done[0].span) else found


def _act(said: tuple[Act, ...], done: list[Appointment]) -> tuple[str, str, str] | None:
    titled, acts = {act.code for act in said}, {act.action for act in done}
    if any(titled <= one and acts <= other for one, other in _OPPOSITE):
        return "subject_act_differs", _labels()[said[0].code], _labels()[done[0].action]
    return None


def _post(outline: Outline, title: Span, said: tuple[Act, ...], done: list[Appointment]) -> tuple[str, str, str] | None:
    """The head in the one, his deputy in the other. What somebody was before may stand in the subject too."""
    given = [act for act in done if act.action in GIVES and act.position]
    if len(said) != 1 or len({(act.person.name, act.position) for act in given}) != 1:
        return None
    printed = next(_posts_in(outline.sheet.bare[said[0].span.end : title.end]), None)
    meant = next(_posts_in(fold(given[0].position or "")), None)
    before = next(_posts_in(fold(given[0].from_position or "")), None)
    if printed is None or meant is None or printed == before:
        return None
    deputy = printed["title"] == meant["deputy_of"] or meant["title"] == printed["deputy_of"]
    return ("subject_post_differs", printed["title"], meant["title"]) if deputy else None


def _posts_in(bare: str) -> Iterator[Row]:
    return (_titles()[" ".join(match.group().split())] for match in _any_title().finditer(bare))


@cache
def _titles() -> dict[str, Row]:
    return {" ".join(fold(row["title"]).split()): row for row in rows("posts")}


@cache
def _any_title() -> re.Pattern[str]:
    """The longest first, so that a deputy is not his head."""
    titles = (title.replace(" ", r"\s+") for title in sorted(_titles(), key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{'|'.join(titles)})(?!\w)")


@cache
def _labels() -> dict[str, str]:
    return {row["code"]: row["label"] for row in rows("acts")}
