"""The held document that an address names, one of its scans, and the text of it."""

from __future__ import annotations

from pathlib import Path as FilePath
from typing import Annotated

from fastapi import Path, Query

from decisions.problem import NotFound
from decisions.reading import Reading
from decisions.text import PageText, Span
from search_api.http.troubles import NoSuchCopy, NoSuchDecision, OnlyCited, OriginalGone
from search_api.parts import Parts
from search_api.store import Copy, DecisionStore, Held

IdOf = Annotated[str, Path(description="id of the document", examples=["d-4f1c0a9be210"])]
CopyOf = Annotated[int, Query(alias="copy", ge=1, description="which of the `copies`, from 1")]


def held_decision(store: DecisionStore, id: str) -> Held:
    """Raises NoSuchDecision, or OnlyCited for an instrument that is known but not held."""
    held = store.decision(id)
    if held is not None:
        return held
    node = store.node(id)
    if node is not None:
        raise OnlyCited(what=node.number or id)
    raise NoSuchDecision(what=id)


def copy_of(held: Held, number: int) -> Copy:
    """The copy of that number, from 1; raises NoSuchCopy."""
    if number > len(held.copies):
        raise NoSuchCopy(what=number, copies=len(held.copies))
    return held.copies[number - 1]


def original_path(parts: Parts, sha256: str) -> FilePath:
    """A local path to the bytes of a scan; raises OriginalGone: it was held, so its absence is our fault."""
    try:
        return parts.files.path(sha256)
    except NotFound:
        raise OriginalGone(sha256=sha256) from None


def text_of(held: Held, copy: Copy, reading: Reading) -> str:
    """The text of the document as read from that scan; pages are divided by form feeds."""
    span = held.decision.span if copy == held.copies[0] else None
    return reading.text[span] if span else reading.text.string


def page_text(reading: Reading | None, page: int) -> PageText | None:
    """What became of a page when it was read."""
    if reading is None:
        return None
    return next((each for each in reading.text.pages if each.number == page), None)


def pages_of(held: Held, reading: Reading | None) -> tuple[PageText, ...]:
    """The pages of the file on which this document stands."""
    if reading is None:
        return ()
    span = held.decision.span or Span(start=0, end=len(reading.text.string))
    return tuple(page for page in reading.text.pages if page.span.start < span.end and page.span.end > span.start)
