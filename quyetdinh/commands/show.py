"""Show one decision: every field, how sure it is, and the words that say so."""

from __future__ import annotations

from datetime import date

import click

from decisions.problem import NotFound
from quyetdinh.desk import Desk
from quyetdinh.given import Day
from quyetdinh.help import declare, json_option
from quyetdinh.pick import pick
from quyetdinh.show.card import show_card
from quyetdinh.show.choices import show_choices
from quyetdinh.show.names import full_name


@declare("show")
@click.argument("what", metavar="ID|NUMBER")
@click.option("--issuer")
@click.option("--date", "issued_on", type=Day())
@json_option
def command(desk: Desk, *, what: str, issuer: str | None, issued_on: date | None, as_json: bool) -> int:
    with desk.parts() as parts:
        picked = pick(parts, what, issuer=issuer, issued_on=issued_on, held_only=True)
        if picked.one is None:
            show_choices(desk, what, picked.candidates, as_json=as_json)
            return 1
        held = parts.store.decision(picked.one.id)
    if held is None:
        raise NotFound(what=what)
    if as_json:
        from search_api.record import decision_record

        desk.print_json(decision_record(held))
    else:
        show_card(desk, held.decision, f"{full_name(picked.one, desk.say, file=held.copies[0].name)}  [{held.id}]")
        for copy in held.copies:
            desk.out.print(f"  {desk.say('card.copies')}: {copy.name} (SHA-256 {copy.scan})", markup=False, style="dim")
    return 0
