"""A stretch of a scanned line as the reader wants it: ink on paper, one height, one scale."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

HEIGHT, WIDTH = 64, 256
_MARGIN = 8  #: pixels around a slot that are scaled with it
CAPITAL = 22  #: pixels that a printed capital of the line is high, once scaled

Gray = NDArray[np.uint8]


def frame(page: Gray, left: float, right: float, baseline: float, capital: float) -> NDArray[np.float32]:
    """The slot between two columns of a line, [HEIGHT, WIDTH], ink 1 and paper 0.

    `page` is one channel, dark ink on light paper (the red channel of a colour scan, which lifts seals). All measures
    are in its pixels: `baseline` is where the line's printed letters stand, `capital` how high its capitals are. The
    printed neighbours stay in view: the reader was taught among print.
    """
    scale = CAPITAL / capital
    top = baseline - capital / 2 - HEIGHT / 2 / scale
    width = min(WIDTH, max(8, round((right - left) * scale)))
    # One affine step: crop and scale at once, paper-white where the frame reaches over the page's edge.
    matrix = np.array([[scale, 0, -left * scale], [0, scale, -top * scale]], dtype=np.float64)
    paper = int(np.percentile(page[::8, ::8], 90)) if page.size else 255
    flags = cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
    cut = page
    if scale < 0.7:  # warpAffine does not average: shrink in advance, or thin strokes are lost
        x, y, window = _around(page, left, top, width / scale, HEIGHT / scale)
        cut = np.asarray(cv2.resize(window, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA), np.uint8)
        matrix = np.array([[1, 0, (x - left) * scale], [0, 1, (y - top) * scale]], dtype=np.float64)
    framed = cv2.warpAffine(cut, matrix, (width, HEIGHT), flags=flags, borderValue=paper)
    return stretch(np.asarray(framed, np.uint8))


def _around(page: Gray, left: float, top: float, width: float, height: float) -> tuple[int, int, Gray]:
    """The part of the page that a slot needs, with a margin, and where it begins; at least one pixel."""
    x = min(max(int(left) - _MARGIN, 0), page.shape[1] - 1)
    y = min(max(int(top) - _MARGIN, 0), page.shape[0] - 1)
    right, bottom = max(int(left + width) + _MARGIN, x + 1), max(int(top + height) + _MARGIN, y + 1)
    return x, y, page[y:bottom, x:right]


def stretch(slot: Gray) -> NDArray[np.float32]:
    """Contrast stretched between paper and ink, inverted, padded with paper to WIDTH."""
    low, high = np.percentile(slot, (1, 90))
    ink = np.clip((high - slot.astype(np.float32)) / max(32.0, high - low), 0, 1)
    out = np.zeros((HEIGHT, WIDTH), np.float32)
    out[:, : min(WIDTH, slot.shape[1])] = ink[:, :WIDTH]
    return out
