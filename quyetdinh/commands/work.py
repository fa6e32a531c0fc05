"""Read the files that wait, until stopped."""

from __future__ import annotations

import click

from quyetdinh.desk import Desk
from quyetdinh.help import declare
from quyetdinh.stopping import stop_when_orphaned, stopping


@declare("work")
@click.option("--until-orphaned", is_flag=True, hidden=True)
def command(desk: Desk, *, until_orphaned: bool) -> int:
    with stopping() as stop:
        if until_orphaned:
            stop_when_orphaned()
        from pipeline.work import work
        from quyetdinh.parts import bench_of

        with desk.parts() as parts:
            desk.tell("work.started")
            work(bench_of(desk.settings, parts), stop=stop)
    return 0
