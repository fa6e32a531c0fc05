"""From pixels of the image that was read back to the upright page: boxes in shares of width and height."""

from __future__ import annotations

from math import cos, radians, sin

from decisions.text import Box, Word
from ocr.page import Frame, Mark


def box_of(frame: Frame | Mark, width: int, height: int, skew: float) -> Box:
    """The box on the page as a viewer shows it upright. The skew that was undone for reading is put back."""
    corners = [(frame.x0, frame.y0), (frame.x1, frame.y0), (frame.x0, frame.y1), (frame.x1, frame.y1)]
    turned = [_back(x, y, width, height, skew) for x, y in corners]
    # Around turned corners a box would grow by the height the line falls; its edges are those of the line's middle.
    xs, ys = sorted(x for x, _ in turned), sorted(y for _, y in turned)
    return Box(
        x0=_share((xs[0] + xs[1]) / 2, width),
        y0=_share(ys[0], height),
        x1=_share((xs[2] + xs[3]) / 2, width),
        y1=_share(ys[3], height),
    )


def word_of(mark: Mark, page: int, width: int, height: int, skew: float) -> Word:
    """A word of the text from a word on the image."""
    return Word(text=mark.text, page=page, box=box_of(mark, width, height, skew), confidence=mark.confidence)


def _back(x: float, y: float, width: int, height: int, degrees: float) -> tuple[float, float]:
    """The point before the page was straightened about its middle by `degrees`."""
    if degrees == 0:
        return x, y
    angle = radians(degrees)
    dx, dy = x - width / 2, y - height / 2
    return width / 2 + dx * cos(angle) - dy * sin(angle), height / 2 + dx * sin(angle) + dy * cos(angle)


def _share(value: float, whole: int) -> float:
    return min(max(value / whole, 0.0), 1.0)
