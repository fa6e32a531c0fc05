"""The pages about one instrument: the scan beside its record, and the chain that it stands in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from decisions.reading import Reading
from decisions.text import DocumentText, PageText, Place, Span
from search_api.chain.status import spells, status_on, today
from search_api.http.asked import LangOf, PartsOf
from search_api.http.doubts import in_review
from search_api.http.held import IdOf, held_decision, pages_of
from search_api.http.nodes import node_of
from search_api.http.pages import has_pages
from search_api.http.trace import TraceOf
from search_api.index.marks import marks as places_of_words
from search_api.store import Held
from search_api.web.chain_view import chain_view
from search_api.web.marked import Piece, cut
from search_api.web.marks import Marks
from search_api.web.record_view import lay_out
from search_api.web.render import page
from search_api.web.words import title_of

API = "/api/v1"
router = APIRouter()


@router.get("/decisions/{id}", response_class=HTMLResponse)
def decision(
    request: Request,
    id: IdOf,
    parts: PartsOf,
    lang: LangOf,
    q: Annotated[str, Query(description="words to light up on the pages")] = "",
    view: Annotated[Literal["scan", "text"], Query()] = "scan",
) -> HTMLResponse:
    held = held_decision(parts.store, id)
    node = node_of(held)
    first = held.copies[0]
    reading = parts.store.reading(first.scan)
    pages = pages_of(held, reading)
    marks = Marks(reading.text if reading else None)
    record = lay_out(held.decision, marks, lang)
    if reading and q:
        _light_up(q, reading.text, marks)
    on_paper = has_pages(first.media_type)
    return page(
        request,
        "decision.html",
        twin=f"{API}/decisions/{id}",
        api=f"{API}/decisions/{id}",
        here=f"/decisions/{id}" + (f"?{urlencode({'q': q})}" if q else ""),
        id=id,
        q=q,
        title=title_of(node.kind, node.number, node.subject, node.name, lang),
        number=node.number,
        subject=node.subject,
        status=status_on(spells(parts.store, id), today()),
        doubtful=len(in_review(held.decision)),
        record=record,
        marks=marks,
        pages=pages if on_paper else (),
        as_text=view == "text" or not on_paper,
        sheets=_sheets(held, reading, pages, marks),
        copies=held.copies,
    )


@router.get("/chain/{id}", response_class=HTMLResponse)
def chain(request: Request, id: IdOf, found: TraceOf, lang: LangOf) -> HTMLResponse:
    view, root = chain_view(found, lang), found.root.node
    query = request.url.query
    return page(
        request,
        "chain.html",
        twin=f"{API}/decisions/{id}/chain" + (f"?{query}" if query else ""),
        drawing=f"{API}/decisions/{id}/chain.svg?{urlencode({'as_of': view.as_of, 'lang': lang})}",
        title=title_of(root.kind, root.number, root.subject, root.name, lang),
        root=view.root,
        chain=view,
        edges=view.edges,
    )


def _light_up(words: str, text: DocumentText, marks: Marks) -> None:
    """The words that were searched for, where they stand on the pages."""
    places: list[Place] = []
    for start, end in places_of_words(words, text.string):
        marks.spans.append((start, end, "q"))
        places.extend(text.places(Span(start=start, end=end)))
    marks.put("q", words, places)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """The text of one page, cut at what the record points at."""

    number: int
    pieces: list[Piece]


def _sheets(held: Held, reading: Reading | None, pages: tuple[PageText, ...], marks: Marks) -> list[Sheet]:
    if reading is None:
        return []
    whole = held.decision.span or Span(start=0, end=len(reading.text.string))
    return [_sheet(reading, page, whole, marks) for page in pages]


def _sheet(reading: Reading, page: PageText, whole: Span, marks: Marks) -> Sheet:
    start, end = max(page.span.start, whole.start), min(page.span.end, whole.end)
    text = reading.text.string[start:end]
    pieces = cut(text, [(first - start, last - start, name) for first, last, name in marks.spans])
    return Sheet(number=page.number, pieces=pieces)
