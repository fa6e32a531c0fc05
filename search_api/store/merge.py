"""What the copies of a decision say together: where they disagree a person must look."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import fields, replace
from datetime import date
from typing import Any

from decisions.decision import Appointment, Decision, Relation, Signer
from decisions.fact import Candidate, Fact, Mention
from decisions.fold import mark, nfc
from decisions.issuer import issuer_key
from decisions.number import number_key
from decisions.problem import Problem, problem
from decisions.tables import field_names

_KEYS: dict[str, Callable[[str], str]] = {"number": number_key, "issuer": issuer_key}
BY_HAND = ("confirmed", "corrected")
FACTS = tuple(f.name for f in fields(Decision) if f.default_factory is Fact)


def together(first: Decision, others: Sequence[Decision]) -> Decision:
    """The first reading with its facts weighed against those of the other copies. Texts and lists are the first's.

    What another copy surely does besides, or to another, is told, and what only the first does is no longer sure.
    """
    if not others:
        return first
    facts: dict[str, Any] = {
        n: _weigh(n, getattr(first, n), [_elsewhere(getattr(d, n)) for d in others]) for n in FACTS
    }
    disputed = [n for n, fact in facts.items() if fact.state == "review" and _disagree(n, (first, *others))]
    lists: dict[str, Any] = {n: _listed(n, first, others) for n in _ITEMS if _does_more(n, first, others)}
    found = tuple(_told(name) for name in (*disputed, *lists))
    return replace(first, **facts, **lists, problems=first.problems + found)


def _told(field: str) -> Problem:
    """The sentence names the field: it is also read in lists, far from the field itself."""
    vi, en = field_names()[field]
    return problem("copies_disagree", field=field, name=vi, name_en=en)


def _does_more(name: str, first: Decision, others: Sequence[Decision]) -> bool:
    """Does another copy do what the first does not? What it leaves out may only have been passed by."""
    own = _items(name, first)
    return any(each.state == "sure" and key not in own for other in others for key, each in _items(name, other).items())


def _listed(name: str, first: Decision, others: Sequence[Decision]) -> tuple[Any, ...]:
    elsewhere = [_items(name, other) for other in others]
    return tuple(
        each if all(_ITEMS[name](each) in items for items in elsewhere) else replace(each, state="review")
        for each in getattr(first, name)
    )


def _items(name: str, decision: Decision) -> dict[Any, Any]:
    return {_ITEMS[name](each): each for each in getattr(decision, name)}


def _act(act: Appointment) -> tuple[str, str]:
    return act.action, _marked(act.person.name)


def _edge(relation: Relation) -> tuple[str, str, date | None]:
    target = relation.target
    named = number_key(target.number) if target.number else _marked(target.subject or target.text)
    return relation.action, named, relation.until


#: By what the items of a list are the same in two copies.
_ITEMS: dict[str, Callable[[Any], tuple[Any, ...]]] = {"appointments": _act, "relations": _edge}


def _disagree(name: str, readings: Sequence[Decision]) -> bool:
    values = [getattr(reading, name).value for reading in readings]
    return len({_key(name, value) for value in values if value is not None}) > 1


def _weigh(name: str, first: Fact[Any], others: Sequence[Fact[Any]]) -> Fact[Any]:
    facts = [first, *others]
    by_hand = [fact for fact in facts if fact.state in BY_HAND]
    if by_hand:
        return by_hand[0]
    read = [fact for fact in facts if fact.value is not None]
    if not read:
        return first
    groups: dict[Any, list[Fact[Any]]] = {}
    for fact in read:
        groups.setdefault(_key(name, fact.value), []).append(fact)
    agreed = [_agreed(group) for group in groups.values()]
    return agreed[0] if len(agreed) == 1 else _disputed(agreed)


def _agreed(group: Sequence[Fact[Any]]) -> Fact[Any]:
    """Copies that say the same: what one of them is sure of is sure."""
    sure = [fact for fact in group if fact.state == "sure"]
    said = tuple(mention for fact in group for mention in fact.said)
    confidence = max(fact.confidence for fact in group)
    if sure:
        return replace(group[0], state="sure", confidence=confidence, said=said, candidates=())
    return replace(group[0], confidence=confidence, said=said)


def _disputed(agreed: Sequence[Fact[Any]]) -> Fact[Any]:
    best = max(agreed, key=lambda fact: (fact.state == "sure", fact.confidence))
    candidates = [Candidate(value=f.value, confidence=f.confidence, said=f.said) for f in agreed]
    values = [candidate.value for candidate in candidates]
    doubts = [c for fact in agreed for c in fact.candidates if c.value not in values]
    return replace(best, state="review", candidates=(*candidates, *doubts))


def _elsewhere(fact: Fact[Any]) -> Fact[Any]:
    """Evidence from another scan: its words stay, its places mean nothing on the pages of the first."""
    return replace(
        fact,
        said=tuple(_unplaced(m) for m in fact.said),
        candidates=tuple(replace(c, said=tuple(_unplaced(m) for m in c.said)) for c in fact.candidates),
    )


def _unplaced(mention: Mention) -> Mention:
    return replace(mention, by=f"{mention.by}, other copy", span=None, place=None)


def _key(name: str, value: Any) -> Any:
    if isinstance(value, Signer):
        return _marked(value.name or "")
    if name in _KEYS:
        return _KEYS[name](value)
    return _marked(value) if isinstance(value, str) else value


def _marked(text: str) -> str:
    return " ".join(mark(nfc(text)).split())
