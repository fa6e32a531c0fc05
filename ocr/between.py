"""Where two words of a line part: engines that read whole lines guess it, and cut through a letter now and then."""

from __future__ import annotations

import numpy as np

from ocr.page import Grey, Mark
from ocr.runs import runs

_REACH = 0.7  #: heights of the line to each side in which the gap is looked for: the widest letter
_GAP = 0.15  #: heights of the line between two words at the least; between letters is less


def parting(before: Mark, behind: Mark, top: float, bottom: float, grey: Grey) -> tuple[float, float]:
    """The end of one word and the beginning of the next, in columns: where the engine has them if that is in the
    widest gap of the ink near by, else at the ends of this gap.
    """
    reach = _REACH * (bottom - top)
    first = max(round(max(min(before.x1, behind.x0) - reach, before.x0)), 0)
    last = round(min(max(before.x1, behind.x0) + reach, behind.x1))
    free = _free(grey[max(round(top), 0) : round(bottom), first:last])
    begin, end = max(runs(free), key=lambda run: run[1] - run[0], default=(0, 0))
    if end - begin < _GAP * (bottom - top):
        return before.x1, behind.x0
    begin, end = begin + first, end + first
    return (before.x1 if begin <= before.x1 <= end else begin, behind.x0 if begin <= behind.x0 <= end else end)


def _free(strip: Grey) -> np.ndarray:
    """Which columns have no ink: none where the strip is all of one grey."""
    if not strip.size:
        return np.zeros(0, bool)
    low, high = int(strip.min()), int(strip.max())
    return np.asarray((strip > (low + high) / 2).all(axis=0))
