"""Where every word of a page stands, in points from the top left corner of an A4 sheet, whatever it is drawn with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from samples.fonts import Style

MM = 72 / 25.4
WIDTH, HEIGHT = 210 * MM, 297 * MM  #: A4, the only size of Decree 30/2020

#: Margins of appendix I: top and bottom 20–25 mm, left 30–35 mm, right 15–20 mm.
TOP, BOTTOM = 20 * MM, HEIGHT - 20 * MM
LEFT, RIGHT = 30 * MM, WIDTH - 18 * MM


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One printed word."""

    text: str
    style: Style
    size: float
    x: float
    y: float  #: of the baseline


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """A gap that the clerk fills in by hand."""

    name: str  #: "number", "day"
    text: str
    size: float
    x: float
    y: float
    width: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Stroke:
    """A ruled line."""

    x0: float
    y0: float
    x1: float
    y1: float
    width: float = 0.75


Row = tuple[Piece | Slot, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """One page. `spots` are the middles of what is pressed or written on it: "seal", "signature", "arrival" …"""

    number: int
    rows: tuple[Row, ...] = ()  #: in reading order
    strokes: tuple[Stroke, ...] = ()
    spots: Mapping[str, tuple[float, float]]
