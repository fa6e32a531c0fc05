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
    lifted, paper = grey.copy(), _paper(grey)
    letters = _letters(grey, paper, red | blue)
    for channel, ink in ((0, red), (2, blue)):
        near = _grown(ink, _RIM_MM, dpi) & (ink | (grey > _HALF * (1 + letters) * paper))
        lifted[near] = _through(image[:, :, channel], ink, near, letters) * paper[near]
    print_ = lifted < _HALF * (1 + letters) * paper
    gap = opaque(print_, red, dpi)
    drawn = bridged(print_, gap, dpi)
    lifted[drawn] = letters * paper[drawn]
    return Lifted(grey=lifted, red=_alone(image, red, dpi), gap=gap)


def _colourless(image: Colour) -> bool:
    small = image[::4, ::4].astype(np.int16)
    return bool((small.max(axis=2) - small.min(axis=2) > _STRONG).mean() < 1e-5)


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
    every = (slice(None, None, 3), slice(None, None, 3))
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
    r, g, b = (channel.astype(np.int16) for channel in cv2.split(image))
    red, blue = r - np.maximum(g, b), np.where(b >= g, b - r, 0).astype(np.int16)
    return _spread(_beyond_print(red, grey), dpi), _spread(_beyond_print(blue, grey), dpi)


def _beyond_print(excess: npt.NDArray[np.int16], grey: Grey) -> npt.NDArray[np.int16]:
    """The excess without that of the print's own tint: the darker a pixel of one ink, the more coloured it is."""
    dark = grey < _DARK
    if dark.mean() < _PRINTED:
        return excess
    depth = (255 - grey).astype(np.float32)
    tint = float(np.median(excess[dark] / depth[dark]))
    if tint * 255 < _WEAK:
        return excess  # too faint to be taken for ink
    return np.asarray(excess - tint * depth, dtype=np.int16)


def _spread(excess: npt.NDArray[np.int16], dpi: int) -> Ink:
    """Clearly coloured pixels, and the faintly coloured ones near them: thin rings lose their colour first."""
    return np.asarray(_grown(excess > _STRONG, _BESIDE_MM, dpi) & (excess > _WEAK))


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
