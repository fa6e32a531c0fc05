"""Take files, folders and archives in, then print the ledger of every file."""

from __future__ import annotations

from pathlib import Path

import click

from decisions.ledger import Batch
from quyetdinh.desk import Desk
from quyetdinh.help import declare, json_option
from quyetdinh.log import logged_aside
from quyetdinh.show.ledger import show_ledger
from quyetdinh.stopping import stopping
from quyetdinh.troubles import NoSuchPath


@declare("ingest")
@click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=click.Path(path_type=Path))
@json_option
def command(desk: Desk, *, paths: tuple[Path, ...], as_json: bool) -> int:
    for path in paths:
        if not path.exists():
            raise NoSuchPath(path=path)
    batch = _ingest(desk, paths)
    if as_json:
        from search_api.ledger import ledger_json

        desk.print_json(ledger_json(batch, desk.lang))
    else:
        show_ledger(desk, batch)
    return 1 if batch.count("rejected") or batch.count("failed") else 0


def _ingest(desk: Desk, paths: tuple[Path, ...]) -> Batch:
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    from pipeline.ingest import ingest
    from quyetdinh.parts import bench_of

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with logged_aside(desk.settings.home), desk.parts() as parts, Progress(*columns, console=desk.err) as bar:
        task = bar.add_task(desk.say("ledger.unpacking"), total=None)

        def tell(done: int, received: int, name: str) -> None:
            reading = desk.say("ledger.reading")
            bar.update(task, completed=done, total=received, description=f"{reading} {_short(name)}".rstrip())

        with stopping(lambda: desk.tell("stopping")) as stop:
            batch = ingest(bench_of(desk.settings, parts), paths, progress=tell, stop=stop)
        if stop.is_set():
            raise KeyboardInterrupt
        return batch


def _short(name: str) -> str:
    return name if len(name) <= 40 else f"…{name[-39:]}"
