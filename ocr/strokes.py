"""What a pen wrote on a line, from its strokes alone: how far it reaches, where it stands, how high its digits are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

import cv2
import numpy as np

from ocr.page import Frame, Grey

_TALL = 0.55  #: of the line's height: dots on a dotted line are lower
_WIDE = 2.5  #: heights of the line that no digit is wide: a frame
_APART = 2.5  #: heights of digits from which the next stroke belongs to something else …
_LEAST = 3  #: … once there are as many strokes as the shortest day has: "5/3"


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """In pixels of the page."""

    right: float  #: where the last stroke ends
    baseline: float
    height: float  #: of a digit


def written(pen: Grey, line: Frame, high: float) -> Written | None:
    """The strokes on a stretch of the page, `high` the height of a printed word there; None where there are none."""
    x, y = int(max(line.x0, 0)), int(max(line.y0, 0))
    crop = np.ascontiguousarray(pen[y : int(line.y1), x : int(line.x1)])
    if not crop.size:
        return None
    level, _ = cv2.threshold(crop, 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)
    _, _, stats, _ = cv2.connectedComponentsWithStats((crop <= level).astype(np.uint8), connectivity=8)
    shapes = [Frame(x0=float(a), y0=float(b), x1=float(a + w), y1=float(b + h)) for a, b, w, h, _ in stats[1:]]
    # What goes on above and below is the side of a frame.
    whole = [s for s in shapes if s.y0 > 0 or s.y1 < crop.shape[0]]
    tall = [s for s in whole if s.y1 - s.y0 >= _TALL * high and s.x1 - s.x0 < _WIDE * high]
    if not tall:
        return None
    height = float(np.percentile([s.y1 - s.y0 for s in tall], 75))
    strokes = _together(sorted(tall, key=lambda s: s.x0), height)
    feet = [s.y1 for s in strokes if s.y1 - s.y0 > 0.7 * height] or [s.y1 for s in strokes]
    return Written(right=x + max(s.x1 for s in strokes), baseline=y + median(feet), height=height)


def _together(strokes: Sequence[Frame], height: float) -> Sequence[Frame]:
    """Those before the first wide gap behind a whole day: text of the page may stand right of it."""
    for count, (one, other) in enumerate(pairwise(strokes), start=1):
        if count >= _LEAST and other.x0 - one.x1 > _APART * height:
            return strokes[:count]
    return strokes
