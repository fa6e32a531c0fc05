"""A decision laid out for a reader: every value with its state, its evidence and what else it could be."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from decisions.decision import FACTS, Appointment, Citation, Decision, Delegation, Relation, Signer
from decisions.fact import Candidate, Fact, Mention
from search_api.chain.name import action
from search_api.web.marks import Marks
from search_api.web.words import act_label, day, kind_label, words


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What is printed, and the mark of the place where; None where it is on no page."""

    text: str
    page: int | None
    mark: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """All that is printed for one value: the words, and the marks of each page."""

    words: tuple[str, ...]
    places: tuple[tuple[int, str], ...]  #: page, names of its marks divided by spaces


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A value that the evidence allows."""

    value: str
    percent: int
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    name: str
    label: str
    value: str | None
    state: str
    evidence: Evidence
    choices: tuple[Choice, ...]  #: empty where there is but the one that is the value


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """A citation: what is meant, and what stands there where that differs."""

    title: str
    printed: str | None
    match: str | None
    node: str | None
    state: str
    said: Said


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """A relation, as a sentence that can be checked."""

    label: str
    source: Cited | None
    target: Cited
    scope: tuple[str, ...]
    effective_on: date | None
    until: date | None
    state: str
    said: Said


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """A personnel act."""

    label: str
    person: str
    details: tuple[tuple[str, str], ...]
    state: str
    said: Said


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    label: str
    text: str
    mark: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    fields: tuple[Field, ...]
    bases: tuple[Cited, ...]
    citations: tuple[Cited, ...]
    deeds: tuple[Deed, ...]
    acts: tuple[Act, ...]
    articles: tuple[Article, ...]
    recipients: tuple[str, ...]
    problems: tuple[tuple[str, str | None], ...]  #: sentence, mark


#: What is shown of a personnel act, in the order in which people read it.
_ACT_SLOTS = (
    *("position", "unit", "from_position", "from_unit", "rank", "rank_code", "grade", "coefficient"),
    *("from_rank", "from_rank_code", "from_grade", "from_coefficient", "allowance", "form", "reason"),
)


def lay_out(decision: Decision, marks: Marks, lang: str) -> Record:
    """The record; the places that it points at are added to `marks`."""
    view = _View(marks, lang)
    return Record(
        fields=tuple(view.field(name, getattr(decision, name)) for name in FACTS),
        bases=tuple(view.cited(citation) for citation in decision.bases),
        citations=tuple(view.cited(citation) for citation in decision.citations),
        # What a document rests on and mentions stands in its own lists already.
        deeds=tuple(view.deed(r) for r in decision.relations if r.source or r.action not in ("based_on", "refers_to")),
        acts=(*map(view.act, decision.appointments), *map(view.power, decision.delegations)),
        articles=tuple(
            Article(label=a.label, text=a.text, mark=marks.add(a.label, a.span, a.place)) for a in decision.articles
        ),
        recipients=decision.recipients,
        problems=tuple(
            ((p.message_en or p.message) if lang == "en" else p.message, marks.add(p.code, None, p.place))
            for p in decision.problems
        ),
    )


class _View:
    """Makes the parts of a record in one language, over one collection of marks."""

    def __init__(self, marks: Marks, lang: str) -> None:
        self._marks = marks
        self._lang = lang
        self._words = words(lang)

    def field(self, name: str, fact: Fact[Any]) -> Field:
        label = self._words[f"field.{name}"]
        others = [candidate for candidate in fact.candidates if candidate.value != fact.value]
        doubted = fact.state == "review" and others
        return Field(
            name=name,
            label=label,
            value=None if fact.value is None else self._value(name, fact.value),
            state=fact.state,
            evidence=self._evidence(label, fact.said),
            choices=tuple(self._choice(name, label, c) for c in fact.candidates) if doubted else (),
        )

    def cited(self, citation: Citation) -> Cited:
        kind = kind_label(citation.kind, self._lang) if citation.kind else ""
        title = " ".join(filter(None, (kind, citation.number))) if citation.number else citation.text
        return Cited(
            title=title,
            printed=citation.printed if citation.printed != citation.number else None,
            match=citation.match,
            node=citation.resolves_to,
            state=citation.state,
            said=self._said(title, citation.text, citation),
        )

    def deed(self, relation: Relation) -> Deed:
        label = action(relation.action, self._lang)
        return Deed(
            label=label,
            source=self.cited(relation.source) if relation.source else None,
            target=self.cited(relation.target),
            scope=relation.scope,
            effective_on=relation.effective_on,
            until=relation.until,
            state=relation.state,
            said=self._said(label, relation.sentence, relation),
        )

    def act(self, act: Appointment) -> Act:
        label = act_label(act.action)
        details = [(self._words[f"act_{n}"], str(getattr(act, n))) for n in _ACT_SLOTS if getattr(act, n)]
        details += self._times(act)
        if act.next_raise_from:
            details.append((self._words["act_next_raise_from"], day(act.next_raise_from, self._lang)))
        person = " ".join(filter(None, (act.person.honorific, act.person.name)))
        if act.person.born_on:
            details.insert(0, (self._words["act_born_on"], _born(act.person.born_on, self._lang)))
        return Act(
            label=label,
            person=person,
            details=tuple(details),
            state=act.state,
            said=self._said(person, act.sentence, act),
        )

    def power(self, power: Delegation) -> Act:
        details = [(self._words[f"act_{n}"], getattr(power, n)) for n in ("by", "task") if getattr(power, n)]
        return Act(
            label=act_label(power.action),
            person=power.to,
            details=(*details, *self._times(power)),
            state=power.state,
            said=self._said(power.to, power.sentence, power),
        )

    def _times(self, act: Appointment | Delegation) -> list[tuple[str, str]]:
        days = ("effective_on", "until")
        times = [(self._words[f"act_{n}"], day(getattr(act, n), self._lang)) for n in days if getattr(act, n)]
        if act.term_months:
            times.append((self._words["act_term"], self._words["months"].format(n=act.term_months)))
        return times

    def _choice(self, name: str, label: str, candidate: Candidate[Any]) -> Choice:
        return Choice(
            value=self._value(name, candidate.value),
            percent=round(candidate.confidence * 100),
            evidence=self._evidence(label, candidate.said),
        )

    def _evidence(self, label: str, said: tuple[Mention, ...]) -> Evidence:
        pages: dict[int, list[str]] = {}
        for mention in said:
            mark = self._marks.add(label, mention.span, mention.place)
            if mark and mention.place:
                pages.setdefault(mention.place.page, []).append(mark)
        texts = dict.fromkeys(" ".join(mention.text.split()) for mention in said)
        return Evidence(words=tuple(texts), places=tuple((page, " ".join(marks)) for page, marks in pages.items()))

    def _said(self, label: str, text: str, where: Mention | Citation | Relation | Appointment | Delegation) -> Said:
        mark = self._marks.add(label, where.span, where.place)
        return Said(text=text, page=where.place.page if where.place else None, mark=mark)

    def _value(self, name: str, value: Any) -> str:
        match value:
            case date():
                return day(value, self._lang)
            case Signer():
                stack = " ".join(filter(None, (value.capacity, value.position)))
                return " · ".join(filter(None, (value.name, stack)))
        return kind_label(value, self._lang) if name == "kind" else str(value)


def _born(value: str, lang: str) -> str:
    return day(value, lang) if len(value) == len("1980-01-31") else value
