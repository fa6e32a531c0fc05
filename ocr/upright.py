"""Which way up is the page, and how far does it lean?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

import cv2
import numpy as np
import numpy.typing as npt

from ocr.page import Grey
from ocr.runs import runs

_SMALL_DPI = 75  #: of the image on which directions are measured
_LEAN = 5.0  #: degrees to either side that a feeder tilts a sheet
_STRAIGHT = 0.15  #: degrees; less does not matter to any reader
_WORD = 10  #: dots on that image that words of two letters are long
_WORDS, _PLAIN = 20, 3.0  #: so many words tell a direction, if so many times more lie one way than the other
_SURE = 1.25  #: ratio of ink above the letters to ink below from which a page is upright without a second look

Rows: TypeAlias = npt.NDArray[np.intp]  #: how much ink each row of an image holds


@dataclass(frozen=True, slots=True, kw_only=True)
class _Dots:
    """Where an image is inked. To level its lines only the dots need to move, a tenth of what there is to turn."""

    x: npt.NDArray[np.float32]
    y: npt.NDArray[np.float32]
    room: float  #: above and below, for what moves out of the image

    @classmethod
    def of(cls, ink: npt.NDArray[np.uint8]) -> _Dots:
        y, x = np.nonzero(ink)
        return cls(x=x.astype(np.float32), y=y.astype(np.float32), room=float(ink.shape[1]))

    def rows(self, angle: float) -> Rows:
        """The rows when lines that fall to the right by `angle` degrees are level."""
        lean = np.deg2rad(angle)
        return np.bincount((self.y * np.cos(lean) - self.x * np.sin(lean) + self.room + 0.5).astype(np.intp))


def quarter_turns(grey: Grey, dpi: int) -> tuple[int, bool]:
    """Degrees clockwise (0, 90, 180, 270) that put the page upright, and whether that is sure.

    Lines of text give a page stripes across; Vietnamese has far more above its small letters (b, d, h, l, t, capitals,
    hats and tones) than below (g, p, q, y, the dot of ạ).
    """
    ink = _ink(grey, dpi)
    if ink.sum() < 50:
        return 0, True
    across, down = _levelled(_Dots.of(ink)), _levelled(_Dots.of(np.rot90(ink, k=-1)))
    lies_across = _lies_across(ink)
    if lies_across is None:
        stripes = _stripes(across), _stripes(down)
        if max(stripes) < 1.2 * min(stripes):
            return 0, False
        lies_across = stripes[0] > stripes[1]
    turn = 0 if lies_across else 90
    ratio = _above_to_below(down if turn else across)
    if ratio < 1:
        turn, ratio = turn + 180, 1 / max(ratio, 1e-6)
    return turn, ratio > _SURE


def turned(image: npt.NDArray[np.uint8], degrees: int) -> npt.NDArray[np.uint8]:
    """The image turned clockwise by quarter turns."""
    return np.ascontiguousarray(np.rot90(image, k=-degrees // 90))


def skew(grey: Grey, dpi: int) -> float:
    """Degrees by which the lines fall to the right; 0 where it does not matter or cannot be told."""
    ink = _ink(grey, dpi * 2 // 3 if dpi >= 150 else dpi)
    if ink.sum() < 200:
        return 0.0
    dots = _Dots.of(ink)
    best = _best_angle(dots, 0.0, _LEAN, 0.5)
    best = _best_angle(dots, best, 0.5, 0.1)
    best = _best_angle(dots, best, 0.1, 0.05)
    if abs(best) < _STRAIGHT or _stripes(dots.rows(best)) < 1.03 * _stripes(dots.rows(0.0)):
        return 0.0
    return round(best, 3)


def straightened(
    image: npt.NDArray[np.uint8], degrees: float, smoothing: int = cv2.INTER_CUBIC
) -> npt.NDArray[np.uint8]:
    """The image rotated about its middle so that lines falling by `degrees` become level; same size, white corners."""
    if degrees == 0:
        return image
    height, width = image.shape[:2]
    white = 255 if image.ndim == 2 else (255, 255, 255)
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1.0)
    rotated = cv2.warpAffine(image, matrix, (width, height), flags=smoothing, borderValue=white)
    return np.asarray(rotated, dtype=np.uint8)


def _ink(grey: Grey, dpi: int) -> npt.NDArray[np.uint8]:
    """Ink as ones on an image of about 75 dpi, without the dark edges of the scanner's lid."""
    scale = min(1.0, _SMALL_DPI / dpi)
    small = cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    level = min(float(cv2.threshold(small, 0, 255, cv2.THRESH_OTSU)[0]) + 20, 210)
    ink = (small < level).astype(np.uint8)
    edge = max(2, min(ink.shape) // 40)
    ink[:edge], ink[-edge:], ink[:, :edge], ink[:, -edge:] = 0, 0, 0, 0
    # Seals, pictures and rules have no direction of writing; the rules of a table may be broken, or hold its words.
    ink = np.where(_long_runs(ink), 0, ink).astype(np.uint8)
    _, labels, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    large = (stats[:, 2] > 60) | (stats[:, 3] > 60)
    large[0] = True
    ink[large[labels]] = 0
    return ink


def _long_runs(ink: npt.NDArray[np.uint8]) -> npt.NDArray[np.bool_]:
    """Runs of ink longer than letters have: across 10 mm (words run together when reduced), down 5 mm; and their rims."""
    across, down = (cv2.morphologyEx(ink, cv2.MORPH_OPEN, np.ones(size, np.uint8)) for size in ((1, 30), (15, 1)))
    return np.asarray(cv2.dilate(np.maximum(across, down), np.ones((3, 3), np.uint8)), bool)


def _stripes(rows: Rows) -> float:
    """How unevenly the ink is spread over the rows."""
    return float(np.square(np.diff(rows)).sum())


def _lies_across(ink: npt.NDArray[np.uint8]) -> bool | None:
    """Do words lie across the page? Letters stand closer to their neighbours than lines do; None where few words tell.

    In a table the left edges of columns are stripes the wrong way, so that stripes alone mislead.
    """
    joined = cv2.morphologyEx(ink, cv2.MORPH_CLOSE, np.ones((3, 3), np.uint8))
    _, _, stats, _ = cv2.connectedComponentsWithStats(joined, connectivity=8)
    wide, high = stats[1:, cv2.CC_STAT_WIDTH], stats[1:, cv2.CC_STAT_HEIGHT]
    words = np.maximum(wide, high) >= _WORD
    across, down = int((words & (wide > 1.5 * high)).sum()), int((words & (high > 1.5 * wide)).sum())
    if across + down < _WORDS or max(across, down) < _PLAIN * min(across, down):
        return None
    return across > down


def _levelled(dots: _Dots) -> Rows:
    return dots.rows(_best_angle(dots, 0.0, _LEAN, 0.5))


def _best_angle(dots: _Dots, around: float, reach: float, step: float) -> float:
    angles = np.arange(around - reach, around + reach + step / 2, step)
    return float(max(angles, key=lambda angle: _stripes(dots.rows(angle))))


def _above_to_below(rows: Rows) -> float:
    """The ink above the bodies of the lines over the ink below them."""
    above = below = 1.0
    for start, end in runs(rows > 0.08 * rows.max()):
        line = rows[start:end]
        if not 4 <= end - start <= 40:
            continue
        body = np.flatnonzero(line > 0.55 * line.max())
        above += float(line[: body[0]].sum())
        below += float(line[body[-1] + 1 :].sum())
    return above / below
