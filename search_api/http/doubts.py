"""What a person should look at: fields in review, and what does not add up."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from typing import Annotated, Any

from fastapi import APIRouter, Query
from fastapi.responses import JSONResponse

from decisions.decision import Decision
from decisions.fact import Fact
from decisions.place_wire import problem_json
from search_api.chain.wire import node_json
from search_api.http.asked import PartsOf
from search_api.http.cursor import pack, unpack
from search_api.http.nodes import node_of
from search_api.http.shapes import problems
from search_api.http.shapes.doubts import DoubtList
from search_api.store import DecisionStore, Held

Json = dict[str, Any]
router = APIRouter(prefix="/problems", tags=["problems"])

_LISTS = ("bases", "citations", "relations", "appointments", "delegations")
#: Documents looked at for one answer: where doubts are rare, the answer is a short page and a cursor, not a long wait.
_LOOKED_AT = 1000
_AT_ONCE = 100


@router.get("", summary="What a person should look at", response_model=DoubtList, responses=problems(422))
def doubts(parts: PartsOf, cursor: str | None = None, limit: Annotated[int, Query(ge=1, le=100)] = 20) -> JSONResponse:
    """Held documents with fields in state `review` or with problems, by id."""
    found, last = doubtful(parts.store, after=unpack(cursor), limit=limit)
    return JSONResponse({"decisions": [doubt_json(held) for held in found], "next": pack(last)})


def doubtful(store: DecisionStore, *, after: str | None, limit: int) -> tuple[list[Held], str | None]:
    """At most `limit` documents with doubts, and the id after which to go on; None at the end."""
    found: list[Held] = []
    for looked_at, held in enumerate(_all(store, after), start=1):
        if in_review(held.decision) or held.decision.problems:
            found.append(held)
        if len(found) == limit or looked_at == _LOOKED_AT:
            return found, held.id if store.decisions(after=held.id, limit=1) else None
    return found, None


def in_review(decision: Decision) -> list[str]:
    """Names of the fields in review; entries of lists as "bases.2", counted from 0 as in the record."""
    facts = [f.name for f in fields(decision) if _asks(getattr(decision, f.name))]
    parts = [
        f"{name}.{n}" for name in _LISTS for n, each in enumerate(getattr(decision, name)) if each.state == "review"
    ]
    return facts + parts


def doubt_json(held: Held) -> Json:
    return {
        **node_json(node_of(held)),
        "review": in_review(held.decision),
        "problems": [problem_json(problem) for problem in held.decision.problems],
    }


def _asks(value: object) -> bool:
    return isinstance(value, Fact) and value.state == "review"


def _all(store: DecisionStore, after: str | None) -> Iterator[Held]:
    while some := store.decisions(after=after, limit=_AT_ONCE):
        yield from some
        after = some[-1].id
