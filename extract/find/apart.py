"""Words of a name that an eye ran together: "TẠTHỊTUYẾT", "Ngô ThịHoa"."""

from __future__ import annotations

import re
from functools import cache

from decisions.fold import mark
from decisions.tables import rows
from extract.letters import LOW, UP

_CASE = re.compile(rf"(?<=[{LOW}])(?=[{UP}])")
_MOST = 4  #: words of a name that stand in one


def name_apart(words: str) -> str | None:
    """The name with its words parted: at capitals among small letters, else into a surname and given names of the
    tables, where these part it in one way only. None where nothing is run together, or nobody can tell how.
    """
    parted = _CASE.sub(" ", words)
    if parted != words:
        return parted
    if " " in words or not words.isalpha():
        return None
    ways = [way for way in _ways(words, _MOST) if len(way) > 1 and mark(way[0]) in _names("surnames", "surname")]
    return " ".join(ways[0]) if len(ways) == 1 else None


def _ways(word: str, most: int) -> list[list[str]]:
    """Every way to part a word into syllables that people are called."""
    if not word:
        return [[]]
    known = _names("surnames", "surname") | _names("given_names", "syllable")
    starts = [word[:end] for end in range(1, len(word) + 1) if most and mark(word[:end]) in known]
    return [[start, *rest] for start in starts for rest in _ways(word[len(start) :], most - 1)]


@cache
def _names(table: str, column: str) -> frozenset[str]:
    return frozenset(mark(row[column]) for row in rows(table))
