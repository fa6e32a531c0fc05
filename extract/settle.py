"""Claims become a fact: sure where the evidence agrees and carries, else left to a person with all candidates."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Generic, Literal, TypeVar

from decisions.decision import Appointment, Citation, Delegation, Relation
from decisions.fact import Candidate, Fact, Mention

T = TypeVar("T")
U = TypeVar("U")
S = TypeVar("S", Citation, Relation, Appointment, Delegation)

#: pen: handwritten or under the seal on most scans, so that one optical reading never carries it
#: print: typed on nearly every paper
#: figures: typed, but no language tells a wrong digit from a right one
Risk = Literal["pen", "print", "figures"]
_CONFIRMED = 0.95
_CARRIES = {"pen": 0.8, "print": 0.7, "figures": 0.9}


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim(Generic[T]):
    """One piece of evidence. `value` is None where the paper says something that cannot be read."""

    value: T | None
    said: tuple[Mention, ...]
    typed: bool  #: letters from the file itself, not from an optical reading
    fits: bool = True  #: its grammar is whole and it agrees with what else is known

    @property
    def confidence(self) -> float:
        sure = min((m.confidence for m in self.said), default=0.0)
        return sure if self.fits else min(sure, 0.5)


def settle(claims: Iterable[Claim[T]], risk: Risk) -> Fact[T]:
    """The fact that the claims make together. Two values, or none that carries, are a reason for review."""
    claims = tuple(claims)
    if not claims:
        return Fact()
    candidates = _candidates(claims)
    said = tuple(dict.fromkeys(m for claim in claims for m in claim.said))
    if not candidates:
        return Fact(state="review", said=said)
    best = candidates[0]
    sure = len(candidates) == 1 and all(claim.fits for claim in claims) and _carried(claims, risk)
    return Fact(
        value=best.value,
        state="sure" if sure else "review",
        confidence=best.confidence if sure else min(best.confidence, 0.75),
        said=said,
        candidates=() if sure else candidates,
    )


def follow(fact: Fact[T], make: Callable[[T], U | None], *said: Mention) -> Fact[U]:
    """A fact that stands on another: its value made from the other's, its state the other's."""
    value = None if fact.value is None else make(fact.value)
    if fact.state == "absent":
        return Fact(state="review", said=said)
    made = ((make(candidate.value), candidate) for candidate in fact.candidates)
    return Fact(
        value=value,
        state=fact.state,
        confidence=fact.confidence,
        said=(*said, *fact.said),
        candidates=tuple(Candidate(value=v, confidence=c.confidence, said=c.said) for v, c in made if v is not None),
    )


def for_review(said: S, most: float = 0.6) -> S:
    """The same, for a person to look at, and believed no further than `most`."""
    return replace(said, state="review", confidence=min(said.confidence, most))


def confirmed(citation: Citation) -> Citation:
    """The same, sure: what was hardly read is known from elsewhere to be so."""
    return replace(citation, state="sure", confidence=max(citation.confidence, _CONFIRMED), candidates=())


def doubted(fact: Fact[T]) -> Fact[T]:
    """The same fact, no longer sure: something else speaks against it."""
    if fact.state != "sure" or fact.value is None:
        return fact
    confidence = min(fact.confidence, 0.5)
    return Fact(
        value=fact.value,
        state="review",
        confidence=confidence,
        said=fact.said,
        candidates=(Candidate(value=fact.value, confidence=confidence, said=fact.said),),
    )


def _carried(claims: tuple[Claim[T], ...], risk: Risk) -> bool:
    if any(claim.typed for claim in claims):
        return True
    readings = [claim for claim in claims if claim.confidence >= _CARRIES[risk]]
    return len(readings) >= (2 if risk == "pen" else 1)


def _candidates(claims: tuple[Claim[T], ...]) -> tuple[Candidate[T], ...]:
    found: list[Candidate[T]] = []
    for claim in claims:
        if claim.value is None:
            continue
        same = next((c for c in found if c.value == claim.value), None)
        if same is None:
            found.append(Candidate(value=claim.value, confidence=claim.confidence, said=claim.said))
            continue
        both = Candidate(
            value=same.value,
            confidence=max(same.confidence, claim.confidence),
            said=tuple(dict.fromkeys((*same.said, *claim.said))),
        )
        found[found.index(same)] = both
    return tuple(sorted(found, key=lambda c: -c.confidence))
