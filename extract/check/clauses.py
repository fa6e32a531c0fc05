"""The khoản of an article by their numbers: one that is missing, one whose number another has."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from decisions.decision import Article, Decision
from decisions.problem import Problem, problem
from extract.find.articles import AMENDS
from extract.find.quoted import quoted
from extract.letters import UP
from extract.outline import Outline
from extract.plain import plain
from extract.sheet import Line

_NUMBER = re.compile(rf"(?P<number>\d{{1,2}})\.\s+(?=[{UP}(“\"]|\d\d\s)")
#: A number in another form at the beginning of a line may be the one that is missed.
_LOOSE = re.compile(r"(\d{1,2})(?!\d)")
#: What ends the paragraph above a khoản; without one the number may be a figure that a line begins with.
_ENDED = (".", ";", ":", ")", "”", '"', "/")
_LEAST = 3  #: khoản from which their numbers are a sequence
_FAR = 3  #: places that may be missing between two


@dataclass(frozen=True, slots=True, kw_only=True)
class _Clause:
    number: int
    line: Line


def clause_problems(decision: Decision, outline: Outline) -> Iterator[Problem]:
    """Only of what was typed, and only where the numbers of an article are surely one sequence: a list within a khoản
    begins anew, and new wording has numbers of its own.
    """
    blocks = quoted(outline.sheet.flat)
    for article in decision.articles:
        if article.span is None or AMENDS.match(plain(article.text)):
            continue
        clauses = [each for each in _clauses(article, outline) if blocks.around(each.line.span.start) is None]
        if _is_one_sequence([each.number for each in clauses]) and not _lists_persons(decision, clauses):
            yield from _breaks(article, clauses, outline)


def _clauses(article: Article, outline: Outline) -> Iterator[_Clause]:
    assert article.span is not None
    above = ""
    for line in outline.sheet.within(article.span):
        match = _NUMBER.match(line.text)
        if match and (match["number"] == "1" or above.endswith(_ENDED)) and outline.sheet.typed(line.span):
            yield _Clause(number=int(match["number"]), line=line)
        above = line.text


def _is_one_sequence(numbers: list[int]) -> bool:
    """Does it begin with one, never go back, and leave at most one place out of order?"""
    if len(numbers) < _LEAST or numbers[0] != 1:
        return False
    steps = [after - before for before, after in pairwise(numbers)]
    return numbers[1] > 1 and all(0 <= step <= _FAR for step in steps) and sum(step != 1 for step in steps) == 1


def _lists_persons(decision: Decision, clauses: list[_Clause]) -> bool:
    """Rows of a list of persons are told as such."""
    lines = [each.line.span for each in clauses]
    spans = [act.span for act in decision.appointments if act.span]
    return any(line.start <= span.start < line.end for line in lines for span in spans)


def _breaks(article: Article, clauses: list[_Clause], outline: Outline) -> Iterator[Problem]:
    assert article.span is not None
    begun = {int(found[1]) for line in outline.sheet.within(article.span) if (found := _LOOSE.match(line.text))}
    for above, clause in pairwise(clauses):
        told = {"article": article.label, "number": clause.number}
        here = outline.sheet.place(clause.line.span)
        missing = [number for number in range(above.number + 1, clause.number) if number not in begun]
        if clause.number == above.number:
            yield problem("clause_twice", field="articles", place=here, **told)
        elif missing:
            told |= {"before": above.number, "missing": ", ".join(map(str, missing))}
            yield problem("missing_clause", field="articles", place=here, **told)
