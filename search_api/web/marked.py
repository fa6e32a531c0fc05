"""A text cut at its marks, for a template to wrap."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of text, the marks that it stands in, and those of them that begin here."""

    text: str
    marks: tuple[str, ...] = ()
    begin: tuple[str, ...] = ()


def cut(text: str, marks: Sequence[tuple[int, int, str]]) -> list[Piece]:
    """Pieces that together are the text, cut wherever a mark [start, end) begins or ends. Marks may overlap."""
    within = [(max(start, 0), min(end, len(text)), name) for start, end, name in marks]
    within = [mark for mark in within if mark[0] < mark[1]]
    bounds = sorted({0, len(text)} | {start for start, _, _ in within} | {end for _, end, _ in within})
    begun: set[str] = set()
    pieces: list[Piece] = []
    for start, end in pairwise(bounds):
        names = tuple(dict.fromkeys(name for first, last, name in within if first <= start and end <= last))
        begin = tuple(name for name in names if name not in begun)
        begun |= set(begin)
        pieces.append(Piece(text=text[start:end], marks=names, begin=begin))
    return pieces
