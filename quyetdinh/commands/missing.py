"""What is cited but held by nobody here, most cited first."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from quyetdinh.desk import Desk
from quyetdinh.help import declare, json_option
from quyetdinh.show.names import day_name, kind_name

if TYPE_CHECKING:
    from search_api.store import Node


@declare("missing")
@click.option("--limit", type=click.IntRange(1, 100_000), metavar="N", default=100)
@json_option
def command(desk: Desk, *, limit: int, as_json: bool) -> int:
    with desk.parts() as parts:
        found = parts.store.cited_but_missing(limit)
    if as_json:
        from search_api.chain.wire import node_json

        desk.print_json({"missing": [{**node_json(node), "cited_by": count} for node, count in found]})
    else:
        _show(desk, found)
    return 0


def _show(desk: Desk, found: list[tuple[Node, int]]) -> None:
    from rich import box
    from rich.table import Table

    if not found:
        desk.out.print(desk.say("missing.none"))
        return
    table = Table(box=box.SIMPLE_HEAD)
    table.add_column(desk.say("missing.cited"), justify="right")
    for name in ("kind", "number", "issued_on", "issuer"):
        table.add_column(desk.say(f"missing.{name}"), overflow="fold")
    for node, count in found:
        called = node.number or node.subject or ""  # laws are cited by their names alone
        table.add_row(str(count), kind_name(node.kind), called, day_name(node.issued_on), node.issuer or "")
    desk.out.print(table)
