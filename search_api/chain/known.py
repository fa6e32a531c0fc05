"""Instruments that are not held and yet known: from the table of well-known ones, and from what citations agree on."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TypeVar

from decisions.fold import words
from decisions.issuer import issuer_key, same_issuer
from decisions.kind import kind_of
from decisions.number import number_key, parse_number
from decisions.register import implied_issuer, national
from decisions.tables import rows
from search_api.chain.cue import Cue, one_body
from search_api.store import Node
from search_api.store.drawers import drawers

T = TypeVar("T", str, date)


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """An instrument made up of citations; solid if one of them is right in itself."""

    node: Node
    cues: tuple[Cue, ...]
    solid: bool


def registered(serials: Iterable[str]) -> list[Node]:
    """The well-known instruments that citations of these serials may mean."""
    wanted = set(serials)
    return [node for node, places in _instruments() if places & wanted]


def gather(cues: Sequence[Cue]) -> list[Known]:
    """One instrument for all citations that mean the same, whatever each leaves out; independent of their order."""
    groups: dict[tuple[str, ...], list[Cue]] = defaultdict(list)
    bodies = _bodies(cues)
    for each in cues:
        groups[_identity(each, bodies)].append(each)
    return [_known(identity, sorted(group, key=_order)) for identity, group in sorted(groups.items())]


def node_id(identity: Sequence[str]) -> str:
    return "m-" + hashlib.sha256("|".join(identity).encode()).hexdigest()[:12]


def _identity(cue: Cue, bodies: dict[tuple[str, str, str], str]) -> tuple[str, ...]:
    day = cue.issued_on.isoformat() if cue.issued_on else ""
    if cue.key is None:
        return ("name", cue.kind or "", day or str(cue.year or ""), " ".join(words(cue.subject or "")))
    if cue.parsed is not None and national(cue.parsed):
        return ("number", cue.key, _kind_apart(cue))
    if cue.parsed is not None and cue.parsed.year is not None:
        day = ""
    if cue.parsed is not None and one_body(cue.parsed):
        return ("year", cue.key, day)
    issuer = issuer_key(cue.issuer)
    return ("issuer", cue.key, day, bodies.get((cue.key, day, issuer), issuer))


def _kind_apart(cue: Cue) -> str:
    if cue.parsed is None or cue.parsed.style != "assembly":
        return ""
    return "luat" if cue.kind == "bo_luat" else cue.kind or ""


def _bodies(cues: Sequence[Cue]) -> dict[tuple[str, str, str], str]:
    """For a short name of a body the full one, where the citations of one number and day have just one to offer."""
    names: dict[tuple[str, str], set[str]] = defaultdict(set)
    for each in cues:
        if each.key and each.issuer and each.parsed:
            day = each.issued_on.isoformat() if each.issued_on and each.parsed.year is None else ""
            names[(each.key, day)].add(issuer_key(each.issuer))
    full = {}
    for (key, day), some in names.items():
        for name in some:
            longer = [other for other in some if len(other) > len(name) and same_issuer(name, other)]
            if longer and all(same_issuer(one, other) for one in longer for other in longer):
                full[(key, day, name)] = max(longer, key=lambda other: (len(other), other))
    return full


def _known(identity: Sequence[str], cues: Sequence[Cue]) -> Known:
    right = [each for each in cues if each.in_itself_right]
    first = right or cues
    parsed = first[0].parsed
    node = Node(
        id=node_id(identity),
        held=False,
        kind=_most([c.kind for c in first]) or _most([c.kind for c in cues]),
        number=_most([c.number for c in first]),
        issued_on=_most([c.issued_on for c in first]) or _most([c.issued_on for c in cues]),
        issuer=_most([c.issuer for c in first]) or (_sole_issuer(cues) if parsed else None),
        subject=_most([c.subject for c in first]) or _most([c.subject for c in cues]),
    )
    return Known(node=node, cues=tuple(cues), solid=bool(right))


def _sole_issuer(cues: Sequence[Cue]) -> str | None:
    parsed = cues[0].parsed
    if parsed is None or not (national(parsed) or one_body(parsed)):
        return _most([c.issuer for c in cues])
    return implied_issuer(parsed)


def _most(values: Iterable[T | None]) -> T | None:
    """What most say; of as many the longer, so that the order of arrival does not matter."""
    counts = Counter(value for value in values if value is not None)
    return max(counts, key=lambda value: (counts[value], len(str(value)), str(value)), default=None)


def _order(cue: Cue) -> tuple[str, ...]:
    parts = (cue.number, cue.kind, cue.issued_on, cue.issuer, cue.subject)
    return tuple(str(part or "") for part in parts)


@cache
def _instruments() -> tuple[tuple[Node, frozenset[str]], ...]:
    found = []
    for row in rows("instruments"):
        day, number = date.fromisoformat(row["issued_on"]), row["number"] or None
        node = Node(
            id=node_id(_registered_identity(row["kind"], number, day, row["subject"])),
            held=False,
            kind=row["kind"],
            number=number,
            issued_on=day,
            issuer=row["issuer"],
            subject=row["subject"] or None,
        )
        found.append((node, frozenset(drawers(node.kind, number, day, node.subject))))
    return tuple(found)


def _registered_identity(kind: str, number: str | None, day: date, subject: str) -> tuple[str, ...]:
    """As `_identity` has it for a citation that says all of this: the same instrument has one id, in the table or not."""
    parsed = parse_number(number) if number else None
    said = Cue(
        row=0,
        number=number,
        key=number_key(number) if number else None,
        parsed=parsed,
        kind=kind or (kind_of(parsed) if parsed else None),
        issued_on=day,
        year=day.year,
        issuer=None,
        subject=subject,
        sure=True,
    )
    return _identity(said, {})


def same_number(one: Node, other: Node) -> bool:
    return one.number is not None and other.number is not None and number_key(one.number) == number_key(other.number)
