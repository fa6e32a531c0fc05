"""A number that exists nowhere, in a citation that otherwise means an instrument we know: a slip of the pen.

The rule: same serial and year, at least two other cues (kind, issuer, day, subject) agree, none speaks against it, and
only one instrument fits so. A wrong digit in the serial is never mended; a wrong year is where the citation's own day
belies it, and that day, the symbol and the subject are the instrument's.
"""

from __future__ import annotations

from collections.abc import Iterable

from decisions.issuer import same_issuer
from decisions.kind import kind_of
from decisions.number import number_key, parse_number, same_serial
from decisions.register import implied_issuer, in_time, national
from search_api.chain.cue import Cue, symbol_agrees
from search_api.chain.fit import alike, same_kind
from search_api.store import Node

_ENOUGH = 2


def meant_instead(cue: Cue, nodes: Iterable[Node]) -> list[Node]:
    """The instruments that a citation with an impossible number may mean: one is an answer, more are a doubt."""
    return [
        node
        for node in nodes
        if node.number and (_same_place(cue, node) or _year_drifted(cue, node)) and _agrees(cue, node)
    ]


def _year_drifted(cue: Cue, node: Node) -> bool:
    """ "30/2022/NĐ-CP ngày 05/3/2020 … về công tác văn thư": all but the year of the number is that of 30/2020/NĐ-CP."""
    other = parse_number(node.number or "")
    if cue.parsed is None or other is None or not cue.of_two_years or not same_serial(cue.parsed.serial, other.serial):
        return False
    alike_but_year = (cue.parsed.style, cue.parsed.kind_code, cue.parsed.body) == (
        other.style,
        other.kind_code,
        other.body,
    )
    on_its_day = cue.issued_on == node.issued_on and node.issued_on is not None and other.year == node.issued_on.year
    return alike_but_year and on_its_day and alike(cue.subject, node.subject)


def _same_place(cue: Cue, node: Node) -> bool:
    """Same serial and year, and yet another number."""
    other = parse_number(node.number or "")
    if cue.parsed is None or other is None or cue.key == number_key(node.number or ""):
        return False
    year = other.year or (node.issued_on.year if node.issued_on else None)
    return cue.year is not None and cue.year == year and same_serial(cue.parsed.serial, other.serial)


def _agrees(cue: Cue, node: Node) -> bool:
    other = parse_number(node.number or "")
    if other is None:
        return False
    subject = alike(cue.subject, node.subject)
    issuer = _issuer(cue, node, subject)
    day = None if cue.issued_on is None or node.issued_on is None else cue.issued_on == node.issued_on
    kind = same_kind(cue.kind, node.kind or kind_of(other))
    said = [kind, issuer, day, subject or None]
    if False in said or said.count(True) < _ENOUGH:
        return False
    # Every office has its own 12/QĐ-…: there, kind and day agree by chance.
    return national(other) or issuer is True or subject


def _issuer(cue: Cue, node: Node, subject: bool) -> bool | None:
    """The issuer's name in the citation; without one the symbol in its number speaks, if there ever was such a number."""
    other = parse_number(node.number or "")
    theirs = node.issuer or (implied_issuer(other) if other else None)
    if cue.issuer is not None or theirs is None or cue.parsed is None:
        return same_issuer(cue.issuer, theirs)
    against = in_time(cue.parsed) and symbol_agrees(cue.parsed, theirs) is False and not subject
    return False if against else None
