"""Words of set phrases that an optical reader gave other marks: "Tố chức", "Cống Thông tin", "học bống"."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from decisions.fold import fold, mark
from decisions.tables import rows

#: Tables whose words stand in decisions letter for letter, and the columns with them.
_SOURCES = (
    ("phrases", "phrase"),
    ("instruments", "subject"),
    ("issuers", "name"),
    ("posts", "title"),
    ("roles", "role"),
    ("bodies", "opening"),
    ("divisions", "opening"),
    ("punishments", "form"),
    ("kinds", "name"),
)
_EDGES = re.compile(r"^[^\w]+|[^\w]+$")
Pair = tuple[str, str]


def misspelled(words: str) -> bool:
    """Do two neighbours stand together in no known phrase, though they would with other marks? Names are left alone."""
    return any(_meant(one, other) is not None for one, other in pairwise(words.split()) if not _is_name(one, other))


def as_spelled(words: str) -> str:
    """The words with the marks that they bear in known phrases, where only one reading of two neighbours is known."""
    parts = words.split()
    for index, (one, other) in enumerate(pairwise(words.split())):
        forms = _meant(one, other)
        if forms is not None and len(forms) == 1:
            left, right = next(iter(forms))
            parts[index], parts[index + 1] = _put(parts[index], left), _put(parts[index + 1], right)
    return " ".join(parts)


def _meant(one: str, other: str) -> frozenset[Pair] | None:
    """The known pairs that differ from a pair only in marks; None where the pair itself is known, or nothing like it."""
    left, right = _core(one), _core(other)
    if not left or not right or not one.endswith(left):
        return None
    forms = _known().get((fold(left), fold(right)))
    seen = (mark(left), mark(right))
    return None if forms is None or seen in {(mark(a), mark(b)) for a, b in forms} else forms


def _put(word: str, spelled: str) -> str:
    """The word in another spelling of its letters; its case and what stands around it are kept."""
    core = _core(word)
    if mark(core) == mark(spelled) or len(core) != len(spelled):
        return word
    cased = "".join(new.upper() if old.isupper() else new for old, new in zip(core, spelled, strict=True))
    return word.replace(core, cased, 1)


def _core(word: str) -> str:
    return _EDGES.sub("", word)


def _is_name(one: str, other: str) -> bool:
    """Two capitalised words are a name, or part of one; whole words in capitals are headings."""
    left, right = _core(one), _core(other)
    return left[:1].isupper() and right[:1].isupper() and not (left.isupper() and right.isupper())


@cache
def _known() -> dict[Pair, frozenset[Pair]]:
    """Two folded neighbours → the ways in which tables spell them, in small letters; one for each that marks tell apart."""
    found: dict[Pair, dict[Pair, Pair]] = {}
    for table, column in _SOURCES:
        for row in rows(table):
            for one, other in pairwise(row[column].lower().split()):
                left, right = _core(one), _core(other)
                if left and right and one.endswith(left):
                    forms = found.setdefault((fold(left), fold(right)), {})
                    forms.setdefault((mark(left), mark(right)), (left, right))
    return {bare: frozenset(forms.values()) for bare, forms in found.items()}
