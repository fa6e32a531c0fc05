"""A text cut at its marks, for a template to wrap."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of text; `mark` names the mark that it stands in, or is None."""

    text: str
    mark: str | None = None


def cut(text: str, marks: Iterable[tuple[int, int, str]]) -> list[Piece]:
    """Pieces that together are the text. Of marks [start, end) that overlap the earlier one, then the longer, wins."""
    pieces: list[Piece] = []
    at = 0
    for start, end, name in sorted(marks, key=lambda mark: (mark[0], -mark[1])):
        start, end = max(start, 0), min(end, len(text))
        if start < at or end <= start:
            continue
        if start > at:
            pieces.append(Piece(text=text[at:start]))
        pieces.append(Piece(text=text[start:end], mark=name))
        at = end
    if at < len(text):
        pieces.append(Piece(text=text[at:]))
    return pieces
