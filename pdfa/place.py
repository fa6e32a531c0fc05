"""From shares of the upright page, in which words have their boxes, to the points of a PDF page."""

from __future__ import annotations

from dataclasses import dataclass

from pikepdf import Object, Page

Box = tuple[float, float, float, float]
Point = tuple[float, float]
_LETTER: Box = (0, 0, 612, 792)  #: what a page without any box is taken for


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """The visible part of a page in points, and how far it is turned clockwise until it can be read."""

    box: Box
    turn: int  #: 0, 90, 180 or 270 degrees

    @property
    def ratio(self) -> float:
        """Width over height of the upright page."""
        x0, y0, x1, y1 = self.box
        wide, high = x1 - x0, y1 - y0
        return high / wide if self.turn % 180 else wide / high

    def point(self, across: float, down: float) -> Point:
        """The point that lies so far from the left and from the top of the upright page (0..1)."""
        x0, y0, x1, y1 = self.box
        wide, high = x1 - x0, y1 - y0
        match self.turn:
            case 90:
                return x0 + down * wide, y0 + across * high
            case 180:
                return x1 - across * wide, y0 + down * high
            case 270:
                return x1 - down * wide, y1 - across * high
        return x0 + across * wide, y1 - down * high


def paper(page: Page, rotation: int) -> Paper:
    """How a page lies: its crop box, turned as it says itself and by the `rotation` that reading found on top of that."""
    own = page.obj.get("/Rotate")
    parent: Object = page.obj
    while own is None and "/Parent" in parent:
        parent = parent.Parent
        own = parent.get("/Rotate")
    return Paper(box=_visible(page), turn=(int(own or 0) + rotation) % 360)


def _visible(page: Page) -> Box:
    """The crop box as far as it lies on the sheet (ISO 32000-1, 14.11.2)."""
    media = _sorted(page.mediabox) if page.get("/MediaBox") is not None else _LETTER
    crop = _sorted(page.cropbox) if page.get("/CropBox") is not None else media
    both = max(media[0], crop[0]), max(media[1], crop[1]), min(media[2], crop[2]), min(media[3], crop[3])
    return both if both[0] < both[2] and both[1] < both[3] else media


def _sorted(array: object) -> Box:
    x0, y0, x1, y1 = (float(side) for side in array)  # type: ignore[attr-defined]  # an Array of four numbers
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)
