"""Until when is an instrument in force: the last day that it names, as those moved it who extended it in time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from search_api.chain.effect import ENDINGS, Effect
from search_api.chain.life import Life
from search_api.store import Edge

_DAY = timedelta(days=1)
_Scope = tuple[str, ...]  #: the parts that are meant; () is the whole
_WHOLE: _Scope = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """What a person must look at of one extension: the code of a problem, and the day on which the time was up."""

    code: str
    edge: Edge
    ended: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """Days, both within, in which nobody knows without a person; without a last day for ever."""

    scope: _Scope
    first: date
    last: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """The last days that are known, and what a person must look at."""

    own: bool  #: does the instrument itself name a last day?
    lasts: Mapping[_Scope, date] = field(default_factory=dict)
    doubts: tuple[Doubt, ...] = ()
    remarks: tuple[Remark, ...] = ()

    def reach(self, scope: _Scope) -> date | None:
        """The last day of these parts: their own, or that of the whole if that is later."""
        return max((self.lasts[each] for each in {scope, _WHOLE} if each in self.lasts), default=None)

    def turns(self) -> Iterator[date]:
        """The days on which something may change."""
        yield from (last + _DAY for last in self.lasts.values())
        for each in self.doubts:
            yield from (each.first, *([each.last + _DAY] if each.last else []))

    def status(self, day: date) -> str | None:
        """What the end of its time makes of it on a day; None while that is not up."""
        last = self.lasts.get(_WHOLE)
        if last is None or day <= last:
            return None
        if not self.own or any(each.first <= day <= (each.last or day) for each in self.doubts):
            return "unknown"
        return "partly_amended" if any(day <= each for each in self.lasts.values()) else "expired"


def term(life: Life, effects: Sequence[Effect]) -> Term:
    """The term of an instrument with this life to which this was done, one extension after the other.

    An instrument ends with the term that it names, and no extension is said to bring back what has ended (Law
    64/2025/QH15 art. 57): an extension counts if it was signed while the instrument was in force.
    """
    found = Term(own=life.last is not None, lasts={_WHOLE: life.last} if life.last else {})
    ended = min((effect.on - _DAY for effect in effects if effect.status in ENDINGS), default=None)
    for each in sorted((effect for effect in effects if effect.status == "extended"), key=_by_signing):
        found = _extended(found, each, ended)
    return found


def _by_signing(effect: Effect) -> tuple[date, date, int, str]:
    """Of those of one day the longest first, so that the others are told; one without an end comes last."""
    return effect.signed, effect.on, -(effect.last or date.min).toordinal(), effect.edge.source


def _extended(term: Term, effect: Effect, ended: date | None) -> Term:
    scope = _scope(effect.edge)
    reach = term.reach(scope)
    up = min((day for day in (reach, ended) if day), default=None)
    if up and (effect.signed > up or effect.on > up + _DAY):
        return _too_late(term, effect, up)
    if effect.last is None:
        return _doubt(term, effect, reach) if reach else term
    if reach and effect.last < reach:
        return _remark(term, "extension_shorter", effect, reach)
    if not term.own and scope != _WHOLE:
        return term  # a contract, a task, an article: what it is that ends then, the whole is not
    if not term.own:
        term = _remark(term, "extension_of_no_term", effect)
    settled = tuple(each for each in term.doubts if each.last or each.scope != scope)
    return replace(term, lasts={**term.lasts, scope: effect.last}, doubts=settled)


def _too_late(term: Term, effect: Effect, up: date) -> Term:
    """Where the time that is up may be longer than is known, as one has extended it without a day, that is told already."""
    told = any(each.last is None and each.scope in (_WHOLE, _scope(effect.edge)) for each in term.doubts)
    doubted = _doubt(term, effect, up)
    return doubted if told else _remark(doubted, "extension_late", effect, up)


def _doubt(term: Term, effect: Effect, up: date) -> Term:
    """Nobody knows from the day on which it works or would have ended; one that names a last day ends those before it."""
    new = Doubt(scope=_scope(effect.edge), first=max(effect.on, up + _DAY), last=effect.last)
    before = (replace(each, last=each.last or new.last) if each.scope == new.scope else each for each in term.doubts)
    return replace(term, doubts=tuple(each for each in (*before, new) if each.last is None or each.first <= each.last))


def _remark(term: Term, code: str, effect: Effect, ended: date | None = None) -> Term:
    return replace(term, remarks=(*term.remarks, Remark(code=code, edge=effect.edge, ended=ended)))


def _scope(edge: Edge) -> _Scope:
    said = edge.relation["scope"]
    return _WHOLE if said == "whole" else tuple(said)
