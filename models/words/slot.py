"""A printed word as the reader wants it: ink on paper, one height for its line."""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np
from numpy.typing import NDArray

HEIGHT = 48
PAD = 0.15  #: heights of the line kept above and below it: marks of capitals reach out of boxes
SIDE = 0.12  #: … and on both sides of the word

Gray = NDArray[np.uint8]


def frame(page: Gray, left: float, right: float, top: float, bottom: float) -> NDArray[np.float32]:
    """The word between two columns of a line, [HEIGHT, width], ink 1 and paper 0.

    `page` is one channel, dark ink on light paper; `top` and `bottom` are those of the whole line, in its pixels, so
    that words of one line are of one scale. The width is that of the word at this scale, at least 8.
    """
    height = max(bottom - top, 1.0)
    x0, x1 = left - SIDE * height, right + SIDE * height
    y0, y1 = top - PAD * height, bottom + PAD * height
    cut = _cut(page, round(x0), round(y0), max(round(x1), round(x0) + 2), max(round(y1), round(y0) + 2))
    scale = HEIGHT / cut.shape[0]
    width = max(8, round(cut.shape[1] * scale))
    how = cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR
    return stretch(np.asarray(cv2.resize(cut, (width, HEIGHT), interpolation=how), np.uint8))


def stretch(word: Gray) -> NDArray[np.float32]:
    """Contrast stretched between paper and ink, inverted."""
    low, high = np.percentile(word, (1, 90))
    ink = (high - word.astype(np.float32)) / max(32.0, high - low)
    return np.asarray(np.clip(ink, 0, 1), np.float32)


def _cut(page: Gray, x0: int, y0: int, x1: int, y1: int) -> Gray:
    """The part of the page, paper-white where it reaches over an edge."""
    height, width = page.shape
    inside = page[max(y0, 0) : max(min(y1, height), 0), max(x0, 0) : max(min(x1, width), 0)]
    out = np.full((y1 - y0, x1 - x0), 255, np.uint8)
    top, left = max(-y0, 0), max(-x0, 0)
    out[top : top + inside.shape[0], left : left + inside.shape[1]] = inside
    return out


def beside(words: Sequence[NDArray[np.float32]]) -> NDArray[np.float32]:
    """Framed words as one array [words, HEIGHT, width of the widest], padded with paper."""
    out = np.zeros((len(words), HEIGHT, max(word.shape[1] for word in words)), np.float32)
    for row, word in zip(out, words, strict=True):
        row[:, : word.shape[1]] = word
    return out
