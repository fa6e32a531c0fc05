"""The chain of an instrument: an account that can be read aloud, then every instrument on the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quyetdinh.desk import Desk
from quyetdinh.show.names import full_name

if TYPE_CHECKING:
    from search_api.chain.trace import Trace


def show_chain(desk: Desk, found: Trace) -> None:
    from rich import box
    from rich.table import Table
    from rich.text import Text

    from search_api.chain.account import account
    from search_api.chain.name import status

    for paragraph in account(found, lang=desk.lang).splitlines():
        desk.out.print(Text(paragraph))
    table = Table(box=box.SIMPLE_HEAD)
    table.add_column(desk.say("trace.instrument"), overflow="fold")
    table.add_column(desk.say("trace.status"))
    table.add_column(desk.say("ledger.id"), no_wrap=True)
    for stop in found.stops:
        name = Text(full_name(stop.node, desk.say, file=stop.node.name), style="bold" if stop is found.root else "")
        if not stop.node.held:
            name.append(f" ({desk.say('trace.not_held')})", style="dim")
        table.add_row(name, status(stop.status, desk.lang), stop.node.id)
    desk.out.print(table)
