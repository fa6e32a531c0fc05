"""Which words of two readings of one page are the same ink?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ocr.page import Mark

_SHARED = 0.5  #: of the narrower word's width


def over(word: Mark, others: Iterable[Mark]) -> tuple[Mark, ...]:
    """The words of another reading that lie over a word, from the left."""
    return tuple(sorted((other for other in others if same_ink(word, other)), key=lambda other: other.x0))


def same_ink(one: Mark, other: Mark) -> bool:
    """Do the boxes lie on one line, one over half of the other?"""
    middle = (one.y0 + one.y1) / 2
    shared = min(one.x1, other.x1) - max(one.x0, other.x0)
    narrow = min(one.x1 - one.x0, other.x1 - other.x0)
    return other.y0 <= middle <= other.y1 and shared > _SHARED * max(narrow, 1.0)


def twins(words: Sequence[Mark], again: Sequence[Mark]) -> dict[Mark, Mark]:
    """Words that both readings see as one word."""
    found = {}
    for word in words:
        seen = over(word, again)
        if len(seen) == 1 and len(over(seen[0], words)) == 1:
            found[word] = seen[0]
    return found
