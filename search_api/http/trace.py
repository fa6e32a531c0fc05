"""The chain of an instrument: what it rests on, what became of it, and the sentences that say so."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Response
from fastapi.responses import JSONResponse

from search_api.chain.draw import draw
from search_api.chain.trace import Trace, trace
from search_api.chain.walk import Direction
from search_api.chain.wire import trace_json
from search_api.http.asked import LangOf, PartsOf
from search_api.http.held import IdOf
from search_api.http.search import Given
from search_api.http.shapes import problems
from search_api.http.shapes.chain import Chain
from search_api.http.troubles import NoSuchDecision

router = APIRouter(prefix="/decisions/{id}", tags=["chain"])


def traced(
    id: IdOf,
    parts: PartsOf,
    direction: Annotated[Direction, Query(description="out: what it acts on; in: what acts on it")] = "both",
    depth: Annotated[int | None, Query(ge=1, le=50, description="steps from the root; all if left out")] = None,
    as_of: Annotated[date | None, Given, Query(description="the day on which it is asked; today if left out")] = None,
) -> Trace:
    """The chain from a held or cited instrument; raises NoSuchDecision."""
    if parts.store.node(id) is None:
        raise NoSuchDecision(what=id)
    return trace(parts.store, id, as_of=as_of, direction=direction, depth=depth)


TraceOf = Annotated[Trace, Depends(traced)]


@router.get("/chain", summary="The chain", response_model=Chain, responses=problems(404, 422))
def chain(found: TraceOf, lang: LangOf) -> JSONResponse:
    """Works for instruments that are only cited (m-…) too."""
    return JSONResponse(trace_json(found, lang=lang))


@router.get(
    "/chain.svg",
    summary="The chain, drawn",
    response_class=Response,
    responses={200: {"content": {"image/svg+xml": {}}}, **problems(404, 422)},
)
def drawing(found: TraceOf, lang: LangOf) -> Response:
    # A drawing may carry its own style; whatever else it might ask for is refused.
    policy = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
    return Response(draw(found, lang=lang), media_type="image/svg+xml", headers={"Content-Security-Policy": policy})
