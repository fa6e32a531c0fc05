"""Decisions, citations and scans made of a few words, for tests of the store and the chain."""

from __future__ import annotations

import hashlib
from datetime import date
from typing import Any

from decisions.decision import Action, Citation, Decision, Relation
from decisions.fact import Candidate, Fact, State
from decisions.reading import Reading
from decisions.text import DocumentText
from search_api.store import DecisionStore, Scan

WARD = "Ủy ban nhân dân phường Bạch Mai"
DISTRICT = "Ủy ban nhân dân quận Hai Bà Trưng"


def scan(name: str) -> tuple[Scan, Reading]:
    """A scan of one page whose bytes are its name."""
    sha256 = hashlib.sha256(name.encode()).hexdigest()
    reading = Reading(sha256=sha256, media_type="application/pdf", text=DocumentText(string=f"Chữ của {name}\n"))
    return Scan(sha256=sha256, name=name, media_type="application/pdf", size=len(name), pages=1), reading


def fact(value: Any, state: State = "sure", *others: Any) -> Fact[Any]:
    """A fact; `others` are the other candidates of one in review."""
    if value is None:
        return Fact()
    candidates = tuple(Candidate(value=each, confidence=0.4) for each in (value, *others)) if others else ()
    return Fact(value=value, state=state, confidence=1.0 if state != "review" else 0.5, candidates=candidates)


def day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def decision(
    number: Any,
    issued_on: Any,
    *relations: Relation,
    issuer: Any = DISTRICT,
    kind: str = "quyet_dinh",
    subject: Any = None,
    effective_on: str | None = None,
    expires_on: str | None = None,
    **rest: Any,
) -> Decision:
    """A decision; number, issuer, date and subject are sure unless given as facts."""
    return Decision(
        kind=fact(kind),
        number=number if isinstance(number, Fact) else fact(number),
        issued_on=issued_on if isinstance(issued_on, Fact) else fact(day(issued_on)),
        issuer=issuer if isinstance(issuer, Fact) else fact(issuer),
        subject=subject if isinstance(subject, Fact) else fact(subject),
        effective_on=fact(day(effective_on)),
        expires_on=fact(day(expires_on)),
        bases=tuple(r.target for r in relations if r.action == "based_on"),
        relations=relations,
        **rest,
    )


def cites(number: str | None, issued_on: str | None = None, issuer: str | None = None, **rest: Any) -> Citation:
    text = rest.pop("text", number or "")
    return Citation(text=text, number=number, printed=number, issued_on=day(issued_on), issuer=issuer, **rest)


def does(action: Action, target: Citation, sentence: str = "", **rest: Any) -> Relation:
    return Relation(action=action, target=target, sentence=sentence, **rest)


def save(store: DecisionStore, name: str, *found: Decision) -> tuple[str, ...]:
    """What the scan `name` says, saved."""
    return store.save(*scan(name), found)
