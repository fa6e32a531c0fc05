"""Words into pieces, pieces into rows: the geometry of lines on a straight page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from ocr.page import Mark

_WIDE = 2.2  #: gaps of more than this many letter heights divide a line into pieces
#: What engines make of rules, frames and specks.
_RULE = re.compile(r"[\"“”„'‘’.,:;]*(?:[_—―|¬ˆ^`=<>\\][\"“”„'‘’.,:;]*)+")
_LEVEL = 0.55  #: letter heights between the middles of pieces of one row


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Words that stand close together on one line, left to right."""

    marks: tuple[Mark, ...]

    @property
    def text(self) -> str:
        return " ".join(mark.text for mark in self.marks)

    @property
    def x0(self) -> float:
        return min(mark.x0 for mark in self.marks)

    @property
    def x1(self) -> float:
        return max(mark.x1 for mark in self.marks)

    @property
    def y0(self) -> float:
        return float(median(mark.y0 for mark in self.marks))

    @property
    def y1(self) -> float:
        return float(median(mark.y1 for mark in self.marks))

    @property
    def centre(self) -> float:
        return (self.x0 + self.x1) / 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """Pieces at one height of the page, left to right."""

    pieces: tuple[Piece, ...]

    @property
    def marks(self) -> tuple[Mark, ...]:
        return tuple(mark for piece in self.pieces for mark in piece.marks)

    @property
    def text(self) -> str:
        return " ".join(piece.text for piece in self.pieces)

    @property
    def baseline(self) -> float:
        """Where most letters stand: words with g, p, q or y reach lower and do not count."""
        bottoms = sorted(mark.y1 for mark in self.marks)
        return bottoms[len(bottoms) // 4]

    @property
    def x0(self) -> float:
        return min(piece.x0 for piece in self.pieces)

    @property
    def x1(self) -> float:
        return max(piece.x1 for piece in self.pieces)

    @property
    def y0(self) -> float:
        return float(median(mark.y0 for mark in self.marks))

    @property
    def y1(self) -> float:
        return float(median(mark.y1 for mark in self.marks))


def letter_height(marks: Iterable[Mark]) -> float:
    """The usual height of a word on the page, in pixels: the unit of all distances below."""
    return float(median([mark.height for mark in marks if len(mark.text) > 1] or [20.0]))


def pieces(marks: Iterable[Mark], unit: float, wide: float = _WIDE) -> list[Piece]:
    """Words of one line of the engine, divided where wide gaps part columns."""
    lines: dict[int, list[Mark]] = {}
    for mark in marks:
        if not _RULE.fullmatch(mark.text):
            lines.setdefault(mark.line, []).append(mark)
    groups = [group for line in lines.values() for group in split(line, wide * unit)]
    # What stands alone without a letter or a digit is a rule or a speck that the engine took for signs.
    return [Piece(marks=tuple(group)) for group in groups if any(c.isalnum() for mark in group for c in mark.text)]


def split(marks: Iterable[Mark], gap: float) -> list[list[Mark]]:
    """Words from left to right in groups with gaps of more than `gap` pixels between them."""
    groups: list[list[Mark]] = []
    edge = 0.0
    for mark in sorted(marks, key=lambda mark: mark.x0):
        if groups and mark.x0 - edge <= gap:
            groups[-1].append(mark)
        else:
            groups.append([mark])
        edge = max(edge, mark.x1) if len(groups[-1]) > 1 else mark.x1
    return groups


def rows(found: Iterable[Piece], unit: float) -> list[Row]:
    """Pieces at the same height joined, top to bottom."""
    shelves: list[list[Piece]] = []
    for piece in sorted(found, key=_middle):
        shelf = next((shelf for shelf in reversed(shelves[-4:]) if _same_height(shelf, piece, unit)), None)
        if shelf is None:
            shelves.append([piece])
        else:
            shelf.append(piece)
    made = [Row(pieces=tuple(sorted(shelf, key=lambda piece: piece.x0))) for shelf in shelves]
    return sorted(made, key=lambda row: (row.y0 + row.y1) / 2)


def rows_of(marks: Sequence[Mark], unit: float) -> list[Row]:
    """Straight from words to rows."""
    return rows(pieces(marks, unit), unit)


def _same_height(shelf: Sequence[Piece], piece: Piece, unit: float) -> bool:
    """By middles: a word that an engine made of two lines overlaps both and must not tie them together."""
    return any(abs(_middle(other) - _middle(piece)) < _LEVEL * unit for other in shelf)


def _middle(piece: Piece) -> float:
    return (piece.y0 + piece.y1) / 2
