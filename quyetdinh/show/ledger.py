"""The ledger of a batch as a table: every file, what became of it, and why."""

from __future__ import annotations

from decisions.ledger import Batch
from quyetdinh.desk import Desk

_STYLES = {"stored": "green", "duplicate": "cyan", "rejected": "yellow", "failed": "red", "waiting": "dim"}


def show_ledger(desk: Desk, batch: Batch) -> None:
    from rich import box
    from rich.table import Table
    from rich.text import Text

    table = Table(title=desk.say("ledger.title", batch=batch.id), title_justify="left", box=box.SIMPLE_HEAD)
    table.add_column(desk.say("ledger.file"), overflow="fold")
    table.add_column(desk.say("ledger.outcome"), no_wrap=True)
    table.add_column(desk.say("ledger.id"), no_wrap=True)
    table.add_column(desk.say("ledger.reason"), overflow="fold", ratio=1)
    for line in batch.files:
        reason = (line.reason_en or line.reason) if desk.lang == "en" else line.reason
        table.add_row(
            Text(line.name),
            Text(desk.say(f"outcome.{line.outcome}"), style=_STYLES[line.outcome]),
            Text("\n".join(line.ids)),
            Text(reason or ""),
        )
    desk.out.print(table)
    desk.out.print(
        desk.say(
            "ledger.sum",
            received=batch.received,
            stored=batch.count("stored"),
            duplicate=batch.count("duplicate"),
            rejected=batch.count("rejected"),
            failed=batch.count("failed"),
        ),
        markup=False,
    )
