"""Red and blue ink lifted off the page, so that seals and signatures do not cover what is printed beneath them.

Painting red pixels white would tear holes into the letters below; where the ink is red the red channel shows the page
as if the ink were not there, and the blue channel does the same for blue ink. Some seals cover all the same: their
ink is thick, or a signing tool or a scanner's driver laid them over the print. There the strokes are carried on.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from ocr.bridge import Ink, bridged, opaque
from ocr.page import Colour, Grey

_STRONG = 45  #: difference of channels from which ink counts as coloured; grey print under a coloured lamp has less
_WEAK = 18  #: … from which a pixel beside coloured ink belongs to it: JPEG and scanners smear colour
_BESIDE_MM = 2.0  #: as far as faint colour belongs to strong colour
_RIM_MM = 0.17  #: as far as ink goes on in grey where its colour has run out; left there, it is read as strokes
_CLEAR, _COVERED = 0.8, 0.45  #: shares of most ink's brightness: from here on paper, down to here print
_STEP = 0.08  #: between the two at least, in shares of the paper
_PRINT, _ENOUGH = 0.75, 1e-3  #: what is darker than paper by so much is print; less of it than this tells nothing
_HALF = 0.5  #: of the way from print to paper: what is darker is a stroke that may be carried on
_LEAST_RED = 8.0  #: square millimetres of red ink that are worth a look of their own
_DARK = 150  #: ink of any colour is darker
_STROKE_MM, _DENSE = 0.2, 1 / 3  #: so far around a pixel of a stroke, so much is of the same ink
_AROUND_MM = 10.0  #: of paper around ink: more than seals are carried across, enough to tell how bright it is
_EACH = 3  #: one pixel of so many across and down tells the brightness and the tint of the print
_PRINTED = 0.01  #: ink that covers less of a page than this is no print: a seal or a signature on an empty back


@dataclass(frozen=True, slots=True, kw_only=True)
class Lifted:
    """The page in grey without coloured ink, and the red ink alone (None where there is hardly any).

    In the gap lay red ink through which no print shows: what was printed there is lost.
    """

    grey: Grey
    red: Grey | None
    gap: Ink | None = None


def lift(image: Colour, dpi: int) -> Lifted:
    """Grey page and red ink of a colour page."""
    grey = np.asarray(cv2.cvtColor(image, cv2.COLOR_RGB2GRAY), dtype=np.uint8)
    if _colourless(image):
        return Lifted(grey=grey, red=None)
    red, blue = _ink_masks(image, grey, dpi)
    if not (red.any() or blue.any()):
        return Lifted(grey=grey, red=None)
    paper = _paper(grey)
    letters = _letters(grey, paper, red | blue)
    around = _around(red | blue, dpi)
    lifted, gap = grey.copy(), np.zeros(grey.shape, bool)
    inked = _Inked(image=image[around], grey=grey[around], paper=paper[around], red=red[around], blue=blue[around])
    lifted[around], gap[around] = _without_ink(inked, letters, dpi)
    return Lifted(grey=lifted, red=_alone(image, red, dpi), gap=gap)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Inked:
    """The part of a page on which coloured ink lies."""

    image: Colour
    grey: Grey
    paper: npt.NDArray[np.float32]
    red: Ink
    blue: Ink


def _around(ink: Ink, dpi: int) -> tuple[slice, slice]:
    """The part of the page that the ink lies on, and as much around it as lifting looks at."""
    margin = round(_AROUND_MM * dpi / 25.4)
    spans = (np.flatnonzero(ink.any(axis=axis)) for axis in (1, 0))
    rows, columns = (slice(max(int(span[0]) - margin, 0), int(span[-1]) + 1 + margin) for span in spans)
    return rows, columns


def _without_ink(page: _Inked, letters: float, dpi: int) -> tuple[Grey, Ink]:
    """The page in grey without its coloured ink, and where that let no print through."""
    lifted, half = page.grey.copy(), _HALF * (1 + letters) * page.paper
    for channel, ink in ((0, page.red), (2, page.blue)):
        near = _grown(ink, _RIM_MM, dpi) & (ink | (page.grey > half))
        lifted[near] = _through(page.image[:, :, channel], ink, near, letters) * page.paper[near]
    print_ = lifted < half
    gap = opaque(print_, page.red, dpi)
    drawn = bridged(print_, gap, dpi)
    lifted[drawn] = letters * page.paper[drawn]
    return lifted, gap


def _colourless(image: Colour) -> bool:
    r, g, b = cv2.split(np.ascontiguousarray(image[::4, ::4]))
    spread = cv2.subtract(cv2.max(cv2.max(r, g), b), cv2.min(cv2.min(r, g), b))
    return bool(np.mean(spread > _STRONG) < 1e-5)


def _through(channel: Grey, ink: Ink, near: Ink, letters: float) -> npt.NDArray[np.float32]:
    """What lies near the ink as seen through it, in shares of the paper's brightness.

    Whatever is nearly as bright as most of the ink is paper, what is as dark as the letters elsewhere is print beneath.
    """
    if not ink.any():
        return np.ones(int(near.sum()), np.float32)
    paper = _paper(channel)
    usual = float(np.percentile(channel[ink] / paper[ink], 40))
    white = _CLEAR * usual
    black = min(max(letters, _COVERED * usual), white - _STEP)
    clear = np.clip((channel[near] / paper[near] - black) / (white - black), 0, 1)
    return np.asarray(letters + (1 - letters) * clear, dtype=np.float32)


def _letters(grey: Grey, paper: npt.NDArray[np.float32], inked: Ink) -> float:
    """How bright the print of a page is, in shares of its paper."""
    every = np.s_[::_EACH, ::_EACH]
    seen = grey[every][~inked[every]] / paper[every][~inked[every]]
    print_ = seen[seen < _PRINT]
    return float(np.median(print_)) if print_.size > _ENOUGH * seen.size else 0.3


def _paper(channel: Grey) -> npt.NDArray[np.float32]:
    """How bright the paper is everywhere: shadows fall on seals as on all else."""
    small = cv2.resize(channel, None, fx=1 / 16, fy=1 / 16, interpolation=cv2.INTER_AREA)
    light = cv2.GaussianBlur(cv2.dilate(small, np.ones((9, 9), np.uint8)), (0, 0), 5)
    grown = cv2.resize(light, channel.shape[::-1], interpolation=cv2.INTER_LINEAR)
    return np.asarray(np.maximum(grown, 1), dtype=np.float32)


def _ink_masks(image: Colour, grey: Grey, dpi: int) -> tuple[Ink, Ink]:
    """Red and blue ink: what is more coloured than the print of the page, which scanners and printers tint."""
    r, g, b = cv2.split(image)
    red = np.asarray(cv2.subtract(r, cv2.max(g, b)), np.uint8)  # saturated: no colour of another kind is less than none
    blue = np.where(b >= g, cv2.subtract(b, r), np.uint8(0))
    return _spread(_beyond_print(red, grey), dpi), _spread(_beyond_print(blue, grey), dpi)


def _beyond_print(excess: Grey, grey: Grey) -> Grey:
    """The excess without that of the print's own tint: the darker a pixel of one ink, the more coloured it is."""
    some, depth = excess[::_EACH, ::_EACH], 255.0 - grey[::_EACH, ::_EACH]
    dark = grey[::_EACH, ::_EACH] < _DARK
    if dark.mean() < _PRINTED:
        return excess
    tint = float(np.median(some[dark] / depth[dark]))
    if tint * 255 < _WEAK:
        return excess  # too faint to be taken for ink
    return np.asarray(cv2.subtract(excess, cv2.convertScaleAbs(255 - grey, alpha=tint)), np.uint8)


def _spread(excess: Grey, dpi: int) -> Ink:
    """Clearly coloured pixels, and the faintly coloured ones near them: thin rings lose their colour first."""
    return np.asarray(_grown(_strokes(excess > _STRONG, dpi), _BESIDE_MM, dpi) & (excess > _WEAK))


def _strokes(ink: Ink, dpi: int) -> Ink:
    """The ink without pixels that lie alone: the noise of a sensor has colours, too, but draws no strokes with them."""
    side = 2 * max(1, round(_STROKE_MM * dpi / 25.4)) + 1
    share = cv2.blur(np.where(ink, np.uint8(255), np.uint8(0)), (side, side))
    return np.asarray(ink & (share >= int(255 * _DENSE)))


def _grown(ink: Ink, mm: float, dpi: int) -> Ink:
    side = 2 * max(1, round(mm * dpi / 25.4)) + 1
    return np.asarray(cv2.dilate(ink.astype(np.uint8), np.ones((side, side), np.uint8)).astype(bool))


def _alone(image: Colour, mask: Ink, dpi: int) -> Grey | None:
    """The red ink on white paper; None where there is hardly any."""
    if mask.sum() < _LEAST_RED * (dpi / 25.4) ** 2:
        return None
    alone = np.full(mask.shape, 255, np.uint8)
    alone[mask] = np.minimum(image[:, :, 1], image[:, :, 2])[mask]
    return alone
