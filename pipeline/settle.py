"""From saved to searchable: links, index, and the last word in the ledger."""

from __future__ import annotations

import logging
from collections.abc import Sequence

from decisions.problem import Trouble
from pipeline.attempts import survived
from pipeline.claim import claim
from pipeline.entry import entry
from pipeline.log import where
from pipeline.remark import remark
from pipeline.troubles import Broken, SameBytes
from search_api.chain.link import link
from search_api.index import DecisionIndex
from search_api.store import DecisionStore
from search_api.store.files import Files

_log = logging.getLogger(__name__)
_GROUP = 200  #: entries put at once: a commit of the index costs more than the entries in it


def make_searchable(store: DecisionStore, index: DecisionIndex) -> None:
    """All that waits to be linked and indexed, whoever saved it. Must not run twice at the same time."""
    link(store)
    while _put(store, index, store.to_index(_GROUP)) == _GROUP:
        pass  # what is saved meanwhile is not linked yet, and has its own settling


def _put(store: DecisionStore, index: DecisionIndex, waiting: Sequence[tuple[str, int]]) -> int:
    held = {id: store.decision(id) for id, _ in waiting}
    gone = [id for id, each in held.items() if each is None]
    if gone:
        index.drop(gone)
    if len(gone) < len(held):
        index.put([entry(store, each) for each in held.values() if each is not None])
    store.indexed(waiting)
    return len(waiting)


def settle(store: DecisionStore, files: Files, index: DecisionIndex, saved: Sequence[tuple[int, str, str]]) -> None:
    """Make everything searchable, then close the lines (file, sha256, spool key) of what was saved."""
    try:
        make_searchable(store, index)
    except Exception as error:
        trouble = error if isinstance(error, Trouble) else Broken(what=type(error).__name__)
        _log.error("not searchable yet: %s", where(error))
        for file, _, _ in saved:
            survived(store, file)
            store.finish(file, "failed", trouble=trouble)
        return
    with store.alone():  # one write to the disk for all of them
        for file, sha256, _ in saved:
            _close(store, file, sha256)
    for _, _, spool in saved:
        files.discard(spool)


def _close(store: DecisionStore, file: int, sha256: str) -> None:
    ids = store.ids_of_scan(sha256)
    if claim(store, sha256, file):
        store.finish(file, "stored", trouble=remark(store, sha256, ids), ids=ids)
    else:
        store.finish(file, "duplicate", trouble=SameBytes(), ids=ids)
