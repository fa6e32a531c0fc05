"""The decision as JSON: the shape that `read --json`, `show --json` and the API promise, and the way back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields
from datetime import date, datetime
from typing import Any, TypeVar

from decisions.decision import FACTS, Annex, Appointment, Article, Citation, Decision, Delegation, Person, Relation, Signer
from decisions.fact import Candidate, Fact, Mention
from decisions.problem import Problem
from decisions.reading import FormField, Reading, Signature
from decisions.table_wire import table_from, table_json
from decisions.tables import action_labels
from decisions.text import Box, DocumentText, PageText, Place, Span, Word, Zone

Json = dict[str, Any]
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
    out["articles"] = [{"label": a.label, "text": a.text, **_where(a.span, a.place)} for a in decision.articles]
    out["annexes"] = [_annex_json(a) for a in decision.annexes]
    out["provision"] = decision.provision
    out["recipients"] = list(decision.recipients)
    out["problems"] = [problem_json(p) for p in decision.problems]
    out["span"] = _span_json(decision.span)
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
            Article(label=a["label"], text=a["text"], span=_span_from(a["span"]), place=_place_from(a))
            for a in data["articles"]
        ),
        annexes=tuple(_annex_from(a) for a in data.get("annexes", ())),
        provision=data.get("provision"),
        recipients=tuple(data["recipients"]),
        problems=tuple(_problem_from(p) for p in data["problems"]),
        span=_span_from(data.get("span")),
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
        "text": citation.text,
        **_where(citation.span, citation.place),
        "match": citation.match,
        "resolves_to": citation.resolves_to,
        "printed": citation.printed,
        **_doubt(citation),
    }


def citation_from(data: Mapping[str, Any]) -> Citation:
    return Citation(
        kind=data["kind"],
        number=data["number"],
        issued_on=_date(data["issued_on"]),
        issuer=data["issuer"],
        subject=data["subject"],
        text=data["text"],
        span=_span_from(data["span"]),
        place=_place_from(data),
        match=data["match"],
        resolves_to=data["resolves_to"],
        printed=data["printed"],
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
        "sentence": relation.sentence,
        **_where(relation.span, relation.place),
        **_doubt(relation),
    }


def problem_json(problem: Problem) -> Json:
    page, box = _page_box(problem.place)
    return {
        "code": problem.code,
        "field": problem.field,
        "message": problem.message,
        "message_en": problem.message_en,
        "page": page,
        "box": box,
    }


def reading_json(reading: Reading) -> Json:
    """The whole reading, compact enough to keep: words as rows of [start, text, page, x0, y0, x1, y1, confidence]."""
    text = reading.text
    return {
        "sha256": reading.sha256,
        "media_type": reading.media_type,
        "text": {
            "string": text.string,
            "words": [
                [start, word.text, word.page, *(_corners(word.box) or (None,) * 4), round(word.confidence, 3)]
                for start, word in zip(text.starts, text.words, strict=True)
            ],
            "pages": [page_json(page) for page in text.pages],
            "zones": [[z.name, z.span.start, z.span.end] for z in text.zones],
            "tables": [table_json(table) for table in text.tables],
        },
        "signatures": [
            {
                "name": s.name,
                "organisation": s.organisation,
                "signed_at": s.signed_at.isoformat() if s.signed_at else None,
                **_where(None, s.place),
            }
            for s in reading.signatures
        ],
        "fields": [{"name": f.name, "value": f.value, **_where(None, f.place)} for f in reading.fields],
        "problems": [problem_json(p) for p in reading.problems],
        "secret_page": reading.secret_page,
    }


def reading_from(data: Mapping[str, Any]) -> Reading:
    """The reading that `reading_json` wrote."""
    text = data["text"]
    rows = text["words"]
    return Reading(
        sha256=data["sha256"],
        media_type=data["media_type"],
        text=DocumentText(
            string=text["string"],
            words=tuple(
                Word(text=r[1], page=r[2], box=None if r[3] is None else _box_from(r[3:7]), confidence=r[7])
                for r in rows
            ),
            starts=tuple(r[0] for r in rows),
            pages=tuple(_page_from(p) for p in text["pages"]),
            zones=tuple(Zone(name=n, span=Span(start=s, end=e)) for n, s, e in text["zones"]),
            tables=tuple(table_from(table) for table in text.get("tables", ())),
        ),
        signatures=tuple(
            Signature(
                name=s["name"],
                organisation=s["organisation"],
                signed_at=datetime.fromisoformat(s["signed_at"]) if s["signed_at"] else None,
                place=_place_from(s),
            )
            for s in data["signatures"]
        ),
        fields=tuple(FormField(name=f["name"], value=f["value"], place=_place_from(f)) for f in data["fields"]),
        problems=tuple(_problem_from(p) for p in data["problems"]),
        secret_page=data["secret_page"],
    )


def page_json(page: PageText) -> Json:
    out = {f.name: getattr(page, f.name) for f in fields(page)}
    out["span"] = _span_json(page.span)
    return out


def _page_from(data: Mapping[str, Any]) -> PageText:
    span = _span_from(data["span"])
    assert span is not None
    return PageText(**{**data, "span": span})


def _relation_from(data: Mapping[str, Any]) -> Relation:
    return Relation(
        action=data["action"],
        source=citation_from(data["source"]) if data["source"] else None,
        target=citation_from(data["target"]),
        scope=() if data["scope"] == "whole" else tuple(data["scope"]),
        effective_on=_date(data["effective_on"]),
        sentence=data["sentence"],
        span=_span_from(data["span"]),
        place=_place_from(data),
        **_doubt_from(data),
    )


def _annex_json(annex: Annex) -> Json:
    pages = list(annex.pages) if annex.pages else None
    return {"label": annex.label, "title": annex.title, "pages": pages, **_where(annex.span, annex.place)}


def _annex_from(data: Mapping[str, Any]) -> Annex:
    return Annex(
        label=data["label"],
        title=data["title"],
        pages=(data["pages"][0], data["pages"][1]) if data["pages"] else None,
        span=_span_from(data["span"]),
        place=_place_from(data),
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
        **_where(act.span, act.place),
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
        span=_span_from(data["span"]),
        place=_place_from(data),
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
        **_where(power.span, power.place),
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
        span=_span_from(data["span"]),
        place=_place_from(data),
        **_doubt_from(data),
    )


def _problem_from(data: Mapping[str, Any]) -> Problem:
    return Problem(
        code=data["code"],
        message=data["message"],
        message_en=data["message_en"],
        field=data["field"],
        place=_place_from(data),
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
        **_where(mention.span, mention.place),
    }


def _mention_from(data: Mapping[str, Any]) -> Mention:
    return Mention(
        text=data["text"],
        by=data["by"],
        confidence=data["confidence"],
        span=_span_from(data["span"]),
        place=_place_from(data),
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


def _where(span: Span | None, place: Place | None) -> Json:
    page, box = _page_box(place)
    return {"span": _span_json(span), "page": page, "box": box}


def _page_box(place: Place | None) -> tuple[int | None, list[float] | None]:
    return (place.page, _corners(place.box)) if place else (None, None)


def _place_from(data: Mapping[str, Any]) -> Place | None:
    if data.get("page") is None:
        return None
    return Place(page=data["page"], box=_box_from(data["box"]) if data["box"] else None)


def _span_json(span: Span | None) -> list[int] | None:
    return [span.start, span.end] if span else None


def _span_from(data: list[int] | None) -> Span | None:
    return Span(start=data[0], end=data[1]) if data else None


def _corners(box: Box | None) -> list[float] | None:
    return [round(v, 5) for v in (box.x0, box.y0, box.x1, box.y1)] if box else None


def _box_from(corners: list[float]) -> Box:
    x0, y0, x1, y1 = corners
    return Box(x0=x0, y0=y0, x1=x1, y1=y1)


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
