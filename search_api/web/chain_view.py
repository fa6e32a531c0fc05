"""A chain laid out for a reader: its relations with both ends named."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode

from search_api.chain.trace import Trace
from search_api.chain.wire import trace_json

Json = dict[str, Any]
_QUOTES = re.compile('["“”„«»]')  #: would end the phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class EdgeView:
    source: Json
    target: Json
    action: str
    scope: tuple[str, ...]
    effective_on: str | None
    until: str | None
    sentence: str
    page: int | None
    state: str
    place: str  #: the address of the sentence on the scan


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainView:
    root: Json
    as_of: date
    status: str
    account: str
    problems: list[Json]
    edges: tuple[EdgeView, ...]


def chain_view(found: Trace, lang: str) -> ChainView:
    told = trace_json(found, lang=lang)
    nodes = {node["id"]: node for node in told["nodes"]}
    return ChainView(
        root=nodes[told["root"]],
        as_of=date.fromisoformat(told["as_of"]),
        status=told["status"],
        account=told["account"],
        problems=told["problems"],
        edges=tuple(_edge(edge, nodes) for edge in told["edges"]),
    )


def _edge(edge: Json, nodes: dict[str, Json]) -> EdgeView:
    return EdgeView(
        source=nodes[edge["from"]],
        target=nodes[edge["to"]],
        action=edge["action"],
        scope=() if edge["scope"] == "whole" else tuple(edge["scope"]),
        effective_on=edge["effective_on"],
        until=edge["until"],
        sentence=edge["sentence"],
        page=edge["page"],
        state=edge["state"],
        place=_place(edge),
    )


def _place(edge: Json) -> str:
    """The document that says so, searched for the sentence: its page lights up what is searched for."""
    document = f"/decisions/{edge['said_by']}"
    phrase = " ".join(_QUOTES.sub(" ", edge["sentence"]).split())
    if not phrase:
        return document
    query = urlencode({"q": '"' + phrase + '"'})
    return f"{document}?{query}#q"
