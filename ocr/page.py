"""A page on its way from paper to text: what is handed from step to step."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from decisions.problem import Problem
from decisions.text import PageText, Place, Word, ZoneName

#: Height × width × 3, red green blue, 0..255.
Colour: TypeAlias = npt.NDArray[np.uint8]
#: Height × width, 0 black … 255 white.
Grey: TypeAlias = npt.NDArray[np.uint8]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A word on an image: its corners in pixels from the top left, its confidence 0..1, its line as the reader saw it."""

    text: str
    x0: float
    y0: float
    x1: float
    y1: float
    confidence: float = 1.0
    line: int = 0

    @property
    def height(self) -> float:
        return self.y1 - self.y0

    @property
    def middle(self) -> tuple[float, float]:
        return (self.x0 + self.x1) / 2, (self.y0 + self.y1) / 2


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


#: A ruled table: its rows from the top, each with its cells from the left.
Table: TypeAlias = tuple[tuple[Frame, ...], ...]


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
    tables: tuple[Table, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Failed:
    """A page that could not be opened."""

    number: int
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """Lines that belong together: a paragraph or a part of the form."""

    lines: tuple[tuple[Word, ...], ...]
    zone: ZoneName | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PageRead:
    """A page after reading. The span in `about` is set when the pages are put together."""

    about: PageText
    blocks: tuple[Block, ...] = ()
    problems: tuple[Problem, ...] = ()
    secret: Place | None = None
