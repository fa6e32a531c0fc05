"""Read one file and print what was read; nothing is stored."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import click

from decisions.decision import Decision
from decisions.problem import Secret
from decisions.reading import Reading
from decisions.reading_wire import reading_json
from decisions.wire import decision_json
from quyetdinh.desk import Desk
from quyetdinh.help import declare, json_option
from quyetdinh.show.card import show_card
from quyetdinh.troubles import NoSuchPath, NotOneFile, writing_to


@declare("read")
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@click.option("--keep", metavar="DIR", type=click.Path(path_type=Path, file_okay=False))
@json_option
def command(desk: Desk, *, file: Path, keep: Path | None, as_json: bool) -> int:
    if file.is_dir():
        raise NotOneFile(path=file)
    if not file.is_file():
        raise NoSuchPath(path=file)
    if not os.access(file, os.R_OK):
        from pipeline.walk import Unreadable

        raise Unreadable
    from extract.decisions import find_decisions

    with _kept(keep) as folder:
        reading = _read(desk, file, folder)
        if reading.secret_page is not None:
            raise Secret(page=reading.secret_page)
        decisions = find_decisions(reading)
        if folder:
            _write_decisions(folder, decisions)
    if as_json:
        desk.print_json(answer(reading, decisions))
    else:
        for number, decision in enumerate(decisions):
            show_card(desk, decision, "" if number else str(file))
        if len(decisions) > 1:
            desk.tell("card.more", count=len(decisions))
        for problem in reading.problems:
            desk.err.print(problem.message_en if desk.lang == "en" else problem.message, markup=False)
    return 0


def answer(reading: Reading, decisions: tuple[Decision, ...]) -> dict[str, Any]:
    """The first decision in the shape of the contract, the `file`, and what `more` it holds."""
    first, *more = (decision_json(decision) for decision in decisions)
    return {**first, "file": _file_json(reading), "more": more}


def _file_json(reading: Reading) -> dict[str, Any]:
    whole = reading_json(reading)
    return {
        "sha256": reading.sha256,
        "media_type": reading.media_type,
        "pages": whole["text"]["pages"],
        "signatures": whole["signatures"],
        "mended": whole["mended"],
        "problems": whole["problems"],
    }


def _read(desk: Desk, file: Path, keep: Path | None) -> Reading:
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    from ocr.read import read
    from quyetdinh.parts import reading_limits

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=desk.err, transient=True) as bar:
        task = bar.add_task(desk.say("ledger.reading"), total=None)
        return read(
            file,
            name=file.name,
            keep=keep,
            workers=desk.settings.workers or None,
            limits=reading_limits(desk.settings),
            progress=lambda done, total: bar.update(task, completed=done, total=total),
        )


@contextmanager
def _kept(keep: Path | None) -> Iterator[Path | None]:
    """A folder beside `keep` that takes its place at the end; of a secret file nothing stays."""
    if keep is None:
        yield None
        return
    with writing_to(keep):
        keep.absolute().parent.mkdir(parents=True, exist_ok=True)
        place = TemporaryDirectory(prefix=".quyetdinh-", dir=keep.absolute().parent)
    with place as draft:
        try:
            yield Path(draft)
        except Secret:
            raise
        except BaseException:
            shutil.copytree(draft, keep, dirs_exist_ok=True)
            raise
        shutil.copytree(draft, keep, dirs_exist_ok=True)


def _write_decisions(folder: Path, decisions: tuple[Decision, ...]) -> None:
    for number, decision in enumerate(decisions, start=1):
        text = json.dumps(decision_json(decision), ensure_ascii=False, indent=2)
        (folder / f"decision_{number}.json").write_text(text + "\n", encoding="utf-8")
