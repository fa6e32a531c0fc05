"""Articles by their numbers: one that is missing, one whose number another has, one that stands behind a later one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise, takewhile

from decisions.decision import Article, Decision
from decisions.number import parse_number
from decisions.problem import Problem, hedged, problem
from extract.check.places import seen
from extract.check.twice import repeated
from extract.find.articles import AMENDS, passed_over
from extract.outline import Outline
from extract.plain import plain

_SHOWN = 60  #: letters of an article that are shown


def numbering_problems(decision: Decision, outline: Outline) -> Iterator[Problem]:
    articles = decision.articles
    if not articles and decision.kind.value == "quyet_dinh" and not _is_of_the_party(decision):
        yield problem("no_articles", field="articles")
    strays = tuple(_of_its_own(articles, passed_over(outline)))
    # One whose number stands there for the second time is told as a stray.
    articles = tuple(each for above, each in zip((None, *articles), articles, strict=False) if not _again(above, each))
    yield from _missing(articles, strays)
    told = repeated(outline) if strays else ()
    for each in strays:
        before = _before(articles, each)
        if before is None or any(span.start <= _start(each) < span.end for span in told):
            continue  # told as a paragraph or a page that stands there twice
        found = _stray(each, before, articles)
        yield hedged(found, "perhaps_misread") if seen(outline.sheet, each.span) else found


def _is_of_the_party(decision: Decision) -> bool:
    """Its decisions may say what they decide without articles (Guide 36-HD/VPTW)."""
    number = parse_number(decision.number.value or "")
    return number is None or number.style == "party"


def _of_its_own(articles: tuple[Article, ...], strays: tuple[Article, ...]) -> Iterator[Article]:
    """Without new wording, numbers that are not reached, and a text below the last article that counts from one."""
    last = _start(articles[-1]) if articles else 0
    for each in takewhile(lambda stray: number_of(stray) > 1 or _start(stray) < last, strays):
        within = _before(articles, each)
        if within is None or not (AMENDS.match(plain(within.text)) or number_of(each) > number_of(within)):
            yield each


def _stray(stray: Article, before: Article, articles: tuple[Article, ...]) -> Problem:
    """It bears a number that another has, or one that is too low where it stands."""
    if any(article.label == stray.label for article in articles):
        words = " ".join(stray.text.split())
        printed = words if len(words) <= _SHOWN else f"{words[:_SHOWN]}…"
        return problem("article_twice", field="articles", place=stray.place, number=number_of(stray), printed=printed)
    numbers = {"number": number_of(stray), "before": number_of(before)}
    return problem("article_out_of_order", field="articles", place=stray.place, **numbers)


def _missing(articles: tuple[Article, ...], strays: tuple[Article, ...]) -> Iterator[Problem]:
    """A number that nothing bears. One that stands elsewhere, or was given an article wrongly, is told as that."""
    elsewhere = {number_of(each) for each in strays}
    for above, article in pairwise((None, *articles)):
        assert article is not None
        before, after = number_of(above) if above else 0, number_of(article)
        missing = [number for number in range(before + 1, after) if number not in elsewhere]
        between = [each for each in strays if _before(articles, each) is above]
        if len(missing) > len([each for each in between if number_of(each) <= before]):
            numbers = {"after": after, "missing": ", ".join(map(str, missing))} | ({"before": before} if before else {})
            code = "missing_article" if before else "missing_first_article"
            yield problem(code, field="articles", place=article.place, **numbers)


def _again(above: Article | None, article: Article) -> bool:
    return above is not None and above.label == article.label


def _before(articles: tuple[Article, ...], stray: Article) -> Article | None:
    """The article in which it stands, as its number was not counted."""
    return next((each for each in reversed(articles) if _start(each) <= _start(stray)), None)


def number_of(article: Article) -> int:
    return int(re.sub(r"\D", "", article.label))


def _start(article: Article) -> int:
    return article.span.start if article.span else 0
