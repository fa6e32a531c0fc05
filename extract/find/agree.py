"""Do the words of a phrase stand elsewhere in the same text with other marks? Two readings that disagree ask a person."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from decisions.fold import fold, mark
from decisions.text import Span
from extract.sheet import Sheet

_WELL = 0.9
_WORD = re.compile(r"\w+")


def contradicted(sheet: Sheet, phrase: str) -> bool:
    """ "Phòng Tố chức" where the text also has "phòng Tổ chức"; pairs of words, since single ones differ by right."""
    pairs = _pairs(sheet.flat)
    return any(_other_marks(pairs, f"{one} {two}") for one, two in pairwise(phrase.split()))


def well_read(sheet: Sheet, name: str) -> bool:
    """Was a name that no table knows read surely wherever it stands? A reader errs alike on the same word each time."""
    anywhere = re.compile(r"\b" + r"\s+".join(fold(name).split()) + r"\b")
    return all(
        sheet.text.confidence(Span(start=match.start(), end=match.end())) >= _WELL
        for match in anywhere.finditer(sheet.bare)
    )


def _other_marks(pairs: dict[str, frozenset[str]], pair: str) -> bool:
    bare = fold(pair).split()
    wanted = " ".join(mark(pair).split())
    return len(bare) == 2 and bool(pairs.get(" ".join(bare), frozenset()) - {wanted})


@lru_cache(maxsize=2)
def _pairs(flat: str) -> dict[str, frozenset[str]]:
    """Two folded neighbours → the ways in which a text marks them. Nothing but white space stands between them."""
    found: dict[str, set[str]] = {}
    before = None
    for word in _WORD.finditer(flat):
        if before is not None and flat[before.end() : word.start()].isspace():
            pair = mark(f"{before.group()} {word.group()}")
            found.setdefault(" ".join(fold(pair).split()), set()).add(" ".join(pair.split()))
        before = word
    return {bare: frozenset(marked) for bare, marked in found.items()}
