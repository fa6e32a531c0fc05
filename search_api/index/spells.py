"""Stretches of time as terms, so that any engine can ask "which status on that day?" by equality alone.

A stretch of days is covered by blocks of 1, 2, 4, 8 … days, each beginning at a multiple of its length: at most two of
each length. A day lies in a stretch if and only if one of the blocks that hold the day (one of each length) is among
those that cover the stretch. So a decision can have any number of stretches of one status, and none mixes with another.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from decisions.question import Spell

_LENGTHS = 22  #: 2**22 days reach beyond the last date that there is


def spell_terms(spells: Iterable[Spell]) -> tuple[str, ...]:
    """The terms of all stretches of a decision: "in_force:4:45678" is 2**4 days from day 45678 * 2**4."""
    terms: dict[str, None] = {}
    for spell in spells:
        start = spell.start.toordinal() if spell.start else 0
        end = spell.end.toordinal() if spell.end else 1 << _LENGTHS
        for length, block in _cover(start, end):
            terms[f"{spell.status}:{length}:{block}"] = None
    return tuple(terms)


def terms_on(status: str, day: date) -> tuple[str, ...]:
    """The terms of which one is there if the decision has that status on that day."""
    return tuple(f"{status}:{length}:{day.toordinal() >> length}" for length in range(_LENGTHS + 1))


def _cover(start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end:
        length = min((start & -start).bit_length() - 1 if start else _LENGTHS, (end - start).bit_length() - 1)
        yield length, start >> length
        start += 1 << length
