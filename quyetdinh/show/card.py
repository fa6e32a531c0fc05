"""One decision as a card: every field with its value, how sure it is, and the words on paper that say so."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from decisions.decision import FACTS, Appointment, Citation, Decision, Delegation, Relation, Signer
from decisions.fact import Fact, Mention
from decisions.fold import fold
from decisions.tables import action_labels, rows
from quyetdinh.desk import Desk
from quyetdinh.show.names import day_name, full_name, kind_name

_STYLES = {"sure": "green", "confirmed": "green", "corrected": "green", "review": "yellow", "absent": "dim"}


def show_card(desk: Desk, decision: Decision, title: str = "") -> None:
    from rich import box
    from rich.table import Table
    from rich.text import Text

    table = Table(title=title or None, title_justify="left", box=box.SIMPLE_HEAD)
    table.add_column(desk.say("card.field"), no_wrap=True)
    table.add_column(desk.say("card.value"), overflow="fold", ratio=3)
    table.add_column(desk.say("card.state"), no_wrap=True)
    table.add_column(desk.say("card.said"), overflow="fold", ratio=2)
    for name in FACTS:
        fact = getattr(decision, name)
        table.add_row(
            desk.say(f"field.{name}"),
            Text(_value(desk, name, fact)),
            Text(desk.say(f"state.{fact.state}"), style=_STYLES[fact.state]),
            Text(_said(desk, fact), style="dim"),
        )
    desk.out.print(table)
    _list(desk, "card.relations", [_relation(desk, each) for each in decision.relations])
    _list(desk, "card.citations", [_citation(desk, each) for each in decision.citations])
    _list(desk, "card.appointments", [_appointment(desk, each) for each in decision.appointments])
    _list(desk, "card.delegations", [_delegation(desk, each) for each in decision.delegations])
    _list(desk, "card.problems", [each.message_en if desk.lang == "en" else each.message for each in decision.problems])
    desk.out.print(
        desk.say("card.articles", count=len(decision.articles), recipients=len(decision.recipients)), style="dim"
    )


def plain(name: str, value: Any) -> str:
    """A value of a field in words."""
    match value:
        case None:
            return "—"
        case date():
            return day_name(value)
        case Signer():
            return ", ".join(part for part in (value.name, value.capacity, value.position) if part)
    return kind_name(value) if name == "kind" else str(value)


def _value(desk: Desk, name: str, fact: Fact[Any]) -> str:
    others = [plain(name, each.value) for each in fact.candidates if each.value != fact.value]
    return f" {desk.say('card.or')} ".join([plain(name, fact.value), *others])


def _said(desk: Desk, fact: Fact[Any]) -> str:
    lines = []
    for mention in sorted(fact.said, key=lambda mention: not _names_signer(mention, fact.value))[:2]:
        where = f" ({desk.say('search.page', page=mention.place.page)})" if mention.place else ""
        lines.append(f"«{' '.join(mention.text.split())}»{where}")
    return "\n".join(lines)


def _names_signer(mention: Mention, value: Any) -> bool:
    """A stack of titles has a line each; the name must not be left out for them."""
    return isinstance(value, Signer) and value.name is not None and fold(value.name) in fold(mention.text)


def _relation(desk: Desk, relation: Relation) -> str:
    source = f"{full_name(relation.source, desk.say)} → " if relation.source else ""
    scope = f" ({', '.join(relation.scope)})" if relation.scope else ""
    line = f"{source}{action_labels()[relation.action]}{scope}: {_citation(desk, relation.target)}"
    return f"{line} — {desk.say('until', day=day_name(relation.until))}" if relation.until else line


def _citation(desk: Desk, citation: Citation) -> str:
    name = full_name(citation, desk.say)
    if citation.match == "corrected" and citation.printed:
        name += f" («{citation.printed}»)"
    notes = []
    if citation.match:
        notes.append(desk.say(f"match.{citation.match}"))
    if citation.state == "review":
        notes.append(desk.say("state.review"))
    return f"{name} [{', '.join(notes)}]" if notes else name


def _appointment(desk: Desk, act: Appointment) -> str:
    names = {row["code"]: row["label"] for row in rows("acts")}
    person = " ".join(part for part in (act.person.honorific, act.person.name) if part)
    post = ", ".join(part for part in (act.position, act.unit) if part)
    line = f"{person}: {names.get(act.action, act.action)} {post}".rstrip()
    pay = (act.rank_code, act.grade, act.coefficient)
    line = " · ".join([line, *(part for part in pay if part)])
    if act.term_months:
        line += f" · {desk.say('card.months', count=act.term_months)}"
    if act.effective_on or act.until:
        line += " — " + " – ".join(
            day_name(each) if each else "…" for each in (act.effective_on, act.until) if each or act.until
        )
    return f"{line} [{desk.say('state.review')}]" if act.state == "review" else line


def _delegation(desk: Desk, power: Delegation) -> str:
    names = {row["code"]: row["label"] for row in rows("delegations")}
    line = f"{power.to}: {names.get(power.action, power.action)} {power.task}".rstrip()
    times = (power.effective_on, power.until)
    if any(times):
        line += " — " + " – ".join(day_name(each) if each else "…" for each in times)
    return f"{line} [{desk.say('state.review')}]" if power.state == "review" else line


def _list(desk: Desk, heading: str, lines: Iterable[str]) -> None:
    from rich.padding import Padding
    from rich.text import Text

    lines = list(lines)
    if lines:
        desk.out.print(Text(desk.say(heading), style="bold"))
        for line in lines:
            desk.out.print(Padding(Text(f"• {' '.join(line.split())}"), (0, 0, 0, 2)))
