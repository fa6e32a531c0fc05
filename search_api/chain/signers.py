"""Who else signs for the body at that time: help with the order of names under a seal, never a reason to be sure."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from decisions.decision import Decision, Signer
from decisions.fact import Candidate, Mention
from decisions.fold import mark
from search_api.store import DecisionStore, Entry

BY = "signs_too/1"
_TIME = timedelta(days=400)  #: heads and their deputies stay for years
_ASKED = 40  #: documents looked into, nearest in time first
_LEAST = 0.02  #: confidence of a candidate that the company of others can put first


def by_signers(store: DecisionStore, entry: Entry, entries: list[Entry], decision: Decision) -> Decision:
    """The decision with those candidates first whose names stand under other documents of the body."""
    fact, on = decision.signer, decision.issued_on.value
    if fact.state != "review" or len(fact.candidates) < 2 or on is None:
        return decision
    near = [e for e in entries if e.issuer == entry.issuer and e.id != entry.id and "signer" not in e.doubts]
    timely = sorted(
        (abs(e.issued_on - on), e.id) for e in near if e.issued_on is not None and abs(e.issued_on - on) <= _TIME
    )
    signed = {name: id for _, id in reversed(timely[:_ASKED]) if (name := _signer(store, id))}
    known = [c for c in fact.candidates if c.confidence >= _LEAST and _name(c) in signed]
    if not known:
        return decision
    said = tuple(Mention(text=c.value.name or "", by=f"{BY}, {signed[_name(c)]}", confidence=0.5) for c in known)
    order = (*known, *(c for c in fact.candidates if c not in known))
    confidence = min(fact.confidence, order[0].confidence)
    told = replace(fact, value=order[0].value, confidence=confidence, said=(*fact.said, *said), candidates=order)
    return replace(decision, signer=told)


def _signer(store: DecisionStore, id: str) -> str:
    held = store.decision(id)
    signer = held.decision.signer.value if held else None
    return _key(signer)


def _name(candidate: Candidate[Signer]) -> str:
    return _key(candidate.value)


def _key(signer: Signer | None) -> str:
    """The name with its marks: Hòa and Hoa are two people."""
    return " ".join(mark(signer.name).split()) if signer and signer.name else ""
