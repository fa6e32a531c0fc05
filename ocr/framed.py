"""What stands in the red frames of office stamps, read one by one: degrees of secrecy and of urgency."""

from __future__ import annotations

from collections.abc import Iterator

import cv2
import numpy as np

from ocr.engines import EngineFailed, OcrEngine
from ocr.page import Frame, Grey

_HIGH_MM = (5.0, 16.0)  #: frames of such stamps are 8 mm high and more (Decree 30/2020/NĐ-CP, appendix I: 8 × 20 to 40)
_WIDE_MM = (11.0, 65.0)
_INK = 246  #: as dark as the palest stamp that can still be seen
_SCALES = (1.0, 0.7)  #: letters of stamps are larger than print; the engine is asked at two sizes


def framed_words(red: Grey, dpi: int, engine: OcrEngine) -> Iterator[tuple[Frame, str]]:
    """Each red frame of one line on a page, and every reading of it. `red` is red ink on white paper."""
    for frame in _frames(red, dpi):
        letters = _letters(red, frame)
        if letters is None:
            continue
        try:
            seen = engine.words_of_each([(letters, round(dpi / scale)) for scale in _SCALES], "line")
        except EngineFailed:
            continue
        for found in seen:
            yield frame, " ".join(mark.text for mark in found)


def _frames(red: Grey, dpi: int) -> list[Frame]:
    """Red shapes of the size of a stamp of one line, about the page."""
    mm = dpi / 25.4
    joined = cv2.morphologyEx((red < _INK).astype(np.uint8), cv2.MORPH_CLOSE, np.ones((round(mm), round(mm)), np.uint8))
    _, _, stats, _ = cv2.connectedComponentsWithStats(joined, connectivity=8)
    return [
        Frame(x0=float(x), y0=float(y), x1=float(x + w), y1=float(y + h))
        for x, y, w, h, _ in stats[1:]
        if _HIGH_MM[0] * mm <= h <= _HIGH_MM[1] * mm and _WIDE_MM[0] * mm <= w <= _WIDE_MM[1] * mm and w > 1.2 * h
    ]


def _letters(red: Grey, frame: Frame) -> Grey | None:
    """The letters inside, black on white: without the lines of the frame, however askew it was stamped."""
    crop = red[int(frame.y0) : int(frame.y1), int(frame.x0) : int(frame.x1)]
    ink = (crop < _INK).astype(np.uint8)
    _, labels, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    high, wide = crop.shape
    inside = [i for i, (_, _, w, h, _) in enumerate(stats) if i and w < 0.6 * wide and h < 0.75 * high]
    if not inside:
        return None
    clean = np.where(np.isin(labels, inside), crop, 255)
    darkest = float(np.percentile(clean[clean < 255], 10))
    stretched = np.clip((clean - darkest) * (255 / max(255 - darkest, 1.0)), 0, 255)
    return np.pad(stretched.astype(np.uint8), high // 2, constant_values=255)
