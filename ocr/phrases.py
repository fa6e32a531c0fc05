"""Which two syllables stand together in administrative Vietnamese? Evidence between readings, never a source of words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import cache
from itertools import pairwise
from math import log1p

from decisions.fold import mark
from decisions.syllable import core
from decisions.tables import rows

_COMMON = 4.0  #: what a pair of the table weighs, as a logarithm of odds
_REPEATED = 1.5  #: what a pair weighs that was read surely elsewhere on the page, times log(1 + how often)
_MOST = 8

Pair = tuple[str, str]


class Neighbours:
    """The pairs of syllables that are known: of decisions/tables/phrases.csv, and those surely read on the page itself."""

    def __init__(self, surely_read: Iterable[Pair]) -> None:
        self._seen = Counter((mark(core(one)), mark(core(other))) for one, other in surely_read)

    def weigh(self, one: str, other: str) -> float:
        """How much speaks for two words standing side by side. Nothing does across a comma or inside a name."""
        pair = pair_of(one, other)
        if pair is None:
            return 0.0
        return _COMMON * (pair in table()) + _REPEATED * log1p(min(self._seen[pair], _MOST))


def pair_of(one: str, other: str) -> Pair | None:
    """Two words as the table would have them; None across a comma and inside a name."""
    left, right = core(one), core(other)
    if not left or not right or not one.endswith(left) or _is_name(left, right):
        return None
    return mark(left), mark(right)


@cache
def table() -> frozenset[Pair]:
    """All pairs of neighbours in decisions/tables/phrases.csv."""
    phrases = (mark(row["phrase"]).split() for row in rows("phrases"))
    return frozenset(pair for phrase in phrases for pair in pairwise(phrase))


def _is_name(left: str, right: str) -> bool:
    """Two capitalised words are a name, or part of one; whole words in capitals are headings."""
    return left[0].isupper() and right[0].isupper() and not (left.isupper() and right.isupper())
