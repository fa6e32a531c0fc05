"""What a reader must find on the pages of a draft: the draft as a decision, every fact confirmed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

from decisions.decision import Annex, Article, Citation, Decision, Provision, Relation, Signer
from decisions.fact import Fact
from decisions.problem import Problem
from samples.draft import Annex as DraftAnnex
from samples.draft import Draft, Ground, Signing

T = TypeVar("T")


def truth(draft: Draft) -> Decision:
    """The decision that the draft is; spans and places are left out, since they belong to one reading of one scan."""
    bases = tuple(_distinct(cite for ground in draft.grounds for cite in ground.cites))
    elsewhere = (
        *draft.cites,
        *(cite for ground in draft.grounds for cite in ground.inside),
        *(cite for clause in draft.clauses for cite in clause.cites),
        *(draft.annex.cites if draft.annex else ()),
    )
    citations = tuple(cite for cite in _distinct((*bases, *elsewhere)) if cite not in bases)
    stated = (
        *(relation for ground in draft.grounds for relation in (*_rests_on(ground), *ground.relations)),
        *(relation for clause in draft.clauses for relation in clause.relations),
        *(draft.annex.relations if draft.annex else ()),
    )
    return Decision(
        kind=_fact(draft.kind),
        number=_fact(draft.number),
        issued_on=_fact(draft.issued_on),
        place=_fact(draft.place),
        issuer=_fact(draft.issuer),
        issuer_parent=_fact(draft.issuer_parent),
        subject=_fact(draft.subject),
        signer=_fact(_signer(draft.signing)),
        effective_on=_fact(draft.effective_on),
        expires_on=_fact(draft.expires_on),
        bases=bases,
        citations=citations,
        relations=(*stated, *_refers(citations, stated)),
        appointments=tuple(act for clause in draft.clauses for act in clause.appointments),
        delegations=tuple(power for clause in draft.clauses for power in clause.delegations),
        articles=tuple(
            Article(label=clause.label, text=clause.text)
            for clause in draft.clauses
            if clause.label.startswith("Điều ")
        ),
        annexes=(_annex(draft.annex),) if draft.annex else (),
        provision=_provision(draft),
        recipients=draft.recipients,
        problems=tuple(Problem(code=code, message="", message_en="") for code in draft.problems),
    )


def _fact(value: T | None) -> Fact[T]:
    return Fact() if value is None else Fact(value=value, state="confirmed", confidence=1.0)


def _distinct(cites: Iterable[Citation]) -> Iterator[Citation]:
    """Each instrument once, by its first mention: a number, or a law's name."""
    seen: set[str] = set()
    for cite in cites:
        key = cite.number or f"{cite.kind} {cite.subject or cite.text} {cite.issued_on}"
        if key not in seen:
            seen.add(key)
            yield cite


def _refers(citations: Iterable[Citation], stated: Iterable[Relation]) -> Iterator[Relation]:
    """What is named and nothing is done to is referred to."""
    touched = [relation.target for relation in stated if relation.source is None]
    for cite in citations:
        if cite not in touched:
            yield Relation(action="refers_to", target=cite, scope=cite.parts, sentence=cite.text)


def _rests_on(ground: Ground) -> tuple[Relation, ...]:
    return tuple(
        Relation(action="based_on", target=cite, scope=cite.parts, sentence=ground.text) for cite in ground.cites
    )


def _annex(printed: DraftAnnex) -> Annex:
    return Annex(label=printed.title[0], title=" ".join(printed.title[1:]))


def _provision(draft: Draft) -> Provision | None:
    """Indirect is what issues or approves something that comes with it (Decree 30/2020, appendix III, form 1.3)."""
    if not any(clause.label.startswith("Điều ") for clause in draft.clauses):
        return None
    does = {relation.action for clause in draft.clauses for relation in clause.relations if not relation.target.number}
    return "indirect" if does & {"issues", "approves", "announces"} else "direct"


def _signer(signing: Signing) -> Signer:
    """The stack taken apart as the contract says: last capacity, last title, the body after TM."""
    marked = [line.split(" ", 1) for line in signing.stack if line.split(" ", 1)[0].endswith(".")]
    bodies = [rest for mark, rest in marked if mark == "TM."]
    last = signing.stack[-1]
    return Signer(
        name=signing.name,
        position=last.split(" ", 1)[1] if marked and last.startswith(marked[-1][0]) else last,
        capacity=marked[-1][0] if marked else None,
        on_behalf_of=bodies[0] if bodies else None,
    )
