"""A page on its way from paper to text: what is handed from step to step."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from decisions.problem import Problem
from decisions.reading import Look, Slot
from decisions.text import PageText, Place, Word, ZoneName

#: Height × width × 3, red green blue, 0..255.
Colour: TypeAlias = npt.NDArray[np.uint8]
#: Height × width, 0 black … 255 white.
Grey: TypeAlias = npt.NDArray[np.uint8]


#: For each letter of a word the letters that its reader weighed against it, with their weights (1: as likely).
Rivals: TypeAlias = tuple[tuple[tuple[str, float], ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A word on an image: its corners in pixels from the top left, its confidence 0..1, its line as the reader saw it.

    `rivals` has an entry for each letter of `text`, or none at all where the reader tells of no doubt.
    """

    text: str
    x0: float
    y0: float
    x1: float
    y1: float
    confidence: float = 1.0
    line: int = 0
    rivals: Rivals = ()

    @property
    def height(self) -> float:
        return self.y1 - self.y0

    @property
    def middle(self) -> tuple[float, float]:
        return (self.x0 + self.x1) / 2, (self.y0 + self.y1) / 2

    def moved(self, right: float, down: float) -> Mark:
        """As it stands on an image out of which the one that it was seen on was cut there."""
        return replace(self, x0=self.x0 + right, x1=self.x1 + right, y0=self.y0 + down, y1=self.y1 + down)


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """A rectangle on the same image as the marks, in pixels."""

    x0: float
    y0: float
    x1: float
    y1: float

    def holds(self, mark: Mark) -> bool:
        """Does the middle of the word lie inside?"""
        x, y = mark.middle
        return self.x0 <= x <= self.x1 and self.y0 <= y <= self.y1


def apart(marks: Sequence[Mark], frames: Sequence[Frame]) -> tuple[tuple[Mark, ...], tuple[Mark, ...]]:
    """The words inside the frames, and the others."""
    framed = [any(frame.holds(mark) for frame in frames) for mark in marks]
    inside = tuple(mark for mark, held in zip(marks, framed, strict=True) if held)
    return inside, tuple(mark for mark, held in zip(marks, framed, strict=True) if not held)


@dataclass(frozen=True, slots=True, kw_only=True)
class GridCell:
    """A cell of a ruled table, or the room that one takes where there are no rules."""

    frame: Frame
    column: int
    columns: int = 1
    rows: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A table on one page: its cells by the row in which they begin, from the left; where columns and rows end."""

    rows: tuple[tuple[GridCell, ...], ...]
    edges: tuple[float, ...]  #: one more than there are columns; pixels
    levels: tuple[float, ...]  #: one more than there are rows


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """Does a page carry its text already, and why is that believed or not?"""

    believed: bool
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One page as opened: its image, and the words that the file itself says about it (in pixels of that image).

    `layer` holds the words of a believed text layer; `filled` words of form fields and of numbers and dates stamped
    by signing tools, which belong into the text of the page; `stamps` words of signature stamps. `tables` are looked
    for where the layer is believed.
    """

    number: int
    image: Colour
    dpi: int
    verdict: Verdict
    layer: tuple[Mark, ...] = ()
    filled: tuple[Mark, ...] = ()
    stamps: tuple[Mark, ...] = ()
    tables: tuple[Grid, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Failed:
    """A page that could not be opened."""

    number: int
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CellRead:
    """A cell as read: the next so many words of its row's line."""

    words: int
    column: int
    columns: int = 1
    rows: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class TableRead:
    """The cells of each line of a block. `edges` are those of its columns in shares of the page; none without places."""

    rows: tuple[tuple[CellRead, ...], ...]
    columns: int
    edges: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """Lines that belong together: a paragraph, a part of the form, or the rows of a table."""

    lines: tuple[tuple[Word, ...], ...]
    zone: ZoneName | None = None
    table: TableRead | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WordMended:
    """A word that a second look changed, what stood there before, and who read it now."""

    word: Word
    was: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PageRead:
    """A page after reading. The span in `about` is set when the pages are put together."""

    about: PageText
    blocks: tuple[Block, ...] = ()
    problems: tuple[Problem, ...] = ()
    secret: Place | None = None
    slots: tuple[Slot, ...] = ()
    looks: tuple[Look, ...] = ()
    mended: tuple[WordMended, ...] = ()
