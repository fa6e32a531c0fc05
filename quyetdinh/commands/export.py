"""Export records to a folder: originals, decisions as JSON, their text, and a manifest with SHA-256."""

from __future__ import annotations

from pathlib import Path

import click

from quyetdinh.desk import Desk
from quyetdinh.help import declare
from quyetdinh.troubles import FolderInUse, writing_to


@declare("export")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path, file_okay=False))
@click.argument("ids", metavar="[ID]...", nargs=-1)
@click.option("--pdfa", is_flag=True)
def command(desk: Desk, *, folder: Path, ids: tuple[str, ...], pdfa: bool) -> int:
    from rich.progress import Progress

    from quyetdinh.package import write_package

    if folder.exists() and any(folder.iterdir()):
        raise FolderInUse(path=folder)
    with writing_to(folder), desk.parts() as parts, Progress(console=desk.err, transient=True) as bar:
        task = bar.add_task(desk.say("export.working"), total=None)
        package = write_package(parts, folder, ids, pdfa=pdfa, progress=lambda: bar.advance(task))
    desk.tell("export.done", count=package.count, folder=folder, manifest=folder / "manifest.csv")
    if package.broken:
        desk.tell("export.broken", count=len(package.broken), names=", ".join(package.broken))
    if package.no_pdfa:
        desk.tell("export.not_pdfa", count=len(package.no_pdfa))
        for trouble in package.no_pdfa:
            desk.err.print(f"  {trouble.message(desk.lang)}", markup=False)
    return 1 if package.broken or package.no_pdfa else 0
