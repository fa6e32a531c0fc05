"""Documents that cite one whose number or date a pen left in doubt: independent witnesses of what it is.

A citation counts where it was read without doubt, names the same body, and agrees with one of the candidates of the
number and one of the date. It makes a fact sure only together with the paper: the candidate is the paper's own first,
the citation also says what the document is about, and no citation speaks for another candidate. On one day an office
gives several numbers to papers that are much alike, so that a citation alone shows too little.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from decisions.decision import Decision
from decisions.fact import Candidate, Fact, Mention
from decisions.fold import words
from decisions.issuer import same_issuer
from decisions.number import number_key
from search_api.chain.cue import Cue, cue
from search_api.chain.fit import alike
from search_api.chain.name import day
from search_api.store import DecisionStore
from search_api.store.drawers import serial_of

T = TypeVar("T")

SETTLED = ("sure", "confirmed", "corrected")
BY = "cited_by/1"
#: How many times likelier a candidate is that is cited so: with its subject, and without.
_NAMED, _UNNAMED = 20.0, 4.0
_SURE = 0.97  #: as the learned threshold of what witnesses of figures say together (models/evidence)
_SUBJECT = 5  #: words from which a subject tells a document from others
_OWN = 0.5  #: what the paper itself must give to a candidate


@dataclass(frozen=True, slots=True, kw_only=True)
class _Witness:
    said_by: str
    number: str
    issued_on: date
    named: bool  #: it also says what the document is about


def by_citations(store: DecisionStore, id: str, decision: Decision) -> Decision:
    """The decision with its doubtful number and date weighed by those who cite it."""
    number, issued = decision.number, decision.issued_on
    if "review" not in (number.state, issued.state) or decision.issuer.state not in SETTLED:
        return decision
    found = list(_witnesses(store, id, decision))
    return replace(
        decision,
        number=_weighed(number, [(w, w.number) for w in found], number_key, alone=issued.state in SETTLED),
        issued_on=_weighed(issued, [(w, w.issued_on) for w in found], _itself, alone=number.state in SETTLED),
    )


def _witnesses(store: DecisionStore, id: str, decision: Decision) -> Iterator[_Witness]:
    numbers = {number_key(value) for value in _options(decision.number)}
    days = set(_options(decision.issued_on))
    for row in store.citations({serial_of(value) for value in _options(decision.number)}):
        said = cue(row)
        elsewhere = row.node is not None and row.node != id and not row.node.startswith("m-")
        if row.said_by == id or elsewhere or not said.sure:
            continue
        if said.number and said.issued_on and said.key in numbers and said.issued_on in days:
            if same_issuer(said.issuer, decision.issuer.value) is True:
                yield _Witness(
                    said_by=row.said_by,
                    number=said.number,
                    issued_on=said.issued_on,
                    named=_names(said, decision),
                )


def _names(said: Cue, decision: Decision) -> bool:
    return len(words(said.subject or "")) >= _SUBJECT and alike(said.subject, decision.subject.value)


def _options(fact: Fact[T]) -> list[T]:
    """All that the evidence allows, the best first."""
    values = [fact.value, *(c.value for c in fact.candidates)] if fact.state == "review" else [fact.value]
    return [value for value in values if value is not None]


def _weighed(fact: Fact[T], found: Sequence[tuple[_Witness, T]], key: Callable[[T], object], *, alone: bool) -> Fact[T]:
    """The fact with its candidates weighed by what is cited; `alone`: nothing else of the identity is in doubt."""
    if fact.state != "review" or not fact.candidates or not found:
        return fact
    weights = {key(value): max((_weight(w) for w, v in found if key(v) == key(value))) for _, value in found}
    odds = [candidate.confidence * weights.get(key(candidate.value), 1.0) for candidate in fact.candidates]
    none = max(0.0, 1.0 - sum(candidate.confidence for candidate in fact.candidates))
    whole = sum(odds) + none
    said = tuple(_mention(witness) for witness, _ in found)
    raised = [
        replace(c, confidence=round(each / whole, 4), said=(*c.said, *_about(c, found, key)))
        for c, each in zip(fact.candidates, odds, strict=True)
    ]
    order = sorted(raised, key=lambda candidate: -candidate.confidence)
    best, own = order[0], fact.candidates[0]
    with_paper = key(best.value) == key(own.value) and own.confidence >= _OWN and len(weights) == 1
    if alone and with_paper and max(weights.values()) == _NAMED and best.confidence >= _SURE:
        return Fact(
            value=best.value, state="sure", confidence=best.confidence, said=tuple(dict.fromkeys((*fact.said, *said)))
        )
    return replace(
        fact,
        value=best.value,
        confidence=min(best.confidence, 0.9),
        said=tuple(dict.fromkeys((*fact.said, *said))),
        candidates=tuple(order),
    )


def _about(
    candidate: Candidate[T], found: Sequence[tuple[_Witness, T]], key: Callable[[T], object]
) -> Iterator[Mention]:
    return (_mention(w) for w, value in found if key(value) == key(candidate.value))


def _weight(witness: _Witness) -> float:
    return _NAMED if witness.named else _UNNAMED


def _mention(witness: _Witness) -> Mention:
    text = f"{witness.number} ngày {day(witness.issued_on)}"
    return Mention(text=text, by=f"{BY}, {witness.said_by}", confidence=0.9 if witness.named else 0.5)


def _itself(value: date) -> date:
    return value
