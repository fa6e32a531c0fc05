"""What is missing or broken on this machine and in what it holds, and how to mend it."""

from __future__ import annotations

from quyetdinh.checks import Check, all_checks
from quyetdinh.desk import Desk
from quyetdinh.help import declare, json_option


@declare("check")
@json_option
def command(desk: Desk, *, as_json: bool) -> int:
    checks = all_checks(desk)
    bad = sum(not each.ok for each in checks)
    if as_json:
        named = [{"name": each.name, "ok": each.ok, "message": each.message} for each in checks]
        desk.print_json({"ok": not bad, "checks": named})
    else:
        _show(desk, checks)
        desk.out.print(desk.say("check.bad", count=bad) if bad else desk.say("check.ok"))
    return 1 if bad else 0


def _show(desk: Desk, checks: list[Check]) -> None:
    from rich.table import Table
    from rich.text import Text

    table = Table.grid(padding=(0, 2))
    table.add_column()
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for each in checks:
        mark = Text("✓", style="green") if each.ok else Text("✗", style="bold red")
        table.add_row(mark, desk.say(f"check.{each.name}"), Text(each.message))
    desk.out.print(table)
