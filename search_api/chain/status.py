"""Was an instrument in force on a day? The spells of its life, each with one status."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from decisions.problem import NotFound
from decisions.question import Spell
from search_api.chain.effect import ENDINGS, Effect, Effects
from search_api.chain.life import Life
from search_api.chain.term import Term, term
from search_api.store import DecisionStore

#: Of endings of one day the graver one is told.
_GRAVITY = ("annulled", "repealed", "replaced", "expired")


def spells(store: DecisionStore, id: str) -> tuple[Spell, ...]:
    """The statuses of a held or cited instrument from ever before until ever after, without gaps. NotFound."""
    effects = Effects(store)
    node = effects.node(id)
    if node is None:
        raise NotFound(what=id)
    counted, _ = effects.on(node)
    return course(effects.life(node), counted)


def course(life: Life, effects: Sequence[Effect]) -> tuple[Spell, ...]:
    """The spells of an instrument with this life to which this was done."""
    until = term(life, effects)
    over = (effect.last + timedelta(days=1) for effect in effects if effect.last)
    turns = {life.issued_on, life.start, *until.turns(), *over, *(e.on for e in effects)}
    days = [None, *sorted(day for day in turns if day)]
    found: list[Spell] = []
    for start, end in zip(days, [*days[1:], None], strict=True):
        status = _status(life, until, effects, start or date.min)
        if found and found[-1].status == status:
            found[-1] = Spell(status=status, start=found[-1].start, end=end)
        else:
            found.append(Spell(status=status, start=start, end=end))
    return tuple(found)


def status_on(spells: Sequence[Spell], day: date) -> str:
    """The status on a day."""
    for spell in reversed(spells):
        if spell.start is None or spell.start <= day:
            return spell.status
    return "unknown"


def today() -> date:
    """The day in Vietnam."""
    return datetime.now(ZoneInfo("Asia/Ho_Chi_Minh")).date()


def _status(life: Life, until: Term, effects: Sequence[Effect], day: date) -> str:
    done = [effect for effect in effects if effect.on <= day and (effect.last is None or day <= effect.last)]
    ended = [effect for effect in done if effect.status in ENDINGS]
    if ended:
        first = [effect.status for effect in ended if effect.on == ended[0].on]
        return min(first, key=_GRAVITY.index)
    over = until.status(day)
    if over:
        return over
    first_day = life.start or life.issued_on
    if first_day and day < first_day:
        return "not_yet"
    for status in ("suspended", "partly_amended"):
        if any(effect.status == status for effect in done):
            return status
    return "in_force" if life.start else "unknown"
