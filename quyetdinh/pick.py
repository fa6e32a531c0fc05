"""Which instrument is meant by an id or a number: the one that fits, or all of them to choose from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from decisions.problem import NotFound
from quyetdinh.troubles import OnlyCited

if TYPE_CHECKING:
    from search_api.parts import Parts
    from search_api.store import Node


@dataclass(frozen=True, slots=True, kw_only=True)
class Picked:
    """`one` if what was asked for fits one instrument, else None and `candidates` has them all."""

    one: Node | None
    candidates: Sequence[Node] = ()


def pick(parts: Parts, what: str, *, issuer: str | None, issued_on: date | None, held_only: bool) -> Picked:
    """The instrument of that id or number. A held one goes before those that are only cited.

    Raises:
        NotFound: nothing of that id or number is known.
        OnlyCited: it is known from citations only, and only a held one will do.
    """
    from search_api.chain.find import find

    nodes = find(parts.store, what, issuer, issued_on)
    if not nodes:
        raise NotFound(what=what)
    held = [node for node in nodes if node.held]
    if held_only and not held:
        raise OnlyCited(what=what)
    fitting = held or nodes
    if len(fitting) > 1:
        return Picked(one=None, candidates=fitting)
    return Picked(one=fitting[0], candidates=[node for node in nodes if node is not fitting[0]])
