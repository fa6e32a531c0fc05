"""A home with documents on paper in it, and the answering service over it: what the tests of http and web stand on."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np
from fastapi.testclient import TestClient
from PIL import Image

from decisions.decision import Decision
from decisions.fact import Candidate, Fact, mention
from decisions.problem import problem
from decisions.reading import Reading
from decisions.text import DocumentText, PageText, Span
from pipeline.entry import entry
from samples.city import plan_100
from samples.draft import Draft
from samples.form import lay_out
from samples.names import offices
from samples.personnel import personnel_decisions
from samples.sheet import Sheet
from samples.truth import truth
from samples.ward import ward_decisions
from samples.write import write_pdf
from search_api.app import create_app
from search_api.chain.link import link
from search_api.index import open_index
from search_api.intake import open_intake
from search_api.parts import Parts
from search_api.store import Scan, open_store
from search_api.store.files import Files

DPI = 60
APPOINTING = "1876/QĐ-UBND"
HOSTILE = "<script>alert(1)</script>"
#: What an HTML upload may carry; kept as it came, and never run.
HOSTILE_PAGE = f"<html><body>{HOSTILE}</body></html>".encode()


@contextmanager
def home(folder: Path) -> Iterator[Parts]:
    """Store, files, tantivy and intake in a folder, empty."""
    folder.mkdir(parents=True, exist_ok=True)
    store, files = open_store(f"sqlite:///{folder}/store.sqlite"), Files(f"file://{folder}/files")
    intake = open_intake(store, files, f"sqlite:///{folder}/work.sqlite")
    open_index(f"tantivy://{folder}/index", writer=True).close()
    index = open_index(f"tantivy://{folder}/index")
    try:
        yield Parts(store=store, files=files, index=index, intake=intake)
    finally:
        intake.close()
        index.close()
        store.close()


@contextmanager
def pilot(folder: Path) -> Iterator[tuple[Parts, dict[str, str]]]:
    """A home that holds the ward's decisions, the city's plan, an appointment and a hostile letter: parts, id by number.

    218/QĐ-UBND is doubted: its number is in review, with two candidates.
    """
    with home(folder) as parts:
        ids = {draft.number: _hold(parts, draft, folder) for draft in _drafts()}
        ids["hostile"] = _hold_hostile(parts)
        link(parts.store)
        _index(parts, folder)
        yield parts, ids


def client(parts: Parts, **settings: Any) -> TestClient:
    """A browser of this site, which follows no redirects; errors come as answers."""
    app = create_app(parts, **settings)
    return TestClient(app, raise_server_exceptions=False, follow_redirects=False)


def _drafts() -> tuple[Draft, ...]:
    rng = np.random.default_rng(1)
    people = offices(1)
    plan = plan_100(people)
    appointed = next(draft for draft in personnel_decisions(people, rng) if draft.number == APPOINTING)
    return plan, *ward_decisions(people, plan), appointed


def _hold(parts: Parts, draft: Draft, folder: Path) -> str:
    sheets = lay_out(draft, dpi=DPI)
    name = f"{draft.number.replace('/', '-')} bản quét.pdf"
    path = write_pdf([sheet.image for sheet in sheets], folder / "scan.pdf")
    text = text_of(sheets)
    decision = _found(truth(draft), text)
    if draft.number == "218/QĐ-UBND":
        decision = _doubted(decision)
    return hold(parts, name, "application/pdf", path.read_bytes(), text, decision)


def _hold_hostile(parts: Parts) -> str:
    text = DocumentText(
        string=HOSTILE, pages=(PageText(number=1, span=Span(start=0, end=len(HOSTILE)), source="born", reason="html"),)
    )
    said = mention(text, Span(start=0, end=len(HOSTILE)), "test/1")
    letter = Decision(subject=Fact(value=HOSTILE, state="sure", confidence=1.0, said=(said,)))
    return hold(parts, f"{HOSTILE}.html", "text/html", HOSTILE_PAGE, text, letter)


def hold(parts: Parts, name: str, media_type: str, data: bytes, text: DocumentText, decision: Decision) -> str:
    """Keep bytes and what was read of them; the id of the document."""
    key, size, _ = parts.files.receive("test", name, [data])
    sha256 = parts.files.keep(key)
    parts.files.discard(key)
    scan = Scan(
        sha256=sha256, name=name, media_type=media_type, size=size, pages=len(text.pages), kept_at=datetime.now(UTC)
    )
    (id,) = parts.store.save(scan, Reading(sha256=sha256, media_type=media_type, text=text), [decision])
    return id


def _index(parts: Parts, folder: Path) -> None:
    writer = open_index(f"tantivy://{folder}/index", writer=True)
    waiting = parts.store.to_index(limit=1000)
    held = [parts.store.decision(id) for id, _ in waiting]
    writer.put([entry(parts.store, each) for each in held if each])
    parts.store.indexed(waiting)
    writer.close()


def text_of(sheets: Sequence[Sheet]) -> DocumentText:
    """What a perfect reader reads off these sheets, every word in its box."""
    string, words, starts, pages = "", [], [], []
    for sheet in sheets:
        string += "\f" if pages else ""
        start = len(string)
        for n, line in enumerate(sheet.lines):
            string += "\n" if n else ""
            for m, word in enumerate(line):
                string += " " if m else ""
                words.append(word)
                starts.append(len(string))
                string += word.text
        pages.append(
            PageText(
                number=sheet.number,
                span=Span(start=start, end=len(string)),
                source="ocr",
                reason="made for a test",
                width=sheet.image.width,
                height=sheet.image.height,
                dpi=sheet.dpi,
            )
        )
    return DocumentText(string=string, words=tuple(words), starts=tuple(starts), pages=tuple(pages))


def _found(decision: Decision, text: DocumentText) -> Decision:
    """The truth, with its places on this paper."""
    flat = text.string.replace("\n", " ").replace("\f", " ")

    def span(words: str) -> Span | None:
        # Words written by hand stand apart from what is printed around them: "218 /QĐ-UBND".
        hit = re.search(r" ?".join(map(re.escape, re.findall(r"\w+|\W", words))), flat)
        return Span(start=hit.start(), end=hit.end()) if hit else None

    def said(fact: Fact[Any], words: str) -> Fact[Any]:
        where = span(words)
        return replace(fact, state="sure", said=(mention(text, where, "test/1"),)) if where else fact

    def placed(thing: Any, words: str) -> Any:
        where = span(words)
        return replace(thing, span=where, place=text.place(where)) if where else thing

    return replace(
        decision,
        number=said(decision.number, decision.number.value or "?"),
        subject=said(decision.subject, decision.subject.value or "?"),
        signer=said(decision.signer, decision.signer.value.name or "?" if decision.signer.value else "?"),
        bases=tuple(placed(each, each.text) for each in decision.bases),
        citations=tuple(placed(each, each.text) for each in decision.citations),
        relations=tuple(placed(each, each.sentence) for each in decision.relations),
        appointments=tuple(placed(each, each.sentence) for each in decision.appointments),
    )


def _doubted(decision: Decision) -> Decision:
    number = decision.number
    candidates = tuple(
        Candidate(value=value, confidence=sure, said=number.said)
        for value, sure in ((number.value or "", 0.62), ("213/QĐ-UBND", 0.21))
    )
    return replace(
        decision,
        number=replace(number, state="review", confidence=0.62, candidates=candidates),
        problems=(problem("number_kind_mismatch", field="number", number="218/QĐ-UBND", kind="Quyết định"),),
    )


def png_size(data: bytes) -> tuple[int, int]:
    return Image.open(io.BytesIO(data)).size
