"""Does the decision speak of one person throughout? The act in its article, the subject above, those who carry it out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from decisions.decision import Appointment, Article, Decision
from decisions.fold import fold, mark
from decisions.problem import Problem, hedged, problem
from decisions.text import Span
from extract.check.places import seen
from extract.find.acts import acts_in
from extract.find.people import Named, people_in
from extract.find.subject import subject_span
from extract.letters import one_letter_apart
from extract.outline import Outline
from extract.plain import pattern

_READ = 0.9  #: confidence from which two names that an eye read are compared
_MARKS_READ = 0.95  #: … where but marks tell them apart, which eyes confuse first
_CARRIED_OUT = pattern(r"(?:chịu|có)\s+trách\s+nhiệm|thi\s+hành\s+Quyết\s+định", re.IGNORECASE)
#: "bổ nhiệm người thay ông A": whom the act does not befall.
_INSTEAD = pattern(r"(?<!\w)(?:thay|cho con|cho vợ|cho chồng|thân nhân|gia đình)(?!\w)", re.IGNORECASE)


def person_problems(decision: Decision, outline: Outline) -> Iterator[Problem]:
    """Only where one person alone undergoes what the article does, and every name in question was read well."""
    article, act = _only(decision)
    name = _named(act, article, outline) if act and article else None
    if act is None or article is None or name is None:
        return
    others = ((other.label, each) for other in decision.articles for each in _carrying_out(other, name, outline))
    titled = (("", each) for each in _in_subject(act, name, decision, outline))
    for label, each in (*titled, *others):
        if not _read(each, name, outline):
            continue
        where = {"where": label or "Trích yếu", "where_en": label.replace("Điều", "Article") or "The subject"}
        found = problem(
            "person_differs",
            field="appointments" if label else "subject",
            place=outline.sheet.place(each.span),
            printed=each.person.name,
            name=name.person.name,
            article=article.label,
            article_en=article.label.replace("Điều", "Article"),
            **where,
        )
        yield hedged(found, "perhaps_misread") if seen(outline.sheet, each.span, name.span) else found


def _read(one: Named, other: Named, outline: Outline) -> bool:
    """Were both read well enough to be held against each other?"""
    confidence = min(outline.sheet.text.confidence(each.span) for each in (one, other))
    return confidence >= (_MARKS_READ if fold(one.person.name) == fold(other.person.name) else _READ)


def _only(decision: Decision) -> tuple[Article | None, Appointment | None]:
    """The first article that does something to a person, and its act if there is one person in it."""
    for article in decision.articles:
        acts = [act for act in decision.appointments if _within(act.span, article.span)]
        if acts:
            names = {fold(act.person.name) for act in acts}
            return article, acts[0] if len(names) == 1 else None
    return None, None


def _named(act: Appointment, article: Article, outline: Outline) -> Named | None:
    """The name in the article itself, in one spelling."""
    assert article.span is not None
    people = people_in(outline.sheet, article.span, listed=False)
    own = [each for each in people if fold(each.person.name) == fold(act.person.name)]
    one = len({mark(each.person.name) for each in own}) == 1
    return own[0] if one else None


def _carrying_out(article: Article, name: Named, outline: Outline) -> Iterator[Named]:
    """Whoever is nearly that person, in an article behind; not beside him, and named nowhere else."""
    sheet, span = outline.sheet, article.span
    if span is None or span.start <= name.span.start or not _CARRIED_OUT.search(sheet.plain, span.start, span.end):
        return
    people = people_in(sheet, span, listed=False)
    if any(mark(each.person.name) == mark(name.person.name) for each in people):
        return
    above = mark(sheet.flat[outline.bases.start if outline.bases else outline.body.start : span.start])
    for each in people:
        if nearly(each.person.name, name.person.name) and mark(each.person.name) not in above:
            yield each


def _in_subject(act: Appointment, name: Named, decision: Decision, outline: Outline) -> Iterator[Named]:
    """The one person of the subject who is another, though the act is the same."""
    sheet, title = outline.sheet, subject_span(outline)
    people = people_in(sheet, title, listed=False) if title else ()
    if title is None or len(people) != 1 or _INSTEAD.search(sheet.plain, title.start, title.end):
        return
    (other,) = people
    same = any(done.code == act.action for done in acts_in(sheet, title))
    named_below = any(fold(other.person.name) in fold(article.text) for article in decision.articles)
    if mark(other.person.name) == mark(name.person.name) or not same:
        return
    if nearly(other.person.name, name.person.name) or not named_below:
        yield other


def nearly(one: str, other: str) -> bool:
    """One syllable differs: in its marks or a letter, or in the midst of a name. Two who share but the given name, or
    all but that, are two.
    """
    first, second = mark(one).split(), mark(other).split()
    unlike = [at for at, pair in enumerate(zip(first, second, strict=False)) if pair[0] != pair[1]]
    if len(first) != len(second) or len(unlike) != 1 or len(first) < 3:
        return False
    (at,) = unlike
    return 0 < at < len(first) - 1 or one_letter_apart(fold(first[at]), fold(second[at]))


def _within(inner: Span | None, outer: Span | None) -> bool:
    return inner is not None and outer is not None and outer.start <= inner.start < outer.end
