"""The progress of a batch as server-sent events: what changed, until all is done."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from typing import Any

import anyio
from starlette.concurrency import run_in_threadpool

from decisions.ledger import Batch
from search_api.http.troubles import NoSuchBatch
from search_api.ledger import line_json, summary_json
from search_api.store import DecisionStore

LOOK_EVERY = 0.5  #: seconds between two looks at the ledger
BEAT_EVERY = 15.0  #: seconds of silence after which a comment keeps the connection open


def stamp(batch: Batch) -> str:
    """The state of a batch as an event id: the same stamp, the same ledger."""
    return f"{batch.received}-{batch.received - batch.count('waiting')}-{int(batch.done)}"


async def progress(store: DecisionStore, batch: str, lang: str, seen: str | None = None) -> AsyncIterator[str]:
    """Events `progress` and, as the last one, `done`; both carry the counts and the lines that changed.

    The first event carries all lines that have an outcome, unless the client has `seen` this very state already.
    """
    known: dict[int, str] = {}
    silent = 0.0
    yield "retry: 2000\n\n"
    while True:
        ledger = await run_in_threadpool(_ledger, store, batch)
        if stamp(ledger) != seen:
            seen, silent = stamp(ledger), 0.0
            yield _event(ledger, known, lang)
            known = {line.file: line.outcome for line in ledger.files}
        if ledger.done:
            return
        if silent >= BEAT_EVERY:
            silent = 0.0
            yield ": \n\n"
        silent += LOOK_EVERY
        await anyio.sleep(LOOK_EVERY)


def _ledger(store: DecisionStore, batch: str) -> Batch:
    ledger = store.batch(batch)
    if ledger is None:
        raise NoSuchBatch(what=batch)
    return ledger


def _event(ledger: Batch, known: dict[int, str], lang: str) -> str:
    changed = [line_json(line, lang) for line in ledger.files if known.get(line.file, "waiting") != line.outcome]
    data: dict[str, Any] = {**summary_json(ledger), "files": changed}
    name = "done" if ledger.done else "progress"
    return f"id: {stamp(ledger)}\nevent: {name}\ndata: {json.dumps(data, ensure_ascii=False)}\n\n"
