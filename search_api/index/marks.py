"""Where the words of a query stand in a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from decisions.fold import fold, mark
from search_api.index.query import Clause, Number, Phrase, Query, parse


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Found:
    """Clause number `clause` of `query.must` stands at `start` ≤ i < `end`."""

    start: int
    end: int
    clause: int


def marks(typed: str, text: str) -> list[tuple[int, int]]:
    """The stretches of an NFC text that a typed question asks for, ascending, none overlapping: to mark on a page."""
    return joined((each.start, each.end) for each in find(parse(typed), text))


def find(query: Query, text: str) -> list[Found]:
    """All places of all clauses that must be there, ascending."""
    folded = fold(text)
    found = (
        Found(start=start, end=end, clause=at)
        for at, clause in enumerate(query.must)
        for start, end in _places(clause, text, folded)
    )
    return sorted(found)


def joined(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Ascending spans, those that overlap made one."""
    out: list[tuple[int, int]] = []
    for start, end in spans:
        if out and start < out[-1][1]:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return out


def _places(clause: Clause, text: str, folded: str) -> Iterator[tuple[int, int]]:
    match clause:
        case Phrase():
            yield from _phrase(clause, text, folded)
        case Number():
            for key in clause.keys:
                yield from _number(key, text, folded)


def _phrase(phrase: Phrase, text: str, folded: str) -> Iterator[tuple[int, int]]:
    # The pattern begins with a letter, not with a look behind: so the search runs at the speed of a plain one.
    pattern = r"\s+".join(re.escape(fold(word.text)) for word in phrase.words) + r"(?!\S)"
    exact = any(word.exact for word in phrase.words)
    for hit in re.finditer(pattern, folded):
        start, end = hit.span()
        if not folded[start - 1 : start].strip() and (not exact or _as_typed(phrase, text[start:end])):
            yield start, end


def _as_typed(phrase: Phrase, printed: str) -> bool:
    return all(
        not word.exact or word.text == there for word, there in zip(phrase.words, mark(printed).split(), strict=True)
    )


def _number(key: str, text: str, folded: str) -> Iterator[tuple[int, int]]:
    for hit in re.finditer(r"(?<!\S)0*" + r"\s+".join(map(re.escape, key.split())) + r"(?!\S)", folded):
        start, end = hit.span()
        longer = re.match(r"[-/]\w", text[end : end + 2]) or re.search(r"\d[-/.,]$", text[max(start - 2, 0) : start])
        if not longer:
            yield start, end
