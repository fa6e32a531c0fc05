"""A held document as the index needs it."""

from __future__ import annotations

from decisions.decision import Decision
from decisions.question import IndexEntry, PageString
from decisions.reading import Reading
from decisions.text import Span
from search_api.chain.status import spells
from search_api.store import DecisionStore, Held


def entry(store: DecisionStore, held: Held) -> IndexEntry:
    """Values as on paper; the text is that of the scan which the decision was read from."""
    decision, first = held.decision, held.copies[0]
    reading = store.reading(first.scan)
    signer = decision.signer.value
    return IndexEntry(
        id=held.id,
        kind=decision.kind.value,
        number=decision.number.value,
        issued_on=decision.issued_on.value,
        issuer=decision.issuer.value,
        subject=decision.subject.value,
        signer=signer.name if signer else None,
        name=first.name,
        persons=_persons(decision),
        cited=_cited(decision),
        spells=tuple(spells(store, held.id)),
        pages=_pages(reading, decision.span) if reading else (),
    )


def _persons(decision: Decision) -> tuple[str, ...]:
    trusted = (power.person for power in decision.delegations)
    people = (*(act.person for act in decision.appointments), *trusted)
    return tuple(dict.fromkeys(person.name for person in people if person))


def _cited(decision: Decision) -> tuple[str, ...]:
    """What is printed and what is meant: both are asked for."""
    relations = decision.relations
    citations = (
        *decision.bases,
        *decision.citations,
        *(relation.target for relation in relations),
        *(relation.source for relation in relations if relation.source),
    )
    numbers = (number for citation in citations for number in (citation.number, citation.printed))
    return tuple(dict.fromkeys(number for number in numbers if number))


def _pages(reading: Reading, part: Span | None) -> tuple[PageString, ...]:
    """The pages of the decision's own part of the file."""
    text = reading.text
    start, end = (part.start, part.end) if part else (0, len(text.string))
    return tuple(
        PageString(number=page.number, text=text.string[max(start, page.span.start) : min(end, page.span.end)])
        for page in text.pages
        if page.span.start < end and start < page.span.end
    )
