"""A search laid out for a reader: hits cut at their marks, filters as links that put them on and take them off."""

from __future__ import annotations

from dataclasses import dataclass
from typing import get_args
from urllib.parse import urlencode

from decisions.question import Answer, Hit, Question
from search_api.chain.name import status
from search_api.http.shapes.chain import StatusName
from search_api.web.marked import Piece, cut
from search_api.web.words import day, kind_label, words

STATUSES: tuple[str, ...] = get_args(StatusName)
_FACETS = ("kind", "issuer", "year", "signer")
_SHOWN = 12

Pairs = list[tuple[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class SnippetView:
    page: int | None
    pieces: list[Piece]


@dataclass(frozen=True, slots=True, kw_only=True)
class HitView:
    hit: Hit
    href: str
    snippets: tuple[SnippetView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FilterView:
    """A value to narrow down to, or (`on`) one that can be taken off."""

    label: str
    href: str
    on: bool = False
    count: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class FacetView:
    label: str
    values: tuple[FilterView, ...]


def pairs_of(question: Question) -> Pairs:
    """The query string of a question, without its place in the list."""
    pairs: Pairs = [("q", question.words)] if question.words else []
    for name in ("issuer", "signer", "person", "kind", "year", "status"):
        pairs += [(name, str(value)) for value in getattr(question, name)]
    for name, value in (("from", question.since), ("to", question.until), ("as_of", question.as_of)):
        if value:
            pairs.append((name, value.isoformat()))
    return pairs


def address(pairs: Pairs) -> str:
    return f"/search?{urlencode(pairs)}" if pairs else "/search"


def hits_of(question: Question, answer: Answer) -> list[HitView]:
    query = f"?{urlencode({'q': question.words})}" if question.words else ""
    return [
        HitView(
            hit=hit,
            href=f"/decisions/{hit.id}{query}",
            snippets=tuple(
                SnippetView(page=s.page, pieces=cut(s.text, [(start, end, "q") for start, end in s.marks]))
                for s in hit.snippets
            ),
        )
        for hit in answer.hits
    ]


def facets_of(question: Question, answer: Answer, lang: str) -> list[FacetView]:
    pairs = pairs_of(question)
    return [
        FacetView(
            label=words(lang)[f"facet.{name}"],
            values=tuple(_value(pairs, name, value, count, lang) for value, count in values[:_SHOWN]),
        )
        for name in _FACETS
        if (values := answer.facets.get(name))
    ]


def chips_of(question: Question, lang: str) -> list[FilterView]:
    """One for each filter that is on; following it takes the filter off."""
    pairs = pairs_of(question)
    return [
        FilterView(label=_label(name, value, lang), href=address([p for p in pairs if p != (name, value)]))
        for name, value in pairs
        if name != "q"
    ]


def _value(pairs: Pairs, name: str, value: str, count: int, lang: str) -> FilterView:
    pair = (name, value)
    on = pair in pairs
    after = [p for p in pairs if p != pair] if on else [*pairs, pair]
    return FilterView(label=_shown(name, value, lang), href=address(after), on=on, count=count)


def _label(name: str, value: str, lang: str) -> str:
    named = words(lang)
    title = named.get(f"facet.{name}") or named[name]
    return f"{title}: {_shown(name, value, lang)}"


def _shown(name: str, value: str, lang: str) -> str:
    match name:
        case "kind":
            return kind_label(value, lang)
        case "status":
            return status(value, lang)
        case "from" | "to" | "as_of":
            return day(value, lang)
    return value
