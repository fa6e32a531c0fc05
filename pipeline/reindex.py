"""The index made anew from the store."""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import closing

from pipeline.bench import Bench
from pipeline.lock import only_worker
from pipeline.settle import make_searchable
from search_api.index import DecisionIndex
from search_api.store import DecisionStore

_TICK = 0.2  #: seconds


def reindex(
    bench: Bench, *, progress: Callable[[int, int], None] | None = None, stop: threading.Event | None = None
) -> int:
    """Put every held document into the index again; how many. Where a worker runs, it does so, and we wait for it.

    `progress` is told (documents done, all documents). After a death in the middle the next worker goes on.

    Raises:
        Trouble: the index does not answer.
    """
    total = bench.store.index_all()
    stop = stop or threading.Event()
    while not stop.is_set() and (left := _left(bench.store)):
        if progress:
            progress(max(0, total - left), total)
        with only_worker(bench.work_url) as alone:
            if alone:
                _rebuild(bench)
            else:
                stop.wait(_TICK)
    if progress:
        progress(total, total)
    return total


def rebuild_if_stale(store: DecisionStore, index: DecisionIndex) -> None:
    """An index of other rules, or a new one, is emptied and asked for anew."""
    if index.stale() or index.fingerprint() is None:
        # In this order: dying in between leaves an index to be filled, not one that looks whole.
        store.index_all()
        index.clear()


def _rebuild(bench: Bench) -> None:
    with closing(bench.open_index()) as index:
        index.clear()
        make_searchable(bench.store, index)


def _left(store: DecisionStore) -> int:
    return len(store.to_index(1_000_000))
