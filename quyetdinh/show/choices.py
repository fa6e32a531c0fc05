"""Several instruments that one number fits: all of them, to choose from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from quyetdinh.desk import Desk
from quyetdinh.show.names import full_name

if TYPE_CHECKING:
    from search_api.store import Node


def show_choices(desk: Desk, what: str, nodes: Sequence[Node], *, as_json: bool) -> None:
    if as_json:
        from search_api.chain.wire import node_json

        message = desk.say("pick.title", what=what, count=len(nodes))
        desk.print_json(
            {"error": {"code": "ambiguous", "message": message}, "candidates": [node_json(node) for node in nodes]}
        )
        return
    desk.tell("pick.title", what=what, count=len(nodes))
    for node in nodes:
        desk.err.print(f"  {node.id}  {full_name(node, desk.say, file=node.name)}", markup=False)
