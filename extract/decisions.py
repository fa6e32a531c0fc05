"""A reading becomes the decisions that it holds: one for each instrument, one without a head for an article."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from decisions.decision import Appointment, Citation, Decision, Relation
from decisions.fact import Fact
from decisions.reading import Reading
from extract.checks import find_problems
from extract.cite import cite
from extract.find.annexed import find_annexed
from extract.find.annexes import find_annexes, provision_of
from extract.find.appointments import find_appointments
from extract.find.articles import find_articles
from extract.find.attached import find_attached
from extract.find.by_law import effect_by_law, ruling
from extract.find.cited import Cited
from extract.find.consolidated import merged
from extract.find.delegations import find_delegations
from extract.find.distinct import Seen, distinct, mentions_of_each
from extract.find.effect import find_effect
from extract.find.execution import find_execution
from extract.find.expired import find_expired, with_days
from extract.find.filed import with_name_of_date, with_name_of_number
from extract.find.foretold import with_effect
from extract.find.issued import find_issued_on, find_place
from extract.find.issuer import find_issuers
from extract.find.judgments import without_judgments
from extract.find.kind import CONSOLIDATED, find_kind
from extract.find.listed import find_listed, together
from extract.find.number import find_number
from extract.find.recipients import find_recipients
from extract.find.relations import find_relations, relation_to
from extract.find.signer import find_signer
from extract.find.subject import find_subject, subject_span
from extract.find.surnames import with_surname
from extract.outline import Outline, outlines
from extract.settle import for_review
from extract.sheet import sheet


def find_decisions(reading: Reading) -> tuple[Decision, ...]:
    """The instruments in a file, in order. A text without a head of its own gives exactly one, its facts absent."""
    return tuple(_decision(outline, reading) for outline in outlines(sheet(reading.text)))


def _decision(outline: Outline, reading: Reading) -> Decision:
    dated = find_issued_on(outline, reading.fields, reading.slots, reading.signatures)
    issued_on = with_name_of_date(with_effect(dated, outline), reading.name)
    issuer, issuer_parent = find_issuers(outline, issued_on.value, reading.signatures)
    effective_on, expires_on = find_effect(outline, issued_on)
    decision = Decision(
        kind=find_kind(outline),
        number=with_name_of_number(find_number(outline, reading.fields, reading.slots, issuer.value), reading.name),
        issued_on=issued_on,
        place=find_place(outline, issuer),
        issuer=issuer,
        issuer_parent=issuer_parent,
        subject=find_subject(outline),
        signer=find_signer(outline, reading.signatures, reading.looks, issuer.value),
        effective_on=effective_on,
        expires_on=expires_on,
        articles=find_articles(outline),
        appointments=_appointments(outline, issued_on, effective_on),
        delegations=find_delegations(outline, issued_on, effective_on),
        annexes=find_annexes(outline),
        recipients=find_recipients(outline),
        span=outline.span,
    )
    if decision.effective_on.state == "absent":
        decision = replace(decision, effective_on=effect_by_law(decision))
    linked = _linked(decision, outline)
    if linked.effective_on.state == "absent":  # its acts work at once all the same
        linked = _carried_out(linked, find_execution(outline, issued_on))
    linked = replace(linked, provision=provision_of(linked.articles, linked.relations))
    return find_problems(linked, outline, reading)


def _carried_out(decision: Decision, since: Fact[date]) -> Decision:
    """Whether its acts wait for a later day from which it is to be carried out, a person tells."""
    later = since.value is not None and since.value != decision.issued_on.value
    relations = (
        for_review(each) if later and each.source is None and each.effective_on is not None else each
        for each in decision.relations
    )
    return replace(decision, effective_on=since, relations=tuple(relations))


def _appointments(outline: Outline, issued_on: Fact[date], effective_on: Fact[date]) -> tuple[Appointment, ...]:
    """The acts of the articles and of the lists, their persons with surnames that people have."""
    acts = together(find_appointments(outline, issued_on, effective_on), find_listed(outline, issued_on))
    return tuple(with_surname(outline.sheet, act) for act in acts)


def _linked(decision: Decision, outline: Outline) -> Decision:
    """The decision with its citations and what it does to them."""
    bases, elsewhere = cite(outline, decision)
    stated = find_relations(
        outline.sheet,
        sorted((*bases, *elsewhere), key=lambda cited: cited.core.start),
        title=subject_span(outline),
        body=outline.body if outline.head else None,
        effective_on=_day_of_effect(decision).value,
    )
    stated = tuple(without_judgments(stated, decision.issuer.value))
    direct = tuple(_outermost(bases, stated))
    held = distinct(base.citation for base in direct)
    known = Seen(held)
    return replace(
        decision,
        bases=held,
        citations=tuple(c for c in distinct(each.citation for each in (*bases, *elsewhere)) if c not in known),
        relations=_relations(decision, outline, direct, (*bases, *elsewhere), stated),
    )


def _relations(
    decision: Decision,
    outline: Outline,
    bases: tuple[Cited, ...],
    cited: tuple[Cited, ...],
    stated: tuple[Relation, ...],
) -> tuple[Relation, ...]:
    """based_on for every base, what the sentences state, refers_to for what is left.

    A text without a head of its own, or a consolidated one, does nothing to what it names: it tells what others do, and
    refers. The consolidated one puts some of them together.
    """
    if outline.head is None or decision.kind.value == CONSOLIDATED:
        told = tuple(relation for relation in stated if relation.source is not None)
        whole = merged(outline, cited) if outline.head else ()
        made = tuple(relation_to("consolidates", each, outline.sheet) for each in whole)
        made = made if decision.kind.state == "sure" else tuple(for_review(each) for each in made)
        return (*made, *told, *_referred(cited, tuple(each.target for each in made), outline))
    seen = Seen()
    based = [relation_to("based_on", first, outline.sheet, *rest) for first, *rest in mentions_of_each(bases, seen)]
    day = _day_of_effect(decision)
    stated = tuple(_no_surer_than(day, each) for each in stated)
    stated = with_days(stated, tuple(find_expired(outline, cited)))
    attached = tuple(_no_surer_than(day, each) for each in find_attached(outline, day.value))
    annexed = tuple(_no_surer_than(day, each) for each in find_annexed(outline, cited, day.value))
    touched = tuple(r.target for r in (*based, *stated, *annexed) if r.source is None)
    worded = {r.target.span for r in stated if r.source and r.action == "refers_to"}
    said = tuple(each for each in cited if each.span not in worded)
    return (*based, *stated, *annexed, *attached, *_referred(said, touched, outline))


def _day_of_effect(decision: Decision) -> Fact[date]:
    """From when its acts work.

    A decision on a single matter that does not say so works at once, a normative act does not.
    """
    silent = decision.effective_on.state == "absent" and ruling(decision) is None
    return decision.issued_on if silent else decision.effective_on


def _no_surer_than(day: Fact[date], relation: Relation) -> Relation:
    """A relation from a doubtful day on is for review as the day is."""
    if day.state == "sure" or day.value is None or relation.effective_on != day.value:
        return relation
    return replace(relation, state="review", confidence=min(relation.confidence, day.confidence))


def _referred(cited: tuple[Cited, ...], touched: tuple[Citation, ...], outline: Outline) -> Iterator[Relation]:
    """refers_to for what nothing else is done to, each instrument once."""
    for first, *again in mentions_of_each(cited, Seen(touched)):
        yield relation_to("refers_to", first, outline.sheet, *again)


def _outermost(cited: tuple[Cited, ...], stated: tuple[Relation, ...]) -> Iterator[Cited]:
    """Those that are not named only within another's title: "Nghị định B sửa đổi Nghị định A và Nghị định C" is based on B."""
    acted_on = {each.target.span for each in stated if each.source and _start(each.source) < _start(each.target)}
    reached = 0
    for each in cited:
        if each.core.start >= reached and each.span not in acted_on:
            yield each
        reached = max(reached, each.span.end)


def _start(citation: Citation) -> int:
    return citation.span.start if citation.span else 0
