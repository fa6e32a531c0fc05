"""Any text at all gives decisions or problems, never an exception; what they quote stands where they say."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
from pydantic import TypeAdapter

from decisions.decision import FACTS, Decision, Relation
from decisions.fact import Mention
from decisions.page_number import page_number
from decisions.text import DocumentText, Place, Span
from decisions.wire import decision_from, decision_json
from extract.decisions import find_decisions
from extract.sheet import joined
from search_api.http.shapes.decision import DecisionShape
from tests.property.laid_out import box_of, laid_out
from tests.property.mutated import texts

_ROUNDS, _EACH = 20, 1000  #: 20,000 texts
_JSON_EVERY = 10


@pytest.mark.parametrize("seed", range(_ROUNDS))
def test_any_text_is_understood_or_left_alone_and_every_quotation_stands_where_it_says(seed: int) -> None:
    for at, text in enumerate(texts(seed, _EACH)):
        reading = laid_out(text, "ocr" if at % 2 else "layer")
        decisions = find_decisions(reading)
        assert decisions
        for decision in decisions:
            astray = list(_astray(reading.text, decision))
            assert astray == [], text
        if at % _JSON_EVERY == 0:
            _passes_its_schema(decisions)


def _astray(text: DocumentText, decision: Decision) -> Iterator[str]:
    """Whatever is quoted from one place and says to stand at another."""
    for name in FACTS:
        fact = getattr(decision, name)
        for mention in (*fact.said, *(said for each in fact.candidates for said in each.said)):
            yield from _off(text, name, mention.text, mention.span, mention.place)
    for citation in _citations(decision):
        yield from _off(text, "citation", citation.text, citation.span, citation.place)
    for each in (*decision.appointments, *decision.delegations):
        yield from _off(text, type(each).__name__, each.sentence, each.span, each.place)
    for relation in decision.relations:
        yield from _off(text, "relation", relation.sentence, relation.span, _of_sentence(text, decision, relation))
    for act in decision.appointments:
        for said in act.said:
            yield from _said_astray(text, said)
    for article in decision.articles:
        if article.span is None or _unnumbered(text[article.span]) != _unnumbered(article.text):
            yield f"article {article.label}"
    for annex in decision.annexes:
        # How wide a space is, no eye can tell.
        if annex.span is None or not joined(text[annex.span]).startswith(joined(annex.label)):
            yield f"annex {annex.label}"


def _of_sentence(text: DocumentText, decision: Decision, relation: Relation) -> Place | None:
    """The place of its sentence: of an instrument that only an annex names, the relation has that of the row."""
    target, annexes = relation.target.span, [annex.span for annex in decision.annexes if annex.span]
    if relation.span is None or target is None or relation.place is None or relation.target.place is None:
        return relation.place
    annexed = any(annex.start <= target.start < annex.end and relation.span.end <= annex.start for annex in annexes)
    apart = annexed and relation.place.page <= relation.target.place.page
    return text.place(relation.span) if apart else relation.place


def _said_astray(text: DocumentText, said: Mention) -> Iterator[str]:
    yield from _off(text, "said", said.text, said.span, said.place)


def _citations(decision: Decision) -> Iterator[Any]:
    yield from (*decision.bases, *decision.citations)
    for relation in decision.relations:
        yield relation.target
        if relation.source is not None:
            yield relation.source


def _off(text: DocumentText, what: str, said: str, span: Span | None, place: Place | None) -> Iterator[str]:
    if span is None:
        yield f"{what} without a span: {said!r}"
    elif not 0 <= span.start <= span.end <= len(text.string) or _unnumbered(text[span]) != _unnumbered(said):
        yield f"{what} says {said!r} and stands at {text[span]!r}"
    elif place is None or place.page != 1 + text.string.count("\f", 0, span.start):
        yield f"{what} {said!r} on page {place and place.page}"
    elif place.box != box_of(text, span, place.page):
        yield f"{what} {said!r} in {place.box}"


def _unnumbered(quoted: str) -> str:
    """Without page numbers: a sentence that runs over a page is quoted without the number between its halves.

    Nor with the space that a line begins or ends with: how wide it is, no eye can tell.
    """
    lines = (line.strip() for line in re.split(r"[\n\f]+", quoted))
    return "\n".join(line for line in lines if line and page_number(line) is None)


def _passes_its_schema(decisions: tuple[Decision, ...]) -> None:
    """The JSON has the promised shape, and comes back as the same JSON."""
    for decision in decisions:
        told = json.loads(json.dumps(decision_json(decision), ensure_ascii=False))
        for name, value in told.items():
            if name in DecisionShape.model_fields:
                _adapter(name).validate_python(value)
        assert decision_json(decision_from(told)) == told


@cache
def _adapter(name: str) -> TypeAdapter[Any]:
    return TypeAdapter(DecisionShape.model_fields[name].annotation)
