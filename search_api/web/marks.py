"""Places on the pages of a scan, named so that a field can point at them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from decisions.text import Box, DocumentText, Place, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Rectangle:
    """In shares of the page, as an SVG of the size 1 × 1 draws it."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """What one piece of evidence covers on one page; `anchor` is unique, `name` shared by its other pages."""

    anchor: str
    name: str
    page: int
    label: str
    rectangles: tuple[Rectangle, ...]


@dataclass(slots=True)
class Marks:
    """The marks of one document, collected while its fields are laid out."""

    text: DocumentText | None
    found: list[Mark] = field(default_factory=list)
    spans: list[tuple[int, int, str]] = field(default_factory=list)
    _names: int = 0

    def add(self, label: str, span: Span | None, place: Place | None) -> str | None:
        """The name of the mark for a piece of evidence; None where it lies on no page image."""
        places = self.text.places(span) if self.text and span else ()
        if not places and place and place.box:
            places = (place,)
        if not places and span is None:
            return None
        self._names += 1
        name = f"m{self._names}"
        if span:
            self.spans.append((span.start, span.end, name))
        self.put(name, label, places)
        return name

    def put(self, name: str, label: str, places: Iterable[Place]) -> None:
        by_page: dict[int, list[Rectangle]] = {}
        for place in places:
            if place.box:
                by_page.setdefault(place.page, []).append(_rectangle(place.box))
        for n, (page, rectangles) in enumerate(by_page.items()):
            anchor = name if n == 0 else f"{name}-{page}"
            self.found.append(Mark(anchor=anchor, name=name, page=page, label=label, rectangles=tuple(rectangles)))

    def on(self, page: int) -> list[Mark]:
        return [mark for mark in self.found if mark.page == page]


def _rectangle(box: Box) -> Rectangle:
    # A little air, so that the frame does not run through the letters.
    x, y = max(box.x0 - 0.004, 0.0), max(box.y0 - 0.003, 0.0)
    width, height = min(box.x1 + 0.004, 1.0) - x, min(box.y1 + 0.003, 1.0) - y
    return Rectangle(x=round(x, 4), y=round(y, 4), width=round(width, 4), height=round(height, 4))
