"""Rebuild the search index from the store."""

from __future__ import annotations

from quyetdinh.desk import Desk
from quyetdinh.help import declare


@declare("reindex")
def command(desk: Desk) -> int:
    from rich.progress import Progress

    from pipeline.reindex import reindex
    from quyetdinh.parts import bench_of

    with desk.parts() as parts, Progress(console=desk.err, transient=True) as bar:
        task = bar.add_task(desk.say("reindex.working"), total=None)

        def tell(done: int, total: int) -> None:
            bar.update(task, completed=done, total=total)

        count = reindex(bench_of(desk.settings, parts), progress=tell)
    desk.tell("reindex.done", count=count)
    return 0
