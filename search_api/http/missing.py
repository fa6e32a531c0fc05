"""What is cited but held by nobody: the list of scans to ask for."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import JSONResponse

from search_api.chain.wire import node_json
from search_api.http.asked import PartsOf
from search_api.http.cursor import pack, unpack_offset
from search_api.http.shapes import problems
from search_api.http.shapes.chain import MissingList

router = APIRouter(prefix="/missing", tags=["chain"])


@router.get("", summary="Cited but held by nobody", response_model=MissingList, responses=problems(422))
def missing(parts: PartsOf, cursor: str | None = None, limit: Annotated[int, Query(ge=1, le=100)] = 50) -> JSONResponse:
    """Most cited first."""
    start = unpack_offset(cursor)
    found = parts.store.cited_but_missing(start + limit + 1)[start:]
    return JSONResponse(
        {
            "missing": [node_json(node) | {"cited_by": count} for node, count in found[:limit]],
            "next": pack(start + limit) if len(found) > limit else None,
        }
    )
