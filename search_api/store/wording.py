"""How alike two wordings are, when readers misread letters and one of the two may be cut short."""

from __future__ import annotations

from difflib import SequenceMatcher

from decisions.fold import words

#: Shorter stretches than this agree by chance.
_STRETCH = 4


def overlap(one: str | None, other: str | None) -> float | None:
    """The share of the shorter wording that stands in the longer one too, 0..1; None where one of them is empty."""
    first, second = _folded(one, other)
    return _shared(first, second) / len(first) if first else None


def sameness(one: str | None, other: str | None) -> float:
    """The share of the longer wording that stands in the shorter one too, 0..1: 1 only where nothing is left over."""
    first, second = _folded(one, other)
    return _shared(first, second) / len(second) if first else 0.0


def _folded(one: str | None, other: str | None) -> list[str]:
    return sorted((" ".join(words(one or "")), " ".join(words(other or ""))), key=len)


def _shared(first: str, second: str) -> int:
    blocks = SequenceMatcher(None, first, second, autojunk=False).get_matching_blocks()
    return sum(b.size for b in blocks if b.size >= _STRETCH or b.size == len(first))
