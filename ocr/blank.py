"""Is there nothing written on this page? Backs are scanned too, and seals bleed through them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import cv2
import numpy as np

from decisions.syllable import core, is_syllable
from ocr.page import Grey, Mark
from ocr.triage import DPI, text_lines

#: written: dark lines of text · pale: lines that are a faint print or another page's, only reading tells · empty
Writing = Literal["written", "pale", "empty"]

_DARK = 120  #: ink that bled through from the other side is paler than this …
_PALE = 200  #: … and paper is lighter than this
_LINES = 3  #: fewer pale lines than this are the remains of a seal
_SURE = 0.6  #: confidence of a word that was really read


def writing(lifted: Grey, dpi: int) -> Writing:
    """What a page without its coloured ink bears. A lone page number counts as written."""
    scale = min(1.0, DPI / dpi)
    small = cv2.resize(lifted, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    if _lines(np.asarray(small, dtype=np.uint8), _DARK):
        return "written"
    return "pale" if _lines(np.asarray(small, dtype=np.uint8), _PALE) >= _LINES else "empty"


def makes_sense(marks: Sequence[Mark]) -> bool:
    """Is what was read off a pale page Vietnamese? Ink from the other side is mirrored and reads as rubbish.

    Figures say nothing: in the lists of a faint page they are most of what is there.
    """
    words = [mark for mark in marks if any(char.isalpha() for char in core(mark.text))]
    sure = [mark for mark in words if mark.confidence >= _SURE and is_syllable(core(mark.text))]
    return len(sure) > 0.4 * len(words)


def _lines(small: Grey, level: int) -> int:
    """How many line-like boxes are filled as letters fill them; specks and the arc of a seal fill less."""
    edge = min(small.shape) // 30
    ink = np.zeros(small.shape, bool)
    inner = np.s_[edge:-edge, edge:-edge]
    ink[inner] = small[inner] < level
    boxes = (ink[int(f.y0) : int(f.y1), int(f.x0) : int(f.x1)] for f in text_lines(ink, DPI))
    return sum(bool(box.sum() >= 12 and box.mean() > 0.12) for box in boxes)
