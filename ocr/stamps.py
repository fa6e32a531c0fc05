"""Where boxed stamps lie on a scanned page: "ĐẾN", "HỎA TỐC", "SAO Y" in their frames.

The stamp for incoming documents is 35 × 50 mm at most, those for urgency 20 to 40 mm wide (Decree 30/2020/NĐ-CP,
appendix I and appendix IV); offices use smaller ones too.
"""

from __future__ import annotations

import cv2
import numpy as np
from cv2.typing import MatLike

from ocr.page import Frame, Grey

_DPI = 100
_WIDTH_MM = (12.0, 70.0)
_HEIGHT_MM = (5.0, 40.0)
_TABLE = 5  #: so many boxes on a page are the cells of a table


def frames(grey: Grey, dpi: int) -> tuple[Frame, ...]:
    """Boxes drawn around a few words, in pixels of the image; none where the page holds a table."""
    scale = _DPI / dpi
    small = cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    ink = cv2.morphologyEx((small < 170).astype(np.uint8), cv2.MORPH_CLOSE, np.ones((3, 3), np.uint8))
    if not ink.any():
        return ()
    outlines, levels = cv2.findContours(ink, cv2.RETR_CCOMP, cv2.CHAIN_APPROX_SIMPLE)
    found = []
    for outline, level in zip(outlines, levels[0], strict=True):
        x, y, w, h = cv2.boundingRect(outline)
        hole = level[3] >= 0
        if hole and _fits(w, h) and _fills(outline, w * h):
            found.append(Frame(x0=x / scale, y0=y / scale, x1=(x + w) / scale, y1=(y + h) / scale))
    return tuple(found) if len(found) < _TABLE else ()


def _fills(outline: MatLike, box: int) -> bool:
    """Is it a frame's inside? What touches the frame from within, as dotted lines do, takes a bite out of it."""
    return cv2.contourArea(outline) > 0.7 * box or cv2.contourArea(cv2.convexHull(outline)) > 0.85 * box


def _fits(width: int, height: int) -> bool:
    mm = 25.4 / _DPI
    return _WIDTH_MM[0] <= width * mm <= _WIDTH_MM[1] and _HEIGHT_MM[0] <= height * mm <= _HEIGHT_MM[1]
