"""The decision as JSON: the shape that `read --json`, `show --json` and the API promise, and the way back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, TypeVar

from decisions.decision import (
    FACTS,
    Annex,
    Appointment,
    Article,
    Citation,
    Decision,
    Delegation,
    Person,
    Relation,
    Signer,
)
from decisions.fact import Candidate, Fact, Mention
from decisions.place_wire import Json, place_from, problem_from, problem_json, span_from, span_json, where
from decisions.tables import action_labels

T = TypeVar("T")

_DATES = ("issued_on", "effective_on", "expires_on")


def decision_json(decision: Decision) -> Json:
    """The decision in the shape of the contract; `span` is added wherever it is known."""
    out: Json = {name: fact_json(getattr(decision, name)) for name in FACTS}
    out["bases"] = [citation_json(c) for c in decision.bases]
    out["citations"] = [citation_json(c) for c in decision.citations]
    out["relations"] = [relation_json(r) for r in decision.relations]
    out["appointments"] = [_appointment_json(a) for a in decision.appointments]
    out["delegations"] = [_delegation_json(d) for d in decision.delegations]
    out["articles"] = [{"label": a.label, "text": a.text, **where(a.span, a.place)} for a in decision.articles]
    out["annexes"] = [_annex_json(a) for a in decision.annexes]
    out["provision"] = decision.provision
    out["recipients"] = list(decision.recipients)
    out["problems"] = [problem_json(p) for p in decision.problems]
    out["span"] = span_json(decision.span)
    return out


def decision_from(data: Mapping[str, Any]) -> Decision:
    """The decision that `decision_json` wrote."""
    facts: dict[str, Any] = {}
    for name in FACTS:
        read = _date if name in _DATES else _signer if name == "signer" else _same
        facts[name] = _fact_from(data[name], read)
    return Decision(
        **facts,
        bases=tuple(citation_from(c) for c in data["bases"]),
        citations=tuple(citation_from(c) for c in data["citations"]),
        relations=tuple(_relation_from(r) for r in data["relations"]),
        appointments=tuple(_appointment_from(a) for a in data["appointments"]),
        delegations=tuple(_delegation_from(d) for d in data.get("delegations", ())),
        articles=tuple(
            Article(label=a["label"], text=a["text"], span=span_from(a["span"]), place=place_from(a))
            for a in data["articles"]
        ),
        annexes=tuple(_annex_from(a) for a in data.get("annexes", ())),
        provision=data.get("provision"),
        recipients=tuple(data["recipients"]),
        problems=tuple(problem_from(p) for p in data["problems"]),
        span=span_from(data.get("span")),
    )


def fact_json(fact: Fact[Any]) -> Json:
    return {
        "value": _plain(fact.value),
        "state": fact.state,
        "confidence": round(fact.confidence, 4),
        "said": [_mention_json(m) for m in fact.said],
        "candidates": _candidates_json(fact.candidates),
    }


def citation_json(citation: Citation) -> Json:
    return {
        "kind": citation.kind,
        "number": citation.number,
        "issued_on": _plain(citation.issued_on),
        "issuer": citation.issuer,
        "subject": citation.subject,
        "parts": list(citation.parts),
        "text": citation.text,
        **where(citation.span, citation.place),
        "match": citation.match,
        "resolves_to": citation.resolves_to,
        "printed": citation.printed,
        "said": [_mention_json(m) for m in citation.said],
        **_doubt(citation),
    }


def citation_from(data: Mapping[str, Any]) -> Citation:
    return Citation(
        kind=data["kind"],
        number=data["number"],
        issued_on=_date(data["issued_on"]),
        issuer=data["issuer"],
        subject=data["subject"],
        parts=tuple(data.get("parts", ())),
        text=data["text"],
        span=span_from(data["span"]),
        place=place_from(data),
        match=data["match"],
        resolves_to=data["resolves_to"],
        printed=data["printed"],
        said=tuple(_mention_from(m) for m in data.get("said", ())),
        **_doubt_from(data),
    )


def relation_json(relation: Relation) -> Json:
    return {
        "action": relation.action,
        "label": action_labels()[relation.action],
        "source": citation_json(relation.source) if relation.source else None,
        "target": citation_json(relation.target),
        "scope": list(relation.scope) or "whole",
        "effective_on": _plain(relation.effective_on),
        "until": _plain(relation.until),
        "sentence": relation.sentence,
        **where(relation.span, relation.place),
        **_doubt(relation),
    }


def _relation_from(data: Mapping[str, Any]) -> Relation:
    return Relation(
        action=data["action"],
        source=citation_from(data["source"]) if data["source"] else None,
        target=citation_from(data["target"]),
        scope=() if data["scope"] == "whole" else tuple(data["scope"]),
        effective_on=_date(data["effective_on"]),
        until=_date(data.get("until")),
        sentence=data["sentence"],
        span=span_from(data["span"]),
        place=place_from(data),
        **_doubt_from(data),
    )


def _annex_json(annex: Annex) -> Json:
    pages = list(annex.pages) if annex.pages else None
    return {"label": annex.label, "title": annex.title, "pages": pages, **where(annex.span, annex.place)}


def _annex_from(data: Mapping[str, Any]) -> Annex:
    return Annex(
        label=data["label"],
        title=data["title"],
        pages=(data["pages"][0], data["pages"][1]) if data["pages"] else None,
        span=span_from(data["span"]),
        place=place_from(data),
    )


_APPOINTMENT_DATES = ("effective_on", "until", "next_raise_from")
_APPOINTMENT_PLAIN = (
    "action",
    "position",
    "unit",
    "from_position",
    "from_unit",
    "effective_on",
    "until",
    "term_months",
    "rank",
    "rank_code",
    "grade",
    "coefficient",
    "from_rank",
    "from_rank_code",
    "from_grade",
    "from_coefficient",
    "allowance",
    "next_raise_from",
    "form",
    "reason",
    "sentence",
)


def _appointment_json(act: Appointment) -> Json:
    return {
        "person": _person_json(act.person),
        **{name: _plain(getattr(act, name)) for name in _APPOINTMENT_PLAIN},
        **where(act.span, act.place),
        "said": [_mention_json(m) for m in act.said],
        **_doubt(act),
    }


def _appointment_from(data: Mapping[str, Any]) -> Appointment:
    # Decisions kept before a slot was known lack it: it is empty there.
    told = {name: data.get(name) for name in _APPOINTMENT_PLAIN}
    plain: dict[str, Any] = {n: _date(v) if n in _APPOINTMENT_DATES else v for n, v in told.items()}
    return Appointment(
        person=Person(**data["person"]),
        **plain,
        span=span_from(data["span"]),
        place=place_from(data),
        said=tuple(_mention_from(m) for m in data.get("said", ())),
        **_doubt_from(data),
    )


def _person_json(person: Person) -> Json:
    return {"name": person.name, "honorific": person.honorific, "born_on": person.born_on}


def _delegation_json(power: Delegation) -> Json:
    return {
        "action": power.action,
        "to": power.to,
        "person": _person_json(power.person) if power.person else None,
        "by": power.by,
        "task": power.task,
        "effective_on": _plain(power.effective_on),
        "until": _plain(power.until),
        "term_months": power.term_months,
        "sentence": power.sentence,
        **where(power.span, power.place),
        **_doubt(power),
    }


def _delegation_from(data: Mapping[str, Any]) -> Delegation:
    return Delegation(
        action=data["action"],
        to=data["to"],
        person=Person(**data["person"]) if data["person"] else None,
        by=data["by"],
        task=data["task"],
        effective_on=_date(data["effective_on"]),
        until=_date(data["until"]),
        term_months=data["term_months"],
        sentence=data["sentence"],
        span=span_from(data["span"]),
        place=place_from(data),
        **_doubt_from(data),
    )


def _fact_from(data: Mapping[str, Any], read: Callable[[Any], Any]) -> Fact[Any]:
    return Fact(
        value=read(data["value"]),
        state=data["state"],
        confidence=data["confidence"],
        said=tuple(_mention_from(m) for m in data["said"]),
        candidates=_candidates_from(data["candidates"], read),
    )


def _mention_json(mention: Mention) -> Json:
    return {
        "text": mention.text,
        "by": mention.by,
        "confidence": round(mention.confidence, 4),
        **where(mention.span, mention.place),
    }


def _mention_from(data: Mapping[str, Any]) -> Mention:
    return Mention(
        text=data["text"],
        by=data["by"],
        confidence=data["confidence"],
        span=span_from(data["span"]),
        place=place_from(data),
    )


def _candidates_json(candidates: tuple[Candidate[Any], ...]) -> list[Json]:
    return [
        {
            "value": _plain(c.value),
            "confidence": round(c.confidence, 4),
            "said": [_mention_json(m) for m in c.said],
        }
        for c in candidates
    ]


def _candidates_from(data: list[Json], read: Callable[[Any], Any]) -> tuple[Candidate[Any], ...]:
    return tuple(
        Candidate(value=read(c["value"]), confidence=c["confidence"], said=tuple(_mention_from(m) for m in c["said"]))
        for c in data
    )


def _doubt(thing: Citation | Relation | Appointment | Delegation) -> Json:
    return {
        "state": thing.state,
        "confidence": round(thing.confidence, 4),
        "candidates": _candidates_json(thing.candidates),
    }


def _doubt_from(data: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "state": data["state"],
        "confidence": data["confidence"],
        "candidates": _candidates_from(data["candidates"], _same),
    }


def _plain(value: Any) -> Any:
    match value:
        case date():
            return value.isoformat()
        case Signer():
            return {
                "name": value.name,
                "position": value.position,
                "capacity": value.capacity,
                "on_behalf_of": value.on_behalf_of,
            }
    return value


def _date(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None


def _signer(value: Json | None) -> Signer | None:
    return Signer(**value) if value else None


def _same(value: T) -> T:
    return value
