"""Many at once, and deaths in the middle: nothing is lost, nothing is half there."""

from __future__ import annotations

import multiprocessing
import os
import signal
import time
from collections.abc import Callable
from threading import Thread

from sqlalchemy import event

from search_api.chain.link import link
from search_api.store import DecisionStore, open_store
from search_api.store.sql import SqlStore
from tests.records import cites, decision, does, save

_SPAWN = multiprocessing.get_context("spawn")
DECREE = does("based_on", cites("32/2021/NĐ-CP"))


def test_opened_by_many_at_once(store_url: str) -> None:
    """A fresh store: one of them makes the schema, the others wait for it."""
    workers = [_SPAWN.Process(target=_open_and_write, args=(store_url, n)) for n in range(4)]
    _run(workers)
    store = open_store(store_url)
    assert sorted(held.decision.number.value or "" for held in store.decisions()) == [
        f"{n}/QĐ-UBND" for n in range(1, 5)
    ]
    assert len(store.batches()) == 4
    store.close()


def test_writers_in_threads_wait_for_each_other(store: DecisionStore) -> None:
    batch = store.open_batch("ingest")
    errors: list[BaseException] = []

    def work(n: int) -> None:
        try:
            for k in range(5):
                (file,) = store.receive(batch, [(f"{n}-{k}.pdf", f"{n}-{k}")])
                ids = save(store, f"{n}-{k}", decision(f"{n * 10 + k + 1}/QĐ-UBND", "2022-01-20", DECREE))
                link(store)
                store.finish(file, "stored", ids=ids)
        except BaseException as error:
            errors.append(error)

    threads = [Thread(target=work, args=(n,)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []
    store.complete(batch)
    ledger = store.batch(batch)
    assert ledger is not None
    assert ledger.count("stored") == ledger.received == 20
    assert len(store.decisions()) == 20
    assert store.to_link() == []
    ((_, times),) = store.cited_but_missing()
    assert times == 20


def test_one_decision_scanned_twice_at_once_is_one(store_url: str) -> None:
    open_store(store_url).close()
    _run([_SPAWN.Process(target=_save_copies, args=(store_url, n)) for n in range(3)])
    store = open_store(store_url)
    decisions = store.decisions()
    assert len(decisions) == 5
    assert all(len(held.copies) == 3 for held in decisions)
    store.close()


def test_killed_at_any_moment_nothing_is_half_saved(store_url: str) -> None:
    """A process saves two decisions of one scan again and again, and is killed: never one without the other."""
    open_store(store_url).close()
    for delay in (0.05, 0.15, 0.3):
        victim = _SPAWN.Process(target=_save_forever, args=(store_url,))
        victim.start()
        _wait_for(lambda: _count(store_url) > 0)
        time.sleep(delay)
        os.kill(victim.pid or 0, signal.SIGKILL)
        victim.join()
        _check_whole(store_url)


def test_an_error_at_any_statement_takes_everything_back(store: DecisionStore) -> None:
    assert isinstance(store, SqlStore)
    save(store, "a", decision("7/QĐ-UBND", "2022-01-20", DECREE))
    link(store)
    before = _all_of(store)
    deaths = 0
    while _dies_at(store, deaths * 3):
        assert _all_of(store) == before
        deaths += 1
    assert deaths > 10
    assert _all_of(store) != before


def _dies_at(store: SqlStore, statement: int) -> bool:
    """Save, and die before the n-th statement; False where it takes fewer."""
    seen = -1

    def count(*_: object) -> None:
        nonlocal seen
        seen += 1
        if seen == statement:
            raise _Died

    event.listen(store._engine, "before_cursor_execute", count)
    try:
        save(store, "a", decision("8/QĐ-UBND", "2022-01-20"), decision("9/QĐ-UBND", "2022-01-20", DECREE, DECREE))
    except _Died:
        return True
    finally:
        event.remove(store._engine, "before_cursor_execute", count)
    return False


def _all_of(store: DecisionStore) -> list[object]:
    return [store.decisions(), store.to_index(), store.to_link(), store.cited_but_missing(), list(store.scans())]


class _Died(BaseException):
    pass


def _open_and_write(url: str, n: int) -> None:
    store = open_store(url)
    store.open_batch("ingest")
    save(store, f"scan {n}", decision(f"{n + 1}/QĐ-UBND", "2022-01-20", DECREE))
    link(store)
    store.close()


def _save_copies(url: str, n: int) -> None:
    store = open_store(url)
    for k in range(5):
        save(store, f"copy {n} of {k}", decision(f"{k + 1}/QĐ-UBND", "2022-01-20", DECREE))
        link(store)
    store.close()


def _save_forever(url: str) -> None:
    store = open_store(url)
    n = 0
    while True:
        n += 1
        pair = [decision(f"{n}/{symbol}", "2022-01-20", DECREE) for symbol in ("QĐ-UBND", "QĐ-SNV")]
        save(store, "scan", *pair)


def _check_whole(url: str) -> None:
    store = open_store(url)
    held = store.decisions()
    serials = {(each.decision.number.value or "").split("/")[0] for each in held}
    assert len(held) == 2
    assert len(serials) == 1
    assert set(store.ids_of_scan(held[0].copies[0].scan)) == {each.id for each in held}
    assert set(store.to_link()) == {each.id for each in held}
    assert {id for id, _ in store.to_index()} == {each.id for each in held}
    (row,) = store.citations({"32"})
    assert row.said_by in {each.id for each in held}
    store.close()


def _count(url: str) -> int:
    store = open_store(url)
    try:
        return len(store.decisions())
    finally:
        store.close()


def _wait_for(true: Callable[[], bool]) -> None:
    end = time.monotonic() + 60
    while not true():
        assert time.monotonic() < end
        time.sleep(0.05)


def _run(workers: list[multiprocessing.process.BaseProcess]) -> None:
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert [worker.exitcode for worker in workers] == [0] * len(workers)
