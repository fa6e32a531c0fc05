"""The pages that list things: search, batches, what is missing, what to review, the API."""

from __future__ import annotations

import logging
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse

from decisions.problem import Trouble
from decisions.question import Question
from search_api.http.asked import LangOf, LimitsOf, PartsOf
from search_api.http.batches import held_batch
from search_api.http.cursor import pack, unpack, unpack_offset
from search_api.http.doubts import doubtful
from search_api.http.search import QuestionOf
from search_api.http.upload import body_of, take_in
from search_api.parts import Parts
from search_api.web.docs_view import operations_of
from search_api.web.doubt_view import doubt_view
from search_api.web.render import page
from search_api.web.search_view import STATUSES, address, chips_of, facets_of, hits_of, pairs_of

API = "/api/v1"
router = APIRouter()
_log = logging.getLogger("quyetdinh.web")
_PER_PAGE = 20


@router.get("/", response_class=HTMLResponse)
def home(request: Request, parts: PartsOf) -> HTMLResponse:
    recent = parts.store.batches(limit=5)
    return page(request, "home.html", twin=f"{API}/batches", batches=recent, held=_held_count(parts))


@router.get("/search", response_class=HTMLResponse)
def search(request: Request, question: QuestionOf, parts: PartsOf, lang: LangOf) -> HTMLResponse:
    answer = parts.index.ask(question)
    pairs = pairs_of(question)
    following = address([*pairs, ("cursor", answer.next)]) if answer.next else None
    return page(
        request,
        "search.html",
        twin=API + address(pairs),
        q=question.words,
        answer=answer,
        hits=hits_of(question, answer),
        facets=facets_of(question, answer, lang),
        chips=chips_of(question, lang),
        next=following,
        **_filters(question),
    )


@router.post("/batches", response_class=RedirectResponse)
def upload(request: Request, parts: PartsOf, limits: LimitsOf) -> RedirectResponse:
    """The form without a script: take the files in, then show their ledger."""
    batch = take_in(parts, request.headers.get("content-type", ""), body_of(request), limits, origin="web")
    return RedirectResponse(f"/batches/{batch}", 303)


@router.get("/batches", response_class=HTMLResponse)
def batches(request: Request, parts: PartsOf, cursor: str | None = None) -> HTMLResponse:
    found = parts.store.batches(before=unpack(cursor), limit=_PER_PAGE + 1)
    following = pack(found[_PER_PAGE - 1].id) if len(found) > _PER_PAGE else None
    return page(request, "batches.html", twin=f"{API}/batches", batches=found[:_PER_PAGE], next=following)


@router.get("/batches/{id}", response_class=HTMLResponse)
def batch(request: Request, id: str, parts: PartsOf) -> HTMLResponse:
    return page(request, "batch.html", twin=f"{API}/batches/{id}", ledger=held_batch(parts.store, id))


@router.get("/missing", response_class=HTMLResponse)
def missing(request: Request, parts: PartsOf, cursor: str | None = None) -> HTMLResponse:
    start = unpack_offset(cursor)
    found = parts.store.cited_but_missing(start + 51)[start:]
    following = pack(start + 50) if len(found) > 50 else None
    return page(request, "missing.html", twin=f"{API}/missing", missing=found[:50], next=following)


@router.get("/problems", response_class=HTMLResponse)
def problems(request: Request, parts: PartsOf, lang: LangOf, cursor: str | None = None) -> HTMLResponse:
    found, last = doubtful(parts.store, after=unpack(cursor), limit=_PER_PAGE)
    doubts = [doubt_view(held, lang) for held in found]
    return page(request, "problems.html", twin=f"{API}/problems", doubts=doubts, next=pack(last))


@router.get("/docs", response_class=HTMLResponse)
def docs(request: Request) -> HTMLResponse:
    operations = list(operations_of(request.app.openapi()))
    return page(request, "docs.html", twin="/openapi.json", operations=operations)


def _held_count(parts: Parts) -> int | None:
    try:
        return parts.index.count()
    except Trouble as trouble:
        # The start page answers also while the index is away.
        _log.warning("%s", trouble)
        return None


def _filters(question: Question) -> dict[str, Any]:
    """What the form of filters shows, and what it keeps unseen."""
    in_form = {"q", "from", "to", "as_of", "person", "status"}
    return {
        "filtered": True,
        "kept": [pair for pair in pairs_of(question) if pair[0] not in in_form],
        "since": question.since or "",
        "until": question.until or "",
        "as_of": question.as_of or "",
        "person": question.person[0] if question.person else "",
        "status": question.status[0] if question.status else "",
        "statuses": STATUSES,
    }
