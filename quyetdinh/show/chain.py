"""The chain of an instrument: an account that can be read aloud, every instrument on the way, what ties it to others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quyetdinh.desk import Desk
from quyetdinh.show.names import day_name, full_name

if TYPE_CHECKING:
    from rich.text import Text

    from search_api.chain.trace import Leg, Trace


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
    _show_ties(desk, found)


def _show_ties(desk: Desk, found: Trace) -> None:
    """What the root does and what is done to it, each with the sentence that says so."""
    from rich.padding import Padding
    from rich.text import Text

    root = found.root.node.id
    ties = [leg for leg in found.legs if root in (leg.edge.source, leg.edge.target)]
    if ties:
        desk.out.print(Text(desk.say("card.relations"), style="bold"))
    for leg in ties:
        desk.out.print(Padding(_tie(desk, found, leg), (0, 0, 0, 2)))


def _tie(desk: Desk, found: Trace, leg: Leg) -> Text:
    from rich.text import Text

    from search_api.chain.name import action, title

    said = leg.edge.relation
    doer, done = (title(found.stop(id).node) for id in (leg.edge.source, leg.edge.target))
    line = Text(f"• {doer} {action(said['action'], desk.lang)} {done}")
    if leg.until:
        line.append(f" {desk.say('until', day=day_name(leg.until))}")
    if said["state"] == "review":
        line.append(f" [{desk.say('state.review')}]", style="yellow")
    if said["sentence"]:
        page = f" ({desk.say('search.page', page=said['page'])})" if said["page"] else ""
        line.append(f"\n  «{' '.join(said['sentence'].split())}»{page}", style="dim")
    return line
