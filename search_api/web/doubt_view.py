"""A document with doubts in one line of a list, in the person's language."""

from __future__ import annotations

from dataclasses import dataclass

from search_api.http.doubts import in_review
from search_api.http.nodes import node_of
from search_api.store import Held
from search_api.web.words import words


@dataclass(frozen=True, slots=True, kw_only=True)
class DoubtView:
    id: str
    kind: str | None
    number: str | None
    issuer: str | None
    subject: str | None
    name: str | None  #: of its file
    fields: tuple[str, ...]  #: labels of the fields in review, each once
    problems: tuple[str, ...]


def doubt_view(held: Held, lang: str) -> DoubtView:
    node = node_of(held)
    named = words(lang)
    labels = (named.get(f"field.{name}") or named[f"list.{name.split('.')[0]}"] for name in in_review(held.decision))
    return DoubtView(
        id=held.id,
        kind=node.kind,
        number=node.number,
        issuer=node.issuer,
        subject=node.subject,
        name=node.name,
        fields=tuple(dict.fromkeys(labels)),
        problems=tuple(
            (problem.message_en or problem.message) if lang == "en" else problem.message
            for problem in held.decision.problems
        ),
    )
