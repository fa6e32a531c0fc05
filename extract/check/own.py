"""A decision that rests on itself, or ends itself: its own number stands where another's was meant."""

from __future__ import annotations

from collections.abc import Iterator

from decisions.decision import Action, Decision
from decisions.number import find_numbers, number_key
from decisions.problem import Problem, problem
from decisions.tables import action_effects, rows
from decisions.text import Span
from extract.find.citations import find_citations
from extract.find.cited import Cited
from extract.find.clauses import clauses
from extract.find.own import is_own
from extract.find.quoted import quoted
from extract.find.verbs import acts_before
from extract.outline import Outline


def own_problems(decision: Decision, outline: Outline) -> Iterator[Problem]:
    """Only where its number is sure: a misread one may be any other's."""
    if decision.number.value is None or decision.number.state == "review":
        return
    for cited, clause in _own_mentions(decision, outline):
        bases = outline.bases is not None and outline.bases.start <= clause.start < outline.bases.end
        acts = [verb.action for verb in acts_before(outline.sheet.plain, clause.start, cited.core.start)]
        done: list[Action] = ["based_on"] if bases else [action for action in acts if action in action_effects()]
        for action in done[:1]:
            here = outline.sheet.place(cited.core)
            said = next(row for row in rows("actions") if row["code"] == action)
            words = {"action": said["vietnamese"], "action_en": said["english"]}
            yield problem("edge_self_loop", field="citations", place=here, target=decision.number.value, **words)


def _own_mentions(decision: Decision, outline: Outline) -> Iterator[tuple[Cited, Span]]:
    """Where the bases and the articles, new wording aside, cite the decision itself, with the clause around."""
    sheet, key, quotes = outline.sheet, number_key(decision.number.value or ""), quoted(outline.sheet.flat)
    for stretch in filter(None, (outline.bases, outline.body)):
        found = find_numbers(sheet.flat, stretch.start, stretch.end)
        own = [each.start for each in found if number_key(str(each.number)) == key and not quotes.around(each.start)]
        for clause in clauses(sheet.flat, stretch) if own else ():
            if any(clause.start <= start < clause.end for start in own):
                cited = find_citations(sheet, clause)
                yield from ((each, clause) for each in cited if is_own(each.citation, decision))
