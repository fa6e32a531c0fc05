"""Long straight lines on a straightened page: the rules of tables, as segments with their ink."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
import numpy.typing as npt

from ocr.page import Grey

_DPI = 150  #: lines are looked for at this resolution: finer only costs time, coarser loses hairlines
_CONTRAST = 12  #: grey levels darker than the paper around: faint copies have no more
_STROKE_MM = 4.2  #: longer than any stroke of a letter (a capital with its marks at 14 points: 4 mm)
_GAP_MM = 4.0  #: breaks in one line that thresholds and faint print leave
_LEAST_MM = (14.0, 6.0)  #: across and down: the narrowest table, the lowest row
_WHOLE = 0.65  #: of a line must be drawn
_THICK_MM = 1.5
_FALL = 0.009  #: half a degree
_MARGIN_MM = (
    8.0  #: no table comes so near to two opposite edges: that is dirt on the scanner's glass, or the edge itself
)

_ASLANT_MM = 4.0
_DIRT_MM = 0.8  #: pieces of one line of dirt lie so close to it

Mask = npt.NDArray[np.uint8]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A line from `start` to `end` along its axis; `at` is where it lies across, in its middle. Pixels."""

    start: float
    end: float
    at: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    across: tuple[Rule, ...]
    down: tuple[Rule, ...]
    ink: Mask  #: their dots, in the resolution in which they were looked for


def find_rules(grey: Grey, dpi: int) -> Rules:
    """The rules of a page that stands straight (to within half a degree), in pixels of `grey`."""
    scale = min(1.0, _DPI / dpi)
    small = np.asarray(cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA), np.uint8)
    dots = dpi * scale / 25.4  # a millimetre
    ink = _ink(small, dots)
    across, rows = _rules(ink, dots, scale, _LEAST_MM[0])
    down, columns = _rules(np.ascontiguousarray(ink.T), dots, scale, _LEAST_MM[1])
    return Rules(
        across=_without_dirt(across, grey.shape[1], dpi),
        down=_without_dirt(down, grey.shape[0], dpi),
        ink=rows | columns.T,
    )


def _without_dirt(rules: Sequence[Rule], whole: int, dpi: int) -> tuple[Rule, ...]:
    """Without lines that, in pieces and perhaps a little aslant, go from edge to edge of the paper."""
    mm = dpi / 25.4
    first = [rule for rule in rules if rule.start < _MARGIN_MM * mm]
    last = [rule for rule in rules if rule.end > whole - _MARGIN_MM * mm]
    through = [(one.at, other.at) for one in first for other in last if abs(one.at - other.at) < _ASLANT_MM * mm]
    return tuple(rule for rule in rules if not any(_lies_on(rule, line, whole, mm) for line in through))


def _lies_on(rule: Rule, line: tuple[float, float], whole: int, mm: float) -> bool:
    at = line[0] + (line[1] - line[0]) * (rule.start + rule.end) / 2 / whole
    return abs(rule.at - at) < _DIRT_MM * mm


def _ink(grey: Grey, dots: float) -> Mask:
    window = int(dots * 4) | 1
    return np.asarray(
        cv2.adaptiveThreshold(grey, 1, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, window, _CONTRAST), np.uint8
    )


def _rules(ink: Mask, dots: float, scale: float, least: float) -> tuple[tuple[Rule, ...], Mask]:
    """Lines along the rows of `ink`: runs longer than letters have, joined over gaps, thin as a whole."""
    # A line that falls by a dot or two on its way is one line: each row also sees its neighbours.
    near = cv2.dilate(ink, np.ones((3, 1), np.uint8))
    runs = cv2.morphologyEx(near, cv2.MORPH_OPEN, np.ones((1, round(_STROKE_MM * dots)), np.uint8))
    joined = cv2.morphologyEx(runs, cv2.MORPH_CLOSE, np.ones((1, round(_GAP_MM * dots)), np.uint8))
    count, labels, stats, middles = cv2.connectedComponentsWithStats(joined, connectivity=8)
    lines = np.zeros(count, bool)
    found = []
    for label in range(1, count):
        x, _, w, h, area = stats[label]
        if _is_line(w, h, area, dots, least) and _drawn(runs, labels, label, stats[label]) >= _WHOLE:
            lines[label] = True
            found.append(Rule(start=x / scale, end=(x + w) / scale, at=(middles[label][1] + 0.5) / scale))
    return tuple(found), (lines[labels] & runs.astype(bool)).astype(np.uint8)


def _drawn(runs: npt.NDArray[Any], labels: npt.NDArray[Any], label: int, stat: npt.NDArray[Any]) -> float:
    """The share of a line's length that is ink, not a gap joined over: letters one below another have less."""
    x, y, w, h = stat[:4]
    window = np.s_[y : y + h, x : x + w]
    return float((runs[window].astype(bool) & (labels[window] == label)).any(axis=0).mean())


def _is_line(wide: int, high: int, area: int, dots: float, least: float) -> bool:
    """Long, thin and as good as level."""
    thick = _THICK_MM * dots
    return wide >= least * dots and area / wide <= thick and high <= thick + _FALL * wide
