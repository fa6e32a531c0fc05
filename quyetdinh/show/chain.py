"""The chain of an instrument as an account that can be read aloud, with the sentences that say so."""

from __future__ import annotations

from datetime import date
from typing import Any

from decisions.tables import action_labels, rows
from quyetdinh.desk import Desk
from quyetdinh.show.names import day_name, kind_name

Json = dict[str, Any]


def show_chain(desk: Desk, chain: Json) -> None:
    """`chain` in the shape of `trace --json`."""
    from rich.padding import Padding
    from rich.text import Text

    nodes = {node["id"]: node for node in chain["nodes"]}
    root = nodes[chain["root"]]
    desk.out.print(Text(desk.say("trace.title", name=_name(desk, root)), style="bold"))
    as_of = day_name(date.fromisoformat(chain["as_of"]))
    status = desk.say(f"status.{chain['status']}")
    desk.out.print(Text(desk.say("trace.status", as_of=as_of, status=status)))
    desk.out.print(Text(chain["account"]))
    if not chain["edges"]:
        desk.out.print(desk.say("trace.alone"))
    for edge in chain["edges"]:
        desk.out.print(Padding(_line(desk, edge, nodes), (1, 0, 0, 2)))
        desk.out.print(Padding(_evidence(desk, edge), (0, 0, 0, 4)))
    for problem in chain["problems"]:
        message = problem["message_en"] if desk.lang == "en" else problem["message"]
        desk.out.print(Text(f"! {message}", style="yellow"))


def _line(desk: Desk, edge: Json, nodes: dict[str, Json]) -> Any:
    from rich.text import Text

    scope = "" if edge["scope"] == "whole" else f" ({', '.join(edge['scope'])})"
    line = Text(_name(desk, nodes[edge["from"]]))
    line.append(f" — {_verb(desk, edge['action'])}{scope} → ", style="bold")
    line.append(_name(desk, nodes[edge["to"]]))
    if edge["state"] == "review":
        line.append(f" [{desk.say('trace.review')}]", style="yellow")
    return line


def _evidence(desk: Desk, edge: Json) -> Any:
    from rich.text import Text

    where = f" ({desk.say('search.page', page=edge['page'])})" if edge["page"] else ""
    return Text(f"«{' '.join(edge['sentence'].split())}»{where}", style="dim")


def _name(desk: Desk, node: Json) -> str:
    name = " ".join(part for part in (kind_name(node["kind"]), node["number"]) if part) or desk.say("unknown")
    if node["issued_on"]:
        name = desk.say("name.dated", name=name, day=day_name(date.fromisoformat(node["issued_on"])))
    return name if node["held"] else f"{name} ({desk.say('trace.not_held')})"


def _verb(desk: Desk, action: str) -> str:
    if desk.lang == "en":
        return next(row["english"] for row in rows("actions") if row["code"] == action)
    return action_labels()[action]
