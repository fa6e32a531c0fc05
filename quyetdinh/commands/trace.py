"""Trace the chain: what a decision is based on, what replaced it, whether it is in force on a day."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from quyetdinh.desk import Desk
from quyetdinh.given import Day
from quyetdinh.help import declare, json_option
from quyetdinh.pick import pick
from quyetdinh.show.chain import show_chain
from quyetdinh.show.choices import show_choices
from quyetdinh.show.names import full_name
from quyetdinh.troubles import writing_to


@declare("trace")
@click.argument("what", metavar="ID|NUMBER")
@click.option("--issuer")
@click.option("--date", "issued_on", type=Day())
@click.option("--as-of", type=Day())
@click.option("--svg", metavar="FILE", type=click.Path(path_type=Path, dir_okay=False))
@json_option
def command(
    desk: Desk,
    *,
    what: str,
    issuer: str | None,
    issued_on: date | None,
    as_of: date | None,
    svg: Path | None,
    as_json: bool,
) -> int:
    from search_api.chain.trace import trace
    from search_api.chain.wire import trace_json

    with desk.parts() as parts:
        picked = pick(parts, what, issuer=issuer, issued_on=issued_on, held_only=False)
        if picked.one is None:
            show_choices(desk, what, picked.candidates, as_json=as_json)
            return 1
        found = trace(parts.store, picked.one.id, as_of=as_of)
    if picked.candidates:
        desk.tell(
            "trace.others", others="; ".join(full_name(node, desk.say, file=node.name) for node in picked.candidates)
        )
    if svg:
        from search_api.chain.draw import draw

        with writing_to(svg):
            svg.write_text(draw(found, lang=desk.lang), encoding="utf-8")
        desk.tell("trace.drawn", file=svg)
    if as_json:
        desk.print_json(trace_json(found, lang=desk.lang))
    else:
        show_chain(desk, found)
    return 0
