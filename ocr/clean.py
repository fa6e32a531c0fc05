"""A scanned page made fit for reading: coloured ink lifted, upright, straight, evenly lit, without black rims."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from ocr import colour, light, upright
from ocr.bridge import Ink
from ocr.engines import EngineFailed, OcrEngine
from ocr.keep import NOTHING, Keep
from ocr.page import Colour, Grey
from ocr.rim import Unrimmed, unrimmed
from ocr.steps import Step
from ocr.watched import watched


@dataclass(frozen=True, slots=True, kw_only=True)
class Clean:
    """The page as the engine sees it, the red ink on the same canvas, and what was undone to get there.

    In the gap lay a seal, red or black: print there may be lost or only carried on from around it. `rimmed` is the page
    with the rims of its black seals, where any were taken off, `sealed` what else is known of these.
    """

    grey: Grey
    red: Grey | None
    gap: Ink | None
    rimmed: Grey | None
    sealed: Unrimmed | None
    rotation: int  #: degrees clockwise
    skew: float  #: degrees by which lines fell to the right


def clean(image: Colour, dpi: int, engine: OcrEngine, keep: Keep = NOTHING) -> Clean:
    """All steps in order. The engine is asked only where the lines themselves do not say which way is up."""
    lifted = colour.lift(image, dpi)
    keep.image(Step.LIFTED, lifted.grey)
    grey = light.evened(lifted.grey)
    if grey is not lifted.grey:
        keep.image(Step.EVENED, grey)
    rotation = _way_up(grey, dpi, watched(engine, keep, Step.WAY_UP))
    grey = upright.turned(grey, rotation)
    if rotation:
        keep.image(Step.TURNED, grey)
    skew = upright.skew(grey, dpi)
    straight = upright.straightened(grey, skew)
    keep.image(Step.STRAIGHT, straight)
    grey = light.denoised(straight, dpi)
    if grey is not straight:
        keep.image(Step.DENOISED, grey)
    red = gap = rimmed = sealed = None
    if lifted.red is not None and lifted.gap is not None:
        red = upright.straightened(upright.turned(lifted.red, rotation), skew)
        # Straightening fills the corners white, so that the gap is handed on black on white.
        lost = upright.turned(np.where(lifted.gap, np.uint8(0), np.uint8(255)), rotation)
        gap = upright.straightened(lost, skew, cv2.INTER_NEAREST) < 128
        keep.image(Step.RED, red)
        keep.image(Step.GAP, gap)
    else:
        sealed = unrimmed(grey, dpi)
        if sealed is not None:
            rimmed, grey, gap = grey, sealed.grey, sealed.gap
            keep.image(Step.GAP, gap)
            keep.image(Step.RIMLESS, grey)
            keep.image(Step.HOLLOW, sealed.hollow)
    return Clean(grey=grey, red=red, gap=gap, rimmed=rimmed, sealed=sealed, rotation=rotation, skew=skew)


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
