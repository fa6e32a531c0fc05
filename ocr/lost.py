"""Which words seem to have lost marks? The model passes by tones over ố, ể, ầ; neighbours tell where it did.

This only says where to look once more: what then stands there was seen in the image (ocr/settle.py).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import cache

from decisions.fold import fold
from ocr.page import Mark
from ocr.phrases import Pair, pair_of, table


def seem_lost(words: Sequence[Mark], texts: Sequence[str]) -> frozenset[Mark]:
    """The words that, as they settled, make no known pair, and would make one with the marks of a stacked vowel."""
    around = zip(words, ["", *texts], texts, [*texts[1:], ""], strict=False)
    return frozenset(word for word, before, text, after in around if _seems_lost(before, text, after))


def _seems_lost(before: str, text: str, after: str) -> bool:
    sides = [(pair, at) for pair, at in ((pair_of(before, text), 1), (pair_of(text, after), 0)) if pair]
    if any(pair in table() for pair, _ in sides):
        return False
    return any(_bare(pair[at], known[at]) for pair, at in sides for known in _spelled().get(_letters(pair), ()))


def _bare(text: str, known: str) -> bool:
    """Do the two differ, and only where the known word bears two marks on one vowel? Others are rarely misread."""
    meant = [other for char, other in zip(text, known, strict=True) if char != other]
    return bool(meant) and all(len(unicodedata.normalize("NFD", char)) > 2 for char in meant)


def _letters(pair: Pair) -> Pair:
    return fold(pair[0]), fold(pair[1])


@cache
def _spelled() -> dict[Pair, list[Pair]]:
    """The letters of a pair without any marks → the known pairs that have them."""
    found: dict[Pair, list[Pair]] = {}
    for pair in table():
        found.setdefault(_letters(pair), []).append(pair)
    return found
