"""Is there nothing written on this page? Backs are scanned too, and seals bleed through them."""

from __future__ import annotations

import cv2
import numpy as np

from ocr.page import Grey
from ocr.triage import DPI, text_lines

_DARK = 120  #: ink that bled through from the other side is paler than this


def is_blank(lifted: Grey, dpi: int) -> bool:
    """No line of dark marks anywhere on the page without its coloured ink. A lone page number is a line."""
    scale = min(1.0, DPI / dpi)
    small = cv2.resize(lifted, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    edge = min(small.shape) // 30
    ink = np.zeros(small.shape, bool)
    inner = np.s_[edge:-edge, edge:-edge]
    ink[inner] = small[inner] < _DARK
    return not any(_written(ink[int(f.y0) : int(f.y1), int(f.x0) : int(f.x1)]) for f in text_lines(ink, DPI))


def _written(window: np.ndarray) -> bool:
    """Specks and the arc of a faint seal fill little of their box; letters fill more."""
    return bool(window.sum() >= 12 and window.mean() > 0.12)
