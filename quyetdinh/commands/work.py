"""Read the files that wait, until stopped."""

from __future__ import annotations

import click

from quyetdinh.desk import Desk
from quyetdinh.help import declare
from quyetdinh.stopping import stop_when_orphaned, stoppable


@declare("work")
@click.option("--until-orphaned", is_flag=True, hidden=True)
def command(desk: Desk, *, until_orphaned: bool) -> int:
    from pipeline.work import work
    from quyetdinh.parts import bench_of

    if until_orphaned:
        stop_when_orphaned()
    with stoppable(), desk.parts() as parts:
        desk.tell("work.started")
        work(bench_of(desk.settings, parts))
    return 0
