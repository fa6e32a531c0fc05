"""Which law a name without number and day means: the one of that name in force when the citing document was made.

What a decision rests on is in force on its day, or was issued and comes into force later (Decree 34/2016/NĐ-CP art. 61):
so one that was issued and is not yet in force is a rival of the one that is, and a person must choose.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache, lru_cache
from typing import Literal

from decisions.fold import words
from decisions.number import number_key
from decisions.tables import Row, rows
from search_api.chain.cue import Cue
from search_api.chain.fit import same_kind
from search_api.store import Node
from search_api.store.copies import ALIKE
from search_api.store.drawers import BY_NAME
from search_api.store.wording import sameness

#: On some day: in force; not issued; over; or nobody knows, or issued and not yet in force.
Standing = Literal["in_force", "unborn", "over", "perhaps"]
_MANY = "sua doi "  #: laws that amend others, of which any number may bear the same name


def meant_by_name(cue: Cue, nodes: Sequence[Node]) -> tuple[Node | None, list[Node]]:
    """The one that is meant, if that is sure, and all that may be."""
    named = [node for node in nodes if _is_named(cue, node)]
    if cue.year is not None and len(named) == 1:
        return named[0], named
    if cue.said_on is None:
        return None, named
    standing = {node: _standing(node, cue.said_on) for node in named}
    born = [node for node in named if standing[node] != "unborn"]
    able = [node for node in born if standing[node] != "over"]
    many = cue.year is None and _key(cue.subject).startswith(_MANY)
    if len(able) == 1 and standing[able[0]] == "in_force" and not many:
        return able[0], able
    return None, able or born


def _is_named(cue: Cue, node: Node) -> bool:
    if node.issued_on is None or same_kind(cue.kind, node.kind) is not True:
        return False
    if cue.year not in (None, node.issued_on.year):
        return False
    if cue.amended_in is not None and node.issued_on.year > cue.amended_in:
        return False
    if cue.kind == "hien_phap":
        return True
    if cue.year is not None:
        return sameness(cue.subject, node.subject) >= ALIKE
    # Without a year nothing else would show that a nearly same name is another law's.
    return _key(cue.subject) == _key(node.subject)


@lru_cache(maxsize=4096)
def _key(name: str | None) -> str:
    return " ".join(words(name or ""))


def _standing(node: Node, on: date) -> Standing:
    if node.issued_on is not None and node.issued_on > on:
        return "unborn"
    row = _registered(node)
    if row is None or not row["valid_from"]:
        return "perhaps"
    if row["valid_to"] and date.fromisoformat(row["valid_to"]) < on:
        return "over"
    begun = date.fromisoformat(row["valid_from"]) <= on
    known = bool(row["valid_to"]) or on <= _known_until(row["kind"], row["subject"])
    return "in_force" if begun and known else "perhaps"


def _registered(node: Node) -> Row | None:
    return _registry().get(number_key(node.number) if node.number else node.issued_on)


@cache
def _registry() -> dict[str | date | None, Row]:
    laws = [row for row in rows("instruments") if row["kind"] in BY_NAME]
    return {number_key(r["number"]) if r["number"] else date.fromisoformat(r["issued_on"]): r for r in laws}


@cache
def _known_until(kind: str, subject: str) -> date:
    """Until when the registry knows every law of that name."""
    reach = {(row["kind"], row["subject"]): row["known_until"] for row in rows("registry_reach")}
    return date.fromisoformat(reach.get((kind, subject)) or reach["", ""])
