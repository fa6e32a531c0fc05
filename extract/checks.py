"""What does not add up in a decision: each finding a problem, and a doubt on the facts it touches."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from decisions.decision import Decision
from decisions.fact import Fact, Mention
from decisions.problem import Problem, hedged, problem
from decisions.reading import Reading
from extract.check.attached import attached_problems
from extract.check.bases import base_problems
from extract.check.clauses import clause_problems
from extract.check.days import day_problems
from extract.check.effect import effect_problems
from extract.check.head import head_problems
from extract.check.numbering import numbering_problems
from extract.check.own import own_problems
from extract.check.persons import person_problems
from extract.check.places import seen
from extract.check.recipients import recipient_problems
from extract.check.signer import signer_problems
from extract.check.subject import subject_problems
from extract.check.twice import repetitions
from extract.check.whole import ends_early, gaps, heads_beside
from extract.citation_checks import citation_problems
from extract.find.signer import own_looks
from extract.outline import Outline
from extract.personnel import out_of_time, personnel_problems
from extract.settle import doubted, for_review

#: Which facts and lists a problem makes doubtful.
_TOUCHES = {
    "effect_before_issue": ("effective_on",),
    "expiry_before_effect": ("effective_on", "expires_on"),
    "issued_after_signature": ("issued_on",),
    "number_kind_mismatch": ("number",),
    "number_issuer_mismatch": ("number", "issuer"),
    "number_year_mismatch": ("number", "issued_on"),
    "number_form": ("number",),
    "units_disbanded": ("issuer",),
    "signer_of_another_office": ("signer",),
    "subject_act_differs": ("appointments",),
    "subject_post_differs": ("appointments",),
    "two_heads": (
        *("number", "issued_on", "issuer", "subject", "signer", "effective_on", "expires_on"),
        *("relations", "appointments"),
    ),
}


#: On which facts a problem rests. Where one of them is in review already, a misreading may be all that is wrong.
_RESTS_ON = {
    "effect_before_issue": ("effective_on", "issued_on"),
    "effect_too_early": ("effective_on", "issued_on"),
    "expiry_before_effect": ("effective_on", "expires_on"),
    "issued_after_signature": ("issued_on",),
    "number_kind_mismatch": ("number", "kind"),
    "number_issuer_mismatch": ("number", "issuer"),
    "number_year_mismatch": ("number", "issued_on"),
    "number_form": ("number",),
    "units_disbanded": ("issuer", "issued_on"),
    "signer_of_another_office": ("signer", "issuer"),
    "punishment_not_of_time": ("issued_on",),
}
#: A line that no eye recognised looks like one that is not there: a heading, the number, a row of a list.
_OF_LINES = frozenset(
    {"missing_article", "missing_first_article", "no_articles", "recipients_article", "number_absent", "list_count"}
)


def find_problems(decision: Decision, outline: Outline, reading: Reading) -> Decision:
    """The decision with its problems, and with what they touch no longer sure."""
    if outline.head is None:
        return replace(decision, problems=(problem("no_head"), *_in_citations(decision, outline)))
    found = [
        *head_problems(decision, outline),
        *heads_beside(outline),
        *day_problems(decision, outline, reading.signatures),
        *effect_problems(decision, outline),
        *numbering_problems(decision, outline),
        *clause_problems(decision, outline),
        *gaps(decision, outline),
        *signer_problems(decision, outline, own_looks(outline, reading.looks), cut=ends_early(decision, outline)),
        *base_problems(decision),
        *own_problems(decision, outline),
        *attached_problems(decision, outline),
        *_in_citations(decision, outline),
        *recipient_problems(decision, outline),
        *repetitions(outline),
        *personnel_problems(decision, outline),
        *person_problems(decision, outline),
        *subject_problems(decision, outline),
    ]
    found = [_as_sure_as_read(each, decision, outline) for each in found]
    names = {name for each in found for name in _TOUCHES.get(each.code, ())}
    acts = tuple(
        for_review(act, 0.5) if out_of_time(act, decision.issued_on.value) else act for act in decision.appointments
    )
    decision = replace(decision, problems=tuple(found), appointments=acts)
    touched: dict[str, Any] = {name: _no_longer_sure(getattr(decision, name)) for name in names}
    return replace(decision, **touched)


def _no_longer_sure(told: Fact[Any] | tuple[Any, ...]) -> Fact[Any] | tuple[Any, ...]:
    """A fact, or all items of a list."""
    return doubted(told) if isinstance(told, Fact) else tuple(for_review(each, 0.5) for each in told)


def _as_sure_as_read(found: Problem, decision: Decision, outline: Outline) -> Problem:
    facts = (getattr(decision, name) for name in _RESTS_ON.get(found.code, ()))
    doubtful = [fact for fact in facts if fact.state == "review"]
    if any(_by_eye(mention, outline) for fact in doubtful for mention in fact.said):
        return hedged(found, "perhaps_misread")
    if found.code in _OF_LINES and outline.sheet.source(outline.body) == "ocr":
        return hedged(found, "perhaps_overlooked")
    return found


def _by_eye(mention: Mention, outline: Outline) -> bool:
    """The reader of digits says what it saw without a place in the text, and is never wholly sure; a form field is."""
    return mention.confidence < 1 if mention.span is None else seen(outline.sheet, mention.span)


def _in_citations(decision: Decision, outline: Outline) -> Iterator[Problem]:
    day = decision.issued_on.value if decision.issued_on.state == "sure" else None
    for citation in (*decision.bases, *decision.citations):
        for found in citation_problems(citation, day):
            doubtful = citation.state == "review" and seen(outline.sheet, citation.span)
            yield hedged(found, "perhaps_misread") if doubtful else found
