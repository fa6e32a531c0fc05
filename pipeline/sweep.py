"""What was left unfinished, by whomever: sealed, retried and called for again."""

from __future__ import annotations

from pipeline.bench import Bench
from pipeline.worker import Worker

#: A running worker tries a failed file again by itself this often; a new start of `work` or `ingest` always does.
ATTEMPTS = 5


def sweep(bench: Bench, worker: Worker, *, most: int | None = None) -> set[str]:
    """Call for every batch that has waiting lines and no workflow that would take them; the batches still unfinished.

    `most`: leave lines alone that have failed so often; None retries all that failed.
    """
    worker.resume()
    bench.store.retry(most=most)
    bench.intake.seal_abandoned()
    unfinished = {line.batch for line in bench.store.waiting()}
    open_ones = set(bench.store.unsealed())
    for id in sorted(unfinished - open_ones):
        if not worker.lives(id):
            bench.intake.call_again(id, worker.calls(id))
    if bench.store.to_link() or bench.store.to_index(1):
        worker.settle()
    return unfinished - open_ones
