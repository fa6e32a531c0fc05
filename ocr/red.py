"""What is printed or stamped in red: urgency and secrecy, a name or a title put on with a stamp."""

from __future__ import annotations

import cv2
import numpy as np

from decisions.syllable import core, is_syllable
from ocr.engines import EngineFailed, OcrEngine
from ocr.page import Grey, Mark
from ocr.rim import find_seals

_SEAL_MM = (24.0, 48.0)  #: diameters of round seals (Decree 99/2016/NĐ-CP; Circular 132/2002/TT-BCA: 30 to 42 mm)
_SURE = 0.6  #: confidence below which red letters are the rim of a seal


def red_words(red: Grey, dpi: int, engine: OcrEngine) -> tuple[Mark, ...]:
    """Words in red ink, seals left out; raises nothing: a page is no worse for what its stamps hide."""
    ink = _without_seals(red, dpi)
    ys, xs = np.nonzero(ink < 200)
    if len(xs) < (dpi / 25.4) ** 2:
        return ()
    pad = dpi // 10
    top, left = max(int(ys.min()) - pad, 0), max(int(xs.min()) - pad, 0)
    crop = np.ascontiguousarray(ink[top : int(ys.max()) + pad, left : int(xs.max()) + pad])
    try:
        found = engine.words(crop, dpi, "scattered")
    except EngineFailed:
        return ()
    return tuple(
        mark.moved(left, top)
        for mark in found
        if mark.confidence >= _SURE and (is_syllable(core(mark.text)) or len(core(mark.text)) > 3)
    )


def _without_seals(red: Grey, dpi: int) -> Grey:
    """The red ink without its round seals: circles with rings, and smeared blobs as wide as high and as large as one."""
    scale = 75 / dpi
    small = (cv2.resize(red, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA) < 225).astype(np.uint8)
    blobs = cv2.dilate(small, np.ones((5, 5), np.uint8))
    _, _, stats, _ = cv2.connectedComponentsWithStats(blobs, connectivity=8)
    clean = red.copy()
    for seal in find_seals(red, dpi):
        cv2.circle(clean, (round(seal.x), round(seal.y)), round(seal.radius) + 1, 255, cv2.FILLED)
    mm = 25.4 / 75
    for x, y, w, h, _ in stats[1:]:
        if min(w, h) * mm >= _SEAL_MM[0] and max(w, h) * mm <= _SEAL_MM[1] and 0.7 < w / h < 1.4:
            clean[int(y / scale) : int((y + h) / scale), int(x / scale) : int((x + w) / scale)] = 255
    return clean
