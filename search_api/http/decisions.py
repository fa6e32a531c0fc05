"""The decisions that are held: listed, looked up, shown as a record and as text."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import JSONResponse, PlainTextResponse

from search_api.chain.wire import node_json
from search_api.http.asked import PartsOf
from search_api.http.cursor import pack, unpack
from search_api.http.held import CopyOf, IdOf, copy_of, held_decision, text_of
from search_api.http.nodes import node_of
from search_api.http.shapes import problems
from search_api.http.shapes.chain import DecisionList
from search_api.http.shapes.decision import DecisionShape
from search_api.http.troubles import NotRead
from search_api.record import decision_record

router = APIRouter(prefix="/decisions", tags=["decisions"])


@router.get("", summary="Decisions by id, or those of a number", response_model=DecisionList, responses=problems(422))
def decisions(
    parts: PartsOf,
    number: Annotated[str | None, Query(examples=["218/QĐ-UBND"], description="with or without marks")] = None,
    issuer: str | None = None,
    issued_on: Annotated[date | None, Query(alias="date")] = None,
    cursor: str | None = None,
    limit: Annotated[int, Query(ge=1, le=100)] = 20,
) -> JSONResponse:
    """With `number`, instruments that are only cited are listed too, after the held ones, and all come at once."""
    if number is not None:
        found = parts.store.find(number, issuer=issuer, issued_on=issued_on)
        return JSONResponse({"decisions": [node_json(node) for node in found], "next": None})
    held = parts.store.decisions(after=unpack(cursor), limit=limit + 1)
    return JSONResponse(
        {
            "decisions": [node_json(node_of(each)) for each in held[:limit]],
            "next": pack(held[limit - 1].id) if len(held) > limit else None,
        }
    )


@router.get("/{id}", summary="One decision, with its evidence", response_model=DecisionShape, responses=problems(404))
def decision(id: IdOf, parts: PartsOf) -> JSONResponse:
    return JSONResponse(decision_record(held_decision(parts.store, id)))


@router.get("/{id}/text", summary="Its text as read", response_class=PlainTextResponse, responses=problems(404))
def text(id: IdOf, parts: PartsOf, copy: CopyOf = 1) -> PlainTextResponse:
    """NFC, in reading order; a form feed between pages."""
    held = held_decision(parts.store, id)
    scan = copy_of(held, copy)
    reading = parts.store.reading(scan.scan)
    if reading is None:
        raise NotRead
    return PlainTextResponse(text_of(held, scan, reading))
