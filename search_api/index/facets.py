"""Counts by term as the engines give them, made into lists for people."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

ASKED = 10_000  #: terms asked of an engine per facet: more than there are bodies or signers in one place
SHOWN = 100

Counts = tuple[tuple[str, int], ...]


def facets(raw: Mapping[str, Iterable[tuple[str, int]]]) -> dict[str, Counts]:
    """For each facet the values and counts, most frequent first, then by name; at most `SHOWN`."""
    return {name: _listed(_merged(counts)) for name, counts in raw.items()}


def _merged(counts: Iterable[tuple[str, int]]) -> dict[str, int]:
    """One value for each name, also where it is printed in several ways (`fields.label`): the way most often printed."""
    printed: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for term, count in counts:
        key, _, shown = term.partition("\t")
        printed[key][shown or term] += count
    return {min(ways, key=lambda way: (-ways[way], way)): ways.total() for ways in printed.values()}


def _listed(counts: dict[str, int]) -> Counts:
    return tuple(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:SHOWN])
