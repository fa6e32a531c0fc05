"""Handing in scans, and what became of each file."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Header, Query, Request, Response
from fastapi.responses import JSONResponse, StreamingResponse

from search_api.http.asked import LangOf, LimitsOf, PartsOf
from search_api.http.cursor import pack, unpack
from search_api.http.events import progress, stamp
from search_api.http.shapes import problems
from search_api.http.shapes.ledger import Accepted, BatchList, Ledger
from search_api.http.troubles import NoSuchBatch
from search_api.http.upload import body_of, take_in
from search_api.ledger import ledger_json, summary_json
from search_api.store import DecisionStore

router = APIRouter(prefix="/batches", tags=["batches"])

_FORM: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {
            "multipart/form-data": {
                "schema": {
                    "type": "object",
                    "required": ["files"],
                    "properties": {
                        "files": {
                            "type": "array",
                            "items": {"type": "string", "format": "binary"},
                            "description": "PDF, TIFF, JPEG, PNG, TXT, HTML, DOCX, ZIP; folders by relative file names",
                        }
                    },
                }
            }
        },
    }
}


@router.post(
    "",
    status_code=202,
    summary="Hand in files as one batch",
    response_model=Accepted,
    responses={202: {"headers": {"Location": {"schema": {"type": "string"}}}}, **problems(413, 415, 422, 503)},
    openapi_extra=_FORM,
)
def upload(request: Request, parts: PartsOf, limits: LimitsOf) -> JSONResponse:
    """Streams the files into the spool and answers as soon as all have arrived; the worker reads them afterwards."""
    batch = take_in(parts, request.headers.get("content-type", ""), body_of(request), limits, origin="http")
    return JSONResponse({"batch": batch}, 202, headers={"Location": f"/api/v1/batches/{batch}"})


@router.get("", summary="Batches, newest first", response_model=BatchList, responses=problems(422))
def batches(
    parts: PartsOf,
    cursor: str | None = None,
    limit: Annotated[int, Query(ge=1, le=100)] = 20,
) -> JSONResponse:
    found = parts.store.batches(before=unpack(cursor), limit=limit + 1)
    return JSONResponse(
        {
            "batches": [summary_json(batch) for batch in found[:limit]],
            "next": pack(found[limit - 1].id) if len(found) > limit else None,
        }
    )


@router.get("/{id}", summary="The ledger of a batch", response_model=Ledger, responses=problems(404))
def batch(id: str, parts: PartsOf, lang: LangOf) -> JSONResponse:
    """received = stored + duplicate + rejected + failed (+ waiting, until it is done); each file with its reason."""
    return JSONResponse(ledger_json(held_batch(parts.store, id), lang))


@router.get(
    "/{id}/events",
    summary="Progress as server-sent events",
    response_class=StreamingResponse,
    responses={
        200: {"content": {"text/event-stream": {}}},
        204: {"description": "Done, and you know"},
        **problems(404),
    },
)
def events(id: str, parts: PartsOf, lang: LangOf, last_event_id: Annotated[str | None, Header()] = None) -> Response:
    """An event `progress` for each change, `done` at the end: the counts, and the files that changed."""
    ledger = held_batch(parts.store, id)
    if ledger.done and stamp(ledger) == last_event_id:
        return Response(status_code=204)  # tells an EventSource to stay away
    stream = progress(parts.store, id, lang, last_event_id)
    return StreamingResponse(
        stream, media_type="text/event-stream", headers={"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
    )


def held_batch(store: DecisionStore, id: str) -> Any:
    ledger = store.batch(id)
    if ledger is None:
        raise NoSuchBatch(what=id)
    return ledger
