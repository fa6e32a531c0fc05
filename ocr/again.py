"""Lines cut out of the page and read once more, all in one call: another scale, no softening, nothing around them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

import cv2
import numpy as np

from ocr.engines import EngineFailed, OcrEngine
from ocr.page import Frame, Grey, Mark

_AROUND = 0.3  #: letter heights cut off with a line above and below: marks over capitals reach out of boxes
_BETWEEN = 0.6  #: letter heights of white between lines
_TALL = 2.0  #: letter heights: what is taller is no word and must not widen its line


@dataclass(frozen=True, slots=True, kw_only=True)
class _Strip:
    """A line as pasted: where it was on the page, and how far down it lies now. Pixels of the page."""

    frame: Frame
    top: float


def read_again(lines: Collection[Sequence[Mark]], grey: Grey, dpi: int, seen_dpi: int, engine: OcrEngine) -> list[Mark]:
    """The words of these lines as they read at `seen_dpi`, in pixels of the page; none where the engine fails."""
    frames = [frame for line in lines if (frame := _around(line, grey.shape)) is not None]
    if not frames:
        return []
    between = _BETWEEN * min(frame.y1 - frame.y0 for frame in frames)
    strips: list[_Strip] = []
    top = between
    for frame in frames:
        strips.append(_Strip(frame=frame, top=top))
        top += frame.y1 - frame.y0 + between
    scale = seen_dpi / dpi
    try:
        found = engine.words(_pasted(strips, grey, round(top), scale), seen_dpi, "block")
    except EngineFailed:
        return []
    return [moved for word in found if (moved := _back(word, strips, scale)) is not None]


def _around(line: Sequence[Mark], shape: tuple[int, ...]) -> Frame | None:
    heights = sorted(word.height for word in line)
    usual = heights[len(heights) // 2]
    level = [word for word in line if word.height <= _TALL * usual]
    if usual < 4:
        return None
    pad = _AROUND * usual
    return Frame(
        x0=max(min(word.x0 for word in level) - usual, 0),
        y0=max(min(word.y0 for word in level) - pad, 0),
        x1=min(max(word.x1 for word in level) + usual, shape[1]),
        y1=min(max(word.y1 for word in level) + pad, shape[0]),
    )


def _pasted(strips: Sequence[_Strip], grey: Grey, height: int, scale: float) -> Grey:
    width = max(int(strip.frame.x1) - int(strip.frame.x0) for strip in strips)
    sheet = np.full((height, width), 255, np.uint8)
    for strip in strips:
        f, top = strip.frame, int(strip.top)
        cut = grey[int(f.y0) : int(f.y1), int(f.x0) : int(f.x1)]
        sheet[top : top + cut.shape[0], : cut.shape[1]] = cut[: height - top]
    how = cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
    return np.asarray(cv2.resize(sheet, None, fx=scale, fy=scale, interpolation=how), dtype=np.uint8)


def _back(word: Mark, strips: Sequence[_Strip], scale: float) -> Mark | None:
    """The word where it stands on the page; None between the lines."""
    middle = (word.y0 + word.y1) / 2 / scale
    for index, strip in enumerate(strips):
        if strip.top <= middle <= strip.top + strip.frame.y1 - strip.frame.y0:
            dx, dy = int(strip.frame.x0), int(strip.frame.y0) - int(strip.top)
            return replace(
                word,
                x0=word.x0 / scale + dx,
                x1=word.x1 / scale + dx,
                y0=word.y0 / scale + dy,
                y1=word.y1 / scale + dy,
                line=index,
            )
    return None
