"""Which words of two readings of one page are the same ink?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
import numpy.typing as npt

from ocr.page import Mark

_SHARED = 0.5  #: of the narrower word's width
_INSIDE = 0.85  #: share of a word's width and height that lies in another's box
_PIECE = 0.6  #: a piece is narrower than its word, and no mark of punctuation is as high


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
    if not words or not again:
        return {}
    seen, back = _same_ink(words, again), _same_ink(again, words)
    alone = back.sum(axis=1) == 1
    found = {}
    for index in np.flatnonzero(seen.sum(axis=1) == 1).tolist():
        other = int(seen[index].argmax())
        if alone[other]:
            found[words[index]] = again[other]
    return found


def once(words: Sequence[Mark]) -> tuple[Mark, ...]:
    """The words without those that lie inside a wider one: a piece of a word that was seen twice."""
    if not words:
        return ()
    x0, y0, x1, y1 = _sides(words)
    width, height = np.maximum(x1 - x0, 1), np.maximum(y1 - y0, 1)
    across = np.minimum(x1[:, None], x1) - np.maximum(x0[:, None], x0)
    down = np.minimum(y1[:, None], y1) - np.maximum(y0[:, None], y0)
    inside = (across > _INSIDE * width[:, None]) & (down > _INSIDE * height[:, None])
    letters = np.array([sum(map(str.isalnum, word.text)) for word in words])
    doubled = inside & (width[:, None] < _PIECE * width) & (height[:, None] > _PIECE * height)
    doubled &= letters[:, None] < letters
    return tuple(word for word, again in zip(words, doubled.any(axis=1).tolist(), strict=True) if not again)


def _same_ink(words: Sequence[Mark], others: Sequence[Mark]) -> npt.NDArray[np.bool_]:
    """`same_ink` of every pair at once: a page has a hundred thousand of them. Rows are words, columns the others."""
    x0, y0, x1, y1 = (side[:, None] for side in _sides(words))
    left, top, right, bottom = _sides(others)
    middle = (y0 + y1) / 2
    shared = np.minimum(x1, right) - np.maximum(x0, left)
    narrow = np.minimum(x1 - x0, right - left)
    return (top <= middle) & (middle <= bottom) & (shared > _SHARED * np.maximum(narrow, 1.0))


def _sides(words: Sequence[Mark]) -> npt.NDArray[np.float64]:
    return np.array([(word.x0, word.y0, word.x1, word.y1) for word in words], dtype=np.float64).T
