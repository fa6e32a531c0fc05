"""A scanned page made fit for reading: coloured ink lifted, upright, straight, evenly lit."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ocr import colour, light, upright
from ocr.engines import EngineFailed, OcrEngine
from ocr.page import Colour, Grey


@dataclass(frozen=True, slots=True, kw_only=True)
class Clean:
    """The page as the engine sees it, the red ink on the same canvas, and what was undone to get there."""

    grey: Grey
    red: Grey | None
    rotation: int  #: degrees clockwise
    skew: float  #: degrees by which lines fell to the right


def clean(image: Colour, dpi: int, engine: OcrEngine) -> Clean:
    """All steps in order. The engine is asked only where the lines themselves do not say which way is up."""
    lifted = colour.lift(image, dpi)
    grey = light.evened(lifted.grey)
    rotation = _way_up(grey, dpi, engine)
    grey = upright.turned(grey, rotation)
    skew = upright.skew(grey, dpi)
    grey = upright.straightened(grey, skew)
    red = lifted.red
    if red is not None:
        red = upright.straightened(upright.turned(red, rotation), skew)
    return Clean(grey=light.denoised(grey, dpi), red=red, rotation=rotation, skew=skew)


def _way_up(grey: Grey, dpi: int, engine: OcrEngine) -> int:
    turn, sure = upright.quarter_turns(grey, dpi)
    if sure:
        return turn
    return max((turn, (turn + 180) % 360), key=lambda degrees: _readable(upright.turned(grey, degrees), dpi, engine))


def _readable(grey: Grey, dpi: int, engine: OcrEngine) -> float:
    """How well the busiest third of a page can be read this way up: the confidence of its words, summed by letter."""
    height = grey.shape[0]
    thirds = [grey[start : start + height // 3] for start in (0, height // 3, height - height // 3)]
    busiest = max(thirds, key=lambda part: int((part < 128).sum()))
    try:
        words = engine.words(np.ascontiguousarray(busiest), dpi, "block")
    except EngineFailed:
        return 0.0
    return sum((word.confidence - 0.4) * len(word.text) for word in words)
