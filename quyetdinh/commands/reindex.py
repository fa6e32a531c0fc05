"""Rebuild the search index from the store."""

from __future__ import annotations

from contextlib import closing

from quyetdinh.desk import Desk
from quyetdinh.help import declare
from quyetdinh.troubles import WorkerRuns


@declare("reindex")
def command(desk: Desk) -> int:
    from pipeline.lock import only_worker
    from pipeline.settle import make_searchable
    from search_api.index import open_index
    from search_api.store import open_store

    settings = desk.settings
    settings.home.mkdir(parents=True, exist_ok=True)
    with only_worker(settings.work) as alone, closing(open_store(settings.store)) as store:
        if not alone:
            raise WorkerRuns
        with closing(open_index(settings.index, writer=True)) as index, desk.err.status(desk.say("reindex.working")):
            index.clear()
            count = store.index_all()
            make_searchable(store, index)
    desk.tell("reindex.done", count=count)
    return 0
