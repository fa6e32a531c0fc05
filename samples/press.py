"""Presses ink onto paper: what lies under it stays visible, as it does under a stamp or a pen."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from decisions.text import Box

Mask = NDArray[np.uint8]
Colour = tuple[int, int, int]

BLACK: Colour = (28, 26, 30)
BLUE: Colour = (38, 58, 150)
RED: Colour = (222, 34, 42)


def press(page: NDArray[np.uint8], ink: Mask, *, x: float, y: float, colour: Colour) -> Box | None:
    """Multiplies the ink into the RGB page with its top left corner at x, y; the box of it, None if off the page."""
    height, width = page.shape[:2]
    left, top = round(x), round(y)
    x0, y0 = max(left, 0), max(top, 0)
    x1, y1 = min(left + ink.shape[1], width), min(top + ink.shape[0], height)
    if x0 >= x1 or y0 >= y1:
        return None
    share = ink[y0 - top : y1 - top, x0 - left : x1 - left, None].astype(np.float32) / 255
    dim = 1 - share * (1 - np.array(colour, np.float32) / 255)
    page[y0:y1, x0:x1] = np.rint(page[y0:y1, x0:x1] * dim).astype(np.uint8)
    return Box(x0=x0 / width, y0=y0 / height, x1=x1 / width, y1=y1 / height)


def press_middle(page: NDArray[np.uint8], ink: Mask, *, x: float, y: float, colour: Colour) -> Box | None:
    """As `press`, with the middle of the ink at x, y."""
    return press(page, ink, x=x - ink.shape[1] / 2, y=y - ink.shape[0] / 2, colour=colour)
